import { isKind } from './schema';

/** Kinds of tokens. Together a text's tokens hold every character of it. */
export const enum TokenKind {
  EndOfFile,
  Newline,
  Whitespace,
  /** `// …` */
  LineComment,
  /** `/// …` */
  DocComment,
  /** From slash-star to star-slash, over any number of lines. */
  BlockComment,
  /** A name, keyword or word. */
  Word,
  /** `"one line"` */
  String,
  /** `"""several lines"""` */
  BlockString,
  /** `<https://…>` */
  Url,
  /** Starts with a digit: an amount, a date, a duration. */
  Literal,
  /** `$`, `€`, `C$` … */
  CurrencySymbol,
  /** `~` `<` `>` `<=` `>=` `-` `/` `%` `?`: parts of figures and dates. */
  Sign,
  /** `..` */
  Range,
  Arrow,
  BothWays,
  OpenBrace,
  CloseBrace,
  Colon,
  Semicolon,
  Comma,
  Dot,
  /** Nothing of the language. */
  Unknown,
}

/** What is wrong inside a token; the parser words the message. */
export const enum TokenFlaw {
  None,
  UnclosedString,
  UnclosedBlockString,
  UnclosedBlockComment,
  UnclosedUrl,
}

const wordStart = /[\p{L}_]/u;
const wordPart = /[\p{L}\p{M}\p{Nd}_]/u;
const currencySign = /\p{Sc}/u;

const enum Char {
  Tab = 9,
  LineFeed = 10,
  CarriageReturn = 13,
  Space = 32,
  Quote = 34,
  Dollar = 36,
  Percent = 37,
  Star = 42,
  Comma = 44,
  Minus = 45,
  Dot = 46,
  Slash = 47,
  Zero = 48,
  Nine = 57,
  Colon = 58,
  Semicolon = 59,
  Less = 60,
  Equals = 61,
  Greater = 62,
  Question = 63,
  Backslash = 92,
  Underscore = 95,
  OpenBrace = 123,
  CloseBrace = 125,
  Tilde = 126,
  NoBreakSpace = 160,
  ByteOrderMark = 0xfeff,
}

/**
 * Reads one token after the other from a text. Which token starts at an offset depends on the text from there on
 * only, so reading can start at any token's boundary. `reach` tells how far into the text it has looked.
 */
export class Lexer {
  kind: TokenKind = TokenKind.EndOfFile;
  flaw: TokenFlaw = TokenFlaw.None;
  start = 0;
  end = 0;
  /** One past the last character that any token so far depended on. */
  reach = 0;
  /** Where the last token ends that was read so far, one more where that is the end of the text. */
  furthest = 0;

  /** From here on no comment is closed, where that is known. */
  private noCommentEnd = Infinity;

  constructor(readonly text: string) {}

  /** Reads the token that starts at `offset` into `kind`, `start`, `end` and `flaw`. */
  read(offset: number): void {
    this.start = offset;
    this.flaw = TokenFlaw.None;
    this.kind = offset >= this.text.length ? this.endOfFile(offset) : this.scan(offset);
    // Every rule looks at most three characters past its token; those that look farther say so themselves.
    if (this.end + 3 > this.reach) this.reach = this.end + 3;
    const seen = this.kind === TokenKind.EndOfFile ? this.end + 1 : this.end;
    if (seen > this.furthest) this.furthest = seen;
  }

  /** Passes over tokens that are known to stand there, the last of which ends at `end` and looks no further than others. */
  pass(end: number): void {
    this.end = end;
    if (end + 3 > this.reach) this.reach = end + 3;
    if (end > this.furthest) this.furthest = end;
  }

  /** Forgets how far it has looked. */
  startOver(): void {
    this.reach = 0;
    this.furthest = 0;
  }

  private endOfFile(offset: number): TokenKind {
    this.end = offset;
    return TokenKind.EndOfFile;
  }

