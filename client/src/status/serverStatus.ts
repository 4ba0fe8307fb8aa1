import {
  commands,
  Disposable,
  type LanguageStatusItem,
  languages,
  LanguageStatusSeverity,
  l10n,
} from 'vscode';
import type { ServerStatusParams } from '../../../server/src/protocol';
import type { LanguageServer } from '../languageServer/languageServer';

/** Tells beside the language in the status bar what the server is doing and how much it has read. */
export function createServerStatus(server: LanguageServer): Disposable {
  const item = languages.createLanguageStatusItem('dealgraph.server', { language: 'deal' });
  item.name = 'Dealgraph';
  let status: ServerStatusParams | undefined;
  const update = (): void => {
    show(item, server, status);
    void commands.executeCommand('setContext', 'dealgraph.partlyRead', status?.state === 'partlyRead');
  };
  update();
  return Disposable.from(
    item,
    server.onDidChangeStatus((news) => {
      status = news;
      update();
    }),
    server.onDidChangeState(() => {
      status = undefined;
      update();
    }),
    commands.registerCommand('dealgraph.readRest', () => server.readRest()),
  );
}

function show(
  item: LanguageStatusItem,
  server: LanguageServer,
  status: ServerStatusParams | undefined,
): void {
  const stopped = server.state === 'stopped';
  const partly = !stopped && status?.state === 'partlyRead';
  item.severity = stopped
    ? LanguageStatusSeverity.Error
    : partly
      ? LanguageStatusSeverity.Warning
      : LanguageStatusSeverity.Information;
  item.busy = !stopped && (status === undefined || status.state === 'reading');
  if (stopped) item.text = l10n.t('The language server has stopped');
  else if (status === undefined) item.text = l10n.t('Starting');
  // The command stands behind the text, which has to leave room for it.
  else if (partly) item.text = l10n.t('Partly read');
  else if (status.state === 'reading') item.text = l10n.t('Reading deal files');
  else item.text = `${files(status.files)}, ${declarations(status.declarations)}`;
  item.detail =
    partly && status
      ? l10n.t('{0}. Names are not checked, and sums lack the other files', partlyRead(status))
      : undefined;
  item.command = partly
    ? { command: 'dealgraph.readRest', title: l10n.t('Read the Rest') }
    : { command: 'dealgraph.restartServer', title: l10n.t('Restart Language Server') };
}

/** How much was read where reading was stopped. */
export function partlyRead({ files: read, unread }: ServerStatusParams): string {
  return l10n.t('Partly read: {0} of {1} files', read.toLocaleString(), (read + unread).toLocaleString());
}

function files(count: number): string {
  return count === 1 ? l10n.t('1 file') : l10n.t('{0} files', count.toLocaleString());
}

function declarations(count: number): string {
  return count === 1 ? l10n.t('1 declaration') : l10n.t('{0} declarations', count.toLocaleString());
}
