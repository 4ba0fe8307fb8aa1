import type { DealDocument } from './document';
import { Lexer, TokenFlaw, TokenKind } from './lexer';
import {
  isKind,
  isModifier,
  isProperty,
  isVerb,
  modifiers,
  properties,
  type KindName,
  type ModifierName,
  type PropertyName,
} from './schema';
import type { Span } from './tree';

/** What could be written at a place, whatever is wrong around it. */
export type Context = {
  /** Where the word, figure or text that is being written starts; offset in the item. */
  readonly start: number;
  /**
   * Where it ends: behind what stands of it behind the cursor, such as the quote that closes a text. Where nothing has been
   * written yet but a value stands behind the cursor, the end of that value.
   */
  readonly end: number;
  /** Whether a text in quotes is being written: a name, or a text as it stands elsewhere. */
  readonly quoted: boolean;
} & (
  | { readonly at: 'declaration' }
  | { readonly at: 'party'; readonly kind: KindName; readonly side: 'left' | 'right' }
  | { readonly at: 'operator'; readonly kind: KindName }
  | { readonly at: 'path'; readonly name: string }
  | { readonly at: 'property'; readonly kind: KindName; readonly present: ReadonlySet<string> }
  | { readonly at: 'value'; readonly kind: KindName; readonly property: PropertyName }
  | {
      readonly at: 'modifier';
      readonly kind: KindName;
      readonly property: PropertyName;
      readonly present: ReadonlySet<ModifierName>;
    }
  | { readonly at: 'modifierValue'; readonly property: PropertyName; readonly modifier: ModifierName }
  | { readonly at: 'nothing' }
);

interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What could be written at an offset in an item of a document. */
export function contextAt(document: DealDocument, index: number, offset: number): Context {
  const item = document.item(index);
  const previous = document.item(index - 1);
  const own = item?.text ?? '';
  const body = previous?.declaration?.body;
  // An indented line below a block that was never closed goes on with that block.
  const lineStart = Math.max(own.lastIndexOf('\n', offset - 1), own.lastIndexOf('\r', offset - 1)) + 1;
  const indented = /^[ \t]+/.test(own.slice(lineStart, offset));
  const before = item?.declaration ? item.declaration.start : own.length;
  if (previous && body?.open && !body.close && indented && offset <= before) {
    const context = contextIn(previous.text + own, previous.text.length + offset);
    const moved = previous.text.length;
    return { ...context, start: context.start - moved, end: context.end - moved };
  }
  return contextIn(own, offset);
}

function contextIn(text: string, offset: number): Context {
  const before = tokensBefore(text, offset);
  if (!before) return { at: 'nothing', start: offset, end: offset, quoted: false };
  const { tokens, string } = before;
  const start = string?.start ?? startOfPrefix(tokens, offset);
  while (tokens.length > 0 && tokens.at(-1)!.start >= start) tokens.pop();
  const place = analyze(tokens, text, offset);
  const isBegun = start < offset;
  const end = string?.end ?? (isBegun ? endOfWord(text, before.end) : endOfValueBehind(text, offset, place));
  return { ...place, start, end, quoted: string !== undefined };
}

/** Where a word or figure ends whose last token ends at an offset: a percent sign belongs to its figure. */
function endOfWord(text: string, end: number): number {
  return text[end] === '%' && /\d/.test(text[end - 1] ?? '') ? end + 1 : end;
}

/** Where the value ends that stands right behind an offset where another could stand; the offset itself where none does. */
function endOfValueBehind(text: string, offset: number, place: Place): number {
  if (place.at !== 'party' && place.at !== 'path' && place.at !== 'value' && place.at !== 'modifierValue')
    return offset;
  const lexer = new Lexer(text);
  lexer.read(offset);
  switch (lexer.kind) {
    case TokenKind.Word: {
      const word = text.slice(offset, lexer.end);
      // What goes on behind a value that is missing.
      return isModifier(word) || isVerb(word) ? offset : lexer.end;
    }
    case TokenKind.String:
      return lexer.flaw === TokenFlaw.None ? lexer.end : offset;
    case TokenKind.Literal:
      // A currency or a sign goes in front of a figure; a date has nothing in front of it.
      return isOnlyDate(place) ? lexer.end : offset;
    default:
      return offset;
  }
}

function isOnlyDate(place: Place): boolean {
  if (place.at === 'modifierValue') return modifiers[place.modifier].value === 'date';
  return place.at === 'value' && properties[place.property].values.every((type) => type === 'date');
}

/**
 * Everything before the offset that is neither white space nor comment, where the last of it ends, which can be behind the
 * offset, and the text on one line that the offset is in; undefined inside a comment, an address or a text over several
 * lines.
 */
function tokensBefore(
  text: string,
  offset: number,
): { tokens: Token[]; end: number; string?: Span } | undefined {
  const lexer = new Lexer(text);
  const tokens: Token[] = [];
  let last = offset;
  for (let at = 0; at < offset; at = lexer.end) {
    lexer.read(at);
    const { kind, start, end, flaw } = lexer;
    const inside = end > offset || (end === offset && flaw !== TokenFlaw.None);
    switch (kind) {
      case TokenKind.LineComment:
      case TokenKind.DocComment:
        if (end >= offset) return undefined;
        break;
      case TokenKind.String:
        // Nothing tells how much of the line belongs to a text that is not closed.
        if (inside) return { tokens, end, string: { start, end: flaw === TokenFlaw.None ? end : offset } };
        tokens.push({ kind, text: text.slice(start, end), start, end });
        break;
      case TokenKind.BlockComment:
      case TokenKind.BlockString:
      case TokenKind.Url:
        if (inside) return undefined;
        if (kind !== TokenKind.BlockComment) tokens.push({ kind, text: text.slice(start, end), start, end });
        break;
      case TokenKind.Whitespace:
        break;
      default:
        last = Math.max(offset, end);
        tokens.push({
          // Of an arrow that the offset is in, signs stand before it.
          kind: end > offset && isArrow(kind) ? TokenKind.Sign : kind,
          text: text.slice(start, Math.min(end, offset)),
          start,
          end: Math.min(end, offset),
        });
    }
  }
  return { tokens, end: last };
}

