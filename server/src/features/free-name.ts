import { builtInResources, isKind, isModifier, isProperty, isVerb, undisclosed } from '../language/schema';
import type { Project } from '../project/project';

/**
 * A name that nothing in the project has and that means nothing in the language: the wanted one, else one with a number
 * behind it, set as the name is: `Anthropic2`, `new-source-2`, `Anthropic PBC 2`.
 */
export function freeName(project: Project, wanted: string): string {
  if (!isTaken(project, wanted)) return wanted;
  const separator = separatorIn(wanted);
  for (let number = 2; ; number++) {
    const name = `${wanted}${separator}${number}`;
    if (!isTaken(project, name)) return name;
  }
}

/** A free name for a deal between two: both of theirs, without what would want quotes. */
export function freeDealName(project: Project, left: string, right: string): string {
  // Marks belong to the letters before them in many scripts.
  return freeName(project, `${left}${right}`.replaceAll(/[^\p{L}\p{M}\d_-]/gu, '') || 'Deal');
}

/** What stands between a name and its number. Without one `Series7` would become a name that reads like `Series72`. */
function separatorIn(name: string): string {
  if (/\s/.test(name)) return ' ';
  return name.includes('-') || /\d$/.test(name) || name === name.toLowerCase() ? '-' : '';
}

function isTaken(project: Project, name: string): boolean {
  return (
    name === undisclosed ||
    isKind(name) ||
    isProperty(name) ||
    isModifier(name) ||
    isVerb(name) ||
    Object.hasOwn(builtInResources, name) ||
    project.declarationsOf(name).length > 0
  );
}
