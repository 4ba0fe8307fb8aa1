import * as l10n from '@vscode/l10n';
import type { Item } from '../language/item';
import { findModifier, type ValueNode } from '../language/tree';
import type { Declaration } from '../model/declaration';
import type { StatusEvent } from '../model/lifecycle';
import { declaredWith, swapped } from '../project/edits';
import type { Fix } from '../project/check';

/**
 * Has the dates of two status lines change places, where that mends something.
 *
 * @param isMended whether the declaration is better with the dates the other way round
 */
export function swapOfDates(
  item: Item,
  one: StatusEvent,
  other: StatusEvent,
  isMended: (after: Declaration) => boolean,
): Fix[] {
  const [date, another] = [dateIn(one), dateIn(other)];
  if (!date || !another) return [];
  const edits = swapped(item, date, another);
  const after = declaredWith(item, edits);
  const title = l10n.t('Swap the dates of “{0}” and “{1}”', one.status, other.status);
  return after && isMended(after) ? [{ title, edits }] : [];
}

function dateIn({ fact: { node } }: StatusEvent): ValueNode | undefined {
  return (findModifier(node, 'on') ?? findModifier(node, 'from'))?.values[0];
}
