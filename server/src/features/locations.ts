import type { Location, Position, Range } from 'vscode-languageserver-types';
import type { DealDocument } from '../language/document';
import type { Item } from '../language/item';
import type { Span } from '../language/tree';
import { nameSpan, type Declaration, type Mention } from '../model/declaration';
import { interpret } from '../model/interpret';
import type { Project } from '../project/project';

/** The range of a span in an item of a document. */
export function rangeIn(document: DealDocument, index: number, span: Span): Range {
  return { start: document.placeIn(index, span.start), end: document.placeIn(index, span.end) };
}

/** The location of a span in a declaration's item. */
export function locate(project: Project, declaration: Declaration, span: Span): Location {
  const { uri, document, index } = project.siteOf(declaration);
  return { uri, range: rangeIn(document, index, span) };
}

/** A place in a project as the features look at it. */
export interface Cursor {
  readonly project: Project;
  readonly uri: string;
  readonly document: DealDocument;
  /** The item at the place and its index; absent in an empty document. */
  readonly item?: Item;
  readonly index: number;
  /** The place's offset in the item. */
  readonly offset: number;
}

/** Looks up a position; undefined where the project does not hold the document. */
export function cursorAt(project: Project, uri: string, position: Position): Cursor | undefined {
  const document = project.document(uri);
  if (!document) return undefined;
  const offset = document.offsetAt(position);
  let index = document.indexAt(offset);
  // Behind the last character of an item's text the item itself is meant, not the next one.
  const previous = document.item(index - 1);
  if (previous && offset === document.startOf(index) && !/[\r\n]$/.test(previous.text)) index--;
  const item = document.item(index);
  return {
    project,
    uri,
    document,
    ...(item && { item }),
    index,
    offset: item ? offset - document.startOf(index) : 0,
  };
}

/** A name under a cursor: where it is declared, or where it is mentioned. */
export interface NameAt {
  readonly name: string;
  readonly span: Span;
  /** Absent at the declaration itself. */
  readonly mention?: Mention;
  readonly declaration: Declaration;
}

/** The name at a cursor, if there is one. */
export function nameAt(cursor: Cursor): NameAt | undefined {
  const declaration = cursor.item && interpret(cursor.item);
  if (!declaration) return undefined;
  const covers = (span: Span) => span.start <= cursor.offset && cursor.offset <= span.end;
  const own = nameSpan(declaration);
  if (declaration.node.name && covers(own)) return { name: declaration.name, span: own, declaration };
  for (const mention of declaration.mentions) {
    const span = mentionSpan(mention);
    if (covers(span)) return { name: mention.name, span, mention, declaration };
  }
  return undefined;
}

/** The span of a mention's name, without `.property`. */
export function mentionSpan({ node }: Mention): Span {
  return { start: node.start, end: node.nameEnd };
}
