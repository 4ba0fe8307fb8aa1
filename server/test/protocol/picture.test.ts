import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageClient } from '../../../scripts/test/language-client.mjs';
import {
  graphTextMethod,
  newDealMethod,
  pictureCardMethod,
  pictureCardsMethod,
  retitleMethod,
  type GraphText,
  type Retitled,
  type SnippetInsertion,
} from '../../src/protocol';
import { ServerInFolder } from './server-in-folder';

const text = 'company A "Ada"\r\ncompany B\r\nloan L: A -> B\r\n';

describe('editing from a picture over stdio', function () {
  this.timeout(60_000);
  let client: LanguageClient;
  const own = new ServerInFolder();
  const ask = <Answer>(method: string, params: object): Promise<Answer> =>
    client.request(method, { root: own.folderUri, ...params });

  beforeEach(async () => {
    writeFileSync(join(own.folder, 'main.deal'), text);
    client = own.launch();
    await client.initialize(own.folderUri);
    await client.publishedWhere(({ uri }) => uri === own.uriOf('main.deal'));
  });

  it('answers with a new deal where such deals stand, as a snippet', async () => {
    const deal = { kind: 'grant', from: 'B', to: 'A' };
    const { uri, position, snippet } = await ask<SnippetInsertion>(newDealMethod, deal);
    assert.equal(uri, own.uriOf('main.deal'));
    assert.deepEqual(position, { line: 3, character: 0 });
    assert.match(snippet, /^\r\ngrant \$\{1:BA\}: B -> A \{\r\n\tamount /);
  });

  it('answers with the edits of another title', async () => {
    const edit = await ask<Retitled>(retitleMethod, { name: 'A', title: 'Ada “B”' });
    const range = { start: { line: 0, character: 10 }, end: { line: 0, character: 15 } };
    const uri = own.uriOf('main.deal');
    assert.deepEqual(edit.documentChanges, [
      { textDocument: { uri, version: null }, edits: [{ range, newText: '"Ada “B”"', oldText: '"Ada"' }] },
    ]);
    await client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'deal', version: 7, text },
    });
    const { documentChanges } = await ask<Retitled>(retitleMethod, { name: 'B', title: 'Bea' });
    assert.equal(documentChanges[0]?.textDocument.version, 7);
    assert.deepEqual(
      documentChanges[0]?.edits.map(({ oldText }) => oldText),
      ['B', 'B'],
    );
  });

  it('says in words what cannot be', async () => {
    const refused = (method: string, more: object, reason: RegExp) =>
      assert.rejects(ask(method, more), reason);
    await refused(newDealMethod, { kind: 'loan', from: 'A', to: 'A' }, /itself/);
    await refused(newDealMethod, { root: 'file:///nowhere', kind: 'loan', from: 'A', to: 'B' }, /project/);
    await refused(retitleMethod, { name: 'A', title: ' ' }, /one line/);
    await refused(retitleMethod, { name: 'B', title: 'L' }, /taken/);
    await refused(retitleMethod, { root: 'file:///nowhere', name: 'B', title: 'C' }, /project/);
  });
});

describe('the cards of a picture over stdio', function () {
  this.timeout(60_000);
  const own = new ServerInFolder();

  it('come one by one or together, in the order of the names', async () => {
    writeFileSync(join(own.folder, 'main.deal'), text);
    const client = own.launch();
    await client.initialize(own.folderUri);
    await client.publishedWhere(({ uri }) => uri === own.uriOf('main.deal'));
    const root = own.folderUri;
    const names = ['L', 'Nobody', 'A'];
    const cards: string[] = await client.request(pictureCardsMethod, { root, names });
    assert.equal(cards.length, names.length);
    const [loan = '', nobody, ada = ''] = cards;
    assert.equal(nobody, '');
    assert.match(ada, /Ada/);
    assert.notEqual(loan, ada);
    const together: string = await client.request(pictureCardMethod, { root, names });
    assert.equal(together, [loan, ada].join('\n\n---\n\n'));
    assert.deepEqual(await client.request(pictureCardsMethod, { root: 'file:///nowhere', names: ['A'] }), [
      '',
    ]);
  });
});

describe('a picture as text over stdio', function () {
  this.timeout(60_000);
  const own = new ServerInFolder();

  it('is in the format that is asked for', async () => {
    writeFileSync(join(own.folder, 'main.deal'), text);
    const client = own.launch();
    await client.initialize(own.folderUri);
    await client.publishedWhere(({ uri }) => uri === own.uriOf('main.deal'));
    const ask = (format: 'mermaid' | 'dot', more: object = {}): Promise<GraphText | null> =>
      client.request(graphTextMethod, {
        scope: { root: own.folderUri, ...more },
        most: 10,
        format,
        day: 20_000,
      });
    const [flowchart, dot] = [await ask('mermaid'), await ask('dot', { name: 'A' })];
    assert.match(flowchart?.text ?? '', /\nflowchart LR\n {2}n1\["Ada"\]\n/);
    assert.match(dot?.text ?? '', /^digraph "Ada, as of /m);
    assert.deepEqual(dot?.remarks, []);
    assert.equal(await ask('dot', { name: 'Nobody' }), null);
  });
});
