// A language server for deals.langium, with Langium's own services for everything.
import { readFileSync } from 'node:fs';
import { DefaultWorkspaceManager } from 'langium';
import { createServicesForGrammar } from 'langium/grammar';
import { startLanguageServer } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';

/** As shipped, files that no editor shows are read but not checked: here every file is, as with Dealgraph. */
class CheckingWorkspaceManager extends DefaultWorkspaceManager {
  initialBuildOptions = { validation: true };
}

const connection = createConnection(ProposedFeatures.all);
const { shared } = await createServicesForGrammar({
  grammar: readFileSync(new URL('deals.langium', import.meta.url), 'utf8'),
  languageMetaData: {
    languageId: 'deal',
    fileExtensions: ['.deal'],
    caseInsensitive: false,
    mode: 'production',
  },
  parserConfig: { skipValidations: true },
  sharedModule: {
    lsp: { Connection: () => connection },
    workspace: {
      FileSystemProvider: () => NodeFileSystem.fileSystemProvider(),
      WorkspaceManager: (services) => new CheckingWorkspaceManager(services),
    },
  },
});
startLanguageServer(shared);
