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

/** An item in the one style. */
export interface FormattedItem extends Before {
  readonly text: string;
}

/**
 * What was set of the items of a document before. An item's text depends on what stands around it as well, which
 * `around` tells: it is set anew where that is another.
 */
export type KnownFormats = WeakMap<
  Item,
  { readonly around: string; readonly standsAlone: boolean; readonly formatted: FormattedItem }
>;

/**
 * The items of a document in the one style that deals are written in; their texts joined are the formatted text.
 * What cannot be read stays as it is but for the sort of its line breaks, and so does the text of every value: only
 * blanks, line breaks and `;` between properties change.
 *
 * @param known what was set before, which takes in what is set now; what is still right is the same object again
 */
export function formatItems(
  items: readonly Item[],
  known: KnownFormats = new WeakMap(),
): readonly FormattedItem[] {
  const lineBreak = dominantBreak(items);
  const formatted: FormattedItem[] = [];
  items.forEach((item, index) => {
    const before = formatted.at(-1);
    const next = items[index + 1];
    const isNextAlone = !next || (known.get(next)?.standsAlone ?? standsAlone(next));
    const around = `${aroundOf(before)} ${isNextAlone} ${lineBreak}`;
    const last = known.get(item);
    if (last?.around === around) {
      formatted.push(last.formatted);
      return;
    }
    const set = formatItem(item, before, isNextAlone);
    const text = withBreaks(set?.text ?? item.text, lineBreak);
    const fresh: FormattedItem = {
      text,
      isVerbatim: set === undefined,
      isOpen: !/[\r\n]$/.test(text),
      isMultiLine: set?.isMultiLine ?? false,
    };
    known.set(item, { around, standsAlone: last?.standsAlone ?? standsAlone(item), formatted: fresh });
    formatted.push(fresh);
  });
  return formatted;
}

function aroundOf(before: Before | undefined): string {
  return before ? `${before.isVerbatim} ${before.isOpen} ${before.isMultiLine}` : 'first';
}

function formatItem(
  item: Item,
  before: Before | undefined,
  isNextAlone: boolean,
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
  if (set !== undefined) prefix.push(set + trailingOf(item, tokens, isNextAlone));
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
function trailingOf(item: Item, tokens: readonly Token[], isNextAlone: boolean): string {
  let trailing = '';
  for (let index = firstTokenAt(tokens, item.declaration!.end); index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind === TokenKind.Semicolon && !isNextAlone) trailing += ';';
    else if (isComment(token.kind)) trailing += ` ${tokenText(item.text, token)}`;
  }
  return trailing;
}

/** Whether an item is never read as a part of a declaration above it that has no block. */
function standsAlone(item: Item): boolean {
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
  for (const item of items) {
    all += item.lineBreaks;
    const { text } = item;
    for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) windows++;
  }
  return windows * 2 > all ? '\r\n' : '\n';
}
