import type { Item } from '../language/item';
import type { Declaration } from './declaration';
import { readDeclaration } from './declaration-reader';
import { layoutOf } from './layout';
import { StructuredDeclaration } from './structured-declaration';

/**
 * What an item declares, or undefined where it declares nothing that has a kind and a name. The same item always
 * gives the same object.
 */
export function interpret(item: Item): Declaration | undefined {
  if (item.meaning === undefined) item.meaning = read(item) ?? null;
  // Nobody else sets it.
  return (item.meaning as Declaration | null) ?? undefined;
}

function read(item: Item): Declaration | undefined {
  const layout = item.structure && layoutOf(item, item.structure);
  if (layout) return new StructuredDeclaration(item, layout);
  const node = item.declaration;
  if (!node?.kind || !node.name || node.name.text.trim() === '') return undefined;
  return readDeclaration(item, node, node.kind, node.name.text);
}