function isArrow(kind: TokenKind): boolean {
  return kind === TokenKind.Arrow || kind === TokenKind.BothWays;
}

/** Where the word or figure that ends at the offset starts; the offset itself where none does. */
function startOfPrefix(tokens: readonly Token[], offset: number): number {
  let start = offset;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]!;
    if (token.end !== start || !isPartOfPrefix(token.kind)) break;
    start = token.start;
  }
  return start;
}

function isPartOfPrefix(kind: TokenKind): boolean {
  return (
    kind === TokenKind.Word ||
    kind === TokenKind.Literal ||
    kind === TokenKind.CurrencySymbol ||
    kind === TokenKind.Sign ||
    kind === TokenKind.Range
  );
}

type Place = Context extends infer C
  ? C extends Context
    ? Omit<C, 'start' | 'end' | 'quoted'>
    : never
  : never;

function analyze(tokens: readonly Token[], text: string, offset: number): Place {
  let kind: KindName | undefined;
  let depth = 0;
  /** The tokens of the header, or of the line in a block. */
  let line: Token[] = [];
  const present = new Set<string>();
  for (const token of tokens) {
    switch (token.kind) {
      case TokenKind.OpenBrace:
        if (depth === 0) {
          kind = line[0] && isKind(line[0].text) ? line[0].text : undefined;
          present.clear();
        }
        depth++;
        line = [];
        break;
      case TokenKind.CloseBrace:
        depth = Math.max(0, depth - 1);
        line = [];
        break;
      case TokenKind.Newline:
        if (goesOn(line)) break;
        if (depth === 1 && line[0]) present.add(line[0].text);
        line = [];
        break;
      case TokenKind.Semicolon:
        if (depth === 1 && line[0]) present.add(line[0].text);
        line = [];
        break;
      default:
        line.push(token);
    }
  }
  if (depth === 0) return inHeader(line);
  if (depth > 1 || !kind) return { at: 'nothing' };
  for (const key of keysAfter(text, offset)) present.add(key);
  return inBlock(kind, line, present);
}

/** A list that ends with a comma, or an arrow, goes on in the next line. */
function goesOn(line: readonly Token[]): boolean {
  const last = line.at(-1)?.kind;
  return last !== undefined && (last === TokenKind.Comma || isArrow(last));
}

/** The keys of the lines below, up to the end of the block. */
function keysAfter(text: string, offset: number): string[] {
  const keys: string[] = [];
  const lexer = new Lexer(text);
  let fresh = false;
  for (let at = offset; ; at = lexer.end) {
    lexer.read(at);
    if (lexer.kind === TokenKind.EndOfFile || lexer.kind === TokenKind.CloseBrace) return keys;
    if (lexer.kind === TokenKind.Newline || lexer.kind === TokenKind.Semicolon) fresh = true;
    else if (lexer.kind !== TokenKind.Whitespace) {
      if (fresh && lexer.kind === TokenKind.Word) keys.push(text.slice(lexer.start, lexer.end));
      fresh = false;
    }
  }
}

function inHeader(line: readonly Token[]): Place {
  const first = line[0];
  if (!first) return { at: 'declaration' };
  if (!isKind(first.text)) return { at: 'nothing' };
  const kind = first.text;
  const colon = line.findIndex((token) => token.kind === TokenKind.Colon);
  if (colon < 0) return { at: 'nothing' };
  const relation = line.slice(colon + 1);
  const last = relation.at(-1);
  const isOperator = (token: Token) =>
    isArrow(token.kind) || (token.kind === TokenKind.Word && isVerb(token.text));
  const operator = relation.findIndex(isOperator);
  const side = operator < 0 ? 'left' : 'right';
  if (!last || last.kind === TokenKind.Comma || isOperator(last)) return { at: 'party', kind, side };
  if (last.kind === TokenKind.Dot) {
    const name = relation.at(-2);
    return name ? { at: 'path', name: unquoted(name.text) } : { at: 'nothing' };
  }
  return operator < 0 ? { at: 'operator', kind } : { at: 'nothing' };
}

function inBlock(kind: KindName, line: readonly Token[], present: ReadonlySet<string>): Place {
  const key = line[0];
  if (!key) return { at: 'property', kind, present };
  const property = key.text;
  if (!isProperty(property)) return { at: 'nothing' };
  const used = new Set<ModifierName>();
  let modifier: ModifierName | undefined;
  let complete = false;
  for (const token of line.slice(1)) {
    if (token.kind === TokenKind.Comma) complete = false;
    else if (complete && token.kind === TokenKind.Word && isModifier(token.text)) {
      used.add(token.text);
      const isFlag = modifiers[token.text].value === 'flag';
      modifier = isFlag ? undefined : token.text;
      complete = isFlag;
    } else complete = true;
  }
  if (complete) return { at: 'modifier', kind, property, present: used };
  return modifier ? { at: 'modifierValue', property, modifier } : { at: 'value', kind, property };
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1) : text;
}
