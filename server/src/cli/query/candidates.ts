import { ofGroup } from '../../features/whole-project';
import { nearestWords } from '../../language/nearest';
import type { Project } from '../../project/project';

/** More names than this nobody looks through. */
const mostNamed = 12;

/** What stands behind the word that there is no such ecosystem: those that there are, or that there is none. */
export function knownEcosystems(projects: readonly Project[]): string {
  const names = [
    ...new Set(projects.flatMap((project) => [...project.ofKind('ecosystem')].map(nameOf))),
  ].sort();
  if (names.length === 0) return ' No ecosystem is declared.';
  const dots = names.length > mostNamed ? ', …' : '';
  return ` There is ${names.slice(0, mostNamed).join(', ')}${dots}.`;
}

/** What stands behind the word that there is no such party: those that may be meant. */
export function likeParties(projects: readonly Project[], text: string): string {
  const declared = projects.flatMap((project) => [
    ...ofGroup(project, 'party'),
    ...project.ofKind('venture'),
  ]);
  const wanted = text.toLowerCase();
  const containing = declared.filter(
    ({ name, title }) => name.toLowerCase().includes(wanted) || title.toLowerCase().includes(wanted),
  );
  const near = [...containing.map(nameOf), ...nearestWords(text, declared.map(nameOf))];
  const names = [...new Set(near)].slice(0, 3);
  return names.length === 0 ? '' : ` Did you mean ${names.join(' or ')}?`;
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
