import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GraphDrawing, type GraphView as View } from '../../src/picture/drawing/graph/graph-drawing';
import { mostDrawn } from '../../src/picture/drawing/graph/shown-ties';
import { laidGraph } from '../../src/picture/drawing/graph/sizes';
import type { Element } from '../../src/picture/element';
import type { Graph } from '../../src/picture/graph';
import { arrange } from '../../src/picture/layout/arrange';
import type { Place, Places } from '../../src/picture/layout/layout';
import { propertyRuns } from '../language/random-text';
import { checkSound, elementsOf, targetsOf } from './drawn';
import { checkLabels, middleOfNode } from './graph-boxes';
import { englishWords as graphWords } from '../../src/picture/page/words';
import { anyGraph, graph, node, tie } from './graphs';

const plainView: View = {
  day: 100,
  zoom: 1,
  sizeBy: 'money',
  showsAmounts: true,
  showsHulls: true,
  showsCircles: true,
  showsSectors: true,
  selected: new Set(),
  passes: () => true,
};

function placesFor(of: Graph): Map<string, Place> {
  const drawing = new GraphDrawing(of, graphWords, 'money');
  const layout = arrange('clusters', laidGraph(of, drawing.sizes));
  layout.advance(300);
  return new Map(layout.places);
}

function draw(of: Graph, view: Partial<View> = {}, places: Places = placesFor(of)) {
  const root = new GraphDrawing(of, graphWords, 'money').draw(places, { ...plainView, ...view });
  checkSound({ width: 0, height: 0, root });
  return root;
}

/** What can be selected, in words. */
function labels(root: readonly Element[]): string[] {
  return targetsOf({ width: 0, height: 0, root }).map(({ type, label }) => `${type} ${label}`);
}

/** A drawing but for its texts: those keep their places as long as they can. */
function withoutTexts(elements: readonly Element[]): unknown[] {
  return elements
    .filter(({ tag }) => tag !== 'text')
    .map(({ children = [], ...rest }) => ({ ...rest, children: withoutTexts(children) }));
}

