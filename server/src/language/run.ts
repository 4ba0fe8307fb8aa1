import { TokenKind, type Lexer } from './lexer';
import { ownText } from './own-text';
import { Class, Gap, gapOf, type TokenClass } from './token-class';

/**
 * Tokens that follow each other in an item and have no text of its own in them, such as ` {`, a line break and
 * `  amount  $`. Most items of a structure are set alike, so that comparing the text finds all of these at once.
 */
export class Run {
  constructor(
    /** From the end of the token before, white space included. */
    readonly text: string,
    /** Where each token starts and ends, in pairs, counted from the start of the run. */
    readonly bounds: readonly number[],
    /** Kinds of the last two tokens; of the one before the last only where there are two. */
    readonly last: TokenKind,
    readonly beforeLast: TokenKind,
    /** The white space before the last token, and what the run has of that behind it. */
    readonly lastGap: Gap,
    readonly gapBehind: Gap,
    readonly hasWord: boolean,
  ) {}

  /** The number of tokens. */
  get count(): number {
    return this.bounds.length / 2;
  }
}

/** A token of an item that is learned. */
export interface LearnedToken {
  readonly key: TokenClass;
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** The token that the lexer has read, of that class. */
export function learned({ kind, start, end }: Lexer, key: TokenClass): LearnedToken {
  return { key, kind, start, end };
}

/**
 * The longest run of tokens from an index on.
 * @param text that the tokens are of
 * @param from where the token before ends
 * @returns undefined where there is none that is worth it
 */
export function runAt(
  text: string,
  tokens: readonly LearnedToken[],
  index: number,
  from: number,
): Run | undefined {
  let end = index;
  while (end < tokens.length && isFixed(text, tokens[end]!)) end++;
  // Where a run ends, what stands behind it must not be able to lengthen its last token.
  while (end > index && !isClosed(text, tokens[end - 1]!)) end--;
  const own = tokens.slice(index, end);
  const last = own.at(-1);
  if (!last) return undefined;
  const gapBehind = endsItself(text, last) ? Gap.None : gapOf(text.charCodeAt(last.end));
  return new Run(
    ownText(text.slice(from, gapBehind === Gap.None ? last.end : last.end + 1)),
    own.flatMap(({ start, end: tokenEnd }) => [start - from, tokenEnd - from]),
    last.kind,
    own.at(-2)?.kind ?? TokenKind.EndOfFile,
    last.key % Gap.Count,
    gapBehind,
    own.some(({ kind }) => kind === TokenKind.Word),
  );
}

/** Whether a token's class says all of it, and its text alone decides where it ends and what it is. */
function isFixed(text: string, { key, kind, start, end }: LearnedToken): boolean {
  switch (kind) {
    case TokenKind.Word:
      return Math.floor(key / Gap.Count) >= Class.KnownWord;
    case TokenKind.Sign:
      // May open an address, which what follows decides.
      return text.charAt(start) !== '<' || end - start > 1;
    case TokenKind.Newline:
    case TokenKind.CurrencySymbol:
    case TokenKind.Range:
    case TokenKind.Arrow:
    case TokenKind.BothWays:
    case TokenKind.OpenBrace:
    case TokenKind.CloseBrace:
    case TokenKind.Colon:
    case TokenKind.Semicolon:
    case TokenKind.Comma:
    case TokenKind.Dot:
      return true;
    default:
      return false;
  }
}

/** Whether a token ends where it does whatever follows, or is followed by a blank, which the run can take in. */
function isClosed(text: string, token: LearnedToken): boolean {
  return endsItself(text, token) || text.charAt(token.end) === ' ';
}

function endsItself(text: string, { kind, start, end }: LearnedToken): boolean {
  switch (kind) {
    case TokenKind.Word:
    case TokenKind.Dot:
      return false;
    case TokenKind.Sign:
      return end - start > 1 || '~%?'.includes(text.charAt(start));
    case TokenKind.Newline:
      return text.charAt(end - 1) === '\n';
    default:
      return true;
  }
}
