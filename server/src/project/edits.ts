import type { Item } from '../language/item';
import type { PropertyNode } from '../language/tree';
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

/** Puts a modifier behind all that a property says. */
export function modifierAfter({ end }: PropertyNode, modifier: string): Edit {
  return { start: end, end, text: ` ${modifier}` };
}
