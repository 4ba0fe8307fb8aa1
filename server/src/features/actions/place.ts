import type { DealDocument } from '../../language/document';
import type { Item } from '../../language/item';
import type { DeclarationNode, Span } from '../../language/tree';
import type { Declaration, Fact } from '../../model/declaration';
import { interpret } from '../../model/interpret';
import type { Project } from '../../project/project';
import type { ActionClient } from './client';

/** A file in which actions are asked for. */
export interface FilePlace {
  readonly project: Project;
  /** As the project spells it. */
  readonly uri: string;
  readonly document: DealDocument;
  readonly client: ActionClient;
  /** The day that it is, for what is dated now. */
  readonly today: number;
  /** Whether all files of the project are read. */
  readonly isWhole: boolean;
}

/** A declaration without a mistake in it, of which a part is selected. */
export interface Place extends FilePlace {
  readonly item: Item;
  /** The index of the item. */
  readonly index: number;
  readonly declaration: Declaration;
  readonly node: DeclarationNode;
  /** What is selected; offsets in the item. */
  readonly span: Span;
}

/**
 * The declaration that holds all of what is selected; undefined where none does, or where it cannot be read in full: what
 * is broken is not rewritten.
 *
 * @param selected offsets in the document
 */
export function placeIn(file: FilePlace, selected: Span): Place | undefined {
  const { document } = file;
  let index = document.indexAt(selected.start);
  // Behind the last character of an item's text the item itself is meant, not the next one.
  const previous = document.item(index - 1);
  if (previous && selected.start === document.startOf(index) && !/[\r\n]$/.test(previous.text)) index--;
  const item = document.item(index);
  if (!item || !item.isSound) return undefined;
  const declaration = interpret(item);
  if (!declaration || declaration.problems.length > 0) return undefined;
  const start = document.startOf(index);
  const span = { start: selected.start - start, end: selected.end - start };
  if (span.end > item.length) return undefined;
  return { ...file, item, index, declaration, node: declaration.node, span };
}

/** Whether what is selected lies between the keyword of the declaration and its block. */
export function isOnHeader({ node, span }: Place): boolean {
  const end = node.body?.open?.end ?? node.end;
  return node.start <= span.start && span.end <= end;
}

/** The property that holds what is selected. */
export function factAt({ declaration, span }: Place): Fact | undefined {
  return declaration.facts.find(({ node }) => holds(node, span));
}

/** Whether a span holds all of what is selected. */
export function holds({ start, end }: Span, selected: Span): boolean {
  return start <= selected.start && selected.end <= end;
}