describe('the drawing of a graph', () => {
  const of = graph(
    [node('A', { isHub: true, title: 'Amazon', deals: 2 }), node('B', { title: 'Anthropic' }), node('C')],
    [
      tie('A', 'B', { disputed: true, exclusive: true }),
      tie('B', 'C', {
        kind: 'alliance',
        directed: false,
        count: 3,
        value: null,
        steps: [{ from: null, count: { done: 3 } }],
      }),
      tie('C', 'A', {
        steps: [
          { from: 50, count: { talk: 1 } },
          { from: 80, count: { over: 1 } },
        ],
      }),
    ],
  );
  const places = placesFor(of);

  it('tells of each node and tie what it is', () => {
    assert.deepEqual(labels(draw(of)), [
      'tie Amazon to Anthropic, capital, $1M, closed, disputed, exclusive',
      'tie Anthropic with C, alliance, closed: 3 deals',
      'tie C to Amazon, capital, $1M, over',
      'node Amazon, company, 2 deals',
      'node Anthropic, company, 1 deal',
      'node C, company, 1 deal',
    ]);
  });

  it('says of what a deal of several is a part, and puts no figure on it that is not its own', () => {
    const deal = { name: 'D', title: 'D', kind: 'round', whole: '$10B', value: null, states: [] };
    const root = draw(
      graph(
        [node('A'), node('B'), node('C')],
        [
          tie('A', 'C', { deals: [{ ...deal, money: '$6B' }] }),
          tie('B', 'C', { deals: [deal], value: null }),
        ],
      ),
    );
    assert.deepEqual(labels(root).slice(0, 2), [
      'tie A to C, capital, $6B of $10B, closed',
      'tie B to C, capital, of $10B, closed',
    ]);
    assert.deepEqual(
      elementsOf({ root }).flatMap(({ text = '' }) => (text.includes('$') ? [text] : [])),
      ['$6B'],
    );
  });

  it('has the figure of the day on a line of several deals, and tells apart how they stand', () => {
    const known = (amount: number, deals: number) => ({ amount, deals });
    const steps = [
      { from: 10, count: { promise: 2 }, money: { promise: known(2e9, 2) } },
      { from: 20, count: { promise: 2, talk: 1 }, money: { promise: known(2e9, 2), talk: known(5e9, 1) } },
      {
        from: 30,
        count: { done: 1, promise: 2, talk: 1 },
        money: { promise: { amount: { min: 1e9, max: 3e9, approximate: false }, deals: 1 } },
      },
      { from: 40, count: { over: 4 }, money: { over: known(4e9, 3) } },
    ];
    const several = graph([node('A'), node('B')], [tie('A', 'B', { count: 4, value: 4e9, steps })]);
    const drawing = new GraphDrawing(several, graphWords, 'money');
    const at = new Map([
      ['A', { x: 0, y: 0 }],
      ['B', { x: 400, y: 0 }],
    ]);
    const on = (day: number) => {
      const root = drawing.draw(at, { ...plainView, day });
      return [
        labels(root)[0],
        ...elementsOf({ root }).flatMap(({ text = '' }) => (/deal/.test(text) ? [text] : [])),
      ];
    };
    assert.deepEqual([10, 20, 30, 40].map(on), [
      ['tie A to B, capital, promised: $2B · 2 deals', '$2B · 2 deals'],
      ['tie A to B, capital, promised: $2B · 2 deals; only talked about: $5B · 1 deal', '$2B · 2 of 3 deals'],
      [
        'tie A to B, capital, closed: 1 deal; promised: $1B–$3B · 1 deal, +1 without a figure; only talked about: 1 deal',
        '4 deals',
      ],
      ['tie A to B, capital, over: $4B · 3 deals, +1 without a figure', '$4B · 3 of 4 deals'],
    ]);
  });

  it('puts a ring around what is selected, outside of its outline, and tells hubs by a second line inside', () => {
    const ringsOf = (id: string, view: Partial<View>) =>
      elementsOf({ root: draw(of, view, places) })
        .filter(({ target }) => target?.type === 'node' && target.id === id)
        .flatMap(({ children = [] }) => children)
        .flatMap(({ class: look, attributes }) =>
          attributes?.r === undefined ? [] : [[look, attributes.r]],
        );
    assert.deepEqual(ringsOf('A', {}), [
      ['hub', 9],
      ['hub-inner', 5.4],
    ]);
    assert.deepEqual(ringsOf('A', { selected: new Set(['A']) }).at(-1), ['selected', 13.5]);
    assert.deepEqual(ringsOf('B', { selected: new Set(['B']) }), [
      ['node', 9],
      ['selected', 13.5],
    ]);
  });

  it('goes with the day: ties come, change and end where they are', () => {
    const stands = (day: number) =>
      labels(draw(of, { day }, places)).flatMap(
        (label) => /^tie C to Amazon, capital, \$1M, (.*)$/.exec(label)?.[1] ?? [],
      );
    assert.deepEqual([49, 50, 79, 80].map(stands), [
      [],
      ['only talked about'],
      ['only talked about'],
      ['over'],
    ]);
    const drawing = new GraphDrawing(of, graphWords, 'money');
    const at = (day: number) =>
      elementsOf({ root: drawing.draw(places, { ...plainView, day }) }).flatMap((element) =>
        element.target?.type === 'node' ? [middleOfNode(element)] : [],
      );
    assert.deepEqual(at(49), at(80));
  });

  it('draws the lines of a node that is moved by themselves, and their figures when it rests', () => {
    const drawing = new GraphDrawing(of, graphWords, 'money');
    const at = new Map(places);
    const group = (isMoving: boolean, wanted: string) => {
      const root = drawing.draw(at, { ...plainView, isMoving });
      const children = root.find(({ key }) => key === wanted)?.children ?? [];
      return children.flatMap(({ target }) => target?.id ?? []).sort();
    };
    const all = group(false, 'ties');
    const { x, y } = at.get('B')!;
    at.set('B', { x: x + 40, y });
    assert.deepEqual(group(true, 'led'), ['A B', 'B C']);
    assert.deepEqual(
      group(true, 'ties'),
      all.filter((id) => id !== 'A B' && id !== 'B C'),
    );
    const figures = (isMoving: boolean) =>
      elementsOf({ root: drawing.draw(at, { ...plainView, isMoving }) }).filter(
        ({ tag, class: look = '' }) => tag === 'text' && look.startsWith('amount'),
      ).length;
    assert.ok(figures(true) < figures(false));
    assert.deepEqual(group(false, 'led'), []);
    assert.deepEqual(group(false, 'ties'), all);
  });

  it('can be pointed at everywhere once a node is put back where it was', () => {
    const drawing = new GraphDrawing(of, graphWords, 'money');
    const at = new Map(places);
    const reaches = (isMoving: boolean) =>
      elementsOf({ root: drawing.draw(at, { ...plainView, isMoving }) }).filter(({ key }) => key === 'reach')
        .length;
    const all = reaches(true);
    assert.equal(reaches(false), all);
    const before = at.get('B')!;
    at.set('B', { x: before.x + 40, y: before.y });
    assert.ok(reaches(true) < all);
    at.set('B', before);
    assert.equal(reaches(true), all);
    assert.equal(reaches(false), all);
  });

  it('draws promises in dashes, talks in dots and what is closed in one line', () => {
    const dashes = (stands: 'done' | 'promise' | 'talk') =>
      elementsOf({
        root: draw(
          graph([node('A'), node('B')], [tie('A', 'B', { steps: [{ from: null, count: { [stands]: 1 } }] })]),
        ),
      }).flatMap(({ key, attributes }) =>
        key === 'line' ? [attributes?.['stroke-dasharray'] ?? 'none'] : [],
      );
    const [done, promise, talk] = [dashes('done')[0], dashes('promise')[0], dashes('talk')[0]];
    assert.equal(done, 'none');
    assert.equal(new Set([done, promise, talk]).size, 3);
  });

  it('fades what has no tie on the day, and what is not near the selection', () => {
    const faded = (view: Partial<View>) =>
      elementsOf({ root: draw(of, view, places) }).flatMap(({ class: look, target }) =>
        look === 'faded' ? [target?.id] : [],
      );
    assert.deepEqual(faded({ passes: ({ id }) => id === 'A B' }), ['C']);
    assert.deepEqual(faded({ near: new Set(['A', 'B', 'A B']) }), ['B C', 'C A', 'C']);
  });

  it('is drawn anew only where something has changed', () => {
    const drawing = new GraphDrawing(of, graphWords, 'money');
    const parts = (root: readonly Element[]) =>
      new Map(root.flatMap(({ children = [] }) => children.map((child) => [child.key, child])));
    const before = parts(drawing.draw(places, plainView));
    const same = parts(drawing.draw(places, plainView));
    for (const [key, element] of same) assert.equal(element, before.get(key), key);
    const [x, y] = [places.get('C')!.x + 30, places.get('C')!.y + 5];
    const moved = parts(
      drawing.draw(new Map([...places, ['C', { x, y }]]), { ...plainView, isMoving: true }),
    );
    const changed = [...moved].flatMap(([key, element]) => (before.get(key) === element ? [] : [key]));
    assert.deepEqual(changed, ['tie B C', 'tie C A', 'node C']);
  });

  it('underlays money that comes back only as long as all of its way is there', () => {
    const begins = (from: number, until: number) => ({
      steps: [
        { from, count: { promise: 1 } },
        { from: until, count: { over: 1 } },
      ],
    });
    const round = graph(
      [node('A'), node('B'), node('C')],
      [
        tie('A', 'B', begins(10, 90)),
        tie('B', 'C', { ...begins(20, 90), id: 'supply', kind: 'trade' }),
        tie('B', 'C', { ...begins(40, 90), id: 'license', kind: 'trade' }),
        tie('C', 'A', { ...begins(30, 60), kind: 'trade' }),
      ],
      { circles: [{ text: 'Round.', legs: [['A B'], ['supply', 'license'], ['C A']] }] },
    );
    const underlaid = (view: Partial<View>) =>
      elementsOf({ root: draw(round, view) }).flatMap(({ key = '' }) => /^circle (.*)/.exec(key)?.[1] ?? []);
    assert.deepEqual(underlaid({ day: 29 }), []);
    assert.deepEqual(underlaid({ day: 30 }), ['A B', 'supply', 'C A']);
    assert.deepEqual(underlaid({ day: 40 }), ['A B', 'supply', 'license', 'C A']);
    assert.deepEqual(underlaid({ day: 60 }), []);
    assert.deepEqual(underlaid({ day: 40, passes: ({ id }) => id !== 'supply' }), ['A B', 'license', 'C A']);
    assert.deepEqual(underlaid({ day: 40, passes: ({ kind }) => kind === 'capital' }), []);
  });

  it('bends ties between the same two away from each other, whichever way they go', () => {
    const twice = graph(
      [node('A'), node('B')],
      [tie('A', 'B'), tie('B', 'A'), tie('A', 'B', { id: 'third', kind: 'trade' })],
    );
    const paths = elementsOf({ root: draw(twice) }).flatMap(({ key, attributes }) =>
      key === 'line' ? [String(attributes?.d)] : [],
    );
    assert.equal(new Set(paths.map((path) => /Q(\S+ \S+)/.exec(path)?.[1])).size, 3);
  });

  it('draws the weightiest of very many ties, and those of what is selected', () => {
    const ids = Array.from({ length: 60 }, (_, index) => `P${index}`);
    const ties = ids.flatMap((from, a) =>
      ids.flatMap((to, b) => (a < b ? [tie(from, to, { value: a === 0 ? 1 : 1e6 + a * 100 + b })] : [])),
    );
    const many = graph(
      ids.map((id) => node(id)),
      ties,
    );
    const drawing = new GraphDrawing(many, graphWords, 'money');
    const places = new Map(
      ids.map((id, index) => [id, { x: 200 * (index % 8), y: 200 * Math.floor(index / 8) }]),
    );
    const drawn = (view: Partial<View>) =>
      targetsOf({ width: 0, height: 0, root: drawing.draw(places, { ...plainView, ...view }) }).filter(
        ({ type }) => type === 'tie',
      );
    assert.equal(drawn({}).length, mostDrawn);
    assert.equal(drawing.leftOut(plainView), ties.length - mostDrawn);
    assert.ok(!drawn({}).some(({ id }) => id.startsWith('P0 ')));
    assert.equal(drawn({ selected: new Set(['P0']) }).filter(({ id }) => id.startsWith('P0 ')).length, 59);
    // Who has only light ties has ties nevertheless.
    const faded = elementsOf({ root: drawing.draw(places, plainView) }).filter(
      ({ class: look }) => look === 'faded',
    );
    assert.equal(faded.length, 0);
    assert.equal(drawn({ passes: ({ from }) => from === 'P0' }).length, 59);
  });

  it('chooses labels anew when all is at rest again', () => {
    const crowd = graph(Array.from({ length: 30 }, (_, index) => node(`Party ${index}`, { isHub: true })));
    const at = new Map(crowd.nodes.map(({ id }, index) => [id, { x: 45 * index, y: 0 }]));
    const drawing = new GraphDrawing(crowd, graphWords, 'money');
    const count = (view: Partial<View>) =>
      elementsOf({ root: drawing.draw(at, { ...plainView, ...view }) }).filter(({ key }) => key === 'label')
        .length;
    const near = count({});
    assert.equal(count({ zoom: 0.1, isMoving: true }), near);
    const far = count({ zoom: 0.1 });
    assert.ok(far < near);
    assert.equal(count({ zoom: 1 }), near);
  });

  it('keeps labels and figures of a crowded graph apart, from near and far', () => {
    const ids = Array.from({ length: 60 }, (_, index) => `Party Number ${index}`);
    const crowd = graph(
      ids.map((id, index) => node(id, { money: 1e6 * (index % 13), isHub: index < 3 })),
      ids.map((id, index) =>
        tie(id, ids[(index * 7 + 1) % 60]!, { id: `t${index}`, disputed: index % 9 === 0 }),
      ),
    );
    const at = placesFor(crowd);
    for (const zoom of [0.1, 0.3, 1, 4]) checkLabels(draw(crowd, { zoom }, at), crowd, zoom);
  });

  it('is sound whatever is in it, and the same as when it is drawn for the first time', () => {
    const anyView = fc.record({
      day: fc.integer({ min: 80, max: 120 }),
      zoom: fc.constantFrom(0.05, 0.5, 1, 4),
      showsAmounts: fc.boolean(),
      showsHulls: fc.boolean(),
      showsCircles: fc.boolean(),
      picks: fc.array(fc.nat(13), { maxLength: 2 }),
      moves: fc.array(fc.tuple(fc.nat(13), fc.integer({ min: -300, max: 300 })), { maxLength: 3 }),
      isMoving: fc.boolean(),
      focuses: fc.boolean(),
    });
    fc.assert(
      fc.property(anyGraph, fc.array(anyView, { minLength: 1, maxLength: 4 }), (any, views) => {
        const again = new GraphDrawing(any, graphWords, 'money');
        const at = placesFor(any);
        for (const [turn, { picks, moves, focuses, ...rest }] of views.entries()) {
          const idAt = (index: number) => any.nodes[index % any.nodes.length]!.id;
          const selected = new Set(picks.map(idAt));
          for (const [index, by] of moves) at.set(idAt(index), { x: by, y: -by / 2 });
          const view = { ...plainView, ...rest, selected, ...(focuses && { near: selected }) };
          const root = again.draw(at, view);
          checkSound({ width: 0, height: 0, root });
          if (view.isMoving) continue;
          const fresh = new GraphDrawing(any, graphWords, 'money').draw(at, view);
          // Texts keep the places that they had; whoever is drawn first has had none, and nothing moves by itself.
          if (turn === 0) assert.deepEqual(root, fresh);
          else assert.deepEqual(withoutTexts(root), withoutTexts(fresh));
          assert.deepEqual(again.draw(at, view), root);
          if (selected.size === 0) checkLabels(root, any, view.zoom);
        }
      }),
      { numRuns: Math.ceil(propertyRuns / 10) },
    );
  });
});
