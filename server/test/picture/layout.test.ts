import assert from 'node:assert/strict';
import fc from 'fast-check';
import { laidGraph, sizesOf } from '../../src/picture/drawing/graph/sizes';
import { arrange } from '../../src/picture/layout/arrange';
import { layersOf } from '../../src/picture/layout/layers';
import {
  arrangements,
  type Arrangement,
  type LaidGraph,
  type LaidTie,
  type Place,
  type Places,
} from '../../src/picture/layout/layout';
import { propertyRuns } from '../language/random-text';
import { anyGraph } from './graphs';

function laid(nodes: readonly string[], ties: readonly (readonly [string, string])[]): LaidGraph {
  return {
    nodes: nodes.map((id) => ({ id, radius: 40, isHub: id === 'hub' })),
    ties: ties.map(([from, to]): LaidTie => ({ from, to, directed: true, kind: 'capital' })),
    groups: [],
  };
}

/** Where everything stands when the layout is done, however many steps are done at once. */
function rest(arrangement: Arrangement, graph: LaidGraph, known?: Places, steps = 7): Places {
  const layout = arrange(arrangement, graph, known);
  for (let turns = 0; !layout.advance(steps); turns++) assert.ok(turns < 1000, 'it never ends');
  return layout.places;
}

function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Pairs of nodes that lie on each other, by more pixels than nobody sees. */
function overlaps({ nodes }: LaidGraph, places: Places): string[] {
  return nodes.flatMap((a, index) =>
    nodes.slice(index + 1).flatMap((b) => {
      const gap = distance(places.get(a.id)!, places.get(b.id)!) - a.radius - b.radius;
      return gap < -1 ? [`${a.id} ${b.id}: ${gap}`] : [];
    }),
  );
}

const star = laid(
  ['hub', ...Array.from({ length: 24 }, (_, index) => `p${index}`)],
  Array.from({ length: 24 }, (_, index) => [index % 2 === 0 ? 'hub' : `p${index}`, `p${(index * 5) % 24}`]),
);

for (const arrangement of arrangements) {
  describe(`the layout of ${arrangement}`, () => {
    it('gives the same graph the same places, however it is divided into steps', () => {
      assert.deepEqual(rest(arrangement, star, undefined, 1), rest(arrangement, star, undefined, 1000));
    });

    it('leaves everything where it is when nobody comes, whatever ties do', () => {
      const known = rest(arrangement, star);
      const { nodes, groups } = star;
      assert.deepEqual(rest(arrangement, star, known), known);
      assert.deepEqual(rest(arrangement, { nodes, ties: star.ties.slice(3), groups }, known), known);
      const more = [...star.ties, { from: 'p1', to: 'p2', directed: false, kind: 'alliance' }];
      assert.deepEqual(rest(arrangement, { nodes, ties: more, groups }, known), known);
    });

    it('leaves everybody where they are when one goes', () => {
      const known = rest(arrangement, star);
      const nodes = star.nodes.filter(({ id }) => id !== 'p3');
      const places = rest(arrangement, { ...star, nodes }, known);
      assert.deepEqual(places, new Map([...known].filter(([id]) => id !== 'p3')));
    });

    it('finds a place for a new one near those that it is tied to, on nobody else', () => {
      const known = rest(arrangement, star);
      const more: LaidGraph = {
        ...star,
        nodes: [...star.nodes, { id: 'new', radius: 40, isHub: false }],
        ties: [...star.ties, { from: 'p4', to: 'new', directed: true, kind: 'capital' }],
      };
      const places = rest(arrangement, more, known);
      for (const [id, place] of known) assert.deepEqual(places.get(id), place, id);
      assert.deepEqual(overlaps(more, places), []);
      const size = Math.max(...[...known.values()].map(({ x, y }) => Math.hypot(x, y)));
      assert.ok(distance(places.get('new')!, known.get('p4')!) < Math.max(400, size), 'far away');
    });

    it('keeps nodes apart', () => {
      assert.deepEqual(overlaps(star, rest(arrangement, star)), []);
    });

    it('finds a place for everybody in any graph, and knows no other', () => {
      fc.assert(
        fc.property(anyGraph, (graph) => {
          const all = laidGraph(graph, sizesOf(graph, 'money'));
          const places = rest(arrangement, all);
          assert.deepEqual([...places.keys()].sort(), graph.nodes.map(({ id }) => id).sort());
          for (const { x, y } of places.values()) assert.ok(Number.isFinite(x) && Number.isFinite(y));
          assert.deepEqual(rest(arrangement, all, places), places);
          assert.deepEqual(rest(arrangement, all), places);
        }),
        { numRuns: Math.ceil(propertyRuns / 20) },
      );
    });

    it('does not forget who is known in any graph that grows', () => {
      fc.assert(
        fc.property(anyGraph, fc.nat(5), (graph, fresh) => {
          const all = laidGraph(graph, sizesOf(graph, 'money'));
          const before = { ...all, nodes: all.nodes.slice(fresh) };
          const known = rest(arrangement, before);
          const places = rest(arrangement, all, known);
          assert.equal(places.size, graph.nodes.length);
          for (const [id, place] of known) assert.deepEqual(places.get(id), place);
        }),
        { numRuns: Math.ceil(propertyRuns / 20) },
      );
    });
  });
}

