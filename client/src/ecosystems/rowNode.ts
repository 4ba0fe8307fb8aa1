import type { TreeRow } from '../../../server/src/protocol';

/**
 * A row that stands in the view. The same object stands for the same row through every refresh, as VS Code knows
 * elements by identity; `row` is what the server last said about it.
 */
export interface RowNode {
  /** Unique over all queries, so that rows of one arrangement never take the expansion of another's. */
  readonly key: string;
  readonly parent: RowNode | undefined;
  row: TreeRow;
  children: readonly RowNode[];
}

/** The nodes of one query by the ids of their rows. */
export class RowNodes {
  private readonly byId = new Map<string, RowNode>();
  private top: readonly RowNode[] = [];

  /** @param keyPrefix tells this query's nodes from those of other queries */
  constructor(private readonly keyPrefix: string) {}

  /** The node of a row, with the row's news taken over; made if there is none below that parent. */
  adopt(row: TreeRow, parent: RowNode | undefined): RowNode {
    const known = this.byId.get(row.id);
    if (known !== undefined && known.parent === parent) {
      known.row = row;
      return known;
    }
    const node: RowNode = { key: this.keyPrefix + row.id, parent, row, children: [] };
    this.byId.set(row.id, node);
    return node;
  }

  /** Takes over all rows below `parent`, or the top ones, and forgets those that are gone. */
  adoptChildren(rows: readonly TreeRow[], parent: RowNode | undefined): readonly RowNode[] {
    const nodes = rows.map((row) => this.adopt(row, parent));
    const kept = new Set(nodes);
    for (const former of parent === undefined ? this.top : parent.children) {
      if (!kept.has(former)) this.forget(former);
    }
    if (parent === undefined) this.top = nodes;
    else parent.children = nodes;
    return nodes;
  }

  /** The node at the end of a path of rows from the top, or undefined for an empty path. */
  adoptPath(rows: readonly TreeRow[]): RowNode | undefined {
    let node: RowNode | undefined;
    for (const row of rows) node = this.adopt(row, node);
    return node;
  }

  private forget(node: RowNode): void {
    if (this.byId.get(node.row.id) === node) this.byId.delete(node.row.id);
    for (const child of node.children) this.forget(child);
  }
}
