import assert from 'node:assert/strict';
import type { PanelWords } from '../../src/picture/panelWords';
import type { Collected, PageData } from '../../src/picture/messages';
import { highestMost, freshState } from '../../../server/src/picture/page/page-data';
import { isOf } from '../../src/picture/panel/pageState';
import { StandaloneHost } from '../../src/picture/panel/standaloneHost';
import { standaloneHtml } from '../../../server/src/picture/page/standalone-page';
import { standaloneData } from '../../src/picture/standaloneData';

// Of all the words this one is read here.
const words: unknown = { asOf: 'As of {0}' };
if (!isWords(words)) throw new Error();
const start: PageData['start'] = {
  scope: { root: 'file:///home/ada/secret', name: 'Hub' },
  title: 'Old title',
  words,
  language: 'en',
};
const day = 20_000;
const collected: Collected = {
  state: { ...freshState(start), day },
  answers: { graph: { title: 'New title' }, timeline: { lanes: [], remarks: ['One undated.'] } },
  names: ['A'],
  day,
};

describe('a picture in a file of its own', () => {
  const data = standaloneData(start, collected, { A: 'Card of A' });
  const host = new StandaloneHost(data.alone!, data.start);

  it('does not tell where the deals are kept', () => {
    const text = standaloneHtml({ script: '', data, nonce: 'n' });
    assert.doesNotMatch(text, /file:|secret/);
    assert.ok(isOf(host.kept, data.start));
    assert.equal(host.kept.scope.name, 'Hub');
  });

  it('is called as the graph is by then', () => {
    assert.equal(data.start.title, 'New title');
    assert.equal(host.kept.title, 'New title');
    assert.match(standaloneHtml({ script: '', data, nonce: 'n' }), /<title>New title<\/title>/);
    const { graph: _, ...others } = collected.answers;
    assert.equal(standaloneData(start, { ...collected, answers: others }, {}).start.title, 'Old title');
  });

  it('says of charts and cards of which day they are where another one is shown', async () => {
    assert.deepEqual(await host.ask('timeline', { day }), { lanes: [], remarks: ['One undated.'] });
    assert.deepEqual(await host.ask('timeline', { day: day + 1 }), {
      lanes: [],
      remarks: ['As of October 4, 2024', 'One undated.'],
    });
    assert.equal(await host.ask('card', { names: ['A'], day }), 'Card of A');
    assert.equal(
      await host.ask('card', { names: ['A'], day: day - 1 }),
      'As of October 4, 2024\n\nCard of A',
    );
    assert.equal(await host.ask('card', { names: ['B'], day: day - 1 }), '');
    assert.equal(await host.ask('flows', { day: day - 1 }), null);
  });

  it('offers no more than it has', () => assert.equal(host.kept.most, highestMost));
});

function isWords(told: unknown): told is PanelWords {
  return typeof told === 'object' && told !== null && 'asOf' in told;
}
