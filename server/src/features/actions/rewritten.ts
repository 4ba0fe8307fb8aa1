import type { DealDocument } from '../../language/document';
import { formatItems } from '../../language/format/items';
import type { Item } from '../../language/item';
import type { Span } from '../../language/tree';
import { lineBreakOf, withEdits } from '../../project/edits';
import { startsLine } from '../comment-above';
import { differingLines } from '../differing-lines';

/** A replacement in a text. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** So many items above are looked at for how one is set. */
const contextAbove = 8;

/**
 * An item with replacements in it, set in the one style where it has its lines to itself.
 *
 * @param edits in the item's text
 * @returns the lines that differ, as one replacement in the document; undefined where the text would not be as sound as
 *   it was, or would be read as another number of declarations
 */
export function rewritten(
  document: DealDocument,
  index: number,
  edits: readonly TextEdit[],
): TextEdit | undefined {
  const item = document.item(index);
  if (!item) return undefined;
  const start = document.startOf(index);
  const text = withEdits(item.text, edits);
  const after = document.replace(start, start + item.length, text);
  const own = after.item(index);
  const isAlone =
    after.itemCount === document.itemCount &&
    own?.text === text &&
    after.item(index + 1)?.text === document.item(index + 1)?.text;
  if (!isAlone || !own?.isSound || !own.declaration) return undefined;
  const set = startsLine(document, index) ? setItem(after, index) : text;
  const { start: from, end: to, newText } = differingLines(item.text, set);
  return { start: start + from, end: start + to, text: newText };
}

/**
 * A declaration as it is written at the end of a document, parted from what is there.
 *
 * @returns undefined where something at the end is broken: it might take the declaration in
 */
export function appended(document: DealDocument, declaration: string): string | undefined {
  const last = document.item(document.itemCount - 1);
  if (last && !last.isSound) return undefined;
  const { length, itemCount } = document;
  const lineBreak = lineBreakOf(last?.text ?? '');
  const separator = length > 0 && !startsLine(document, itemCount) ? lineBreak : '';
  const added = separator + declaration.trimEnd() + lineBreak;
  const after = document.replace(length, length, added);
  const first = after.indexAt(length + separator.length);
  if (after.startOf(first) !== length + separator.length) return undefined;
  const set = Array.from({ length: after.itemCount - first }, (_, at) => setItem(after, first + at));
  const isBroken = after.items.slice(first).some((item) => !item.isSound);
  return isBroken ? undefined : separator + set.join('');
}

/** Whether an item has its lines to itself. */
export function hasOwnLines(document: DealDocument, index: number): boolean {
  const item = document.item(index);
  const isLast = index === document.itemCount - 1;
  return item !== undefined && startsLine(document, index) && (isLast || /[\r\n]$/.test(item.text));
}

/** An item as it is set where it stands. */
function setItem(document: DealDocument, index: number): string {
  const first = Math.max(0, index - contextAbove);
  const items: Item[] = [];
  for (let at = first; at <= Math.min(index + 1, document.itemCount - 1); at++)
    items.push(document.item(at)!);
  return formatItems(items)[index - first]?.text ?? '';
}
