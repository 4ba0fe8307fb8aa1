import {
  SemanticTokenModifiers,
  SemanticTokenTypes,
  type SemanticTokens,
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
const tokenModifiers = [SemanticTokenModifiers.declaration, SemanticTokenModifiers.documentation] as const;

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

/** A stretch of the tree whose tokens all have one colour. */
interface Stretch extends Span {
  readonly type: TokenType;
  readonly modifier?: (typeof tokenModifiers)[number];
}

/** The semantic tokens of a whole document, in the protocol's relative encoding. */
export function semanticTokensOf(document: DealDocument): SemanticTokens {
  const data: number[] = [];
  let line = 0;
  let column = 0;
  let lastLine = 0;
  let lastColumn = 0;
  for (const item of document.items) {
    const pieces = piecesOf(item);
    for (let at = 0; at < pieces.length; at += pieceWidth) {
      const lineInItem = pieces[at]!;
      const pieceLine = line + lineInItem;
      const pieceColumn = lineInItem === 0 ? column + pieces[at + 1]! : pieces[at + 1]!;
      const deltaColumn = pieceLine === lastLine ? pieceColumn - lastColumn : pieceColumn;
      data.push(pieceLine - lastLine, deltaColumn, pieces[at + 2]!, pieces[at + 3]!, pieces[at + 4]!);
      lastLine = pieceLine;
      lastColumn = pieceColumn;
    }
    const lastStart = item.lineStarts.at(-1);
    line += item.lineBreaks;
    column = lastStart === undefined ? column + item.text.length : item.text.length - lastStart;
  }
  return { data };
}

/** Numbers per piece: line in the item, column (in the item's first line counted from its start), length, type, modifiers. */
const pieceWidth = 5;

/** An unchanged item keeps its identity, and with it its tokens. */
const knownPieces = new WeakMap<Item, readonly number[]>();

function piecesOf(item: Item): readonly number[] {
  let pieces = knownPieces.get(item);
  if (!pieces) {
    pieces = readPieces(item);
    knownPieces.set(item, pieces);
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
