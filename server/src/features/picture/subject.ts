import { interpret } from '../../model/interpret';
import type { Declaration } from '../../model/declaration';
import type { NamedScope } from '../../protocol';
import { isPartyOrVenture } from '../participants';
import { nameAt, type Cursor } from '../locations';
import { titleOf } from '../summary/names';

/**
 * What a picture of what stands at a place is about: an ecosystem, or what is around a party. Of a deal it is whoever
 * receives what it is about. Undefined where nothing of the kind stands there.
 */
export function scopeAt(cursor: Cursor): NamedScope | undefined {
  const { project } = cursor;
  for (const name of namesAt(cursor)) {
    const declaration = project.find(name);
    const subject = declaration ? subjectOf(declaration) : undefined;
    if (subject === undefined) continue;
    return { scope: { root: project.root, name: subject }, title: titleOf(project, subject) };
  }
  return undefined;
}

/** The names that a place is about: the one under it, then that of the declaration around it. */
export function namesAt(cursor: Cursor): string[] {
  const under = nameAt(cursor);
  const around = cursor.item && interpret(cursor.item);
  return [...new Set([...(under ? [under.name] : []), ...(around ? [around.name] : [])])];
}

function subjectOf(declaration: Declaration): string | undefined {
  if (declaration.kind === 'ecosystem' || declaration.kind === 'project' || isPartyOrVenture(declaration)) {
    return declaration.name;
  }
  return declaration.right[0] ?? declaration.left[0];
}