  private scan(at: number): TokenKind {
    const { text } = this;
    const code = text.charCodeAt(at);
    this.end = at + 1;
    switch (code) {
      case Char.LineFeed:
        return TokenKind.Newline;
      case Char.CarriageReturn:
        if (text.charCodeAt(at + 1) === Char.LineFeed) this.end = at + 2;
        return TokenKind.Newline;
      case Char.Space:
      case Char.Tab:
      case Char.NoBreakSpace:
      case Char.ByteOrderMark:
        return this.whitespace(at);
      case Char.OpenBrace:
        return TokenKind.OpenBrace;
      case Char.CloseBrace:
        return TokenKind.CloseBrace;
      case Char.Colon:
        return TokenKind.Colon;
      case Char.Semicolon:
        return TokenKind.Semicolon;
      case Char.Comma:
        return TokenKind.Comma;
      case Char.Dot:
        if (text.charCodeAt(at + 1) !== Char.Dot) return TokenKind.Dot;
        this.end = at + 2;
        return TokenKind.Range;
      case Char.Tilde:
      case Char.Percent:
      case Char.Question:
        return TokenKind.Sign;
      case Char.Quote:
        return text.startsWith('"""', at) ? this.blockString(at) : this.string(at);
      case Char.Slash:
        return this.slash(at);
      case Char.Minus:
        if (text.charCodeAt(at + 1) !== Char.Greater) return TokenKind.Sign;
        this.end = at + 2;
        return TokenKind.Arrow;
      case Char.Less:
        return this.less(at);
      case Char.Greater:
        if (text.charCodeAt(at + 1) === Char.Equals) this.end = at + 2;
        return TokenKind.Sign;
    }
    if (code >= Char.Zero && code <= Char.Nine) return this.literal(at);
    if (isAsciiLetter(code) || code === Char.Underscore) return this.word(at);
    const character = characterAt(text, at);
    if (isWordStart(character)) return this.word(at);
    this.end = at + character.length;
    return currencySign.test(character) ? TokenKind.CurrencySymbol : TokenKind.Unknown;
  }

  private whitespace(at: number): TokenKind {
    let end = at + 1;
    for (; end < this.text.length; end++) {
      const code = this.text.charCodeAt(end);
      if (
        code !== Char.Space &&
        code !== Char.Tab &&
        code !== Char.NoBreakSpace &&
        code !== Char.ByteOrderMark
      ) {
        break;
      }
    }
    this.end = end;
    return TokenKind.Whitespace;
  }

  private word(at: number): TokenKind {
    const { text } = this;
    let end = at;
    while (end < text.length) {
      const code = text.charCodeAt(end);
      if (isAsciiWordPart(code)) {
        end++;
      } else if (code === Char.Minus) {
        if (!isWordPart(characterAt(text, end + 1))) break;
        end++;
      } else if (code < 128) {
        break;
      } else {
        const character = characterAt(text, end);
        if (!isWordPart(character)) break;
        end += character.length;
      }
    }
    this.end = end;
    // `C$`, `HK$`, `CN¥`: a currency's own dollar or yen.
    const next = text.charCodeAt(end);
    if (end - at <= 3 && (next === Char.Dollar || next > 127) && currencySign.test(characterAt(text, end))) {
      if (/^[A-Z]+$/.test(text.slice(at, end))) {
        this.end = end + 1;
        return TokenKind.CurrencySymbol;
      }
    }
    return TokenKind.Word;
  }

  /** Digits with what sticks to them: letters, inner `-` and `.`, `,` before three digits, a closing `%`. */
  private literal(at: number): TokenKind {
    const { text } = this;
    let end = at + 1;
    while (end < text.length) {
      const code = text.charCodeAt(end);
      if (isAsciiWordPart(code)) end++;
      else if (code === Char.Minus && isAsciiWordPart(text.charCodeAt(end + 1))) end += 2;
      else if (code === Char.Dot && isDigit(text.charCodeAt(end + 1))) end += 2;
      else if (code === Char.Comma && isThousand(text, end + 1)) end += 4;
      else break;
    }
    // A comma looks four digits ahead.
    if (end + 6 > this.reach) this.reach = end + 6;
    this.end = end;
    return TokenKind.Literal;
  }

