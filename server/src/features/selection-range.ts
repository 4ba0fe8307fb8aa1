import type { Range, SelectionRange } from 'vscode-languageserver-types';
import { TokenKind } from '../language/lexer';
import { isComment, tokensOf, type Token } from '../language/tokens';
import type { Item } from '../language/item';
import type { DeclarationNode, PropertyNode, RelationNode, Span, ValueNode } from '../language/tree';
import { rangeIn, type Cursor } from './locations';

/**
 * What can be selected around a cursor, from the smallest to the largest: a name or what stands in quotes, a value with
 * its quotes and path, a modifier, a property, the lines of a block, the block, the declaration, the declaration with the comments above
 * it, and the file.
 */
export function selectionRangeAt({ document, item, index, offset }: Cursor): SelectionRange {
  const whole = { start: document.placeAt(0), end: document.placeAt(document.length) };
  const covers = ({ start, end }: Span) => start <= offset && offset <= end;
  let selection: SelectionRange = { range: whole };
  if (!item) return selection;
  for (const span of spansAround(item, covers)) {
    const range = rangeIn(document, index, span);
    if (isInside(range, selection.range)) selection = { range, parent: selection };
  }
  return selection;
}

/** Spans around a place, the largest first. Each lies within those before it, or is as large. */
function* spansAround(item: Item, covers: (span: Span) => boolean): Generator<Span> {
  const tokens = tokensOf(item);
  const own = withoutBlanks(tokens);
  if (!own || !covers(own)) return;
  const comment = tokens.find((token) => isComment(token.kind) && covers(token));
  const node = item.declaration;
  const holdsDeclaration = node && covers(node);
  yield own;
  if (holdsDeclaration) yield* spansIn(item, node, covers);
  if (comment) yield comment;
}

function* spansIn(item: Item, node: DeclarationNode, covers: (span: Span) => boolean): Generator<Span> {
  yield { start: node.start, end: node.end };
  const { keyword, name, displayName, relation, body } = node;
  if (covers(keyword)) yield keyword;
  else if (name && covers(name)) yield* spansOfValue(item, name, covers);
  else if (displayName && covers(displayName)) yield* spansOfValue(item, displayName, covers);
  else if (relation && covers(relation)) yield* spansOfRelation(item, relation, covers);
  else if (body && covers(body)) {
    yield body;
    const { open, close, properties } = body;
    const inside = { start: open?.end ?? body.start, end: close?.start ?? body.end };
    if (!covers(inside)) return;
    const first = properties[0];
    const last = properties.at(-1);
    if (first && last) {
      const lines = { start: first.start, end: last.end };
      if (covers(lines)) yield lines;
    }
    const property = properties.find(covers);
    if (property) yield* spansOfProperty(item, property, covers);
  }
}

function* spansOfRelation(
  item: Item,
  relation: RelationNode,
  covers: (span: Span) => boolean,
): Generator<Span> {
  const { left, operator, right } = relation;
  // Without the colon.
  const all = listOf([...left, ...(operator ? [operator] : []), ...right]);
  if (all && covers(all)) yield all;
  for (const side of [left, right]) {
    const list = listOf(side);
    if (!list || !covers(list)) continue;
    yield list;
    const name = side.find(covers);
    if (name) yield* spansOfValue(item, name, covers);
    return;
  }
  if (operator && covers(operator)) yield operator;
}

function* spansOfProperty(
  item: Item,
  property: PropertyNode,
  covers: (span: Span) => boolean,
): Generator<Span> {
  yield property;
  const { key, values, modifiers } = property;
  if (covers(key)) return yield key;
  for (const modifier of modifiers) {
    if (!covers(modifier)) continue;
    yield modifier;
    const word = { start: modifier.start, end: modifier.wordEnd };
    if (covers(word)) yield word;
    else yield* spansOfList(item, modifier.values, covers);
    return;
  }
  yield* spansOfList(item, values, covers);
}

function* spansOfList(
  item: Item,
  values: readonly ValueNode[],
  covers: (span: Span) => boolean,
): Generator<Span> {
  const list = listOf(values);
  if (!list || !covers(list)) return;
  yield list;
  const value = values.find(covers);
  if (value) yield* spansOfValue(item, value, covers);
}

/** A value, and within it the name without its path, and what stands in quotes or angle brackets. */
function* spansOfValue(item: Item, value: ValueNode, covers: (span: Span) => boolean): Generator<Span> {
  yield value;
  const end = value.type === 'name' ? value.nameEnd : value.end;
  const bare = { start: value.start, end };
  if (!covers(bare)) {
    if (value.type === 'name' && value.path && covers(value.path)) yield value.path;
    return;
  }
  yield bare;
  const [, open = '', close = ''] = /^("""|"|<)[^]*?("""|"|>)$/.exec(item.text.slice(bare.start, end)) ?? [];
  const inside = { start: bare.start + open.length, end: end - close.length };
  if (open !== '' && inside.start < inside.end && covers(inside)) yield inside;
}

function listOf(nodes: readonly Span[]): Span | undefined {
  const first = nodes[0];
  const last = nodes.at(-1);
  return first && last && { start: first.start, end: last.end };
}

function withoutBlanks(tokens: readonly Token[]): Span | undefined {
  const isText = ({ kind }: Token) => kind !== TokenKind.Whitespace && kind !== TokenKind.Newline;
  const first = tokens.find(isText);
  const last = tokens.findLast(isText);
  return first && last && { start: first.start, end: last.end };
}

/** Whether a range lies within another one and is not as large. */
function isInside(inner: Range, outer: Range): boolean {
  const starts = compare(inner, outer, 'start');
  const ends = compare(inner, outer, 'end');
  return starts >= 0 && ends <= 0 && (starts > 0 || ends < 0);
}

function compare(a: Range, b: Range, side: 'start' | 'end'): number {
  return a[side].line - b[side].line || a[side].character - b[side].character;
}
