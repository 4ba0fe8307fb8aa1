import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  TabInputText,
  Uri,
  window,
  workspace,
  type Tab,
} from 'vscode';
import { tellInformation } from '../notifications';
import { previewScheme } from './previewScheme';
import type { ImportAnswer } from '../../../server/src/protocol';

/** More than that nobody reads before he says yes. */
const mostCharacters = 200_000;

/** A document that shows what an import would write, before anything is written. */
export class ImportPreview implements Disposable {
  private readonly changed = new EventEmitter<Uri>();
  private readonly registrations: Disposable;
  private readonly uri = Uri.from({ scheme: previewScheme, path: `/${l10n.t('Import')}.deal` });
  private text = '';
  private decide: (isWanted: boolean) => void = () => undefined;

  constructor() {
    this.registrations = Disposable.from(
      this.changed,
      workspace.registerTextDocumentContentProvider(previewScheme, {
        onDidChange: this.changed.event,
        provideTextDocumentContent: () => this.text,
      }),
      commands.registerCommand('dealgraph.importDeals.accept', () => this.decide(true)),
      window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.some(isPreview)) this.decide(false);
      }),
    );
  }

  /**
   * Shows what would be written, and asks whether it is to be: by a notification, which goes after a while, and by a
   * button in the title of the preview, which stays. Who closes the preview does not want it.
   */
  async isWanted(answer: ImportAnswer): Promise<boolean> {
    // Of two that are asked about, the later one counts.
    this.decide(false);
    const decided = new Promise<boolean>((resolve) => (this.decide = resolve));
    await this.show(answer);
    const [yes, no] = [l10n.t('Import'), l10n.t('Cancel')];
    const names = answer.files.map(({ uri }) => nameOf(uri)).join(', ');
    const question = l10n.t('{0} Write {1}?', answer.summary.slice(0, 2).join(' '), names);
    void this.askBy(tellInformation(question, yes, no), yes);
    const isWanted = await decided;
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs).filter(isPreview);
    await window.tabGroups.close(tabs);
    return isWanted;
  }

  private async askBy(notification: Thenable<string | undefined>, yes: string): Promise<void> {
    const picked = await notification;
    if (picked !== undefined) this.decide(picked === yes);
  }

  private async show({ summary, files }: ImportAnswer): Promise<void> {
    const lines = summary.flatMap((line) => line.split('\n')).map((line) => `// ${line}\n`);
    const texts = files.map(({ uri, text }) => `\n// ${nameOf(uri)}\n\n${text}`);
    const whole = [...lines, ...texts].join('');
    this.text =
      whole.length > mostCharacters
        ? `${whole.slice(0, mostCharacters)}\n// ${l10n.t('And so on.')}\n`
        : whole;
    this.changed.fire(this.uri);
    await window.showTextDocument(await workspace.openTextDocument(this.uri), { preview: false });
  }

  dispose(): void {
    this.registrations.dispose();
  }
}

function isPreview({ input }: Tab): boolean {
  return input instanceof TabInputText && input.uri.scheme === previewScheme;
}

/** The last part of a path. */
export function nameOf(uri: string): string {
  const { path } = Uri.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}
