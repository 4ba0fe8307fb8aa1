import assert from 'node:assert/strict';
import type { TestAccess } from '../../src/session';

type Rows = TestAccess['ecosystems']['rows'];
export type RowNode = Awaited<ReturnType<Rows['getChildren']>>[number];

/** Every row of the view, each below its parent, as a user sees them who has expanded all. */
export async function allRows(rows: Rows, parent?: RowNode): Promise<RowNode[]> {
  const found: RowNode[] = [];
  for (const node of await rows.getChildren(parent)) {
    found.push(node);
    if (node.row.children !== 'none') found.push(...(await allRows(rows, node)));
  }
  return found;
}

/** The first row with a label. */
export async function rowOf(rows: Rows, label: string): Promise<RowNode> {
  const all = await allRows(rows);
  const node = all.find(({ row }) => row.label === label);
  assert.ok(node, `a row ${label} among ${all.map(({ row }) => row.label).join(', ')}`);
  return node;
}
