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

/** Milliseconds in which VS Code draws rows that it has, or asks for more. */
const momentToDraw = 80;

/** One time that VS Code draws the view, from being told until it has what it wants. */
class Drawing {
  isDone = false;
  /** VS Code waits a while before it asks anew; what it asked for until then does not count. */
  hasBegun = false;
  readonly done: Promise<void>;
  private resolve: () => void = () => {};

  constructor() {
    this.done = new Promise((resolve) => (this.resolve = resolve));
  }

  finish(): void {
    this.isDone = true;
    this.resolve();
  }
}

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
  /** The rows that the server has given since its tree last changed, by the id of the row above them. */
  private known = new Map<string | undefined, readonly TreeRow[]>();
  private readingAhead = false;
  /** Requests of VS Code for rows that are not answered yet. */
  private asked = 0;
  private drawing = new Drawing();
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
    this.known = new Map();
    this.redraw();
  }

  /**
   * Brings the rows up to date, however often it is called: once at a time. Rows in sight are read before VS Code is
   * told of them, so that none is gone for a moment, and it is not told at all where they are as they were.
   *
   * @param visible whether the view is in sight; if not, VS Code asks for the rows when it comes into sight
   */
  refresh(visible = false): void {
    if (this.readingAhead) {
      this.outdated = true;
    } else if (visible && this.known.size > 0 && this.server.state === 'running') {
      void this.readAhead();
    } else {
      this.known = new Map();
      this.redraw();
    }
  }

  private async readAhead(): Promise<void> {
    const { nodes, known: before } = this;
    this.readingAhead = true;
    this.outdated = false;
    try {
      const fresh = new Map<string | undefined, readonly TreeRow[]>();
      await this.readInto(fresh, undefined, before);
      if (nodes !== this.nodes || sameRows(before, fresh)) return;
      this.known = fresh;
      this.redraw();
    } catch {
      // The server has gone down meanwhile, or failed at one of them: VS Code asks for itself, and says so.
      this.known = new Map();
      this.redraw();
    } finally {
      this.readingAhead = false;
      if (this.outdated) this.refresh(true);
    }
  }

  /** Reads the rows below one, and below those of them that VS Code has seen. */
  private async readInto(
    fresh: Map<string | undefined, readonly TreeRow[]>,
    parent: string | undefined,
    before: ReadonlyMap<string | undefined, readonly TreeRow[]>,
  ): Promise<void> {
    const rows = await this.server.treeChildren({ query: this.currentQuery, parent });
    fresh.set(parent, rows);
    // Those that were closed again as well: VS Code keeps what it has of them.
    const seen = rows.filter(({ id }) => before.has(id));
    await Promise.all(seen.map(({ id }) => this.readInto(fresh, id, before)));
  }

  /**
   * Settles when VS Code has the rows that it asked for and has had a moment to draw them. A row that is revealed
   * before that is lost, and for a while so are those that are revealed after it.
   */
  get drawn(): Promise<void> {
    return this.drawing.done;
  }

  private redraw(): void {
    if (this.drawing.isDone) this.drawing = new Drawing();
    this.drawing.hasBegun = false;
    this.dataChanged.fire(undefined);
  }

  private settle(): void {
    const { drawing } = this;
    setTimeout(() => {
      if (this.asked === 0 && drawing.hasBegun) drawing.finish();
    }, momentToDraw);
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
    const { nodes, known, currentQuery: query } = this;
    const id = parent?.row.id;
    this.asked++;
    if (parent === undefined) this.drawing.hasBegun = true;
    try {
      let rows = known.get(id);
      if (rows === undefined) {
        rows = await this.server.treeChildren({ query, parent: id });
        known.set(id, rows);
      }
      if (nodes !== this.nodes) return [];
      if (parent === undefined) this.topRead.fire(rows.length);
      return [...nodes.adoptChildren(rows, parent)];
    } catch (error) {
      // The server has gone down meanwhile: its new state brings the next refresh.
      if (this.server.state !== 'running') return [];
      throw error;
    } finally {
      this.asked--;
      this.settle();
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

function sameRows(
  before: ReadonlyMap<string | undefined, readonly TreeRow[]>,
  after: ReadonlyMap<string | undefined, readonly TreeRow[]>,
): boolean {
  return [...after].every(([id, rows]) => JSON.stringify(rows) === JSON.stringify(before.get(id)));
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
