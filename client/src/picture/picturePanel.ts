import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  type Disposable,
  env,
  type ExtensionContext,
  l10n,
  type Position,
  type Progress,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { drawnKinds, type DrawnKind, type NamedScope, type PictureScope } from '../../../server/src/protocol';
import type { LanguageServer } from '../languageServer/languageServer';
import pictureStyles from '../../../server/src/picture/page/picture.css';
import { tellFailure, tellInformation } from '../notifications';
import { graphTitle } from './graphTitle';
import { insertDeal } from './insertDeal';
import {
  type Collected,
  type GraphLook,
  type ImageColours,
  type ImageFormat,
  type PageData,
  questions,
  type Start,
  type ToHost,
  type ToPanel,
} from './messages';
import { PageAnswers } from './pageAnswers';
import { panelWords } from './panelWords';
import { pictureHtml } from './pictureHtml';
import { applyRetitled } from './retitling';
import { standaloneData } from './standaloneData';

/** So many cards are asked for at once: many requests would take longer, and fewer show no progress. */
const cardsAtOnce = 100;

/** What comes back from a page that was asked for an image. */
export interface Rendered {
  readonly text?: string;
  readonly base64?: string;
}

/** What panels ask of whoever keeps them. */
export interface PanelOwner {
  show(subject: NamedScope): void;
  find(text: string): void;
  export(panel: PicturePanel): void;
}

/** Milliseconds after which the editor groups are known as they are. */
const groupsTold = 250;

/** One picture: a page, and what happens where it asks for something. */
export class PicturePanel implements Disposable {
  private readonly subscriptions: Disposable[] = [];
  private readonly asked = new Map<string, CancellationTokenSource>();
  private readonly rendering = new PageAnswers<Rendered>();
  private isReady = false;
  private locks = false;
  private locking: ReturnType<typeof setTimeout> | undefined;
  /** Where the page put the cursor last: that does not come back to it. */
  private echo: { readonly uri: string; readonly at: Position } | undefined;
  /** What it is called by now: its subject may have had another title when it was opened. */
  title: string;
  /** Whether the page has no graph yet in which it could follow the cursor. */
  private lacksGraph = true;
  /** Counts when the cursor was followed: only the last answer counts. */
  private follows = 0;
  /** The editor of a deal file that had the keyboard last, which it may have lost to this picture. */
  private lastEditor: TextEditor | undefined;

