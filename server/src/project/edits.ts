import { excerpt } from '../language/excerpt';
import { DealDocument } from '../language/document';
import type { Item } from '../language/item';
import type { BodyNode, DeclarationNode, PropertyNode, Span } from '../language/tree';
import type { Declaration, Fact } from '../model/declaration';
import { interpret } from '../model/interpret';
import type { Fix } from './check';

/** A replacement in an item's text. */
type Edit = Fix['edits'][number];

/** What parts a property from another one that stands beside it: a line break with the indentation, or `;`. */
export function separatorAt({ text }: Item, { start }: PropertyNode): string {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const indent = text.slice(lineStart, start);
  return indent.trim() === '' ? lineBreakOf(text) + indent : '; ';
}

/** How lines end in a text. */
export function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** Puts a property in front of another one. Behind it a comment may stand, which would change its place. */
export function propertyBefore(item: Item, node: PropertyNode, property: string): Edit {
  return { start: node.start, end: node.start, text: property + separatorAt(item, node) };
}

/** Puts a property into the block of a declaration, which gets one where it has none; undefined where that is broken. */
export function propertyInto(item: Item, { body, end }: DeclarationNode, property: string): Edit | undefined {
  if (!body) return { start: end, end, text: ` { ${property} }` };
  const [first] = body.properties;
  if (first) return propertyBefore(item, first, property);
  const { open, close } = body;
  if (!open || !close) return undefined;
  const comments = item.text.slice(open.end, close.start).trimEnd();
  if (comments === '') return { start: open.end, end: close.start, text: ` ${property} ` };
  const at = open.end + comments.length;
  // A comment that ends with its line takes in nothing more.
  const lineBreak = /^[ \t]*(\r\n|\r|\n)/.exec(item.text.slice(at, close.start))?.[1];
  return { start: at, end: at, text: lineBreak === undefined ? ` ${property}` : `${lineBreak}  ${property}` };
}

/** Puts properties behind another one, and behind the comments on its line. */
export function propertiesAfter(item: Item, node: PropertyNode, properties: readonly string[]): Edit {
  const separator = separatorAt(item, node);
  const end = separator === '; ' ? node.end : endBehindComments(item, node.end);
  // What follows on the line is parted from the property by a `;` already.
  const between = end === undefined || separator === '; ' ? '; ' : separator;
  const at = end ?? node.end;
  return { start: at, end: at, text: properties.map((property) => between + property).join('') };
}

/** Puts a property before all others of a block; undefined where that is not opened. */
export function propertyOnTop(
  item: Item,
  { open, properties }: BodyNode,
  property: string,
): Edit | undefined {
  const [first] = properties;
  if (!open || !first) return undefined;
  const separator = separatorAt(item, first);
  const end = separator === '; ' ? undefined : endBehindComments(item, open.end);
  const at = end ?? open.end;
  return { start: at, end: at, text: end === undefined ? ` ${property};` : separator + property };
}

/** The end of a line where from an offset on nothing but comments stands on it; undefined where something else does. */
function endBehindComments({ text }: Item, from: number): number | undefined {
  const rest = /^(?:[ \t]|\/\*(?:(?!\*\/)[^\r\n])*\*\/)*(?:\/\/[^\r\n]*)?(?=[\r\n])/.exec(text.slice(from));
  return rest ? from + rest[0].length : undefined;
}

/** Takes a declaration away with what documents it and the end of its line; other comments stay. */
export function declarationRemoval({ text }: Item, { start, end }: Span): Edit {
  const documented = /(?:[ \t]*\/\/\/[^\r\n]*(?:\r\n|\r|\n))*[ \t]*$/.exec(text.slice(0, start));
  const rest = /^[ \t]*;?[ \t]*(?:\r\n|\r|\n)?/.exec(text.slice(end));
  return { start: documented?.index ?? start, end: end + (rest?.[0].length ?? 0), text: '' };
}

/**
 * Takes a property away with the line that it has to itself, or with the `;` that parts it from its neighbours. A comment
 * behind it stays.
 */
export function propertyRemoval({ text }: Item, { start, end }: Span): Edit {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const above = text.slice(lineStart, start);
  const behind = text.slice(end);
  const isFirst = above.trim() === '';
  const line = isFirst && /^[ \t]*(?:\r\n|\r|\n)/.exec(behind);
  if (line) return { start: lineStart, end: end + line[0].length, text: '' };
  const next =
    /^[ \t]*;[ \t]*/.exec(behind) ?? (isFirst || /\{[ \t]*$/.test(above) ? /^[ \t]+/.exec(behind) : null);
  if (next) return { start, end: end + next[0].length, text: '' };
  const previous = /[ \t]*;[ \t]*$/.exec(above);
  return { start: lineStart + (previous?.index ?? above.length), end, text: '' };
}

/** Has two stretches of text change places. */
export function swapped({ text }: Item, one: Span, other: Span): Edit[] {
  return [
    { start: one.start, end: one.end, text: text.slice(other.start, other.end) },
    { start: other.start, end: other.end, text: text.slice(one.start, one.end) },
  ];
}

/** The text with replacements in it. Those at one place stand in the order in which they are given. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** What an item would declare with replacements in it, so that a fix can be tried; undefined where it could not be read. */
export function declaredWith({ text }: Item, edits: readonly Edit[]): Declaration | undefined {
  const [item, another] = DealDocument.parse(withEdits(text, edits)).items;
  return item?.isSound && !another ? interpret(item) : undefined;
}

/** A line as titles of fixes name it. */
export function textOfLine({ item }: Declaration, { node: { start, end } }: Fact): string {
  return excerpt(item.text.slice(start, end).replace(/\s+/g, ' '));
}

/** Takes a value away with the comma that parts it from its neighbours, or the line where it stands alone. */
export function valueRemoval(item: Item, node: PropertyNode, value: Span): Edit {
  const { values } = node;
  const at = values.findIndex(({ start }) => start === value.start);
  const [previous, next] = [values[at - 1], values[at + 1]];
  if (previous) return { start: previous.end, end: value.end, text: '' };
  return next ? { start: value.start, end: next.start, text: '' } : propertyRemoval(item, node);
}

/** Puts a modifier behind all that a property says. */
export function modifierAfter({ end }: PropertyNode, modifier: string): Edit {
  return { start: end, end, text: ` ${modifier}` };
}
