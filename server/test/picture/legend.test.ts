import assert from 'node:assert/strict';
import { legendContent, type LegendView } from '../../src/picture/drawing/graph/graph-legend';
import type { Graph } from '../../src/picture/graph';
import { legendDrawing } from '../../src/picture/drawing/graph/legend-drawing';
import { checkApart, checkSound, textBoxes } from './drawn';
import { englishWords as words } from '../../src/picture/page/words';
import { graph, node, tie } from './graphs';

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
      Ties: ['capital', 'part in a venture or project', 'ownership', 'thin: nobody says how much'],
      'How firm': ['closed', 'only talked about', 'pale: over'],
      Parties: ['company', 'fund', 'project', 'hub'],
      Marks: ['disputed'],
    });
  });

  it('leaves out what the filters leave out', () => {
    assert.deepEqual(texts(of, { passes: ({ kind }) => kind !== 'capital' }), {
      Ties: ['part in a venture or project', 'ownership'],
      'How firm': ['closed'],
      Parties: ['company', 'fund', 'project', 'hub'],
      Marks: ['disputed'],
    });
    assert.deepEqual(texts(of, { passes: (_, day) => day < 20 })['How firm'], [
      'closed',
      'only talked about',
    ]);
  });

  it('is drawn in rows that wrap to a width, within it', () => {
    const sectors = Array.from({ length: 12 }, (_, index) =>
      node(`P${index}`, {
        sector: index === 5 ? 'a very long name of a sector '.repeat(9) : `sector ${index}`,
      }),
    );
    const groups = legendContent(words, graph([...of.nodes, ...sectors], of.ties), plain);
    const rowsOf = groups.reduce((sum, { rows }) => sum + rows.length, 0);
    for (const width of [160, 480, 2000]) {
      const drawing = legendDrawing(groups, width);
      checkSound(drawing);
      // But for the signs themselves.
      const boxes = textBoxes(drawing).filter(({ text }) => text.length > 1);
      checkApart(boxes);
      for (const { left, right, top, bottom } of boxes) {
        assert.ok(left >= -1 && right <= width + 1, `${left} to ${right} of ${width}`);
        assert.ok(top >= 0 && bottom <= drawing.height);
      }
      assert.equal(boxes.length, rowsOf + groups.length);
    }
    assert.ok(legendDrawing(groups, 480).height > legendDrawing(groups, 4000).height);
    assert.equal(legendDrawing(groups, 4000).height, 20 * groups.length);
    assert.deepEqual(legendDrawing([], 100), { width: 100, height: 0, root: [] });
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
