import {
  type CancellationToken,
  type Command,
  type Disposable,
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import type { Location } from 'vscode-languageserver-types';
import type { TreeQuery, TreeRow } from '../../../server/src/protocol';
import type { LanguageServer } from '../languageServer/languageServer';
import { openArguments } from './location';
import { type RowNode, RowNodes } from './rowNode';
import { problemsUri } from './rowProblems';

/** Gives VS Code the rows of the view, level by level, as the server has them for the current query. */
export class RowProvider implements TreeDataProvider<RowNode>, Disposable {
  private readonly dataChanged = new EventEmitter<RowNode | undefined>();
  private readonly topRead = new EventEmitter<number>();
  readonly onDidChangeTreeData = this.dataChanged.event;
  /** Fires with the number of top rows each time that they have been read. */
  readonly onDidReadTop = this.topRead.event;

  private nodes: RowNodes;
  /** What the user opened or closed, by key; VS Code forgets it for rows that are gone for a moment. */
  private readonly expansion = new Map<string, boolean>();
  private reading = 0;
  private outdated = false;

  constructor(
    private readonly server: LanguageServer,
    private currentQuery: TreeQuery,
  ) {
    this.nodes = new RowNodes(keyPrefix(currentQuery));
  }

  get query(): TreeQuery {
    return this.currentQuery;
  }

  /** Shows the rows of another query. */
  setQuery(query: TreeQuery): void {
    const prefix = keyPrefix(query);
    // Filtered rows start as the server opens them; what was opened under an earlier filter says nothing about them.
    if (query.filter !== undefined && query.filter !== this.currentQuery.filter) this.forgetExpansion(prefix);
    this.currentQuery = query;
    this.nodes = new RowNodes(prefix);
    this.refresh();
  }

  /** Reads the rows anew; while rows are being read it waits for those and then reads once, however often called. */
  refresh(): void {
    this.outdated = this.reading > 0;
    if (!this.outdated) this.dataChanged.fire(undefined);
  }

  setExpanded(node: RowNode, expanded: boolean): void {
    this.expansion.set(node.key, expanded);
  }

  /** The node at the end of a path that the server gave for the current query. */
  nodeAt(path: readonly TreeRow[]): RowNode | undefined {
    return this.nodes.adoptPath(path);
  }

  async getChildren(parent?: RowNode): Promise<RowNode[]> {
    // With no server the view has no rows; its welcome view says why.
    if (this.server.state !== 'running') return [];
    const { nodes, currentQuery: query } = this;
    this.reading++;
    try {
      const rows = await this.server.treeChildren({ query, parent: parent?.row.id });
      if (nodes !== this.nodes) return [];
      if (parent === undefined) this.topRead.fire(rows.length);
      return [...nodes.adoptChildren(rows, parent)];
    } catch (error) {
      // The server has gone down meanwhile: its new state brings the next refresh.
      if (this.server.state !== 'running') return [];
      throw error;
    } finally {
      this.reading--;
      if (this.reading === 0 && this.outdated) this.refresh();
    }
  }

  getParent(node: RowNode): RowNode | undefined {
    return node.parent;
  }

  getTreeItem(node: RowNode): TreeItem {
    const { row, key } = node;
    const item = new TreeItem(row.label, this.collapsibleState(node));
    item.id = key;
    item.description = row.description;
    item.iconPath = new ThemeIcon(row.icon);
    item.accessibilityInformation = { label: row.accessibilityLabel };
    item.contextValue = row.location === undefined ? row.kind : `${row.kind} declared`;
    if (row.problems !== undefined) item.resourceUri = problemsUri(key, row.problems);
    if (row.location !== undefined) item.command = openCommand(row.location);
    return item;
  }

  async resolveTreeItem(item: TreeItem, node: RowNode, token: CancellationToken): Promise<TreeItem> {
    const text = await this.server.treeTooltip({ query: this.currentQuery, row: node.row.id }, token);
    if (text === null) {
      item.tooltip = node.row.label;
      return item;
    }
    const tooltip = new MarkdownString(text, true);
    tooltip.isTrusted = false;
    tooltip.supportHtml = false;
    item.tooltip = tooltip;
    return item;
  }

  dispose(): void {
    this.dataChanged.dispose();
    this.topRead.dispose();
  }

  private collapsibleState({ key, row }: RowNode): TreeItemCollapsibleState {
    if (row.children === 'none') return TreeItemCollapsibleState.None;
    return (this.expansion.get(key) ?? row.children === 'expanded')
      ? TreeItemCollapsibleState.Expanded
      : TreeItemCollapsibleState.Collapsed;
  }

  private forgetExpansion(prefix: string): void {
    for (const key of this.expansion.keys()) {
      if (key.startsWith(prefix)) this.expansion.delete(key);
    }
  }
}

function keyPrefix({ groupBy, filter }: TreeQuery): string {
  return filter === undefined ? `${groupBy}/` : `${groupBy}?/`;
}

/**
 * Opens as the Explorer does: a click previews and leaves the focus in the view, Enter and a double click go to the
 * editor. VS Code adds these options itself to its own command.
 */
function openCommand(location: Location): Command {
  return { command: 'vscode.open', title: l10n.t('Reveal in Source'), arguments: openArguments(location) };
}
