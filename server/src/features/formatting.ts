import type { TextEdit } from 'vscode-languageserver-types';
import type { DealDocument } from '../language/document';
import { formatItems } from '../language/format/items';
import { rangeIn } from './locations';

/**
 * What has to change for a document to be in the one style: at most one edit per declaration, from the first of its
 * lines that differ to the last; none where the document is in that style already.
 */
export function formattingEdits(document: DealDocument): TextEdit[] {
  const formatted = formatItems(document.items);
  return document.items.flatMap((item, index) => {
    const text = formatted[index]!;
    if (text === item.text) return [];
    const { start, end, newText } = differingLines(item.text, text);
    return [{ range: rangeIn(document, index, { start, end }), newText }];
  });
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
