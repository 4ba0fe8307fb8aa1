import type { DealDocument } from '../../language/document';
import { TokenKind } from '../../language/lexer';
import { isComment, tokensOf, type Token } from '../../language/tokens';
import type { Item } from '../../language/item';
import type { Span } from '../../language/tree';
import { ignoresIn } from '../../project/ignores';
import { isRegionMarker } from '../folding';
import { hasOwnLines, type TextEdit } from './rewritten';

/**
 * A declaration with the comments that go where it goes: those right above it, without a blank line in between, those in it
 * and behind it on its last line. A comment with a blank line below it heads what follows, and stays; so do the marks of
 * regions.
 *
 * @returns offsets in the item, whole lines; undefined where there is no sound declaration with its lines to itself, where
 *   something broken follows, or where a comment that silences a check for it would stay behind
 */
export function unitOf(document: DealDocument, index: number): Span | undefined {
  const item = document.item(index);
  if (!item?.isSound || !item.declaration || !hasOwnLines(document, index)) return undefined;
  // What is broken may go on with whatever stands above it.
  if (document.item(index + 1)?.isSound === false) return undefined;
  const start = startOf(item, item.declaration.start);
  return ignoresIn(item).some(({ span }) => span.start < start) ? undefined : { start, end: item.length };
}

function startOf(item: Item, declaration: number): number {
  const lines: { start: number; comments: Token[] }[] = [{ start: 0, comments: [] }];
  for (const token of tokensOf(item)) {
    if (token.start >= declaration) break;
    if (token.kind === TokenKind.Newline) lines.push({ start: token.end, comments: [] });
    else if (isComment(token.kind)) lines.at(-1)!.comments.push(token);
  }
  let start = lines.pop()!.start;
  for (const line of lines.reverse()) {
    if (line.comments.length === 0 || line.comments.some((comment) => isRegionMarker(item, comment))) break;
    ({ start } = line);
  }
  return start === 0 && item.text.startsWith('\ufeff') ? 1 : start;
}

/** Takes a unit out of a document, and of blank lines above and below it one of the two. */
export function unitRemoval(document: DealDocument, index: number, unit: Span): TextEdit {
  const item = document.item(index);
  const heading = item?.text.slice(0, unit.start) ?? '';
  const above = blankEnd.exec(heading)?.[0].length ?? 0;
  const next = document.item(index + 1);
  const below = blankStart.exec(next?.text ?? '')?.[0].length ?? 0;
  const offset = document.startOf(index);
  const start = offset + unit.start;
  const end = offset + unit.end;
  const isFirst = start - above === 0;
  // What heads the next declaration goes on heading it.
  if (!next) return { start: isFirst || heading.trim() === '' ? start - above : start, end, text: '' };
  return { start, end: above > 0 || isFirst ? end + below : end, text: '' };
}

/** Blank lines at the end of a text that ends with a line. */
const blankEnd = /(?<=^|\n|\r(?!\n))(?:[ \t]*(?:\r\n|\r|\n))+$/;
/** Blank lines at the start of a text. */
export const blankStart = /^(?:[ \t]*(?:\r\n|\r|\n))+/;
