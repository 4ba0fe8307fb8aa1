/** Walks once over the text of a literal, from left to right. */
export class Scanner {
  pos = 0;

  constructor(readonly text: string) {}

  /** The UTF-16 code unit at the position, or -1 at the end. */
  get code(): number {
    return this.pos < this.text.length ? this.text.charCodeAt(this.pos) : -1;
  }

  get atEnd(): boolean {
    return this.pos >= this.text.length;
  }

  /** Steps over blanks and gives the code unit behind them. */
  skipSpace(): number {
    while (isSpace(this.code)) this.pos++;
    return this.code;
  }

  /** Steps over `char` if it is next. */
  accept(char: string): boolean {
    if (!this.text.startsWith(char, this.pos)) return false;
    this.pos += char.length;
    return true;
  }

  /** Steps over all code units that `belongs` takes, and gives them. */
  takeWhile(belongs: (code: number) => boolean): string {
    const start = this.pos;
    while (this.pos < this.text.length && belongs(this.text.charCodeAt(this.pos))) this.pos++;
    return this.text.slice(start, this.pos);
  }
}

/** Blanks as they occur inside pasted figures: space, tab, line ends, no-break and narrow no-break space. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f;
}

/** `0` to `9`. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** What can stand in a word before or after a number: letters and currency signs, of any script. */
export function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 36 ||
    (code >= 0xa1 && code !== 0x202f)
  );
}
