import { TokenKind } from '../lexer';
import { isProperty } from '../schema';
import { isComment, tokensOf, type Token } from '../tokens';
import type { Item } from '../item';
import { formatDeclaration } from './declaration';
import { firstTokenAt, tokenText } from './pieces';

const byteOrderMark = '\ufeff';

/** What the text of the next item has to know of the one before. */
interface Before {
  /** Kept as it was. */
  readonly isVerbatim: boolean;
  /** Ends in the middle of a line. */
  readonly isOpen: boolean;
  readonly isMultiLine: boolean;
}

/**
 * The texts of a document's items in the one style that deals are written in; joined they are the formatted text.
 * What cannot be read stays as it is but for the sort of its line breaks, and so does the text of every value: only
 * blanks, line breaks and `;` between properties change.
 */
export function formatItems(items: readonly Item[]): string[] {
  const lineBreak = dominantBreak(items);
  let before: Before | undefined;
  return items.map((item, index) => {
    const formatted = formatItem(item, before, items[index + 1]);
    const text = withBreaks(formatted?.text ?? item.text, lineBreak);
    before = {
      isVerbatim: formatted === undefined,
      isOpen: !/[\r\n]$/.test(text),
      isMultiLine: formatted?.isMultiLine ?? false,
    };
    return text;
  });
}

function formatItem(
  item: Item,
  before: Before | undefined,
  next: Item | undefined,
): { text: string; isMultiLine: boolean } | undefined {
  const { declaration, problems } = item;
  if (before?.isVerbatim && before.isOpen) return undefined;
  if (!declaration && problems.length > 0) return undefined;
  const tokens = tokensOf(item);
  const set = declaration && formatDeclaration(item, tokens);
  if (declaration && set === undefined) return undefined;

  const { lines, prefix } = leadingOf(item, tokens, declaration?.start ?? item.text.length);
  const isMultiLine = set?.includes('\n') ?? false;
  if (before === undefined) while (lines[0] === '') lines.shift();
  else if (set !== undefined && needsSpace(before, isMultiLine) && !lines.includes('')) lines.unshift('');
  if (set !== undefined) prefix.push(set + trailingOf(item, tokens, next));
  if (prefix.length > 0) lines.push(prefix.join(' '));
  if (set === undefined) while (lines.at(-1) === '') lines.pop();
  const mark = before === undefined && item.text.startsWith(byteOrderMark) ? byteOrderMark : '';
  return { text: mark + lines.map((line) => `${line}\n`).join(''), isMultiLine };
}

/** Below something unreadable no line is added: an open text would take it in. */
function needsSpace(before: Before, isMultiLine: boolean): boolean {
  return !before.isVerbatim && (before.isMultiLine || isMultiLine);
}

/**
 * The lines above a declaration, comments or blank, never two blank ones together; and the comments before the
 * declaration on its own line.
 */
function leadingOf(item: Item, tokens: readonly Token[], end: number): { lines: string[]; prefix: string[] } {
  const lines: string[] = [];
  let comments: string[] = [];
  for (const token of tokens) {
    if (token.start >= end) break;
    if (isComment(token.kind)) comments.push(tokenText(item.text, token));
    else if (token.kind === TokenKind.Newline) {
      if (comments.length > 0 || lines.at(-1) !== '') lines.push(comments.join(' '));
      comments = [];
    }
  }
  return { lines, prefix: comments };
}

/** The comments behind a declaration on its line, and its `;` where what follows would be read as a part of it. */
function trailingOf(item: Item, tokens: readonly Token[], next: Item | undefined): string {
  let trailing = '';
  for (let index = firstTokenAt(tokens, item.declaration!.end); index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind === TokenKind.Semicolon && !standsAlone(next)) trailing += ';';
    else if (isComment(token.kind)) trailing += ` ${tokenText(item.text, token)}`;
  }
  return trailing;
}

/** Whether an item is never read as a part of a declaration above it that has no block. */
function standsAlone(item: Item | undefined): boolean {
  if (!item) return true;
  const { declaration, problems } = item;
  return declaration
    ? declaration.kind !== undefined && !isProperty(declaration.kind)
    : problems.length === 0;
}

function withBreaks(text: string, lineBreak: string): string {
  return lineBreak === '\n' && !text.includes('\r') ? text : text.replace(/\r\n|\r|\n/g, lineBreak);
}

/** The line break that most lines end with: `\n` where there is no majority. */
function dominantBreak(items: readonly Item[]): string {
  let windows = 0;
  let all = 0;
  for (const { text, lineStarts } of items) {
    all += lineStarts.length;
    for (const start of lineStarts) if (text.startsWith('\r\n', start - 2)) windows++;
  }
  return windows * 2 > all ? '\r\n' : '\n';
}
