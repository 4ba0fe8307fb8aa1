import {
  SemanticTokenModifiers,
  SemanticTokenTypes,
  type Range,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensEdit,
  type SemanticTokensLegend,
} from 'vscode-languageserver-types';
import type { DealDocument } from '../language/document';
import { TokenKind } from '../language/lexer';
import {
  isProperty,
  kinds,
  modifiers as modifierSchemas,
  properties,
  undisclosed,
  type KindGroup,
  type ModifierSchema,
  type ReferenceTarget,
} from '../language/schema';
import { tokensOf } from '../language/tokens';
import type { Item } from '../language/item';
import { forEachItem } from './item-places';
import type { MarkedSpan } from './token-marks';
import type { DeclarationNode, NameNode, PropertyNode, Span, ValueNode } from '../language/tree';

type TokenType = `${SemanticTokenTypes}`;

/**
 * What a declared name is coloured as, by the group of its kind. Only types that every theme knows; a reference has
 * the colour of what it may point at.
 */
const declaredAs: Readonly<Record<KindGroup, TokenType>> = {
  party: SemanticTokenTypes.class,
  deal: SemanticTokenTypes.function,
  fact: SemanticTokenTypes.variable,
  evidence: SemanticTokenTypes.variable,
  vocabulary: SemanticTokenTypes.enumMember,
  view: SemanticTokenTypes.namespace,
};

const referredAs: Readonly<Record<ReferenceTarget, TokenType>> = {
  party: declaredAs.party,
  deal: declaredAs.deal,
  source: declaredAs.evidence,
  resource: declaredAs.vocabulary,
  claim: declaredAs.fact,
  valued: declaredAs.fact,
  any: SemanticTokenTypes.variable,
};

const tokenTypes: readonly TokenType[] = [
  SemanticTokenTypes.keyword,
  SemanticTokenTypes.class,
  SemanticTokenTypes.function,
  SemanticTokenTypes.variable,
  SemanticTokenTypes.namespace,
  SemanticTokenTypes.enumMember,
  SemanticTokenTypes.property,
  SemanticTokenTypes.string,
  SemanticTokenTypes.number,
  SemanticTokenTypes.operator,
  SemanticTokenTypes.comment,
];
const tokenModifiers = [
  SemanticTokenModifiers.declaration,
  SemanticTokenModifiers.documentation,
  'disputed',
  'rumored',
  'terminated',
] as const;

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

/** A stretch of the tree whose tokens all have one colour. */
interface Stretch extends Span {
  readonly type: TokenType;
  readonly modifier?: (typeof tokenModifiers)[number];
}

/** What is marked in an item besides what its words are. */
export type Marks = (item: Item) => readonly MarkedSpan[];
const noMarks: Marks = () => [];

/** Numbers per token in the protocol's encoding: lines and columns from the token before, length, type, modifiers. */
const tokenWidth = 5;

/** The tokens of the items of a document, and what was sent of it last. */
export class KnownTokens {
  /** An unchanged item keeps its identity, and with it its tokens. */
  readonly pieces = new WeakMap<Item, readonly number[]>();
  private sent: { readonly resultId: string; readonly data: readonly number[] } | undefined;
  /** Of all files, so that no number means two answers where a file is closed and opened again. */
  private static answers = 0;

  /** Notes what is sent, under a number of its own. */
  send(data: number[]): SemanticTokens {
    const resultId = String(++KnownTokens.answers);
    this.sent = { resultId, data };
    return { resultId, data };
  }

  /** What was sent under that number; undefined where that is not the last one. */
  dataOf(resultId: string): readonly number[] | undefined {
    return this.sent?.resultId === resultId ? this.sent.data : undefined;
  }
}

/**
 * The semantic tokens of a whole document, in the protocol's relative encoding.
 *
 * @param known what was worked out for the document before, which takes in what is worked out now
 */
export function semanticTokensOf(
  document: DealDocument,
  known = new KnownTokens(),
  marks = noMarks,
): SemanticTokens {
  return known.send(encoded(document, known, marks));
}

