import {
  commands,
  Disposable,
  env,
  type ExtensionContext,
  l10n,
  ProgressLocation,
  type QuickPickItem,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { standaloneHtml } from '../../../server/src/picture/page/standalone-page';
import type { NamedScope, PictureSubject } from '../../../server/src/protocol';
import type { RowNode } from '../ecosystems/rowNode';
import type { LanguageServer } from '../languageServer/languageServer';
import { tellFailure, tellInformation } from '../notifications';
import { plainMessage } from '../plainMessage';
import { keptSubject } from './keptScope';
import type { ImageColours } from './messages';
import { PicturePanel } from './picturePanel';
import { freshNonce } from './pictureHtml';
import { pickPictureSubject } from './subjectPick';

const viewType = 'dealgraph.picture';

/** Pictures that are open: one panel for each subject. */
export class Pictures implements Disposable {
  private readonly panels = new Map<string, PicturePanel>();
  private readonly subscriptions: Disposable;

  constructor(
    private readonly context: ExtensionContext,
    private readonly server: LanguageServer,
  ) {
    this.subscriptions = Disposable.from(
      commands.registerCommand('dealgraph.picture', (node: RowNode | undefined) =>
        this.run(() => this.open(node)),
      ),
      commands.registerCommand('dealgraph.picture.atCursor', () => this.run(() => this.openAtCursor())),
      commands.registerCommand('dealgraph.picture.export', () =>
        this.run(async () => {
          const panel = this.active;
          if (panel) await this.export(panel);
        }),
      ),
      commands.registerCommand('dealgraph.picture.copy', () =>
        this.run(async () => {
          await this.active?.render('png', 'theme', true);
        }),
      ),
      this.onContext('openSource', (panel, { name }) => panel.open(name, true)),
      this.onContext('around', async (panel, { name }) => {
        this.show(await panel.scopeOf(name));
      }),
      this.onContext('revealInTree', (panel, { name }) => panel.revealInTree(name)),
      this.onContext('newDeal', async (panel, { name }) => panel.post({ type: 'connect', name })),
      this.onContext('rename', (panel, { name, title }) => panel.retitle(name, title)),
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel: WebviewPanel, state: unknown) => this.restore(panel, state),
      }),
    );
  }

  /** The panel that is in front. */
  get active(): PicturePanel | undefined {
    return [...this.panels.values()].find(({ isActive }) => isActive);
  }

  show(subject: NamedScope): PicturePanel {
    const key = keyOf(subject);
    const known = this.panels.get(key);
    if (known) {
      known.reveal();
      return known;
    }
    const isBeside = window.activeTextEditor !== undefined;
    const column = isBeside ? ViewColumn.Beside : ViewColumn.Active;
    const panel = window.createWebviewPanel(viewType, subject.title, column, { enableFindWidget: false });
    const picture = this.take(subject, panel);
    // One that comes back with the window finds its group as it was left.
    picture.lockGroup();
    return picture;
  }

  dispose(): void {
    for (const panel of this.panels.values()) panel.dispose();
    this.subscriptions.dispose();
  }

  private take(subject: NamedScope, webviewPanel: WebviewPanel): PicturePanel {
    const key = keyOf(subject);
    const panel = new PicturePanel(subject, webviewPanel, this.context, this.server, {
      show: (other) => this.show(other),
      find: (text) => void this.run(() => this.pick(text)),
      export: (own) => void this.run(() => this.export(own)),
    });
    this.panels.set(key, panel);
    panel.onDidDispose(() => {
      this.panels.delete(key);
      panel.dispose();
      unlockEmptyGroup();
    });
    return panel;
  }

  private restore(panel: WebviewPanel, state: unknown): void {
    const subject = keptSubject(state);
    if (!subject || this.panels.has(keyOf(subject))) {
      panel.dispose();
      return;
    }
    this.take(subject, panel);
  }

  private async run(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      // The server is down, or what it was about is gone: its words say so.
      tellFailure(error);
    }
  }

  /** A command of the menu on something in a picture. */
  private onContext(
    command: string,
    run: (panel: PicturePanel, menu: { readonly name: string; readonly title: string }) => Promise<void>,
  ): Disposable {
    return commands.registerCommand(`dealgraph.picture.${command}`, (context: unknown) =>
      this.run(async () => {
        const { active } = this;
        const of = (key: string): unknown =>
          typeof context === 'object' && context !== null ? Reflect.get(context, key) : undefined;
        const [name, title] = [of('name'), of('title')];
        if (!active || typeof name !== 'string') return;
        await run(active, { name, title: typeof title === 'string' ? title : name });
      }),
    );
  }

  private async open(node: RowNode | undefined): Promise<void> {
    const location = node?.row?.location;
    if (!location) {
      await this.pick();
      return;
    }
    await this.openSubject({ uri: location.uri, position: location.range.start });
  }

  private async openAtCursor(): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor) {
      await this.pick();
      return;
    }
    const { line, character } = editor.selection.active;
    const uri = editor.document.uri.toString();
    const subject = await this.server.pictureScope({ uri, position: { line, character } });
    if (subject) this.show(subject);
    else await this.pick();
  }

  private async openSubject(subject: PictureSubject): Promise<void> {
    const scope = await this.server.pictureScope(subject);
    if (!scope) throw new Error(l10n.t('There is nothing to draw at that place any more.'));
    this.show(scope);
  }

  private async pick(text = ''): Promise<void> {
    const subject = await pickPictureSubject(this.server, text);
    if (subject) this.show(subject);
  }

  /** Asks in which form the picture is to leave VS Code, and where to. */
  private async export(panel: PicturePanel): Promise<void> {
    const picked = await window.showQuickPick(forms(), {
      title: l10n.t('Export Picture'),
      placeHolder: l10n.t('In which form'),
    });
    if (!picked) return;
    switch (picked.form) {
      case 'copy':
        await panel.render('png', 'theme', true);
        break;
      case 'png':
      case 'svg': {
        const rendered = await panel.render(picked.form, picked.colours);
        const content = rendered.text === undefined ? bytesOf(rendered.base64 ?? '') : encoded(rendered.text);
        await this.save(panel, picked.form, content);
        break;
      }
      case 'html': {
        const script = await workspace.fs.readFile(
          Uri.joinPath(this.context.extensionUri, 'dist', 'picture.js'),
        );
        const data = await window.withProgress(
          {
            location: ProgressLocation.Notification,
            title: plainMessage(l10n.t('Making the page of “{0}”', panel.title)),
            cancellable: true,
          },
          (progress, token) => panel.collect(progress, token),
        );
        if (!data) break;
        const page = standaloneHtml({
          script: new TextDecoder().decode(script),
          data,
          nonce: freshNonce(),
        });
        await this.save(panel, 'html', encoded(page));
        break;
      }
      case 'mermaid':
      case 'dot':
        await panel.showText(picked.form);
        break;
    }
  }

  private async save(
    { title }: PicturePanel,
    extension: 'png' | 'svg' | 'html',
    content: Uint8Array,
  ): Promise<void> {
    const [folder] = workspace.workspaceFolders ?? [];
    const name = `${fileName(title)}.${extension}`;
    const target = await window.showSaveDialog({
      title: l10n.t('Export Picture'),
      filters: { [extension.toUpperCase()]: [extension] },
      ...(folder && { defaultUri: Uri.joinPath(folder.uri, name) }),
    });
    if (!target) return;
    await workspace.fs.writeFile(target, content);
    const open = l10n.t('Open');
    const picked = await tellInformation(
      l10n.t('The picture is saved as {0}.', workspace.asRelativePath(target)),
      open,
    );
    if (picked !== open) return;
    if (extension === 'html') await env.openExternal(target);
    else await commands.executeCommand('vscode.open', target);
  }
}

