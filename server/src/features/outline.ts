import * as l10n from '@vscode/l10n';
import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver-types';
import type { DealDocument } from '../language/document';
import { excerpt } from '../language/excerpt';
import type { KindName } from '../language/schema';
import type { Item } from '../language/item';
import type { DeclarationNode, PropertyNode } from '../language/tree';
import { rangeIn } from './locations';

/** Longer names and details are cut: an outline is read at a glance. */
const longestDetail = 80;

/** Which of the protocol's kinds, and so which icon, stands for a kind of declaration. */
const symbolKinds: Readonly<Record<KindName, SymbolKind>> = {
  company: SymbolKind.Class,
  fund: SymbolKind.Package,
  person: SymbolKind.Object,
  government: SymbolKind.Module,
  organization: SymbolKind.Module,
  investment: SymbolKind.Event,
  round: SymbolKind.Event,
  loan: SymbolKind.Event,
  grant: SymbolKind.Event,
  acquisition: SymbolKind.Event,
  merger: SymbolKind.Event,
  supply: SymbolKind.Interface,
  license: SymbolKind.Interface,
  partnership: SymbolKind.Interface,
  venture: SymbolKind.Struct,
  project: SymbolKind.Struct,
  valuation: SymbolKind.Number,
  holding: SymbolKind.Number,
  metric: SymbolKind.Number,
  fx: SymbolKind.Number,
  claim: SymbolKind.String,
  source: SymbolKind.File,
  resource: SymbolKind.Key,
  ecosystem: SymbolKind.Namespace,
};

/**
 * The declarations of a document in their order, each with its properties below it.
 *
 * @param nested whether the client takes symbols within symbols; without it the list is flat, declarations only
 */
export function outlineOf(
  document: DealDocument,
  uri: string,
  nested: boolean,
): DocumentSymbol[] | SymbolInformation[] {
  const symbols = document.items.flatMap((item, index) =>
    item.declaration ? [symbolOf(document, index, item, item.declaration)] : [],
  );
  if (nested) return symbols;
  return symbols.map(({ name, kind, range }) => ({ name, kind, location: { uri, range } }));
}

function symbolOf(document: DealDocument, index: number, item: Item, node: DeclarationNode): DocumentSymbol {
  const { keyword, kind, name, body } = node;
  return {
    name: name?.text.trim() ? onOneLine(name.text) : l10n.t('(unnamed {0})', onOneLine(keyword.text)),
    detail: detailOf(item, node),
    kind: kind ? symbolKinds[kind] : SymbolKind.Null,
    range: rangeIn(document, index, node),
    selectionRange: rangeIn(document, index, name ? { start: name.start, end: name.nameEnd } : keyword),
    children: (body?.properties ?? []).map((property) => childOf(document, index, item, property)),
  };
}

function childOf(document: DealDocument, index: number, item: Item, property: PropertyNode): DocumentSymbol {
  const { key, values } = property;
  const first = values[0];
  const last = values.at(-1);
  return {
    name: onOneLine(key.text),
    detail: first && last ? onOneLine(item.text.slice(first.start, last.end)) : '',
    kind: SymbolKind.Property,
    range: rangeIn(document, index, property),
    selectionRange: rangeIn(document, index, key),
  };
}

/** The display name, else who stands on both sides of the relation. */
function detailOf(item: Item, { displayName, relation }: DeclarationNode): string {
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