/** What has changed since an answer, as one edit at most; all tokens where that answer was not the last one. */
export function semanticTokensSince(
  document: DealDocument,
  previousResultId: string,
  known: KnownTokens,
  marks = noMarks,
): SemanticTokens | SemanticTokensDelta {
  const before = known.dataOf(previousResultId);
  const { resultId, data } = semanticTokensOf(document, known, marks);
  if (!before) return { ...(resultId !== undefined && { resultId }), data };
  return { ...(resultId !== undefined && { resultId }), edits: editsBetween(before, data) };
}

/** The semantic tokens of the lines that have a part in a range. */
export function semanticTokensIn(
  document: DealDocument,
  range: Range,
  known = new KnownTokens(),
  marks = noMarks,
): SemanticTokens {
  return { data: encoded(document, known, marks, range) };
}

/** One edit that makes a list of tokens out of another one. */
function editsBetween(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const data = after.slice(start, after.length - end);
  return [{ start, deleteCount: before.length - end - start, ...(data.length > 0 && { data }) }];
}

/** The tokens of a document, or of the items that have a part in a range, in the protocol's encoding. */
function encoded(document: DealDocument, known: KnownTokens, marks: Marks, range?: Range): number[] {
  const data: number[] = [];
  let lastLine = 0;
  let lastColumn = 0;
  const add = (item: Item, line: number, column: number) => {
    const pieces = piecesOf(item, known);
    const marked = pieces.length > 0 ? marks(item) : [];
    for (let at = 0; at < pieces.length; at += tokenWidth) {
      const lineInItem = pieces[at]!;
      const pieceLine = line + lineInItem;
      if (range && (pieceLine < range.start.line || pieceLine > range.end.line)) continue;
      const pieceColumn = lineInItem === 0 ? column + pieces[at + 1]! : pieces[at + 1]!;
      const deltaColumn = pieceLine === lastLine ? pieceColumn - lastColumn : pieceColumn;
      const bits = marked.length > 0 ? markBits(item, marked, lineInItem, pieces[at + 1]!) : 0;
      data.push(pieceLine - lastLine, deltaColumn, pieces[at + 2]!, pieces[at + 3]!, pieces[at + 4]! | bits);
      lastLine = pieceLine;
      lastColumn = pieceColumn;
    }
  };
  if (!range) forEachItem(document, add);
  else {
    const indexAt = (line: number) => document.indexAt(document.offsetAt({ line, character: 0 }));
    forEachItem(document, add, Math.max(0, indexAt(range.start.line)), indexAt(range.end.line + 1) + 1);
  }
  return data;
}

/**
 * The tokens of an item, as many numbers for each as in the protocol: line in the item, column (in the item's first
 * line counted from its start), length, type, modifiers.
 */
function piecesOf(item: Item, { pieces: known }: KnownTokens): readonly number[] {
  let pieces = known.get(item);
  if (!pieces) {
    pieces = readPieces(item);
    known.set(item, pieces);
  }
  return pieces;
}

function readPieces(item: Item): number[] {
  const stretches = item.declaration ? stretchesOf(item.declaration) : [];
  const pieces: number[] = [];
  let next = 0;
  let line = 0;
  for (const token of tokensOf(item)) {
    while (next < stretches.length && stretches[next]!.end <= token.start) next++;
    const around = stretches[next];
    const stretch: Omit<Stretch, 'start' | 'end'> | undefined =
      fixedType(token.kind) ?? (around && around.start <= token.start ? around : looseType(token.kind));
    let start = token.start;
    // The protocol knows no token over several lines: one for each line.
    for (;;) {
      const lineEnd = item.lineStarts[line] ?? Infinity;
      const end = Math.min(token.end, lineEnd);
      const length = item.text.slice(start, end).trimEnd().length;
      if (stretch && length > 0) {
        const column = start - (line > 0 ? item.lineStarts[line - 1]! : 0);
        pieces.push(line, column, length, tokenTypes.indexOf(stretch.type), modifierBits(stretch.modifier));
      }
      if (lineEnd > token.end) break;
      line++;
      if (lineEnd === token.end) break;
      start = lineEnd;
    }
  }
  return pieces;
}

/** The marks of what starts at a place of an item. */
function markBits({ lineStarts }: Item, marked: readonly MarkedSpan[], line: number, column: number): number {
  const offset = (line > 0 ? lineStarts[line - 1]! : 0) + column;
  return marked
    .filter(({ start, end }) => start <= offset && offset < end)
    .reduce((bits, { mark }) => bits | (1 << tokenModifiers.indexOf(mark)), 0);
}

