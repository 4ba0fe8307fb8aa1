import type { Item } from '../language/item';
import type { Declaration } from './declaration';
import { ParsedDeclaration } from './declaration-reader';
import { layoutOf } from './layout';
import { StructuredDeclaration } from './structured-declaration';

/**
 * What an item declares, or undefined where it declares nothing that has a kind and a name. The same item always
 * gives the same object.
 */
export function interpret(item: Item): Declaration | undefined {
  const { meaning } = item;
  if (meaning instanceof StructuredDeclaration || meaning instanceof ParsedDeclaration) return meaning;
  if (meaning === null) return undefined;
  const declaration = read(item);
  item.meaning = declaration ?? null;
  return declaration;
}

function read(item: Item): StructuredDeclaration | ParsedDeclaration | undefined {
  const layout = item.structure && layoutOf(item, item.structure);
  if (layout) return new StructuredDeclaration(item, layout);
  const node = item.declaration;
  if (!node?.kind || !node.name || node.name.text.trim() === '') return undefined;
  return new ParsedDeclaration(item, node, node.kind, node.name.text);
}