  constructor(
    readonly subject: NamedScope,
    private readonly panel: WebviewPanel,
    { extensionUri }: ExtensionContext,
    private readonly server: LanguageServer,
    private readonly owner: PanelOwner,
  ) {
    const script = Uri.joinPath(extensionUri, 'dist', 'picture.js');
    this.title = subject.title;
    panel.title = l10n.t('Picture: {0}', subject.title);
    this.takeEditor(window.activeTextEditor);
    panel.iconPath = {
      light: Uri.joinPath(extensionUri, 'client', 'images', 'deal-light.svg'),
      dark: Uri.joinPath(extensionUri, 'client', 'images', 'deal-dark.svg'),
    };
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(extensionUri, 'dist')],
    };
    this.subscriptions.push(
      panel.webview.onDidReceiveMessage((message: ToHost) => void this.hear(message)),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.losePage();
        this.lockWhenActive();
        // What groups there are is told a moment after who is active.
        clearTimeout(this.locking);
        this.locking = setTimeout(() => this.lockWhenActive(), groupsTold);
      }),
      { dispose: () => clearTimeout(this.locking) },
      server.onDidChangeTree(() => this.post({ type: 'changed' })),
      server.onDidChangeAsOf(() => this.post({ type: 'changed' })),
      server.onDidChangeState((state) => {
        if (state === 'running') this.post({ type: 'changed' });
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) void this.followCursor(textEditor);
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        this.takeEditor(editor);
        // Whoever turns to the picture is led nowhere by the text.
        if (editor) void this.followCursor(editor);
      }),
    );
    panel.webview.html = pictureHtml(panel.webview, script, pictureStyles, { start: startOf(subject) });
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  reveal(): void {
    this.panel.reveal(undefined, false);
  }

  /**
   * Once the picture has an editor group to itself beside another one, files open there and not over it. The group is
   * unlocked in its menu as any other.
   */
  lockGroup(): void {
    this.locks = true;
  }

  private lockWhenActive(): void {
    const { activeTabGroup, all } = window.tabGroups;
    if (!this.locks || !this.isReady || !this.panel.active) return;
    // VS Code takes the only group for unlocked, whatever is said. Where a picture came first, the text comes beside it later.
    const isAlone = activeTabGroup.viewColumn === this.panel.viewColumn && activeTabGroup.tabs.length === 1;
    if (!isAlone || all.length === 1) return;
    this.locks = false;
    void commands.executeCommand('workbench.action.lockEditorGroup');
  }

  onDidDispose(then: () => void): void {
    this.panel.onDidDispose(then);
  }

  dispose(): void {
    this.cancelAsked();
    this.rendering.end(new Error(l10n.t('The picture was closed.')));
    for (const subscription of this.subscriptions) subscription.dispose();
    this.panel.dispose();
  }

  post(message: ToPanel): void {
    if (this.isReady) void this.panel.webview.postMessage(message);
  }

  /** Asks the page for the picture as it is. Rejects with words for people. */
  render(format: ImageFormat, colours: ImageColours, copies = false): Promise<Rendered> {
    // Only a page with the keyboard may write to the clipboard; a list in which this was chosen had it.
    if (copies) this.panel.reveal(undefined, false);
    return this.rendered((id) => ({ type: 'render', id, format, colours, copies }));
  }

  /** Gathers all that a file that stands alone has to hold; undefined where the user broke off. */
  async collect(
    progress: Progress<{ message?: string; increment?: number }>,
    token: CancellationToken,
  ): Promise<PageData | undefined> {
    const broken = new Promise<undefined>((resolve) =>
      token.onCancellationRequested(() => resolve(undefined)),
    );
    const rendered = await Promise.race([this.rendered((id) => ({ type: 'collect', id })), broken]);
    if (!rendered) return undefined;
    const answered: unknown = JSON.parse(rendered.text ?? '');
    if (!isCollected(answered)) throw new Error(l10n.t('There is no picture yet.'));
    const { names, day } = answered;
    const cards: Record<string, string> = {};
    for (let at = 0; at < names.length && !token.isCancellationRequested; at += cardsAtOnce) {
      const asked = names.slice(at, at + cardsAtOnce);
      const texts = await this.server.pictureCards({ root: this.root, names: asked, day });
      for (const [index, name] of asked.entries()) {
        const text = texts[index] ?? '';
        if (text !== '') cards[name] = text;
      }
      const message = l10n.t('{0} of {1} cards', at + asked.length, names.length);
      progress.report({ message, increment: (100 * asked.length) / names.length });
    }
    if (token.isCancellationRequested) return undefined;
    return standaloneData(startOf(this.subject), answered, cards);
  }

  /** Shows the graph as text that other programs draw, in a new document. */
  async showText(format: 'mermaid' | 'dot'): Promise<void> {
    const { text: described = '' } = await this.rendered((id) => ({ type: 'describe', id }));
    const { text, remarks } = await this.server.graphText({
      ...readLook(described),
      scope: this.subject.scope,
      format,
    });
    const document = await workspace.openTextDocument({ content: text });
    await window.showTextDocument(document, { viewColumn: this.columnBeside() });
    if (remarks.length > 0) void tellInformation(remarks.join(' '));
  }

  private rendered(message: (id: number) => ToPanel): Promise<Rendered> {
    // A page that is not to be seen is not there.
    if (!this.panel.visible) this.panel.reveal(undefined, true);
    return this.rendering.ask((id) => this.post(message(id)));
  }

  /** A page that goes out of sight is gone, with what it was asked and has asked. */
  private losePage(): void {
    this.isReady = false;
    this.cancelAsked();
    this.rendering.lose(pageGone());
  }

  private cancelAsked(): void {
    for (const source of this.asked.values()) source.cancel();
    this.asked.clear();
  }

  private async hear(message: ToHost): Promise<void> {
    try {
      await this.act(message);
    } catch (error) {
      tellFailure(error);
    }
  }

  private async act(message: ToHost): Promise<void> {
    switch (message.type) {
      case 'ready':
        // Another page before it may have asked something, and owe an answer.
        this.cancelAsked();
        this.isReady = true;
        this.lacksGraph = true;
        this.rendering.begin(pageGone());
        this.lockWhenActive();
        break;
      case 'ask':
        await this.answer(message);
        break;
      case 'cancel':
        this.asked.get(message.id)?.cancel();
        break;
      case 'open':
        await this.open(message.name, message.focuses);
        break;
      case 'pictureOf':
        this.owner.show(await this.scopeOf(message.name));
        break;
      case 'revealInTree':
        await this.revealInTree(message.name);
        break;
      case 'newDeal':
        await this.newDeal(message.from, message.to);
        break;
      case 'retitle':
        await this.retitle(message.name, message.title);
        break;
      case 'useDay':
        await this.server.chooseDay({ text: new Date(message.day * 86_400_000).toISOString().slice(0, 10) });
        break;
      case 'export':
        this.owner.export(this);
        break;
      case 'search':
        this.owner.find(message.text);
        break;
      case 'rendered': {
        const { id, failure } = message;
        if (failure === undefined) this.rendering.resolve(id, message);
        else this.rendering.reject(id, new Error(failure));
        break;
      }
    }
  }

  /** Puts a question of the page to the server, about this picture and no other. */
  private async answer({ id, question, params }: ToHost & { readonly type: 'ask' }): Promise<void> {
    if (!questions.includes(question)) return;
    const source = new CancellationTokenSource();
    this.asked.set(id, source);
    try {
      const result = await this.server.askForPicture(question, this.subject.scope, params, source.token);
      // The page that has asked may have given way to another one.
      if (source.token.isCancellationRequested) return;
      this.post({ type: 'answer', id, result });
      if (question === 'graph') this.takeGraph(result);
    } catch (error) {
      if (!source.token.isCancellationRequested) {
        this.post({ type: 'failure', id, message: error instanceof Error ? error.message : String(error) });
      }
    } finally {
      this.asked.delete(id);
      source.dispose();
    }
  }

  /** A picture around somebody who has another name now goes on under that one. */
  private async followRename(name: string, wanted: string): Promise<void> {
    const { scope } = this.subject;
    if (scope.name !== name || (await this.server.placeOfName({ root: this.root, name }))) return;
    this.owner.show({ scope: { ...scope, name: wanted }, title: wanted });
    this.dispose();
  }

  private get root(): string {
    return this.subject.scope.root;
  }

  /** What a picture around somebody is about. */
  async scopeOf(name: string): Promise<NamedScope> {
    const scope: PictureScope = { root: this.root, name };
    const place = await this.server.placeOfName({ root: this.root, name });
    const found = place && (await this.server.pictureScope({ uri: place.uri, position: place.range.start }));
    return found ?? { scope, title: name };
  }

  /** Shows the declaration of a name in an editor beside the picture, and goes there where that is asked for. */
  async open(name: string, focuses: boolean): Promise<void> {
    const place = await this.server.placeOfName({ root: this.root, name });
    if (!place) {
      if (focuses) tellUndeclared(name);
      return;
    }
    const uri = Uri.parse(place.uri);
    const { start, end } = place.range;
    const range = new Range(start.line, start.character, end.line, end.character);
    const visible = window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === uri.toString(),
    );
    // A click in the picture opens no file that is not to be seen; a double click does.
    if (!visible && !focuses && !this.hasEditorBeside()) return;
    this.echo = { uri: uri.toString(), at: range.end };
    // What the cursor was on before is of no interest any more.
    this.follows += 1;
    const editor = await window.showTextDocument(uri, {
      viewColumn: visible?.viewColumn ?? this.columnBeside(),
      preserveFocus: !focuses,
      preview: true,
    });
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private hasEditorBeside(): boolean {
    return window.visibleTextEditors.some(({ document }) => document.languageId === 'deal');
  }

  private columnBeside(): ViewColumn {
    const other = window.visibleTextEditors.find(
      ({ viewColumn }) => viewColumn !== undefined && viewColumn !== this.panel.viewColumn,
    );
    return other?.viewColumn ?? ViewColumn.Beside;
  }

  private takeEditor(editor: TextEditor | undefined): void {
    if (editor?.document.languageId === 'deal') this.lastEditor = editor;
  }

  /** The page has a graph: it is called as that, and follows the text from now on. */
  private takeGraph(graph: unknown): void {
    const title = graphTitle(graph);
    if (title === undefined) return;
    if (title !== this.title) {
      this.title = title;
      this.panel.title = l10n.t('Picture: {0}', title);
    }
    if (!this.lacksGraph) return;
    this.lacksGraph = false;
    // A page that comes back does not know what it has selected before.
    this.echo = undefined;
    const visible = window.visibleTextEditors.filter(({ document }) => document.languageId === 'deal');
    const editor = visible.find((each) => each === this.lastEditor) ?? visible[0];
    if (editor) void this.followCursor(editor);
  }

  private async followCursor(editor: TextEditor): Promise<void> {
    if (editor.document.languageId !== 'deal' || !this.isReady || !this.panel.visible) return;
    const uri = editor.document.uri.toString();
    const { active } = editor.selection;
    if (this.echo?.uri === uri && this.echo.at.isEqual(active)) return;
    this.echo = undefined;
    const asked = ++this.follows;
    const { line, character } = active;
    try {
      const found = await this.server.nameAtPlace({ textDocument: { uri }, position: { line, character } });
      if (asked === this.follows && found?.root === this.root) {
        this.post({ type: 'cursor', names: found.names });
      }
    } catch (error) {
      // Nobody has asked for it; the view and the status item say that the server is down.
      this.server.output.warn(String(error));
    }
  }

  /** Shows a declaration in the Ecosystems view. */
  async revealInTree(name: string): Promise<void> {
    const place = await this.server.placeOfName({ root: this.root, name });
    if (!place) tellUndeclared(name);
    else await commands.executeCommand('dealgraph.showPlaceInEcosystems', place.uri, place.range.start);
  }

  private async newDeal(from: string, to: string): Promise<void> {
    const labels = kindLabels();
    const picked = await window.showQuickPick(
      drawnKinds.map((dealKind) => ({ label: labels[dealKind], dealKind })),
      { title: l10n.t('New Deal: {0} → {1}', from, to), placeHolder: l10n.t('What kind of deal') },
    );
    if (!picked) return;
    const params = { root: this.root, kind: picked.dealKind, from, to };
    await insertDeal(() => this.server.newDeal(params), this.columnBeside());
  }

  /** Asks for another title of a declaration, and gives it in all files. */
  async retitle(name: string, title: string): Promise<void> {
    const wanted = await window.showInputBox({
      title: l10n.t('Rename {0}', title),
      value: title,
      prompt: l10n.t('Enter renames it everywhere, Escape leaves it.'),
    });
    if (wanted === undefined || wanted.trim() === '' || wanted === title) return;
    await applyRetitled(await this.server.retitle({ root: this.root, name, title: wanted }), title);
    await this.followRename(name, wanted.trim());
  }
}