function modifierBits(modifier: Stretch['modifier']): number {
  return modifier ? 1 << tokenModifiers.indexOf(modifier) : 0;
}

/** What a token is wherever it stands. */
function fixedType(kind: TokenKind): Omit<Stretch, 'start' | 'end'> | undefined {
  switch (kind) {
    case TokenKind.LineComment:
    case TokenKind.BlockComment:
      return { type: 'comment' };
    case TokenKind.DocComment:
      return { type: 'comment', modifier: SemanticTokenModifiers.documentation };
    case TokenKind.Arrow:
    case TokenKind.BothWays:
      return { type: 'operator' };
    default:
      return undefined;
  }
}

/** What a token looks like where the tree does not hold it: in a line that could not be read. */
function looseType(kind: TokenKind): Omit<Stretch, 'start' | 'end'> | undefined {
  switch (kind) {
    case TokenKind.String:
    case TokenKind.BlockString:
    case TokenKind.Url:
      return { type: 'string' };
    case TokenKind.Literal:
    case TokenKind.CurrencySymbol:
      return { type: 'number' };
    default:
      return undefined;
  }
}

/** The stretches of a declaration in the order of the text. */
function stretchesOf(node: DeclarationNode): Stretch[] {
  const { keyword, kind, name, displayName, relation, body } = node;
  const stretches: Stretch[] = [];
  if (kind) stretches.push(stretch(keyword, 'keyword'));
  if (name) {
    const type = kind ? declaredAs[kinds[kind].group] : 'variable';
    stretches.push({
      start: name.start,
      end: name.nameEnd,
      type,
      modifier: SemanticTokenModifiers.declaration,
    });
  }
  if (displayName) stretches.push(stretch(displayName, 'string'));
  if (relation) {
    const shape = kind && kinds[kind].relation;
    const party = shape === 'currencies' ? 'enumMember' : referredAs.party;
    for (const side of relation.left) pushName(stretches, side, party);
    if (relation.operator) {
      stretches.push(stretch(relation.operator, shape === 'claim' ? 'keyword' : 'operator'));
    }
    for (const side of relation.right) pushName(stretches, side, shape === 'claim' ? referredAs.any : party);
  }
  for (const property of body?.properties ?? []) pushProperty(stretches, property);
  return stretches;
}

function pushProperty(stretches: Stretch[], { key, values, modifiers }: PropertyNode): void {
  stretches.push(stretch(key, 'property'));
  const schema = isProperty(key.text) ? properties[key.text] : undefined;
  const isReference = schema?.values.includes('reference') ?? false;
  for (const value of values) {
    pushValue(stretches, value, isReference ? referredAs[schema?.target ?? 'any'] : undefined);
  }
  for (const modifier of modifiers) {
    stretches.push({ start: modifier.start, end: modifier.wordEnd, type: 'keyword' });
    for (const value of modifier.values)
      pushValue(stretches, value, modifierTarget(modifierSchemas[modifier.name]));
  }
}

/** What a name behind a modifier refers to; undefined for modifiers that take no name. */
function modifierTarget({ value }: ModifierSchema): TokenType | undefined {
  switch (value) {
    case 'source':
    case 'party':
    case 'valued':
      return referredAs[value];
    default:
      return undefined;
  }
}

/** @param reference what a name would be coloured as; undefined where texts and fixed words stand rather than names */
function pushValue(stretches: Stretch[], value: ValueNode, reference: TokenType | undefined): void {
  if (value.type === 'scalar') stretches.push(stretch(value, 'number'));
  else if (value.type === 'url') stretches.push(stretch(value, 'string'));
  else pushName(stretches, value, reference ?? (value.quoted ? 'string' : 'enumMember'));
}

function pushName(stretches: Stretch[], name: NameNode, type: TokenType): void {
  const isUnknown = !name.quoted && name.text === undisclosed;
  stretches.push({ start: name.start, end: name.nameEnd, type: isUnknown ? 'enumMember' : type });
  if (name.path) stretches.push(stretch(name.path, 'property'));
}

function stretch({ start, end }: Span, type: TokenType): Stretch {
  return { start, end, type };
}
