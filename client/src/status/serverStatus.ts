import { Disposable, type LanguageStatusItem, languages, LanguageStatusSeverity, l10n } from 'vscode';
import type { ServerStatusParams } from '../../../server/src/protocol';
import type { LanguageServer } from '../languageServer/languageServer';

/** Tells beside the language in the status bar what the server is doing and how much it has read. */
export function createServerStatus(server: LanguageServer): Disposable {
  const item = languages.createLanguageStatusItem('dealgraph.server', { language: 'deal' });
  item.name = 'Dealgraph';
  let status: ServerStatusParams | undefined;
  const update = (): void => show(item, server, status);
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
  );
}

function show(
  item: LanguageStatusItem,
  server: LanguageServer,
  status: ServerStatusParams | undefined,
): void {
  const stopped = server.state === 'stopped';
  item.severity = stopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
  item.busy = !stopped && status?.state !== 'ready';
  if (stopped) item.text = l10n.t('The language server has stopped');
  else if (status === undefined) item.text = l10n.t('Starting');
  else item.text = `${files(status.files)}, ${declarations(status.declarations)}`;
  item.detail = status?.state === 'reading' ? l10n.t('Reading deal files') : undefined;
  item.command = { command: 'dealgraph.restartServer', title: l10n.t('Restart Language Server') };
}

function files(count: number): string {
  return count === 1 ? l10n.t('1 file') : l10n.t('{0} files', count.toLocaleString());
}

function declarations(count: number): string {
  return count === 1 ? l10n.t('1 declaration') : l10n.t('{0} declarations', count.toLocaleString());
}
