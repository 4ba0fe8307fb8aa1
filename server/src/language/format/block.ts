import { TokenKind } from '../lexer';
import { isKind } from '../schema';
import { isComment, type Token } from '../tokens';
import type { BodyNode, PropertyNode, Span } from '../tree';
import { endsLine, firstTokenAt, piecesOf, setLine, tokenText, valuesIn, widthOf } from './pieces';

/** A longer key stands out of the column rather than pushing everything else to the right. */
const longestAlignedKey = 24;
/** How many columns a value may be pushed from its modifiers by a longer value nearby. */
const widestGap = 24;

/** A closed block. */
export type ClosedBody = BodyNode & { readonly open: Span; readonly close: Span };

/** A line of a block: a property, something unreadable, or nothing but comments. */
interface Row {
  /** Comments before it on its line, and behind it. */
  readonly before: string[];
  readonly after: string[];
  /** A property that can be set anew. */
  readonly property?: PropertyNode;
  /** Text that stays as it is. */
  readonly verbatim?: string;
  /** Whether a blank line stands above. */
  readonly spaced: boolean;
}

/** What a block holds, line by line. */
export interface Block {
  /** Comments behind the opening brace on its line. */
  readonly opening: readonly string[];
  readonly rows: readonly Row[];
  readonly hasComments: boolean;
  readonly hasBreaks: boolean;
}

/**
 * Reads a block line by line; undefined where lines cannot be moved without changing what they say: a property that
 * is called like a kind would open a declaration at a line's start.
 */
export function readBlock(text: string, tokens: readonly Token[], body: ClosedBody): Block | undefined {
  const reader = new BlockReader(text, tokens, body);
  return reader.read();
}

class BlockReader {
  private readonly opening: string[] = [];
  private readonly rows: Row[] = [];
  private comments: string[] = [];
  private hasComments = false;
  private hasBreaks = false;
  /** The last row on the current line of the text. */
  private onLine: Row | undefined;
  /** Whether the current line is the one of the opening brace. */
  private firstLine = true;
  /** Whether the last row that is no comment stays as it is. */
  private afterVerbatim = false;
  private lineIsBlank = false;
  private spaced = false;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly body: ClosedBody,
  ) {}

  read(): Block | undefined {
    const { tokens, body } = this;
    let nextProperty = 0;
    let index = firstTokenAt(tokens, body.open.end);
    while (index < tokens.length && tokens[index]!.start < body.close.start) {
      const token = tokens[index]!;
      index++;
      if (token.kind === TokenKind.Whitespace) continue;
      if (token.kind === TokenKind.Newline) {
        this.endLine();
        continue;
      }
      this.lineIsBlank = false;
      if (token.kind === TokenKind.Semicolon) {
        // Below a list that breaks off, it keeps the next line from going on with that list.
        if (!this.onLine && this.afterVerbatim) return undefined;
        this.attachBehind();
      } else if (isComment(token.kind)) {
        this.hasComments = true;
        this.comments.push(tokenText(this.text, token));
      } else {
        const property = body.properties[nextProperty];
        const known = property?.start === token.start ? property : undefined;
        if (known) nextProperty++;
        const end = known ? known.end : this.unreadableEnd(index - 1, property?.start ?? body.close.start);
        if (!this.canStartLine(token, known)) return undefined;
        if (known && !known.broken) {
          this.push({ property: known });
          index = firstTokenAt(tokens, end);
        } else {
          const closed = this.withSemicolon(end);
          this.push({ verbatim: this.text.slice(token.start, closed) });
          index = firstTokenAt(tokens, closed);
        }
      }
    }
    this.attachBehind();
    this.flushComments();
    const { opening, rows, hasComments, hasBreaks } = this;
    return { opening, rows, hasComments, hasBreaks };
  }

  private endLine(): void {
    this.hasBreaks = true;
    if (this.lineIsBlank) this.spaced = true;
    this.attachBehind();
    if (this.firstLine) this.opening.push(...this.comments.splice(0));
    this.flushComments();
    this.firstLine = false;
    this.lineIsBlank = true;
    this.onLine = undefined;
  }

  /** Comments behind a property on its line belong to it. */
  private attachBehind(): void {
    if (this.onLine) this.onLine.after.push(...this.comments.splice(0));
  }

  /** Comments with a line of their own. */
  private flushComments(): void {
    if (this.comments.length > 0) this.push({});
    this.onLine = undefined;
  }

  private push(content: Pick<Row, 'property' | 'verbatim'>): void {
    const spaced = this.spaced && this.rows.length > 0;
    this.onLine = { before: this.comments.splice(0), after: [], spaced, ...content };
    this.rows.push(this.onLine);
    this.spaced = false;
    if (content.property ?? content.verbatim) this.afterVerbatim = content.verbatim !== undefined;
  }

  /** Whether what starts with a token means the same at the start of a line as where it stands. */
  private canStartLine(token: Token, property: PropertyNode | undefined): boolean {
    const movesToLineStart = this.firstLine || this.onLine !== undefined;
    if (!movesToLineStart || !isKind(this.text.slice(token.start, token.end))) return true;
    return property !== undefined && !property.broken && property.values[0]?.type === 'scalar';
  }

  /** Where something that is no property ends: with its line, whole blocks included, as the parser skips it. */
  private unreadableEnd(from: number, limit: number): number {
    let depth = 0;
    let end = this.tokens[from]!.end;
    for (let index = from; index < this.tokens.length; index++) {
      const { kind, start, end: tokenEnd } = this.tokens[index]!;
      if (start >= limit) break;
      if (depth === 0 && (kind === TokenKind.Newline || kind === TokenKind.Semicolon)) break;
      if (kind === TokenKind.OpenBrace) depth++;
      if (kind === TokenKind.CloseBrace) depth--;
      if (kind !== TokenKind.Whitespace && kind !== TokenKind.Newline && !isComment(kind)) end = tokenEnd;
    }
    return end;
  }

  /** What cannot be read keeps its `;`: a line's end might not part it from what follows. */
  private withSemicolon(end: number): number {
    for (let index = firstTokenAt(this.tokens, end); index < this.tokens.length; index++) {
      const { kind, end: tokenEnd } = this.tokens[index]!;
      if (kind === TokenKind.Semicolon) return tokenEnd;
      if (kind !== TokenKind.Whitespace && (!isComment(kind) || endsLine(this.tokens[index]!))) break;
    }
    return end;
  }
}

