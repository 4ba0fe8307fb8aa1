import * as l10n from '@vscode/l10n';
import {
  SymbolKind,
  type DocumentSymbol,
  type Range,
  type SymbolInformation,
} from 'vscode-languageserver-types';
import type { DealDocument } from '../language/document';
import { excerpt } from '../language/excerpt';
import type { Item } from '../language/item';
import type { PropertyName } from '../language/schema';
import type { DeclarationNode, PropertyNode, Span } from '../language/tree';
import { nameSpan } from '../model/declaration';
import { forEachItem, placeOf } from './item-places';
import { symbolKinds } from './symbol-kind';

/** Longer names and details are cut: an outline is read at a glance. */
const longestDetail = 80;

/** What was made of the items of a document, and of which line of it: undefined for an item that declares nothing. */
export type KnownSymbols = WeakMap<
  Item,
  { readonly line: number; readonly symbol: DocumentSymbol | undefined }
>;

/**
 * The declarations of a document in their order, each with its properties below it.
 *
 * @param nested whether the client takes symbols within symbols; without it the list is flat, declarations only
 * @param known what was made of the document before, which takes in what is made now
 */
export function outlineOf(
  document: DealDocument,
  uri: string,
  nested: boolean,
  known: KnownSymbols = new WeakMap(),
): DocumentSymbol[] | SymbolInformation[] {
  const symbols: DocumentSymbol[] = [];
  forEachItem(document, (item, line, column) => {
    // Few items start in the middle of a line.
    const symbol = column > 0 ? symbolOf(item, line, column) : knownSymbol(item, line, known);
    if (symbol) symbols.push(symbol);
  });
  if (nested) return symbols;
  return symbols.map(({ name, kind, range }) => ({ name, kind, location: { uri, range } }));
}

function knownSymbol(item: Item, line: number, known: KnownSymbols): DocumentSymbol | undefined {
  const before = known.get(item);
  if (before?.line === line) return before.symbol;
  const symbol = before ? before.symbol && moved(before.symbol, line - before.line) : symbolOf(item, line, 0);
  known.set(item, { line, symbol });
  return symbol;
}

function moved(symbol: DocumentSymbol, lines: number): DocumentSymbol {
  const { range, selectionRange, children } = symbol;
  return {
    ...symbol,
    range: movedRange(range, lines),
    selectionRange: movedRange(selectionRange, lines),
    ...(children && { children: children.map((child) => moved(child, lines)) }),
  };
}

function movedRange({ start, end }: Range, lines: number): Range {
  return {
    start: { line: start.line + lines, character: start.character },
    end: { line: end.line + lines, character: end.character },
  };
}

/** The symbol of an item that starts at a place. */
function symbolOf(item: Item, line: number, column: number): DocumentSymbol | undefined {
  const node = item.declaration;
  if (!node) return undefined;
  const { keyword, kind, name, body } = node;
  const rangeOf = ({ start, end }: Span) => ({
    start: placeOf(item, start, line, column),
    end: placeOf(item, end, line, column),
  });
  const properties = body?.properties ?? [];
  const detail = detailOf(item, node);
  return {
    name: name?.text.trim() ? onOneLine(name.text) : l10n.t('(unnamed {0})', onOneLine(keyword.text)),
    ...(detail && { detail }),
    kind: kind ? symbolKinds[kind] : SymbolKind.Null,
    range: rangeOf(node),
    selectionRange: rangeOf(nameSpan({ node })),
    ...(properties.length > 0 && {
      children: properties.map((property) => childOf(item, property, rangeOf)),
    }),
  };
}

function childOf(item: Item, property: PropertyNode, rangeOf: (span: Span) => Range): DocumentSymbol {
  const { key, values } = property;
  const first = values[0];
  const last = values.at(-1);
  const detail = first && last ? onOneLine(item.text.slice(first.start, last.end)) : '';
  return {
    name: onOneLine(key.text),
    ...(detail && { detail }),
    kind: SymbolKind.Property,
    range: rangeOf(property),
    selectionRange: rangeOf(key),
  };
}

/** What a declaration of a deal or a fact is about: its first figure is told with it. */
const figures: ReadonlySet<string> = new Set<PropertyName>(['amount', 'budget', 'value', 'stake']);

/** The display name, else who stands on both sides of the relation; behind it the figure, as it is written. */
function detailOf(item: Item, node: DeclarationNode): string {
  const [value] = node.body?.properties.find(({ key }) => figures.has(key.text))?.values ?? [];
  const figure = value && onOneLine(item.text.slice(value.start, value.end));
  return [whatOf(item, node), figure].filter(Boolean).join(' · ');
}

function whatOf(item: Item, { displayName, relation }: DeclarationNode): string {
  if (displayName?.text) return onOneLine(displayName.text);
  if (!relation) return '';
  const names = (nodes: typeof relation.left) =>
    nodes.map(({ start, end }) => item.text.slice(start, end)).join(', ');
  const sides = [
    names(relation.left),
    relation.operator && sign(relation.operator.text),
    names(relation.right),
  ];
  return onOneLine(sides.filter(Boolean).join(' '));
}

function sign(operator: string): string {
  return operator === '->' ? '→' : operator === '<->' ? '↔' : operator;
}

function onOneLine(text: string): string {
  return excerpt(text.replace(/\s+/g, ' ').trim(), longestDetail);
}
