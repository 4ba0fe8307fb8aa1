import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  SemanticTokens,
  SemanticTokensDelta,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { LanguageClient } from '../../../scripts/test/language-client.mjs';
import {
  fileTemplateMethod,
  groupings,
  treeChildrenMethod,
  treePathMethod,
  treeTooltipMethod,
  type TreeRow,
} from '../../src/protocol';
import { largeProject } from '../large-project';

const server = join(process.cwd(), 'dist', 'server.js');
const samples = join(process.cwd(), 'samples');

/** The message of a diagnostic as plain text. */
function textOf(diagnostic: Diagnostic | undefined): string {
  const message = diagnostic?.message ?? '';
  return typeof message === 'string' ? message : message.value;
}

describe('server over stdio', function () {
  this.timeout(60_000);
  let folder: string;
  let client: LanguageClient;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dealgraph-'));
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

  async function start(files: Readonly<Record<string, string>>, capabilities: object = {}): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      write(name, text);
    }
    client = new LanguageClient(process.execPath, [server, '--stdio']);
    await client.initialize(pathToFileURL(folder).href, capabilities);
  }

  async function startOn(sample: string): Promise<void> {
    cpSync(join(samples, sample), folder, { recursive: true });
    client = new LanguageClient(process.execPath, [server, '--stdio']);
    await client.initialize(pathToFileURL(folder).href);
  }

  /** Waits until the codes published for a file are these. */
  function codes(
    name: string,
    expected: readonly string[],
    version?: number,
  ): Promise<{ diagnostics: Diagnostic[] }> {
    return client.publishedWhere(
      (published) =>
        published.uri === uriOf(name) &&
        (version === undefined || published.version === version) &&
        JSON.stringify(published.diagnostics.map((diagnostic) => diagnostic.code)) ===
          JSON.stringify(expected),
    );
  }

  /** What the analyses tell of one file of the sample, by place. */
  const analyses = [
    'hedge',
    'circular-money',
    'lock-in',
    'concentration',
    'entry-barrier',
    'execution',
    'without-rumors',
  ];

  const deal = 'investment D: Google -> Anthropic { amount $1B per <https://x.example> }\n';

  it('publishes the diagnostics of all files of a folder, opened or not', async () => {
    await start({ 'a.deal': deal, 'b/b.deal': 'company Google\ncompany Anthropic\n', 'c.deal': 'company {' });
    await codes('a.deal', []);
    await codes('c.deal', ['syntax', 'syntax']);
  });

  it('says at once with both figures that a tranche does not fit, with the version, and clears it on undo', async () => {
    await startOn('ai-race');
    await codes('anthropic.deal', analyses);
    const text = readFileSync(join(folder, 'anthropic.deal'), 'utf8');
    await client.open(uriOf('anthropic.deal'), text);
    const lines = text.split('\n');
    const line = lines.findIndex((content) => content.includes('2024-11-22') && content.includes('tranche'));
    const character = lines[line]!.indexOf('$4B') + 1;
    const range = { start: { line, character }, end: { line, character: character + 1 } };
    await client.change(uriOf('anthropic.deal'), 2, [{ range, text: '3' }]);
    const withMistake = analyses.toSpliced(2, 0, 'tranches-add-up');
    const { diagnostics } = await codes('anthropic.deal', withMistake, 2);
    const [, , mistake] = diagnostics;
    assert.match(textOf(mistake), /\$7B.*\$8B/);
    assert.equal(mistake!.relatedInformation?.length, 2);
    await client.change(uriOf('anthropic.deal'), 3, [{ range, text: '4' }]);
    await codes('anthropic.deal', analyses, 3);
  });

  it('offers to silence a finding, with the reason selected where the client can do that', async () => {
    const text = 'company Google\n';
    const actions = async (): Promise<CodeAction[]> => {
      await codes('a.deal', ['unused']);
      const start = { line: 0, character: 9 };
      return client.request('textDocument/codeAction', {
        textDocument: { uri: uriOf('a.deal') },
        range: { start, end: start },
        context: { diagnostics: [] },
      });
    };
    await start({ 'a.deal': text });
    const plain = (await actions()).at(-1);
    assert.equal(plain?.edit?.changes?.[uriOf('a.deal')]?.[0]?.newText, '// dealgraph-ignore unused: …\n');
    await client.stop();
    const workspaceEdit = { documentChanges: true, snippetEditSupport: true };
    await start({ 'a.deal': text }, { workspace: { workspaceEdit } });
    const selected = (await actions()).at(-1);
    assert.match(JSON.stringify(selected?.edit?.documentChanges), /dealgraph-ignore unused: \$\{1:…\}/);
  });

  it('tells other files that a name they use is gone, and that it is back', async () => {
    await start({ 'a.deal': deal, 'b.deal': 'company Google\ncompany Anthropic\n' });
    await codes('a.deal', []);
    await client.open(uriOf('b.deal'), 'company Google\ncompany Anthropic\n');
    await client.change(uriOf('b.deal'), 2, [{ text: 'company Google\ncompany Antropic\n' }]);
    await codes('a.deal', ['unknown-name']);
    await client.change(uriOf('b.deal'), 3, [{ text: 'company Google\ncompany Anthropic\n' }]);
    await codes('a.deal', []);
  });

  it('takes the disk as the truth again when an editor closes without saving', async () => {
    await start({ 'a.deal': 'company Google { parent Alphabet }\ncompany Alphabet\n' });
    await client.open(uriOf('a.deal'), 'company Google { parent Alphabet }\n');
    await codes('a.deal', ['unknown-name'], 1);
    await client.notify('textDocument/didClose', { textDocument: { uri: uriOf('a.deal') } });
    await codes('a.deal', []);
  });

  it('clears the diagnostics of a deleted file, and keeps an open one until it is closed', async () => {
    await start({ 'a.deal': 'company {', 'b.deal': 'company {' });
    await codes('a.deal', ['syntax', 'syntax']);
    await client.open(uriOf('b.deal'), 'company {');
    rmSync(join(folder, 'a.deal'));
    rmSync(join(folder, 'b.deal'));
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: uriOf('a.deal'), type: 3 },
        { uri: uriOf('b.deal'), type: 3 },
      ],
    });
    await codes('a.deal', []);
    assert.equal(client.published.get(uriOf('b.deal'))?.diagnostics.length, 2);
    await client.notify('textDocument/didClose', { textDocument: { uri: uriOf('b.deal') } });
    await codes('b.deal', []);
  });

  it('lets go of what the user deletes in the editor, even while the editor still has it open', async () => {
    await start({ 'old/a.deal': 'company Google\n', 'use.deal': 'company Unit { parent Google }\n' });
    await client.open(uriOf('old/a.deal'), 'company Google\n');
    await codes('use.deal', []);
    rmSync(join(folder, 'old'), { recursive: true });
    await client.notify('workspace/didDeleteFiles', { files: [{ uri: uriOf('old') }] });
    await codes('use.deal', ['unknown-name']);
  });

  it('takes a file that is opened at a line for the file, not for another one', async () => {
    await start({ 'a.deal': 'company A { parent B }\n', 'b.deal': 'company B\n' });
    await codes('a.deal', []);
    await client.open(`${uriOf('b.deal')}#L1`, 'company B\n');
    await codes('b.deal', [], 1);
    assert.deepEqual(client.published.get(uriOf('b.deal'))?.diagnostics, []);
    await client.change(`${uriOf('b.deal')}#L1`, 2, [{ text: 'company C\n' }]);
    await codes('a.deal', ['unknown-name']);
  });

  it('counts places in a file with a byte order mark as editors do', async () => {
    await start({ 'a.deal': '\ufeffcompany Google { parent Nobody }\n' });
    const { diagnostics } = await codes('a.deal', ['unknown-name']);
    assert.equal(diagnostics[0]!.range.start.character, 'company Google { parent '.length);
  });

  it('says nothing about the old side of a comparison, which lacks the files around it', async () => {
    await start({ 'a.deal': 'company Google\ncompany Unit { parent Google }\n' });
    await codes('a.deal', []);
    await client.open('git:/old/a.deal', 'company Unit { parent Google }\n');
    const published = await client.publishedWhere(({ uri }) => uri === 'git:/old/a.deal');
    assert.deepEqual(published.diagnostics, []);
  });

  it('follows a folder that is renamed', async () => {
    await start({ 'old/a.deal': 'company {' });
    await codes('old/a.deal', ['syntax', 'syntax']);
    renameSync(join(folder, 'old'), join(folder, 'new'));
    await client.notify('workspace/didRenameFiles', {
      files: [{ oldUri: uriOf('old'), newUri: uriOf('new') }],
    });
    await codes('old/a.deal', []);
    await codes('new/a.deal', ['syntax', 'syntax']);
  });

  it('names a duplicate in fifty files, and none when all but one are gone', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [
        `f${index}.deal`,
        'company Same { website <https://x.example> }\n',
      ]),
    );
    await start({ ...files, 'use.deal': 'company Unit { parent Same }\n' });
    for (const name of Object.keys(files)) await codes(name, ['duplicate-name']);
    const gone = Object.keys(files).slice(1);
    for (const name of gone) rmSync(join(folder, name));
    const changes = gone.map((name) => ({ uri: uriOf(name), type: 3 }));
    await client.notify('workspace/didChangeWatchedFiles', { changes });
    await codes('f0.deal', []);
  });

  it('keeps projects with a dealgraph.json of their own apart, and leaves out what it excludes', async () => {
    await start({
      'one/dealgraph.json': '{ "exclude": ["drafts/**"] }',
      'one/a.deal': 'company A { parent B }\n',
      'one/drafts/x.deal': 'company B\n',
      'two/dealgraph.json': '{}',
      'two/a.deal': 'company A { parent A2 }\ncompany A2\n',
    });
    await codes('one/a.deal', ['unknown-name']);
    await codes('two/a.deal', []);
    write('one/dealgraph.json', '{ "exclude": 5 }');
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('one/dealgraph.json'), type: 2 }],
    });
    await codes('one/a.deal', []);
    const config = await client.publishedWhere(
      ({ uri, diagnostics }) => uri === uriOf('one/dealgraph.json') && diagnostics.length > 0,
    );
    assert.match(textOf(config.diagnostics[0]), /list of globs/);
  });

  it('takes a check for as severe as the project says, at once', async () => {
    await start({
      'dealgraph.json': '{ "checks": { "unused": "off", "unknown-name": "warning" } }',
      'a.deal': 'company A { parent B }\ncompany C\n',
    });
    await codes('a.deal', ['unknown-name']);
    const severities = () =>
      client.published.get(uriOf('a.deal'))?.diagnostics.map(({ severity }) => severity);
    assert.deepEqual(severities(), [DiagnosticSeverity.Warning]);
    write('dealgraph.json', '{ "checks": { "unknown-name": "off", "unused": "information" } }');
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('dealgraph.json'), type: 2 }],
    });
    await codes('a.deal', ['unused']);
    assert.deepEqual(severities(), [DiagnosticSeverity.Information]);
  });

  it('says nothing about what a project leaves out, and of an open one only what it can know', async () => {
    await start({
      'dealgraph.json': '{ "exclude": ["drafts/**"] }',
      'a.deal': 'company A\ncompany Unit { parent A }\n',
      'drafts/x.deal': 'company X { parent A; founded 2021-13 }\n',
    });
    await codes('a.deal', []);
    assert.equal(client.published.get(uriOf('drafts/x.deal')), undefined);
    await client.open(uriOf('drafts/x.deal'), 'company X { parent A; founded 2021-13 }\n');
    await codes('drafts/x.deal', ['value']);
  });

  it('names a dealgraph.json that cannot be used from the start', async () => {
    await start({ 'dealgraph.json': '[]', 'a.deal': 'company A { parent B }\ncompany B\n' });
    const config = await client.publishedWhere(
      ({ uri, diagnostics }) => uri === uriOf('dealgraph.json') && diagnostics.length > 0,
    );
    assert.match(textOf(config.diagnostics[0]), /one object/);
    await codes('a.deal', []);
  });

  it('follows folders that come and go', async () => {
    await start({ 'one/a.deal': 'company {' }, { workspace: { workspaceFolders: true } });
    await codes('one/a.deal', ['syntax', 'syntax']);
    mkdirSync(`${folder}-two`);
    try {
      writeFileSync(join(`${folder}-two`, 'b.deal'), 'company {');
      const two = pathToFileURL(`${folder}-two`).href;
      await client.notify('workspace/didChangeWorkspaceFolders', {
        event: {
          added: [{ uri: two, name: 'two' }],
          removed: [{ uri: pathToFileURL(folder).href, name: 'folder' }],
        },
      });
      await codes('one/a.deal', []);
      await client.publishedWhere(
        ({ uri, diagnostics }) => uri === `${two}/b.deal` && diagnostics.length === 2,
      );
    } finally {
      rmSync(`${folder}-two`, { recursive: true });
    }
  });

  it('reads a folder that is moved in from outside of the editor', async () => {
    await start({ 'a.deal': 'company Unit { parent Google }\n' });
    await codes('a.deal', ['unknown-name']);
    mkdirSync(join(folder, 'new', 'deep'), { recursive: true });
    write('new/deep/b.deal', 'company Google\n');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('new'), type: 1 }] });
    await codes('a.deal', []);
  });

  it('keeps the text of an editor that closes a document and opens it again at once', async () => {
    await start({ 'a.deal': 'company A { parent Nobody }\n' });
    await client.open(uriOf('a.deal'), 'company A { parent Nobody }\n');
    await client.notify('textDocument/didClose', { textDocument: { uri: uriOf('a.deal') } });
    await client.open(uriOf('a.deal'), 'company A { parent B }\ncompany B\n', 7);
    await codes('a.deal', [], 7);
    const range = { start: { line: 1, character: 8 }, end: { line: 1, character: 9 } };
    await client.change(uriOf('a.deal'), 8, [{ range, text: 'C' }]);
    await codes('a.deal', ['unknown-name', 'unused'], 8);
  });

  it('goes on from the text of the editor where that edits a document that was deleted', async () => {
    await start({ 'a.deal': 'company A { parent B }\ncompany B\n' });
    await client.open(uriOf('a.deal'), 'company A { parent B }\ncompany B\n');
    await codes('a.deal', [], 1);
    rmSync(join(folder, 'a.deal'));
    await client.notify('workspace/didDeleteFiles', { files: [{ uri: uriOf('a.deal') }] });
    const range = { start: { line: 1, character: 8 }, end: { line: 1, character: 9 } };
    await client.change(uriOf('a.deal'), 2, [{ range, text: 'C' }]);
    await codes('a.deal', ['unknown-name', 'unused'], 2);
  });

  it('works on a document outside of every folder', async () => {
    client = new LanguageClient(process.execPath, [server, '--stdio']);
    await client.initialize(null);
    await client.open('untitled:Untitled-1', 'company A { parent Nobody }\n');
    const { diagnostics } = await client.publishedWhere(({ uri }) => uri === 'untitled:Untitled-1');
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['unknown-name'],
    );
    await client.notify('textDocument/didClose', { textDocument: { uri: 'untitled:Untitled-1' } });
    await client.publishedWhere(
      ({ uri, diagnostics: now }) => uri === 'untitled:Untitled-1' && now.length === 0,
    );
  });

  it('renames a party in all files', async () => {
    await startOn('ai-race');
    await codes('anthropic.deal', analyses);
    const edit: WorkspaceEdit = await client.request('textDocument/rename', {
      textDocument: { uri: uriOf('parties.deal') },
      position: { line: 4, character: 10 },
      newName: 'Anthropic PBC',
    });
    const changes = edit.changes ?? {};
    assert.deepEqual(Object.keys(changes).sort(), [uriOf('anthropic.deal'), uriOf('parties.deal')]);
    assert.ok(
      Object.values(changes)
        .flat()
        .every(({ newText }) => newText === '"Anthropic PBC"'),
    );
    await assert.rejects(
      client.request('textDocument/rename', {
        textDocument: { uri: uriOf('parties.deal') },
        position: { line: 4, character: 10 },
        newName: 'OpenAI',
      }),
      /“OpenAI” is taken/,
    );
  });

  it('answers every request for the tree, and keeps row ids through edits', async () => {
    await startOn('ai-race');
    await codes('anthropic.deal', analyses);
    const query = { groupBy: 'ecosystem' };
    const rows: TreeRow[] = await client.request(treeChildrenMethod, { query });
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['Around Anthropic', 'Around OpenAI'],
    );
    assert.equal(rows[0]!.description, '$11B promised, $1B executed, $2B in talks');
    const position = { line: 15, character: 2 };
    const path: TreeRow[] = await client.request(treePathMethod, {
      query,
      textDocument: { uri: uriOf('anthropic.deal') },
      position,
    });
    assert.deepEqual(
      path.map(({ label }) => label),
      ['Around Anthropic', 'Backers', 'Amazon', 'Amazon → Anthropic'],
    );
    const tooltip: string = await client.request(treeTooltipMethod, { query, row: path[2]!.id });
    assert.match(tooltip, /\*\*Amazon\*\*/);
    const filtered: TreeRow[] = await client.request(treeChildrenMethod, {
      query: { ...query, filter: 'LSVP' },
    });
    assert.deepEqual(
      filtered.map(({ label }) => label),
      ['Around Anthropic'],
    );
    assert.deepEqual(await client.request(treeChildrenMethod, { query, parent: 'no/such/row' }), []);
  });

  it('answers others while it looks for the rows of a filtered tree', async () => {
    await start(largeProject(3_000));
    await codes('parties.deal', []);
    const answered: string[] = [];
    const ask = async (what: string, method: string, params: object) => {
      await client.request(method, params);
      answered.push(what);
    };
    for (const groupBy of groupings) {
      const query = { groupBy, filter: `nobody by ${groupBy}` };
      await Promise.all([
        ask('rows', treeChildrenMethod, { query }),
        ask('card', 'textDocument/hover', {
          textDocument: { uri: uriOf('parties.deal') },
          position: { line: 0, character: 9 },
        }),
      ]);
    }
    assert.deepEqual(
      answered,
      groupings.flatMap(() => ['card', 'rows']),
    );
  });

  it('gives a first file that has no mistake once its places are filled in', async () => {
    await start({});
    const { snippet }: { snippet: string } = await client.request(fileTemplateMethod, {});
    const text = snippet
      .replaceAll(/\$\{\d+\|([^,|]+)[^}]*\}/g, '$1')
      .replaceAll(/\$\{\d+:((?:\\.|[^}])*)\}/g, '$1')
      .replaceAll('\\$', '$')
      .replaceAll('$0', '')
      .replaceAll('\t', '  ');
    await client.open(uriOf('first.deal'), text);
    await codes('first.deal', [], 1);
  });

  it('says what completions share once, to a client that takes it so, and tells more of one on resolving', async () => {
    const text = 'company Google "Alphabet’s search"\ninvestment I: ';
    const params = { textDocument: { uri: uriOf('a.deal') }, position: { line: 1, character: 14 } };
    await start(
      {},
      { textDocument: { completion: { completionList: { itemDefaults: ['editRange', 'data'] } } } },
    );
    await client.open(uriOf('a.deal'), text);
    const list: CompletionList = await client.request('textDocument/completion', params);
    assert.deepEqual(list.itemDefaults?.editRange, { start: params.position, end: params.position });
    const [google] = list.items;
    assert.equal(google?.label, 'Google');
    assert.equal(google.textEdit, undefined);
    const data: unknown = list.itemDefaults.data;
    const resolved: CompletionItem = await client.request('completionItem/resolve', { ...google, data });
    assert.match(JSON.stringify(resolved.documentation), /Alphabet’s search/);
  });

  for (const [once, itemDefaults] of [
    ['once', ['editRange', 'data']],
    ['with each item', []],
  ] as const) {
    it(`says ${once} what is kept and what is replaced, to a client whose user chooses`, async () => {
      const textDocument = { uri: uriOf('a.deal') };
      const insert = { start: { line: 1, character: 14 }, end: { line: 1, character: 17 } };
      const replace = { ...insert, end: { line: 1, character: 20 } };
      const completion = { completionItem: { insertReplaceSupport: true }, completionList: { itemDefaults } };
      await start({}, { textDocument: { completion } });
      await client.open(textDocument.uri, 'company Google\ninvestment I: Googol');
      const params = { textDocument, position: insert.end };
      const list: CompletionList = await client.request('textDocument/completion', params);
      const [google] = list.items;
      assert.equal(google?.label, 'Google');
      if (once === 'once') assert.deepEqual(list.itemDefaults?.editRange, { insert, replace });
      else assert.deepEqual(google.textEdit, { insert, replace, newText: 'Google' });
    });
  }

  it('sends what has changed in the colours since its last answer, and all of them to an editor that is new', async () => {
    const text = 'company A { founded 2021 }\ncompany B { founded 2022 }\n';
    await start({});
    const uri = uriOf('a.deal');
    const textDocument = { uri };
    await client.open(uri, text);
    const full: SemanticTokens = await client.request('textDocument/semanticTokens/full', { textDocument });
    assert.equal(full.data.length, 8 * 5);
    const range = { start: { line: 1, character: 20 }, end: { line: 1, character: 20 } };
    await client.change(uri, 2, [{ range, text: '1' }]);
    const delta: SemanticTokensDelta = await client.request('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: full.resultId,
    });
    // The figure is longer by one character.
    assert.deepEqual(delta.edits, [{ start: 37, deleteCount: 1, data: [5] }]);
    const second: SemanticTokens = await client.request('textDocument/semanticTokens/range', {
      textDocument,
      range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } },
    });
    assert.deepEqual(second.data.slice(0, 5), [1, 0, 7, 0, 0]);
    assert.equal(second.data.length, 4 * 5);

    await client.notify('textDocument/didClose', { textDocument });
    await client.open(uri, text);
    const again: SemanticTokens = await client.request('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: delta.resultId,
    });
    assert.deepEqual(again.data, full.data);
    assert.ok(again.resultId !== full.resultId && again.resultId !== delta.resultId);
  });

  it('survives what no editor should send', async () => {
    await start({ 'a.deal': 'company Google\ncompany Unit { parent Google }\n' });
    const junk = [
      '\u0000\ufffd\ud800',
      '{'.repeat(10_000),
      'x'.repeat(5_000_000),
      '"'.repeat(999),
      '\ufeffcompany A\r\n\rcompany B\n',
    ];
    let version = 1;
    await client.open(uriOf('junk.deal'), '');
    for (const text of junk) {
      version++;
      await client.change(uriOf('junk.deal'), version, [{ text }]);
      await client.publishedWhere(
        (published) => published.uri === uriOf('junk.deal') && published.version === version,
      );
      for (const method of ['textDocument/hover', 'textDocument/completion', 'textDocument/definition']) {
        await client.request(method, {
          textDocument: { uri: uriOf('junk.deal') },
          position: { line: 0, character: 3 },
        });
      }
      await client.request('textDocument/formatting', {
        textDocument: { uri: uriOf('junk.deal') },
        options: { tabSize: 2, insertSpaces: true },
      });
    }
    await client.change(uriOf('junk.deal'), version + 1, [
      {
        range: { start: { line: 900, character: 9 }, end: { line: 2, character: 1 } },
        text: 'company C { parent Google }',
      },
    ]);
    await client.request('textDocument/hover', {
      textDocument: { uri: uriOf('nowhere.deal') },
      position: { line: 5, character: 5 },
    });
    await codes('a.deal', []);
  });
});
