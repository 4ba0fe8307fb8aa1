import { TokenFlaw, TokenKind } from '../lexer';
import type { Token } from '../tokens';
import type { NameNode, PropertyNode, Span, ValueNode } from '../tree';

/** What is set on a line: a word or value as a whole, a sign, a comment, or a place where the author broke the line. */
export interface Piece {
  readonly text: string;
  /** Offset in the item. */
  readonly start: number;
  readonly type: 'text' | 'closing' | 'comment' | 'lineComment' | 'break';
}

/**
 * Cuts the tokens between two offsets of an item into pieces.
 *
 * @param units values and names, in order: each is one piece with the author's own spacing inside
 */
export function piecesOf(
  text: string,
  tokens: readonly Token[],
  { start, end }: Span,
  units: readonly Span[],
): Piece[] {
  const pieces: Piece[] = [];
  let nextUnit = 0;
  let at = start;
  for (let index = firstTokenAt(tokens, start); index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.start >= end) break;
    if (token.start < at || token.kind === TokenKind.Whitespace) continue;
    while (nextUnit < units.length && units[nextUnit]!.start < token.start) nextUnit++;
    const unit = units[nextUnit];
    if (unit?.start === token.start) {
      pieces.push({ text: text.slice(unit.start, unit.end), start: unit.start, type: 'text' });
      at = unit.end;
    } else if (token.kind === TokenKind.Newline) {
      if (pieces.at(-1)?.type !== 'break') pieces.push({ text: '', start: token.start, type: 'break' });
    } else {
      pieces.push({ text: tokenText(text, token), start: token.start, type: pieceType(token) });
    }
  }
  return pieces;
}

/** Sets pieces one after the other; where the author broke the line, or a comment ends it, it goes on after `indent`. */
export function setLine(pieces: readonly Piece[], indent: string): string {
  let line = '';
  let previous: Piece | undefined;
  for (const piece of pieces) {
    if (piece.type === 'break') {
      previous = piece;
      continue;
    }
    if (previous?.type === 'break' || previous?.type === 'lineComment') line += `\n${indent}`;
    else if (previous && piece.type !== 'closing') line += ' ';
    line += piece.text;
    previous = piece;
  }
  return line;
}

/** A comment without the blanks behind it. Those behind `///` stay: in Markdown they break the line. */
export function tokenText(text: string, token: Token): string {
  const own = text.slice(token.start, token.end);
  const isLoose = token.kind === TokenKind.LineComment || token.flaw === TokenFlaw.UnclosedBlockComment;
  return isLoose ? own.replace(/[ \t\u00a0\ufeff]+$/, '') : own;
}

/** Whether nothing can follow a comment on its line. */
export function endsLine({ kind, flaw }: Token): boolean {
  return (
    kind === TokenKind.LineComment || kind === TokenKind.DocComment || flaw === TokenFlaw.UnclosedBlockComment
  );
}

/** The index of the first token that starts at or behind an offset. */
export function firstTokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The values of a property and of its modifiers in the order of the text. */
export function valuesIn({ values, modifiers }: PropertyNode): ValueNode[] {
  return [...values, ...modifiers.flatMap((modifier) => modifier.values)];
}

/** The columns that a text takes. */
export function widthOf(text: string): number {
  // Surrogate pairs take one column, and nearly no text holds any.
  return /^[\0-\uffff]*$/u.test(text) ? text.length : [...text].length;
}

/** The names of a header in the order of the text. */
export function namesIn(names: readonly (NameNode | undefined)[]): NameNode[] {
  return names.filter((name) => name !== undefined);
}

function pieceType(token: Token): Piece['type'] {
  switch (token.kind) {
    case TokenKind.Comma:
    case TokenKind.Colon:
      return 'closing';
    case TokenKind.LineComment:
    case TokenKind.DocComment:
    case TokenKind.BlockComment:
      return endsLine(token) ? 'lineComment' : 'comment';
    default:
      return 'text';
  }
}
