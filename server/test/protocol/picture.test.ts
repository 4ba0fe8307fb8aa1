import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { graphTextMethod, pictureCardMethod, pictureCardsMethod, type GraphText } from '../../src/protocol';
import { ServerInFolder } from './server-in-folder';

const text = 'company A "Ada"\r\ncompany B\r\nloan L: A -> B\r\n';

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
