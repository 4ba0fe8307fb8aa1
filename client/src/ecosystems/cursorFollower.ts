import {
  type CancellationToken,
  CancellationTokenSource,
  type Disposable,
  type TextEditor,
  type TreeView,
  window,
} from 'vscode';
import type { TreeRow } from '../../../server/src/protocol';
import type { LanguageServer } from '../languageServer/languageServer';
import { sameStart } from './location';
import { followCursor, onDidChangeFollowCursor } from './settings';
import type { RowNode } from './rowNode';
import type { RowProvider } from './rowProvider';

/**
 * Milliseconds to wait before a row is revealed once more. While VS Code draws rows it silently drops a selection, and
 * no event tells when it has drawn them; on a busy machine that can take a second.
 */
const pauses = [20, 50, 100, 200, 400];

/** How often a command tries again where the cursor's own moves get in its way. */
const mostAttempts = 5;

/** Milliseconds for which the cursor rests before the view follows it: who types or scrolls on needs no rows between. */
const rest = 100;

/** Milliseconds after which revealing counts as failed: VS Code never answers for a row that it redraws meanwhile. */
const patience = 1000;

/** Selects the row of what the cursor is on, while the view is visible and the setting asks for it. */
export class CursorFollower implements Disposable {
  private readonly subscriptions: Disposable[];
  private latest: CancellationTokenSource | undefined;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private revealing: Promise<void> = Promise.resolve();
  /** The row of the cursor was not there yet, so the next change of the tree may bring it. */
  private missed = true;

  constructor(
    private readonly server: LanguageServer,
    private readonly view: TreeView<RowNode>,
    private readonly rows: RowProvider,
  ) {
    this.subscriptions = [
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) this.follow();
      }),
      window.onDidChangeActiveTextEditor(() => this.follow()),
      view.onDidChangeVisibility(() => this.follow()),
      onDidChangeFollowCursor(() => this.follow()),
      server.onDidChangeTree(() => {
        if (this.missed) this.follow();
      }),
    ];
  }

  /**
   * Shows the view with the row of the cursor selected and focused, whatever the setting says.
   * @returns whether there is such a row
   */
  async show(): Promise<boolean> {
    const editor = window.activeTextEditor;
    if (editor === undefined) return false;
    // The move of the cursor that led here may still bring a selection of its own, which supersedes this one.
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const superseded = await this.select(editor, { focus: true });
      if (!superseded) return !this.missed;
    }
    return false;
  }

  dispose(): void {
    clearTimeout(this.resting);
    this.latest?.cancel();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private follow(): void {
    clearTimeout(this.resting);
    if (!this.view.visible || !followCursor()) return;
    this.resting = setTimeout(() => {
      const editor = window.activeTextEditor;
      if (editor === undefined || !this.view.visible) return;
      void this.select(editor, { focus: false });
    }, rest);
  }

  /**
   * A later call supersedes an earlier one at whatever point that has reached.
   * @returns whether this one was superseded
   */
  private async select(editor: TextEditor, { focus }: { focus: boolean }): Promise<boolean> {
    clearTimeout(this.resting);
    this.latest?.cancel();
    if (editor.document.languageId !== 'deal' || this.server.state !== 'running') {
      this.missed = true;
      return false;
    }
    const source = new CancellationTokenSource();
    this.latest = source;
    try {
      await this.selectAtCursor(source.token, editor, focus);
    } catch (error) {
      // Superseded, or the server has gone down; then its next news of the tree tries again.
      if (!source.token.isCancellationRequested) {
        this.missed = true;
        this.server.output.debug(String(error));
      }
    }
    return source.token.isCancellationRequested;
  }

  private async selectAtCursor(token: CancellationToken, editor: TextEditor, focus: boolean): Promise<void> {
    const { query } = this.rows;
    const { line, character } = editor.selection.active;
    const path = await this.server.treePath(
      {
        query,
        textDocument: { uri: editor.document.uri.toString() },
        position: { line, character },
      },
      token,
    );
    if (token.isCancellationRequested) return;
    if (query !== this.rows.query) return this.startOver(editor, focus);
    const target = path.at(-1);
    this.missed = target === undefined;
    if (target === undefined) return;
    const node = this.selectedRowOf(target) ?? this.rows.nodeAt(path);
    if (node === undefined) return;
    // One at a time: VS Code reads the rows on the way, and two readings of one level get into each other's way.
    const reveal = this.revealAfter(this.revealing, node, focus, token);
    this.revealing = reveal;
    await reveal;
    if (!token.isCancellationRequested && query !== this.rows.query) await this.startOver(editor, focus);
  }

  /** The rows were arranged anew meanwhile: what was found stands in rows that are no longer shown. */
  private async startOver(editor: TextEditor, focus: boolean): Promise<void> {
    await this.select(editor, { focus });
  }

  /** Never rejects, as the next one waits for it. */
  private async revealAfter(
    earlier: Promise<void>,
    node: RowNode,
    focus: boolean,
    token: CancellationToken,
  ): Promise<void> {
    await earlier;
    if (await this.revealNow(node, focus, token)) return;
    // A view that comes into sight just now can lose every row that it is asked for, until it is drawn again.
    this.rows.refresh();
    if (await this.revealNow(node, focus, token)) return;
    this.missed = true;
  }

  /** @returns whether there is nothing left to do: the row is selected, or is not wanted any more */
  private async revealNow(node: RowNode, focus: boolean, token: CancellationToken): Promise<boolean> {
    const { query } = this.rows;
    for (const pause of pauses) {
      if (token.isCancellationRequested || query !== this.rows.query) return true;
      // To reveal a row in a view that is hidden by now would bring the view back.
      if (!focus && (!this.view.visible || this.selectedRowOf(node.row) !== undefined)) return true;
      try {
        // A view that is hidden is not drawn, so this can take for ever.
        await Promise.race([this.rows.drawn, delay(patience)]);
        if (token.isCancellationRequested) return true;
        await Promise.race([this.view.reveal(node, { select: true, focus, expand: false }), delay(patience)]);
      } catch (error) {
        this.server.output.debug(String(error));
      }
      if (this.view.selection[0]?.key === node.key) return true;
      await delay(pause);
    }
    return false;
  }

  /**
   * The selected row where it stands for the same declaration as `row`. A declaration can have several rows; where the
   * user picked one of them, another one must not take its place.
   */
  private selectedRowOf({ location }: TreeRow): RowNode | undefined {
    const [selected] = this.view.selection;
    return selected !== undefined && sameStart(selected.row.location, location) ? selected : undefined;
  }
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
