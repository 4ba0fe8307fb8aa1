import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startSession, type Session } from './session';
import { registerTasks } from './tasks/tasks';

let session: Session | undefined;

/** Entry on the desktop and in remote hosts: the server is a Node process that speaks over IPC. */
export function activate(context: ExtensionContext) {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };

  session = startSession(context, (id, name, options) => ({
    client: new LanguageClient(id, name, { run, debug }, options),
    dispose: () => undefined,
  }));
  // Programs are run where there are any.
  context.subscriptions.push(registerTasks());
  return session.exports;
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}
