import type { Position } from 'vscode-languageserver-types';
import type { DealDocument } from '../language/document';
import type { Item } from '../language/item';

/** Tells of each item of a document in order where it starts; or of those from one index to before another one. */
export function forEachItem(
  document: DealDocument,
  visit: (item: Item, line: number, column: number, index: number) => void,
  from = 0,
  to = document.itemCount,
): void {
  let { line, character: column } = document.placeIn(from, 0);
  for (let index = from; index < to; index++) {
    const item = document.item(index)!;
    visit(item, line, column, index);
    line += item.lineBreaks;
    const last = item.text.charCodeAt(item.length - 1);
    if (last === lineFeed || last === carriageReturn) column = 0;
    else if (item.lineBreaks === 0) column += item.length;
    else column = item.length - item.lineStarts.at(-1)!;
  }
}

const lineFeed = 10;
const carriageReturn = 13;

/** The place of an offset in an item that starts at a line and column. */
export function placeOf(item: Item, offset: number, line: number, column: number): Position {
  const lines = lineIn(item, offset);
  const character = lines > 0 ? offset - item.lineStarts[lines - 1]! : column + offset;
  return { line: line + lines, character };
}

/** The line of an offset, counted from the item's first. */
export function lineIn({ lineStarts }: Item, offset: number): number {
  let low = 0;
  let high = lineStarts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (lineStarts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