/** No file would open in a group that is locked and has nothing in it. */
function unlockEmptyGroup(): void {
  const [group, another] = window.tabGroups.all;
  if (group && !another && group.tabs.length === 0) {
    void commands.executeCommand('workbench.action.unlockEditorGroup');
  }
}

type Form =
  | { readonly form: 'png' | 'svg'; readonly colours: ImageColours }
  | { readonly form: 'html' | 'copy' | 'mermaid' | 'dot' };

function forms(): (QuickPickItem & Form)[] {
  return [
    {
      label: l10n.t('PNG image'),
      description: l10n.t('on white, for slides and print'),
      form: 'png',
      colours: 'print',
    },
    {
      label: l10n.t('PNG image as shown'),
      description: l10n.t('in the colours of the theme'),
      form: 'png',
      colours: 'theme',
    },
    {
      label: l10n.t('SVG drawing'),
      description: l10n.t('on white, sharp at any size'),
      form: 'svg',
      colours: 'print',
    },
    {
      label: l10n.t('SVG drawing as shown'),
      description: l10n.t('in the colours of the theme'),
      form: 'svg',
      colours: 'theme',
    },
    {
      label: l10n.t('Interactive page'),
      description: l10n.t('one HTML file that needs nothing else'),
      form: 'html',
    },
    { label: l10n.t('Copy as image'), description: l10n.t('to paste into mails and slides'), form: 'copy' },
    { label: l10n.t('Mermaid text'), description: l10n.t('for Markdown'), form: 'mermaid' },
    { label: l10n.t('DOT text'), description: l10n.t('for Graphviz'), form: 'dot' },
  ];
}

function keyOf({ scope: { root, name } }: Pick<NamedScope, 'scope'>): string {
  return JSON.stringify([root, name]);
}

/** A title as the name of a file on every system. */
function fileName(title: string): string {
  const name = title
    .replace(/[^\p{L}\p{N}._ -]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return name.replace(/[. ]+$/, '').slice(0, 80) || 'picture';
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0);
}