function tellUndeclared(name: string): void {
  void tellInformation(l10n.t('“{0}” is declared nowhere.', name));
}

function pageGone(): Error {
  return new Error(l10n.t('The picture was hidden or loaded anew meanwhile. Try again.'));
}

function isCollected(answered: unknown): answered is Collected {
  return (
    typeof answered === 'object' &&
    answered !== null &&
    'state' in answered &&
    'answers' in answered &&
    'names' in answered &&
    Array.isArray(answered.names) &&
    'day' in answered
  );
}

/** What the page says of itself, as far as it can be. */
function readLook(text: string): GraphLook {
  const look: unknown = JSON.parse(text);
  const of = (key: string): unknown =>
    typeof look === 'object' && look !== null ? Reflect.get(look, key) : undefined;
  const [most, day] = [of('most'), of('day')];
  if (typeof most !== 'number' || typeof day !== 'number')
    throw new Error(l10n.t('There is no picture yet.'));
  const hidden = of('hidden');
  return {
    most,
    day,
    collapseUnits: of('collapseUnits') === true,
    hidden: Array.isArray(hidden) ? hidden.filter((id) => typeof id === 'string') : [],
  };
}

function startOf({ scope, title }: NamedScope): Start {
  return { scope, title, words: panelWords(), language: env.language };
}

function kindLabels(): Readonly<Record<DrawnKind, string>> {
  return {
    investment: l10n.t('Investment'),
    round: l10n.t('Financing round'),
    loan: l10n.t('Loan'),
    grant: l10n.t('Grant'),
    acquisition: l10n.t('Acquisition'),
    supply: l10n.t('Supply contract'),
    license: l10n.t('License'),
    partnership: l10n.t('Partnership'),
    merger: l10n.t('Merger'),
  };
}
