import assert from 'node:assert/strict';
import { tableContent } from '../../src/picture/panel/tableContent';
import { englishWords as words } from '../../../server/src/picture/page/words';
import type { Graph, GraphNode, Tie, TiedDeal } from '../../../server/src/picture/graph';

function node(id: string, rest: Partial<GraphNode> = {}): GraphNode {
  const none = { isHub: false, money: null, moneySteps: [], deals: 1 };
  return { id, name: id, title: id, kind: 'company', ...none, ...rest };
}

function deal(name: string, rest: Partial<TiedDeal> = {}): TiedDeal {
  const states = [{ from: 10, text: 'signed', firmness: 'promise' as const }];
  return { name, title: `Deal ${name}`, kind: 'loan', value: null, states, ...rest };
}

const tie: Tie = {
  id: 'A B',
  from: 'A',
  to: 'B',
  kind: 'debt',
  directed: true,
  steps: [
    { from: 10, count: { promise: 2 }, money: { promise: { amount: 2e9, deals: 1 } } },
    { from: 20, count: { promise: 9 }, money: { promise: { amount: 5e9, deals: 4 } } },
  ],
  value: 5e9,
  exclusive: false,
  disputed: true,
  count: 9,
  deals: [deal('D1', { money: '$2B' }), deal('D2', { whole: '$7B' })],
};

const graph: Graph = {
  title: 'T',
  asOf: 100,
  today: 100,
  currency: 'USD',
  nodes: [
    node('A', { isHub: true }),
    node('B'),
    node('more', {
      name: null,
      kind: 'others',
      title: '2 others',
      moneySteps: [{ from: 10, gets: 1e9, paysInTalks: { min: 1e9, max: null, approximate: false } }],
    }),
  ],
  ties: [tie],
  hulls: [{ id: 'E', title: 'Around A', members: ['A', 'more'] }],
  circles: [{ text: 'Circular money: A → B → A.', legs: [['A B']] }],
  days: [10, 20],
  total: { parties: 3, deals: 9, shown: 2 },
  remarks: [],
  sources: { count: 0, titles: [] },
};

/** A section in lines, its cells apart. */
function linesOf(title: string, day = 15, of = graph): string[] | undefined {
  return tableContent(words, of, day, () => true)
    .find((section) => section.title === title)
    ?.rows.map((cells) => cells.map((parts) => parts.map(({ text }) => text).join('; ')).join(' | '));
}

describe('the table of a graph', () => {
  it('has the money of the day of every party, and of those who are drawn together', () => {
    assert.deepEqual(linesOf('Parties'), [
      '2 others | several drawn together |  | 1 | $1B |  |  | at least $1B',
      'A | company, hub |  | 1 |  |  |  | ',
      'B | company |  | 1 |  |  |  | ',
    ]);
  });

  it('says how many deals of a line are not told, and what all come to on the day', () => {
    const deals = 'A | B | debt | Deal D1; Deal D2; and 7 more';
    assert.deepEqual(linesOf('Ties'), [
      `${deals} | $2B; of $7B; together: promised: $2B · 1 deal, +1 without a figure | signed; signed; and 7 more | disputed`,
    ]);
    assert.deepEqual(linesOf('Ties', 25), [
      `${deals} | $2B; of $7B; together: promised: $5B · 4 deals, +5 without a figure | signed; signed; and 7 more | disputed`,
    ]);
  });

  it('has who is in which ecosystem, and how money comes back', () => {
    assert.deepEqual(linesOf('Ecosystems'), ['Around A | A; 2 others']);
    assert.deepEqual(linesOf('Circular money'), ['Circular money: A → B → A.']);
    assert.equal(linesOf('Ecosystems', 15, { ...graph, hulls: [] }), undefined);
  });
});
