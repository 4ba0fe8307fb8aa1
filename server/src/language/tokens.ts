import { Lexer, TokenFlaw, TokenKind } from './lexer';
import type { Item } from './item';
import type { Span } from './tree';

/** One token of an item; offsets count from the item's start. */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly flaw: TokenFlaw;
}

/** Every token of an item, comments, white space and line breaks included: their texts joined are the item's. */
export function tokensOf({ text }: Item): Token[] {
  const lexer = new Lexer(text);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    lexer.read(at);
    const { kind, flaw, start } = lexer;
    const end = flaw === TokenFlaw.UnclosedBlockString ? withoutLastBreak(lexer) : lexer.end;
    tokens.push({ kind, flaw, start, end });
    at = end;
  }
  return tokens;
}

/** Whether a token is a comment of any sort. */
export function isComment(kind: TokenKind): boolean {
  return kind === TokenKind.LineComment || kind === TokenKind.DocComment || kind === TokenKind.BlockComment;
}

/** A text that is never closed ends with a line, whose break is not a part of it even where the item ends there. */
function withoutLastBreak({ text, start, end }: Lexer): number {
  const [lineBreak = ''] = /(?:\r\n|\r|\n)?$/.exec(text.slice(start, end)) ?? [];
  return end - lineBreak.length;
}
