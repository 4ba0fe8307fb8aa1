import { commands, ExtensionMode, type ExtensionContext } from 'vscode';
import { createEcosystemsView, type EcosystemsView } from './ecosystems/ecosystemsView';
import { LanguageServer, type Connect } from './languageServer/languageServer';
import { registerNewDealFile } from './newDealFile/newDealFile';
import { createServerStatus } from './status/serverStatus';

/** What the extension's own tests can see of it; nothing at all outside of them. */
export interface TestAccess {
  readonly ecosystems: EcosystemsView;
  readonly server: LanguageServer;
}

export interface Session {
  readonly exports: TestAccess | undefined;
  /** Resolves once the server has ended. */
  stop(): Promise<void>;
}

/**
 * Brings up every surface and starts the language server without waiting for it, so that activation stays short.
 * @param connect makes the client for the server of this environment
 */
export function startSession(context: ExtensionContext, connect: Connect): Session {
  const server = new LanguageServer(connect);
  const ecosystems = createEcosystemsView(server);
  context.subscriptions.push(
    server,
    ecosystems,
    createServerStatus(server),
    registerNewDealFile(server),
    commands.registerCommand('dealgraph.restartServer', () => server.restart()),
    commands.registerCommand('dealgraph.showOutput', () => server.output.show()),
  );
  void server.start();
  return {
    exports: context.extensionMode === ExtensionMode.Test ? { ecosystems, server } : undefined,
    stop: () => server.stop(),
  };
}