  private string(at: number): TokenKind {
    const { text } = this;
    let end = at + 1;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === Char.Quote) {
        this.end = end + 1;
        return TokenKind.String;
      }
      if (code === Char.LineFeed || code === Char.CarriageReturn) break;
      if (code === Char.Backslash) {
        const next = text.charCodeAt(end + 1);
        if (next !== Char.LineFeed && next !== Char.CarriageReturn) end++;
      }
    }
    this.end = Math.min(end, text.length);
    this.flaw = TokenFlaw.UnclosedString;
    return TokenKind.String;
  }

  /**
   * A text over several lines. A line in column 0 that opens a declaration ends it unclosed, so that a forgotten
   * `"""` never swallows the deals below.
   */
  private blockString(at: number): TokenKind {
    const { text } = this;
    let line = at + 3;
    for (;;) {
      const close = indexOfInLine(text, '"""', line);
      if (close.found) {
        this.end = close.at + 3;
        return TokenKind.BlockString;
      }
      this.end = close.at;
      const next = afterNewline(text, close.at);
      if (next === close.at || this.opensDeclaration(next)) break;
      line = next;
    }
    this.flaw = TokenFlaw.UnclosedBlockString;
    return TokenKind.BlockString;
  }

  /** Whether a line starts, in column 0, like a declaration: a kind, spaces, a name. */
  private opensDeclaration(lineStart: number): boolean {
    const { text } = this;
    let end = lineStart;
    while (isAsciiLetter(text.charCodeAt(end))) end++;
    const wordEnd = end;
    while (text.charCodeAt(end) === Char.Space || text.charCodeAt(end) === Char.Tab) end++;
    if (end + 2 > this.reach) this.reach = end + 2;
    if (end === wordEnd || !isKind(text.slice(lineStart, wordEnd))) return false;
    return text.charCodeAt(end) === Char.Quote || isWordStart(characterAt(text, end));
  }

  private slash(at: number): TokenKind {
    const { text } = this;
    const next = text.charCodeAt(at + 1);
    if (next === Char.Slash) {
      let end = at + 2;
      for (; end < text.length; end++) {
        const code = text.charCodeAt(end);
        if (code === Char.LineFeed || code === Char.CarriageReturn) break;
      }
      this.end = end;
      const third = text.charCodeAt(at + 2) === Char.Slash;
      const fourth = text.charCodeAt(at + 3) === Char.Slash;
      return third && !fourth ? TokenKind.DocComment : TokenKind.LineComment;
    }
    if (next !== Char.Star) return TokenKind.Sign;
    const close = at < this.noCommentEnd ? text.indexOf('*/', at + 2) : -1;
    if (close >= 0) {
      this.end = close + 2;
      return TokenKind.BlockComment;
    }
    // Nowhere closed: it ends with its line, so that the rest of the file stays readable.
    this.noCommentEnd = Math.min(this.noCommentEnd, at);
    this.reach = Math.max(this.reach, text.length + 1);
    this.end = indexOfInLine(text, '*/', at + 2).at;
    this.flaw = TokenFlaw.UnclosedBlockComment;
    return TokenKind.BlockComment;
  }

  /** `<https://…>`, `<->`, or the sign of "up to". */
  private less(at: number): TokenKind {
    const { text } = this;
    const next = text.charCodeAt(at + 1);
    if (next === Char.Minus && text.charCodeAt(at + 2) === Char.Greater) {
      this.end = at + 3;
      return TokenKind.BothWays;
    }
    if (next === Char.Equals) {
      this.end = at + 2;
      return TokenKind.Sign;
    }
    if (!isAsciiLetter(next)) {
      this.reach = Math.max(this.reach, at + 4);
      return TokenKind.Sign;
    }
    let end = at + 2;
    while (isSchemePart(text.charCodeAt(end))) end++;
    this.reach = Math.max(this.reach, end + 3);
    if (!text.startsWith('://', end)) return TokenKind.Sign;
    for (end += 3; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === Char.Greater) {
        this.end = end + 1;
        return TokenKind.Url;
      }
      if (code <= Char.Space || code === Char.Less) break;
    }
    this.end = end;
    this.flaw = TokenFlaw.UnclosedUrl;
    return TokenKind.Url;
  }
}

/** Whether a name can stand as a bare word, without quotes. */
export function isBareName(name: string): boolean {
  const lexer = new Lexer(name);
  lexer.read(0);
  return name.length > 0 && lexer.kind === TokenKind.Word && lexer.end === name.length;
}

function indexOfInLine(text: string, needle: string, from: number): { found: boolean; at: number } {
  const first = needle.charCodeAt(0);
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === first && text.startsWith(needle, at)) return { found: true, at };
    if (code === Char.LineFeed || code === Char.CarriageReturn) return { found: false, at };
  }
  return { found: false, at: text.length };
}

function afterNewline(text: string, at: number): number {
  if (at >= text.length) return at;
  return text.charCodeAt(at) === Char.CarriageReturn && text.charCodeAt(at + 1) === Char.LineFeed
    ? at + 2
    : at + 1;
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function isDigit(code: number): boolean {
  return code >= Char.Zero && code <= Char.Nine;
}

function isThousand(text: string, at: number): boolean {
  return (
    isDigit(text.charCodeAt(at)) &&
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    !isDigit(text.charCodeAt(at + 3))
  );
}

function isAsciiLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isAsciiWordPart(code: number): boolean {
  return isAsciiLetter(code) || isDigit(code) || code === Char.Underscore;
}

function isSchemePart(code: number): boolean {
  return isAsciiLetter(code) || isDigit(code) || code === Char.Minus || code === Char.Dot;
}

function isWordStart(character: string): boolean {
  return character !== '' && wordStart.test(character);
}

function isWordPart(character: string): boolean {
  return character !== '' && wordPart.test(character);
}
