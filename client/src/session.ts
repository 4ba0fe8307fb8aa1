import { commands, ExtensionMode, type ExtensionContext, type StatusBarItem } from 'vscode';
import { AsOf } from './asOf/asOf';
import { AsOfChoice } from './asOf/asOfChoice';
import { createAsOfStatus } from './asOf/asOfStatus';
import { createEcosystemsView, type EcosystemsView } from './ecosystems/ecosystemsView';
import { registerImport } from './importing/importDeals';
import { LanguageServer, type Connect } from './languageServer/languageServer';
import { registerNewDealFile } from './newDealFile/newDealFile';
import { Pictures } from './picture/pictures';
import { registerPlaces } from './places/places';
import { registerReference } from './reference/reference';
import { registerReports } from './report/report';
import { createServerStatus } from './status/serverStatus';

/** What the extension's own tests can see of it; nothing at all outside of them. */
export interface TestAccess {
  readonly ecosystems: EcosystemsView;
  readonly server: LanguageServer;
  readonly asOf: AsOf;
  readonly asOfStatus: StatusBarItem;
  readonly pictures: Pictures;
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
  const choice = new AsOfChoice(context.workspaceState);
  const server = new LanguageServer(connect, () => choice.text);
  const asOf = new AsOf(server, choice);
  const asOfStatus = createAsOfStatus(asOf);
  const ecosystems = createEcosystemsView(server, asOf);
  const pictures = new Pictures(context, server);
  context.subscriptions.push(
    server,
    choice,
    asOf,
    asOfStatus,
    ecosystems,
    createServerStatus(server),
    registerNewDealFile(server),
    registerReports(server),
    registerImport(server),
    pictures,
    registerPlaces(),
    registerReference(server),
    commands.registerCommand('dealgraph.restartServer', () => server.restart()),
    commands.registerCommand('dealgraph.showOutput', () => server.output.show()),
  );
  void server.start();
  return {
    exports:
      context.extensionMode === ExtensionMode.Test
        ? { ecosystems, server, asOf, asOfStatus: asOfStatus.item, pictures }
        : undefined,
    stop: () => server.stop(),
  };
}
