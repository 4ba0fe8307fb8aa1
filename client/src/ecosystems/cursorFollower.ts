import {
  type CancellationToken,
  CancellationTokenSource,
  type Disposable,
  type TextEditor,
  type TreeView,
  window,
} from 'vscode';
import type { LanguageServer } from '../languageServer/languageServer';
import { sameStart } from './location';
import { followCursor, onDidChangeFollowCursor } from './settings';
import type { RowNode } from './rowNode';
import type { RowProvider } from './rowProvider';

/** Selects the row of what the cursor is on, while the view is visible and the setting asks for it. */
export class CursorFollower implements Disposable {
  private readonly subscriptions: Disposable[];
  private latest: CancellationTokenSource | undefined;
  private revealing: Promise<void> = Promise.resolve();
  private revealed: RowNode | undefined;
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
      // What the user selects counts more than where the cursor was before.
      view.onDidChangeSelection(({ selection: [selected] }) => {
        if (selected !== undefined && selected !== this.revealed) this.latest?.cancel();
      }),
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
    await this.select(editor, { focus: true });
    return !this.missed;
  }

  dispose(): void {
    this.latest?.cancel();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private follow(): void {
    const editor = window.activeTextEditor;
    if (editor === undefined || !this.view.visible || !followCursor()) return;
    void this.select(editor, { focus: false });
  }

  /** A later call supersedes an earlier one at whatever point that has reached. */
  private async select(editor: TextEditor, { focus }: { focus: boolean }): Promise<void> {
    this.latest?.cancel();
    if (editor.document.languageId !== 'deal' || this.server.state !== 'running') return;
    const source = new CancellationTokenSource();
    this.latest = source;
    try {
      await this.selectUnless(source.token, editor, focus);
    } catch (error) {
      // The row went away between the answer and the view's own reading; the next cursor or tree change tries again.
      if (!source.token.isCancellationRequested) {
        this.missed = true;
        this.server.output.debug(String(error));
      }
    }
  }

  private async selectUnless(token: CancellationToken, editor: TextEditor, focus: boolean): Promise<void> {
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
    if (token.isCancellationRequested || query !== this.rows.query) return;
    const target = path.at(-1);
    this.missed = target === undefined;
    if (target === undefined) return;
    // A subject can have several rows. Where the user picked one of them, another one must not take its place.
    const [selected] = this.view.selection;
    const stays = selected !== undefined && sameStart(selected.row.location, target.location);
    const node = stays ? selected : this.rows.nodeAt(path);
    if (node === undefined || (stays && !focus)) return;
    // One at a time: VS Code reads the rows on the way, and two readings of one level get into each other's way.
    const reveal = this.revealAfter(this.revealing, node, focus, token);
    this.revealing = reveal.catch(() => undefined);
    await reveal;
  }

  private async revealAfter(
    earlier: Promise<void>,
    node: RowNode,
    focus: boolean,
    token: CancellationToken,
  ): Promise<void> {
    await earlier;
    if (token.isCancellationRequested) return;
    this.revealed = node;
    await this.view.reveal(node, { select: true, focus, expand: false });
  }
}
