import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeLens, CompletionList, InlayHint, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { LanguageClient } from '../../../scripts/test/language-client.mjs';
import { ServerInFolder } from './server-in-folder';
import { declareCommand } from '../../src/protocol';

/** What editors such as Neovim and Helix say of themselves, as far as the server looks at it. */
const ofPlainEditor = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true } },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: { applyEdit: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } },
};

const whole: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe('an editor that knows nothing of Dealgraph', function () {
  this.timeout(60_000);
  let client: LanguageClient;
  const own = new ServerInFolder();
  const uriOf = (name: string) => own.uriOf(name);
  const textDocument = () => ({ uri: uriOf('main.deal') });

  async function start(text: string, options?: object): Promise<Record<string, unknown>> {
    writeFileSync(join(own.folder, 'main.deal'), text);
    client = own.launch();
    const { capabilities } = await client.initialize(own.folderUri, ofPlainEditor, options);
    await client.open(uriOf('main.deal'), text);
    return capabilities;
  }

  it('is offered every feature of the protocol', async () => {
    const capabilities = await start('company A\n');
    const { workspace, textDocumentSync, ...providers } = capabilities;
    assert.ok(workspace && textDocumentSync);
    assert.deepEqual(Object.keys(providers).sort(), [
      'callHierarchyProvider',
      'codeActionProvider',
      'codeLensProvider',
      'completionProvider',
      'declarationProvider',
      'definitionProvider',
      'documentFormattingProvider',
      'documentHighlightProvider',
      'documentLinkProvider',
      'documentOnTypeFormattingProvider',
      'documentRangeFormattingProvider',
      'documentSymbolProvider',
      'executeCommandProvider',
      'foldingRangeProvider',
      'hoverProvider',
      'implementationProvider',
      'inlayHintProvider',
      'linkedEditingRangeProvider',
      'referencesProvider',
      'renameProvider',
      'selectionRangeProvider',
      'semanticTokensProvider',
      'signatureHelpProvider',
      'typeHierarchyProvider',
      'workspaceSymbolProvider',
    ]);
  });

  it('is shown lenses that ask for no command of another editor', async () => {
    await start('company A\ncompany B\ninvestment D: A -> B { amount $1B }\n');
    const lenses: CodeLens[] = await client.request('textDocument/codeLens', {
      textDocument: textDocument(),
    });
    const [first]: CodeLens[] = await Promise.all(
      lenses.map((lens) => client.request('codeLens/resolve', lens)),
    );
    assert.deepEqual(first?.command, { title: 'invested $1B', command: '' });
  });

  it('has a name declared that is taken from a list, by an edit of its own', async () => {
    const text = 'company A\n\ninvestment D: A -> Mistral';
    await start(text);
    // Before all files are read nobody knows whether the name is new.
    await client.publishedWhere(({ diagnostics }) => diagnostics.some(({ code }) => code === 'unknown-name'));
    const list: CompletionList = await client.request('textDocument/completion', {
      textDocument: textDocument(),
      position: { line: 2, character: 26 },
    });
    const taken = list.items.find(({ command }) => command?.arguments?.[1] === 'fund');
    assert.equal(taken?.command?.command, declareCommand);
    const applied = new Promise<WorkspaceEdit>((resolve) => {
      client.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
        resolve(edit);
        return { applied: true };
      });
    });
    const { command, arguments: given } = taken.command;
    await client.request('workspace/executeCommand', { command, arguments: given });
    assert.deepEqual((await applied).changes, {
      [uriOf('main.deal')]: [
        {
          range: { start: { line: 0, character: 9 }, end: { line: 0, character: 9 } },
          newText: '\nfund Mistral',
        },
      ],
    });
    for (const wrong of [
      [],
      [1, 2, 3],
      [uriOf('main.deal'), 'nothing', 'X'],
      [uriOf('main.deal'), 'fund', 'A'],
    ])
      assert.equal(await client.request('workspace/executeCommand', { command, arguments: wrong }), null);
  });

  it('can say its settings at the start, and change them', async () => {
    const hints = async () => {
      const found: InlayHint[] = await client.request('textDocument/inlayHint', {
        textDocument: textDocument(),
        range: whole,
      });
      return found.map(({ label }) => label);
    };
    const deal = 'loan D: undisclosed -> undisclosed {\n  amount $8B\n  tranche $4B\n  tranche $4B\n}\n';
    await start(deal, { settings: { inlayHints: { sums: false } } });
    assert.deepEqual(await hints(), []);
    await client.notify('workspace/didChangeConfiguration', { settings: { dealgraph: {} } });
    assert.deepEqual(await hints(), [' = 2 tranches']);
    await client.notify('workspace/didChangeConfiguration', { settings: { inlayHints: { sums: false } } });
    assert.deepEqual(await hints(), []);
  });

  it('is told once of settings that are wrong, and of nobody else’s', async () => {
    await start('company A\n', { settings: { inlayHints: { sums: 'yes' } } });
    const change = async (settings: object) => {
      await client.notify('workspace/didChangeConfiguration', { settings });
      // Answered after what was told.
      await client.request('textDocument/hover', {
        textDocument: textDocument(),
        position: { line: 0, character: 8 },
      });
    };
    await change({ dealgraph: { inlayHints: { sums: 'yes' } } });
    await change({ editor: { tabSize: 2 } });
    await change({ inlayHints: { sums: 'yes' }, lens: 1 });
    await change({ dealgraph: { inlayHints: { sums: 'yes' }, lens: 1 } });
    assert.deepEqual(
      client.shown.map(({ type, message }) => [type, message.replace(/ There are: .*/, '')]),
      [
        [
          2,
          'Dealgraph: The setting “dealgraph.inlayHints.sums” cannot be "yes". It takes: true, false. The default stays.',
        ],
        [2, 'Dealgraph: There is no setting “dealgraph.lens” (1).'],
      ],
    );
    assert.match(client.log.join('\n'), /dealgraph\.inlayHints\.sums/);
  });

  it('has globs of the project follow a file that gets another name', async () => {
    const json = '{ "exclude": ["old.deal"] }';
    writeFileSync(join(own.folder, 'dealgraph.json'), json);
    await start('company A\ncompany A\n');
    await client.publishedWhere(({ diagnostics }) => diagnostics.length > 0);
    const edit: WorkspaceEdit | null = await client.request('workspace/willRenameFiles', {
      files: [{ oldUri: uriOf('old.deal'), newUri: uriOf('new.deal') }],
    });
    assert.deepEqual(
      edit?.changes?.[uriOf('dealgraph.json')]?.map(({ newText }) => newText),
      ['"new.deal"'],
    );
  });
});
