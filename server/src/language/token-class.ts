import { magnitudeOf, spelledCurrency } from './figure-words';
import { TokenFlaw, TokenKind, type Lexer } from './lexer';
import { unescaped } from './quote';
import type { Run } from './run';
import { kindNames, modifierNames, propertyNames, statusNames, undisclosed, verbs } from './schema';

/** A class of tokens between which the parser sees no difference. */
export type TokenClass = number;

/**
 * Classes of words that the language knows, by word; each is a class of its own. The parser knows no status from
 * another one, but checks do: a structure tells them which deals are over.
 */
const wordClasses: ReadonlyMap<string, TokenClass> = new Map(
  [
    ...new Set([
      ...kindNames,
      ...propertyNames,
      ...modifierNames,
      ...Object.keys(verbs),
      ...statusNames,
      undisclosed,
    ]),
  ].map((word, index) => [word, Class.KnownWord + index]),
);

export const enum Class {
  /** Of kinds of tokens that are one class: the kind. */
  Signs = 32,
  BlankText = 48,
  /** With one added for three capitals, two for a magnitude, four for a currency that is spelled out. */
  Name = 56,
  /** From here on, one for each word that the language knows. */
  KnownWord = 64,
}

/** The known words by their first letter: most names start with none of these. */
const knownInitials: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  [...wordClasses.keys()].some((word) => word.charCodeAt(0) === code),
);

/** White space before a token: none, some, or some that does not start as an indentation does. */
export const enum Gap {
  None,
  Blank,
  Odd,
  Count,
}

/** Reads token after token and tells the class of each. */
export class Tokens {
  /** Where the next token starts, or the white space before it. */
  at: number;
  /** White space before `at` that belongs to the next token. */
  private gap = Gap.None;
  /** The two tokens before. */
  private last = TokenKind.EndOfFile;
  private lastGap = Gap.None;
  private beforeLast = TokenKind.EndOfFile;
  private afterMagnitude = false;

  constructor(
    private readonly lexer: Lexer,
    start: number,
  ) {
    this.at = start;
    lexer.startOver();
  }

  /** @returns the class of the next token, together with the white space before it; -1 where it has none */
  next(): TokenClass {
    const { lexer } = this;
    lexer.read(this.at);
    let { gap } = this;
    this.gap = Gap.None;
    if (lexer.kind === TokenKind.Whitespace) {
      if (gap === Gap.None) gap = gapOf(lexer.text.charCodeAt(lexer.start));
      lexer.read(lexer.end);
    }
    // Flaws are syntax errors.
    if (lexer.flaw !== TokenFlaw.None) return -1;
    const { kind } = lexer;
    this.at = lexer.end;
    const own = this.classOf(kind);
    // Whether a comma is a decimal one depends on the digits around it.
    const isDecimal =
      kind === TokenKind.Literal &&
      gap === Gap.None &&
      this.last === TokenKind.Comma &&
      this.lastGap === Gap.None &&
      this.beforeLast === TokenKind.Literal;
    if (isDecimal) return -1;
    this.beforeLast = this.last;
    this.last = kind;
    this.lastGap = gap;
    return own * Gap.Count + gap;
  }

  /**
   * Passes over the tokens of a run where they stand next.
   * @returns whether they do; if not, nothing has changed
   */
  pass(run: Run): boolean {
    const { lexer } = this;
    if (this.gap !== Gap.None || !lexer.text.startsWith(run.text, this.at)) return false;
    lexer.pass(this.at + run.bounds.at(-1)!);
    this.at += run.text.length;
    this.gap = run.gapBehind;
    this.beforeLast = run.count > 1 ? run.beforeLast : this.last;
    this.last = run.last;
    this.lastGap = run.lastGap;
    if (run.hasWord) this.afterMagnitude = false;
    return true;
  }

  private classOf(kind: TokenKind): TokenClass {
    switch (kind) {
      case TokenKind.Word:
        return this.classOfWord();
      case TokenKind.Sign: {
        const { text, start, end } = this.lexer;
        return Class.Signs + 2 * signs.indexOf(text.charAt(start)) + (end - start - 1);
      }
      case TokenKind.String:
        return this.isBlank() ? Class.BlankText : TokenKind.String;
      default:
        return kind;
    }
  }

  private classOfWord(): TokenClass {
    const { text, start, end } = this.lexer;
    const known = knownInitials[text.charCodeAt(start)] ? wordClasses.get(text.slice(start, end)) : undefined;
    // Behind a figure stands its unit, or what multiplies it.
    const behindFigure =
      this.last === TokenKind.Literal || this.last === TokenKind.Sign || this.afterMagnitude;
    this.afterMagnitude = false;
    if (known !== undefined) return known;
    let own: TokenClass = Class.Name;
    if (
      end - start === 3 &&
      isCapital(text, start) &&
      isCapital(text, start + 1) &&
      isCapital(text, start + 2)
    )
      own += 1;
    if (behindFigure) {
      const word = text.slice(start, end);
      this.afterMagnitude = magnitudeOf(word) !== undefined;
      if (this.afterMagnitude) own += 2;
      if (spelledCurrency(word) !== undefined) own += 4;
    }
    return own;
  }

  /** Whether a text says nothing, which is no name. */
  private isBlank(): boolean {
    const { text, start, end } = this.lexer;
    const first = text.charCodeAt(start + 1);
    if (first > space && first < 128 && first !== backslash) return end === start + 2;
    return unescaped(text.slice(start + 1, end - 1)).trim() === '';
  }
}

const signs = '~<>-/%?';
const space = 32;
const tab = 9;
const backslash = 92;

/** How white space that starts with that character counts. */
export function gapOf(code: number): Gap {
  return code === space || code === tab ? Gap.Blank : Gap.Odd;
}

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90;
}
