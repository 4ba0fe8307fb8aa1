import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { DealDocument } from '../language/document';
import { formatItems, type FormattedItem, type KnownFormats } from '../language/format/items';
import type { Item } from '../language/item';
import { differingLines, linesOf } from './differing-lines';
import { forEachItem, placeOf } from './item-places';

/** What was set of the items of a document before, and how that differs from how they were. */
export class KnownFormatting {
  readonly formats: KnownFormats = new WeakMap();
  private readonly edits = new WeakMap<FormattedItem, TextEdit>();

  /** What has to change in an item, as if it stood at the start of the document; undefined where nothing has to. */
  editOf(item: Item, formatted: FormattedItem): TextEdit | undefined {
    let edit = this.edits.get(formatted);
    if (!edit && formatted.text !== item.text) {
      const { start, end, newText } = differingLines(item.text, formatted.text);
      edit = { range: { start: placeOf(item, start, 0, 0), end: placeOf(item, end, 0, 0) }, newText };
      this.edits.set(formatted, edit);
    }
    return edit;
  }
}

/**
 * What has to change for a document to be in the one style: at most one edit per declaration, from the first of its
 * lines that differ to the last; none where the document is in that style already.
 *
 * @param known what was set of the document before, which takes in what is set now
 */
export function formattingEdits(document: DealDocument, known = new KnownFormatting()): TextEdit[] {
  const formatted = formatItems(document.items, known.formats);
  const edits: TextEdit[] = [];
  forEachItem(document, (item, line, column, index) => {
    const edit = known.editOf(item, formatted[index]!);
    if (!edit) return;
    const moved = ({ line: lines, character }: Position) => ({
      line: line + lines,
      character: lines === 0 ? column + character : character,
    });
    const { start, end } = edit.range;
    edits.push({ range: { start: moved(start), end: moved(end) }, newText: edit.newText });
  });
  return edits;
}

/**
 * What has to change for the declarations that ranges touch to be in the one style.
 *
 * @param known as for `formattingEdits`
 */
export function formattingEditsIn(
  document: DealDocument,
  ranges: readonly Range[],
  known = new KnownFormatting(),
): TextEdit[] {
  return formattingEdits(document, known).filter(({ range }) =>
    ranges.some((wanted) => !isBefore(range.end, wanted.start) && !isBefore(wanted.end, range.start)),
  );
}

/**
 * What has to change after a character was typed: behind the `}` that ends its line and closes a declaration, all of it;
 * behind a line break in one, the lines above, as long as they stay the same lines. The line of the cursor is left to
 * whoever types.
 * Nothing else of the document is looked at, however long it is.
 *
 * @param position behind the character
 */
export function formattingEditsAsTyped(
  document: DealDocument,
  position: Position,
  character: string,
): TextEdit[] {
  const offset = document.offsetAt(position);
  const index = document.indexAt(Math.max(0, offset - 1));
  const item = document.item(index);
  if (!item) return [];
  const formatted = formattedAt(document, index);
  if (formatted.text === item.text) return [];
  const start = document.placeIn(index, 0);
  if (character === '}') {
    const rest = item.text.slice(offset - document.startOf(index)) + (document.item(index + 1)?.text ?? '');
    if (!/^[^\S\r\n]*(?:[\r\n]|$)/.test(rest)) return [];
    const { start: from, end: to, newText } = differingLines(item.text, formatted.text);
    const range = { start: document.placeIn(index, from), end: document.placeIn(index, to) };
    return isBefore(position, range.start) ? [] : [{ range, newText }];
  }
  const before = linesOf(item.text);
  const after = linesOf(formatted.text);
  const above = before.slice(0, position.line - start.line);
  const isSame = above.every((line, at) => wordsIn(line) === wordsIn(after[at] ?? ''));
  if (!isSame || after.length < above.length) return [];
  return above.flatMap((line, at) => {
    const newText = after[at]!;
    if (newText === line) return [];
    const character = at === 0 ? start.character : 0;
    const { line: first } = start;
    return [
      {
        range: {
          start: { line: first + at, character },
          end: { line: first + at, character: character + withoutBreak(line).length },
        },
        newText: withoutBreak(newText),
      },
    ];
  });
}

/** An item in the one style: what it is there hangs on the items that share its first line, the one above, and the next. */
function formattedAt(document: DealDocument, index: number): FormattedItem {
  let first = Math.max(0, index - 1);
  while (first > 0 && !/[\r\n]$/.test(document.item(first - 1)!.text)) first--;
  const items: Item[] = [];
  for (let at = first; at <= Math.min(index + 1, document.itemCount - 1); at++)
    items.push(document.item(at)!);
  return formatItems(items)[index - first]!;
}

/** What is in a line but for blanks: formatting changes nothing of it. */
function wordsIn(line: string): string {
  return line.replaceAll(/\s/g, '');
}

function withoutBreak(line: string): string {
  return line.replace(/[\r\n]+$/, '');
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
