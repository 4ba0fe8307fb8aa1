import assert from 'node:assert/strict';
import { legendContent, type LegendView } from '../../src/picture/drawing/graph/graph-legend';
import type { Graph } from '../../src/picture/graph';
import { graph, graphWords, node, tie } from './graphs';

const words = {
  ...graphWords,
  hub: 'hub',
  circular: 'circular',
  ties: 'Ties',
  parties: 'Parties',
  howFirm: 'How firm',
  marks: 'Marks',
  thinIsUnknown: 'thin',
  paleIsOver: 'pale',
};
const plain: LegendView = { showsSectors: true, showsCircles: true, passes: () => true };

function texts(of: Graph, view: Partial<LegendView> = {}): Record<string, string[]> {
  return Object.fromEntries(
    legendContent(words, of, { ...plain, ...view }).map(({ title, rows }) => [
      title,
      rows.map(({ text }) => text),
    ]),
  );
}

describe('the legend of a graph', () => {
  const of = graph(
    [
      node('A', { isHub: true, sector: 'chips' }),
      node('B', { kind: 'fund' }),
      node('C', { kind: 'project' }),
    ],
    [
      tie('A', 'B', {
        steps: [
          { from: 10, count: { talk: 1 } },
          { from: 20, count: { over: 1 } },
        ],
      }),
      tie('B', 'C', { kind: 'plan', value: null, disputed: true }),
      tie('A', 'C', { kind: 'ownership', directed: true, value: null }),
    ],
  );

  it('tells in groups what stands in it on any day', () => {
    assert.deepEqual(texts(of), {
      Ties: ['capital', 'plan', 'ownership', 'thin'],
      'How firm': ['done', 'in talks', 'pale'],
      Parties: ['company', 'fund', 'project', 'hub'],
      Marks: ['disputed'],
    });
  });

  it('leaves out what the filters leave out', () => {
    assert.deepEqual(texts(of, { passes: ({ kind }) => kind !== 'capital' }), {
      Ties: ['plan', 'ownership'],
      'How firm': ['done'],
      Parties: ['company', 'fund', 'project', 'hub'],
      Marks: ['disputed'],
    });
    assert.deepEqual(texts(of, { passes: (_, day) => day < 20 })['How firm'], ['done', 'in talks']);
  });

  it('has another sign for each thing, whatever their colours', () => {
    const kinds = [
      'company',
      'fund',
      'person',
      'government',
      'organization',
      'venture',
      'project',
      'others',
    ] as const;
    const all = graph(kinds.map((kind) => node(kind, { kind, isHub: kind === 'fund' })));
    const [parties] = legendContent(words, all, plain);
    const shapes = (parties?.rows ?? []).map(({ sample }) =>
      JSON.stringify(sample, (key, value: unknown) => (key === 'class' ? undefined : value)),
    );
    assert.equal(shapes.length, kinds.length + 1);
    assert.equal(new Set(shapes).size, shapes.length);
  });
});
