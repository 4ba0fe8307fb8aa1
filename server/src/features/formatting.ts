import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { DealDocument } from '../language/document';
import { formatItems, type FormattedItem, type KnownFormats } from '../language/format/items';
import type { Item } from '../language/item';
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

/** The lines of `before` that `after` has otherwise, as offsets in `before`, and what stands there in `after`. */
function differingLines(before: string, after: string): { start: number; end: number; newText: string } {
  const old = linesOf(before);
  const fresh = linesOf(after);
  const shorter = Math.min(old.length, fresh.length);
  let first = 0;
  while (first < shorter && old[first] === fresh[first]) first++;
  let last = 0;
  while (last < shorter - first && old.at(-1 - last) === fresh.at(-1 - last)) last++;
  const start = lengthOf(old.slice(0, first));
  const end = before.length - lengthOf(old.slice(old.length - last));
  return { start, end, newText: fresh.slice(first, fresh.length - last).join('') };
}

/** The lines of a text, each with its break. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}
