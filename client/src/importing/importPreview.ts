import { type Disposable, EventEmitter, l10n, Uri, window, workspace } from 'vscode';
import type { ImportAnswer } from '../../../server/src/protocol';

const scheme = 'dealgraph-import';

/** More than that nobody reads before he says yes. */
const mostCharacters = 200_000;

/** A document that shows what an import would write, before anything is written. */
export class ImportPreview implements Disposable {
  private readonly changed = new EventEmitter<Uri>();
  private readonly registration: Disposable;
  private readonly uri = Uri.from({ scheme, path: `/${l10n.t('Import')}.deal` });
  private text = '';

  constructor() {
    this.registration = workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: this.changed.event,
      provideTextDocumentContent: () => this.text,
    });
  }

  async show({ summary, files }: ImportAnswer): Promise<void> {
    const lines = summary.flatMap((line) => line.split('\n')).map((line) => `// ${line}\n`);
    const texts = files.map(({ uri, text }) => `\n// ${nameOf(uri)}\n\n${text}`);
    const whole = [...lines, ...texts].join('');
    this.text =
      whole.length > mostCharacters
        ? `${whole.slice(0, mostCharacters)}\n// ${l10n.t('And so on.')}\n`
        : whole;
    this.changed.fire(this.uri);
    await window.showTextDocument(await workspace.openTextDocument(this.uri), { preview: true });
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}

/** The last part of a path. */
export function nameOf(uri: string): string {
  const { path } = Uri.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}
