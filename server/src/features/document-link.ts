import * as l10n from '@vscode/l10n';
import type { DocumentLink } from 'vscode-languageserver-types';
import type { DealDocument } from '../language/document';
import type { Item } from '../language/item';
import type { DeclarationNode, Span, UrlNode } from '../language/tree';
import { dateOf, textOf, type Declaration } from '../model/declaration';
import { interpret } from '../model/interpret';
import type { Project } from '../project/project';
import { describeDate } from '../values/date';
import { forEachItem, placeOf } from './item-places';
import { mentionSpan } from './locations';
import { dotted } from './summary/markdown';

/** What a link carries until somebody points at it. */
export interface SourceLinkData {
  /** The document that it stands in. */
  readonly uri: string;
  /** The source that it leads to. */
  readonly source: string;
}

/** The places in an item that may lead to the web, apart from what other declarations say. */
interface ItemLinks {
  readonly addresses: readonly (Span & { readonly target: string })[];
  readonly sources: readonly (Span & { readonly name: string })[];
}

/** The links of the items of a document: an unchanged item keeps its identity, and with it its links. */
export type KnownLinks = WeakMap<Item, ItemLinks>;

/**
 * The addresses of a document, and the sources that it cites and that say where they can be read. Where a source leads
 * is told by `resolvedLink`. No text of a file becomes anything but an address of the web.
 *
 * @param known what was found in the document before, which takes in what is found now
 */
export function documentLinksOf(
  project: Project,
  document: DealDocument,
  uri: string,
  known: KnownLinks = new WeakMap(),
): DocumentLink[] {
  const links: DocumentLink[] = [];
  const hasAddress = new Map<string, boolean>();
  forEachItem(document, (item, line, column) => {
    const { addresses, sources } = linksIn(item, known);
    if (addresses.length === 0 && sources.length === 0) return;
    const rangeOf = ({ start, end }: Span) => ({
      start: placeOf(item, start, line, column),
      end: placeOf(item, end, line, column),
    });
    for (const address of addresses) {
      const tooltip = l10n.t('Open {0}', address.target);
      links.push({ range: rangeOf(address), target: address.target, tooltip });
    }
    for (const source of sources) {
      const { name } = source;
      let leads = hasAddress.get(name);
      if (leads === undefined) hasAddress.set(name, (leads = addressOf(project.find(name)) !== undefined));
      const data: SourceLinkData = { uri, source: name };
      if (leads) links.push({ range: rangeOf(source), data });
    }
  });
  return links;
}

/** A link to a source with where it leads, and the source's headline, publisher and date. */
export function resolvedLink(
  project: Project,
  link: DocumentLink,
  { source: name }: SourceLinkData,
): DocumentLink {
  const source = project.find(name);
  const target = addressOf(source);
  if (!source || target === undefined) return link;
  const published = dateOf(source, 'published');
  const where = [textOf(source, 'publisher'), published && describeDate(published)]
    .filter(Boolean)
    .join(', ');
  return { ...link, target, tooltip: dotted([source.title, where]) };
}

/** Where a source can be read; undefined where it says nothing that a browser opens. */
function addressOf(source: Declaration | undefined): string | undefined {
  const url = source?.kind === 'source' ? textOf(source, 'url') : undefined;
  return url !== undefined && isWebAddress(url) ? url : undefined;
}

function linksIn(item: Item, known: KnownLinks): ItemLinks {
  let links = known.get(item);
  if (!links) known.set(item, (links = readLinks(item)));
  return links;
}

function readLinks(item: Item): ItemLinks {
  // The tree of most items need not be read for this.
  const node = item.text.includes('<') ? item.declaration : undefined;
  const sources = (interpret(item)?.mentions ?? []).filter(({ target }) => target === 'source');
  return {
    addresses: (node ? urlsIn(node) : []).flatMap(({ start, text }) =>
      // Behind the angle bracket.
      isWebAddress(text) ? [{ start: start + 1, end: start + 1 + text.length, target: text }] : [],
    ),
    sources: sources.map((mention) => ({ ...mentionSpan(mention), name: mention.name })),
  };
}

function urlsIn({ body }: DeclarationNode): UrlNode[] {
  return (body?.properties ?? []).flatMap(({ values, modifiers }) =>
    [...values, ...modifiers.flatMap((modifier) => modifier.values)].filter((value) => value.type === 'url'),
  );
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s<>"\\]+$/i.test(url);
}
