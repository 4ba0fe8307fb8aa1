import type { Uri } from 'vscode';
import type { AsOfState, ProjectDay } from '../../../server/src/protocol';

/** Whether a project is seen as of today because nobody says otherwise. */
export function isSimplyToday({ today, chosen }: AsOfState, { because, own }: ProjectDay): boolean {
  return because === 'today' || (chosen === 'today' && (own === null || own === today));
}

/** Whether anything is seen as of another day than today, or will be tomorrow. */
export function isMoved({ today, chosen, projects }: AsOfState): boolean {
  return (chosen !== null && chosen !== 'today') || projects.some(({ day }) => day !== today);
}

/** The projects that the view shows: those of folders, or single files where there is nothing else. */
export function shownProjects({ projects }: AsOfState): readonly ProjectDay[] {
  const ofFolders = projects.filter(({ isSingleFile }) => !isSingleFile);
  return ofFolders.length > 0 ? ofFolders : projects;
}

/** The project that a document is in. */
export function projectOf({ projects }: AsOfState, document: Uri): ProjectDay | undefined {
  const uri = document.toString();
  return projects
    .filter(({ root }) => uri === root || uri.startsWith(root.endsWith('/') ? root : `${root}/`))
    .toSorted((a, b) => b.root.length - a.root.length)[0];
}

/** One of some projects, where all of them are seen as of the same day for the same reason. */
export function commonDay(projects: readonly ProjectDay[]): ProjectDay | undefined {
  const [first] = projects;
  return projects.every(({ day, because }) => day === first?.day && because === first.because)
    ? first
    : undefined;
}
