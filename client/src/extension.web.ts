import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startSession, type Session } from './session';

let session: Session | undefined;

/** Entry in the browser: the server is a web worker. */
export function activate(context: ExtensionContext) {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);

  session = startSession(context, (id, name, options) => {
    let worker: Worker | undefined;
    const start = () => Promise.resolve((worker = new Worker(script)));
    return {
      client: new LanguageClient(id, name, start, options),
      dispose: () => worker?.terminate(),
    };
  });
  return session.exports;
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}
