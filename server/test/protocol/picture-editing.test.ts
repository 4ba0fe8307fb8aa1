import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageClient } from '../../../scripts/test/language-client.mjs';
import { newDealMethod, retitleMethod, type Retitled, type SnippetInsertion } from '../../src/protocol';
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
    const { uri, position, snippet, around } = await ask<SnippetInsertion>(newDealMethod, deal);
    assert.equal(uri, own.uriOf('main.deal'));
    assert.deepEqual(position, { line: 3, character: 0 });
    assert.deepEqual(around, { before: text, after: '' });
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
