import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageClient } from '../../../scripts/test/language-client.mjs';
import { importChoicesMethod, importMethod, type ImportAnswer, type ImportChoices } from '../../src/protocol';
import { ServerInFolder } from './server-in-folder';

const edges = 'source,target,amount\nAda,Engines,$5M\n';

describe('an import over stdio', function () {
  this.timeout(60_000);
  let client: LanguageClient;
  const own = new ServerInFolder();

  beforeEach(async () => {
    writeFileSync(join(own.folder, 'main.deal'), 'person Lovelace { aka "Ada" }\r\n');
    client = own.launch();
    await client.initialize(own.folderUri);
    await client.publishedWhere(({ uri }) => uri === own.uriOf('main.deal'));
  });

  it('is told what a table may be', async () => {
    const choices: ImportChoices = await client.request(importChoicesMethod, { text: edges });
    assert.match(choices.recognized ?? '', /list of edges/);
    assert.ok(choices.presets.some(({ name }) => name === 'pitchbook-deals'));
    assert.match(choices.guess, /"source": \{\n +"is": "giver"/);
    const unknown: ImportChoices = await client.request(importChoicesMethod, { text: 'a,b\n1,2\n' });
    assert.equal(unknown.recognized, null);
  });

  it('says what is to be done with a whole project', async () => {
    const text = '{ "dealgraph": 1, "files": [] }';
    const choices: ImportChoices = await client.request(importChoicesMethod, { text });
    assert.match(choices.problem ?? '', /whole project.*dealgraph import project\.json --to folder/);
    const target = own.uriOf('new.deal');
    const answer: ImportAnswer = await client.request(importMethod, { text, name: 'p.json', target });
    assert.deepEqual(answer, { problems: [choices.problem], summary: [], files: [] });
  });

  it('answers with the files that it would write, and takes the parties of the project', async () => {
    const target = own.uriOf('new.deal');
    const { files, summary, problems }: ImportAnswer = await client.request(importMethod, {
      text: edges,
      name: 'edges.csv',
      target,
    });
    assert.deepEqual(problems, []);
    assert.equal(summary[0], '1 row: 1 deal, 0 rows reported.');
    assert.deepEqual(
      files.map(({ uri, isNew }) => ({ uri, isNew })),
      [{ uri: target, isNew: true }],
    );
    assert.match(files[0]?.text ?? '', /: Lovelace -> Engines/);
  });

  it('goes behind what stands in a file, with its line ends', async () => {
    const target = own.uriOf('main.deal');
    const { files }: ImportAnswer = await client.request(importMethod, {
      text: edges,
      name: 'edges.csv',
      target,
    });
    assert.match(
      files[0]?.text ?? '',
      /^person Lovelace \{ aka "Ada" \}\r\n\r\nsource edges "edges\.csv"\r\n/,
    );
    assert.equal(files[0]?.isNew, false);
  });

  it('says in words why nothing can be imported', async () => {
    const target = own.uriOf('new.deal');
    const ask = (more: object): Promise<ImportAnswer> =>
      client.request(importMethod, { text: 'a,b\n1,2\n', name: 'x.csv', target, ...more });
    assert.match((await ask({})).problems.join(), /no preset has its headers/);
    assert.match((await ask({ preset: 'edges' })).problems.join(), /none of the columns of edges/);
    assert.match(
      (await ask({ mapping: '{ "columns": { "c": "giver" } }' })).problems.join(),
      /no column “c”/,
    );
  });
});