/** A block on one line, without its braces; undefined where it holds what needs lines of its own. */
export function setInline(text: string, tokens: readonly Token[], block: Block): string | undefined {
  if (block.hasBreaks || block.hasComments) return undefined;
  const properties: string[] = [];
  for (const { property } of block.rows) {
    if (!property) return undefined;
    properties.push(setLine(piecesOf(text, tokens, property, valuesIn(property)), ''));
  }
  return properties.join('; ');
}

/** The lines of a block, without its braces: values in one column, and the modifiers of neighbouring lines in one. */
export function setRows(text: string, tokens: readonly Token[], block: Block, indent: string): string[] {
  const keyWidth = columnOf(
    block.rows.flatMap(({ property }) => (property ? [widthOf(property.key.text)] : [])),
    longestAlignedKey,
  );
  const rows = block.rows.map((row) => ({ row, ...setRow(text, tokens, row, indent, keyWidth) }));
  const lines: string[] = [];
  for (let from = 0; from < rows.length;) {
    let to = from + 1;
    while (to < rows.length && rows[from]!.row.property && rows[to]!.row.property && !rows[to]!.row.spaced)
      to++;
    const group = rows.slice(from, to);
    const widths = group.flatMap(({ head, tail }) => (tail && !head.includes('\n') ? [widthOf(head)] : []));
    const column = columnOf(widths, Math.min(...widths) + widestGap);
    for (const { row, head, tail } of group) {
      if (row.spaced) lines.push('');
      const padded = tail && !head.includes('\n') ? pad(head, column) : head;
      lines.push(
        indent + [...row.before, tail ? `${padded} ${tail}` : head, ...row.after].filter(Boolean).join(' '),
      );
    }
    from = to;
  }
  return lines;
}

/** A row up to its first modifier, and from there on. */
function setRow(
  text: string,
  tokens: readonly Token[],
  { property, verbatim }: Row,
  indent: string,
  keyWidth: number,
): { head: string; tail: string } {
  if (!property) return { head: verbatim ?? '', tail: '' };
  const [key, ...pieces] = piecesOf(text, tokens, property, valuesIn(property));
  const padded = pad(key?.text ?? '', keyWidth);
  const continuation = ' '.repeat(indent.length + widthOf(padded) + 1);
  const firstModifier = property.modifiers[0]?.start ?? Infinity;
  const head = pieces.filter(({ start }) => start < firstModifier);
  const tail = pieces.filter(({ start }) => start >= firstModifier);
  return { head: `${padded} ${setLine(head, continuation)}`, tail: setLine(tail, continuation) };
}

/** The widest of those that are not above `most`; 0 where none is. */
function columnOf(widths: readonly number[], most: number): number {
  return widths.reduce((widest, width) => (width <= most && width > widest ? width : widest), 0);
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