describe('layers', () => {
  it('lead from left to right along the money', () => {
    const chain = laid(
      ['c', 'a', 'd', 'b', 'e'],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
        ['a', 'd'],
        ['e', 'd'],
      ],
    );
    assert.deepEqual(Object.fromEntries(layersOf(chain)), { e: 0, a: 0, b: 1, c: 2, d: 3 });
    const places = rest('layers', chain);
    for (const { from, to } of chain.ties) assert.ok(places.get(from)!.x + 100 < places.get(to)!.x);
  });

  it('come to an end where money goes in circles', () => {
    const circle = laid(
      ['a', 'b', 'c'],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['a', 'a'],
      ],
    );
    assert.deepEqual(Object.fromEntries(layersOf(circle)), { a: 0, b: 1, c: 2 });
  });

  it('are found for chains that are longer than any stack is deep', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `n${index}`);
    const chain = laid(
      ids,
      ids.slice(1).map((id, index) => [ids[index]!, id]),
    );
    assert.equal(layersOf(chain).get('n19999'), 19_999);
  });

  it('have those without a direction beside those that they are tied to', () => {
    const graph = laid(['a', 'b', 'c'], [['a', 'b']]);
    const ties = [...graph.ties, { from: 'c', to: 'b', directed: false, kind: 'alliance' }];
    assert.equal(layersOf({ ...graph, ties }).get('c'), 1);
  });
});

describe('rings around hubs', () => {
  it('have no two nodes on each other, of whatever size', () => {
    const sizes = fc.array(fc.integer({ min: 17, max: 56 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(sizes, fc.nat(6), (radii, hubs) => {
        const nodes = radii.map((radius, index) => ({ id: `n${index}`, radius, isHub: index < hubs }));
        const ties = radii.map((_, index) => ({
          from: `n${index}`,
          to: `n${Math.floor(index / 4)}`,
          directed: true,
          kind: 'capital',
        }));
        const graph = { nodes, ties, groups: [] };
        assert.deepEqual(overlaps(graph, rest('hub', graph)), []);
      }),
      { numRuns: Math.ceil(propertyRuns / 10) },
    );
  });

  it('stand further out the more deals lie between', () => {
    const chain = laid(
      ['hub', 'near', 'far', 'nobody'],
      [
        ['near', 'hub'],
        ['near', 'far'],
      ],
    );
    const places = rest('hub', chain);
    const radii = ['hub', 'near', 'far', 'nobody'].map((id) =>
      Math.round(distance(places.get(id)!, { x: 0, y: 0 })),
    );
    assert.deepEqual(radii, [0, 190, 380, 570]);
  });
});
