import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { startSession, type Session } from './session';

let session: Session | undefined;

/** Entry in the browser: the server is a web worker. */
export function activate(context: ExtensionContext) {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true);

  session = startSession(context, (id, name, options) => {
    let worker: Worker | undefined;
    // Not the worker itself: the client would ask whether it is one, and the extension host's is of a class of its own.
    const start = (): Promise<MessageTransports> => {
      worker?.terminate();
      worker = new Worker(script);
      return Promise.resolve({
        reader: new BrowserMessageReader(worker),
        writer: new BrowserMessageWriter(worker),
      });
    };
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
