import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeAction } from 'vscode-languageserver-types';
import type { LanguageClient } from '../../../scripts/test/language-client.mjs';
import { ServerInFolder } from './server-in-folder';

/** What VS Code says of itself, as far as actions go. */
const editor = {
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
  textDocument: {
    codeAction: {
      dataSupport: true,
      disabledSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

describe('actions over stdio', function () {
  this.timeout(60_000);
  let client: LanguageClient;
  const own = new ServerInFolder();
  const uriOf = (name: string) => own.uriOf(name);

  /** Starts the server on a file, and waits until it has looked at it. */
  async function start(text: string, capabilities: object = editor): Promise<unknown> {
    writeFileSync(join(own.folder, 'a.deal'), text);
    client = own.launch();
    const answer: unknown = await client.initialize(own.folderUri, capabilities);
    await client.publishedWhere(({ uri }: { uri: string }) => uri === uriOf('a.deal'));
    return answer;
  }

  function actions(line: number, character: number, context: object = {}): Promise<CodeAction[]> {
    const position = { line, character };
    return client.request('textDocument/codeAction', {
      textDocument: { uri: uriOf('a.deal') },
      range: { start: position, end: position },
      context: { diagnostics: [], ...context },
    });
  }

  const unordered = 'company B { parent A }\ncompany A { parent B }\n';
  const organize = 'source.organize.dealgraph';

  it('are announced by their kinds, and worked out when they are chosen', async () => {
    const answer = await start(unordered);
    assert.ok(typeof answer === 'object' && answer !== null && 'capabilities' in answer);
    const { capabilities } = answer;
    assert.ok(typeof capabilities === 'object' && capabilities && 'codeActionProvider' in capabilities);
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: [
        'quickfix',
        'refactor.extract',
        'refactor.inline',
        'refactor.rewrite',
        'source.fixAll.dealgraph',
        organize,
      ],
      resolveProvider: true,
    });
    const [action, another] = await actions(0, 0, { only: ['source.organize'] });
    assert.ok(action && !another);
    assert.equal(action.edit, undefined);
    const resolved: CodeAction = await client.request('codeAction/resolve', action);
    assert.equal(
      resolved.edit?.changes?.[uriOf('a.deal')]?.[0]?.newText,
      'company A { parent B }\ncompany B { parent A }\n',
    );
  });

  it('have their edits at once for a client that cannot ask for them', async () => {
    await start(unordered, {});
    const [action] = await actions(0, 0, { only: [organize] });
    assert.ok(action?.edit?.changes);
  });

  it('are those that are asked for', async () => {
    await start('round R: A -> B {\n  amount $2B..$1B\n}\n');
    const kinds = async (only?: string[], triggerKind = 1) => [
      ...new Set(
        (await actions(1, 10, { ...(only && { only }), triggerKind })).map(({ kind }) => kind ?? ''),
      ),
    ];
    assert.deepEqual(await kinds(['refactor']), ['refactor.rewrite']);
    assert.deepEqual(await kinds(['source.fixAll']), ['source.fixAll.dealgraph']);
    assert.deepEqual(await kinds(['source.fixAll.other']), []);
    const ignore = 'quickfix.ignore';
    assert.deepEqual(await kinds(undefined, 2), ['quickfix', 'refactor.rewrite', ignore]);
    const all = ['quickfix', 'refactor.rewrite', organize, 'source.fixAll.dealgraph', ignore];
    assert.deepEqual(await kinds(), all);
  });

  it('make files where the client can do that, and not for one that cannot', async () => {
    const text =
      'company Google { parent Google2 }\ncompany Google2 "G"\nround R: Google -> Google2 { per <https://x.example> }\nround S: Google -> Google2 { per <https://x.example> }\n';
    const moves = async () => (await actions(1, 9, { only: ['refactor.extract'] })).map(({ edit }) => edit);
    await start(text);
    const [edit] = await moves();
    assert.deepEqual(edit?.documentChanges?.[0], { kind: 'create', uri: uriOf('parties.deal') });
    await client.stop();
    await start(text, {});
    assert.deepEqual(await moves(), []);
  });

  it('are refused when the text has changed since they were offered', async () => {
    await start('company Open\ncompany open\n');
    const all = await actions(0, 9, { only: ['refactor.rewrite'] });
    const merge = all.find(({ title }) => title.startsWith('Merge'));
    assert.ok(merge && !merge.edit);
    await client.open(uriOf('a.deal'), 'company Closed\ncompany open\n');
    await assert.rejects(client.request('codeAction/resolve', merge), /changed/);
  });

  it('lead to a rate that was written in another file', async () => {
    writeFileSync(join(own.folder, 'dealgraph.json'), '{ "baseCurrency": "USD" }');
    writeFileSync(join(own.folder, 'rates.deal'), 'fx CHFUSD: CHF -> USD { rate 1.1 on 2023 }\n');
    const { workspace, textDocument } = editor;
    await start('company A\nfund F\nround R: F -> A { amount €1M on 2023-12-11 }\n', {
      workspace: { workspaceEdit: { ...workspace.workspaceEdit, snippetEditSupport: true } },
      textDocument,
      window: { showDocument: { support: true } },
    });
    const shown = new Promise((resolve) => {
      client.connection.onRequest('window/showDocument', (params) => {
        resolve(params);
        return { success: true };
      });
    });
    await client.publishedWhere(({ diagnostics }) =>
      diagnostics.some(({ code }) => code === 'exchange-rate-missing'),
    );
    const fix = (await actions(2, 20)).find(({ title }) => title.startsWith('Declare the rate'));
    assert.ok(fix?.edit && fix.command);
    const { command, arguments: given } = fix.command;
    await client.request('workspace/executeCommand', { command, arguments: given });
    assert.deepEqual(await shown, {
      uri: uriOf('rates.deal'),
      takeFocus: true,
      selection: { start: { line: 1, character: 29 }, end: { line: 1, character: 33 } },
    });
    for (const wrong of [[], [1, 2], [uriOf('a.deal'), { start: 1 }]])
      assert.equal(await client.request('workspace/executeCommand', { command, arguments: wrong }), null);
  });
});
