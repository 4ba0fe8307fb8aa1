import { kindNames, kinds, type KindGroup } from '../language/schema';
import type { Project } from '../project/project';
import { readablePath } from '../project/uri-path';

/** The groups of declarations that have a file to themselves in most projects, with its name. */
const fileNames = { party: 'parties.deal', evidence: 'sources.deal' } as const satisfies Partial<
  Record<KindGroup, string>
>;
export type KeptGroup = keyof typeof fileNames;

/** Where a project keeps declarations of a group. */
export interface Home {
  readonly uri: string;
  /** How people know the file. */
  readonly name: string;
  /** Whether the project has no such file yet. */
  readonly isNew: boolean;
}

/** Whether a project may keep declarations of a group in one file. */
export function isKept(group: KindGroup): group is KeptGroup {
  return Object.hasOwn(fileNames, group);
}

/**
 * The file that a project keeps declarations of a group in: of those that hold more of the group than of anything else, the
 * one that holds most; undefined where there is none.
 */
export function keptIn(project: Project, group: KindGroup): string | undefined {
  const counts = new Map<string, number>();
  for (const kind of kindNames.filter((candidate) => kinds[candidate].group === group)) {
    for (const { item } of project.ofKind(kind)) {
      const uri = project.uriOf(item);
      if (uri !== undefined) counts.set(uri, (counts.get(uri) ?? 0) + 1);
    }
  }
  let home: { readonly uri: string; readonly count: number } | undefined;
  for (const [uri, count] of counts) {
    if (2 * count <= (project.document(uri)?.itemCount ?? 0)) continue;
    if (!home || count > home.count || (count === home.count && uri < home.uri)) home = { uri, count };
  }
  return home?.uri;
}

/** Where a declaration of a group in a file should stand: where the project keeps them, else in a file beside it. */
export function homeFor(project: Project, group: KeptGroup, uri: string): Home {
  const beside = uri.slice(0, uri.lastIndexOf('/') + 1) + fileNames[group];
  const home = keptIn(project, group) ?? beside;
  return { uri: home, name: nameOf(home), isNew: project.document(home) === undefined };
}

function nameOf(uri: string): string {
  return readablePath(uri.slice(uri.lastIndexOf('/') + 1));
}
