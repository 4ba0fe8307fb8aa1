import assert from 'node:assert/strict';
import { distanceOutside, hullMargin } from '../../src/picture/drawing/graph/hull-parts';
import type { Graph } from '../../src/picture/graph';
import { arrangements } from '../../src/picture/layout/layout';
import { checkApart, type TextBox } from './drawn';
import { boxesIn, checkLabels } from './graph-boxes';
import { figuresIn, hullsIn, linesIn } from './lines';
import { drawnAt, placed, plainView, sampleGraphs, type SampleDrawing } from './sample-graphs';

/** Lines that lead through somebody who is not at their ends. */
function throughOthers({ graph, drawing, places, root }: SampleDrawing): string[] {
  const ties = new Map(graph.ties.map((tie) => [tie.id, tie]));
  return linesIn(root).flatMap(({ id, points }) => {
    const { from, to } = ties.get(id)!;
    return graph.nodes
      .filter((node) => node.id !== from && node.id !== to)
      .filter((node) => {
        const { x, y } = places.get(node.id)!;
        return points.some((point) => Math.hypot(point.x - x, point.y - y) < drawing.sizes.radiusOf(node));
      })
      .map((node) => `${from} to ${to} through ${node.id}`);
  });
}

/** Figures in the middle of which another line is than their own. */
function besideOthers({ graph, root }: SampleDrawing): string[] {
  const lines = linesIn(root);
  const places = figuresIn(root);
  assert.ok(
    places.length > 0 || graph.ties.every(({ deals }) => deals.every(({ money }) => money === undefined)),
  );
  return places.flatMap(({ id, text, x, y }) =>
    lines.flatMap((line) => {
      const away = Math.min(...line.points.map((point) => Math.hypot(point.x - x, point.y - y)));
      return (line.id === id ? away < 4 : away >= 4) ? [] : [`${text} of ${id} and ${line.id}: ${away}`];
    }),
  );
}

/** Who is no member of an ecosystem but stands in its outline. */
function insideOthers({ graph, drawing, places, root }: SampleDrawing): string[] {
  return hullsIn(root).flatMap(({ id, parts, bridges }) => {
    const { members } = graph.hulls.find((hull) => hull.id === id)!;
    return graph.nodes
      .filter((node) => !members.includes(node.id))
      .filter((node) => {
        const place = places.get(node.id)!;
        const radius = drawing.sizes.radiusOf(node) - 1;
        const toParts = Math.min(...parts.map((corners) => distanceOutside(place, corners))) - hullMargin;
        const toBridges = Math.min(
          Infinity,
          ...bridges.map((point) => Math.hypot(point.x - place.x, point.y - place.y) - 6),
        );
        return Math.min(toParts, toBridges) < radius;
      })
      .map((node) => `${node.id} in ${id}`);
  });
}

for (const [name, graph] of Object.entries(sampleGraphs)) {
  for (const arrangement of arrangements) {
    describe(`the picture of ${name}, by ${arrangement}`, () => {
      const drawn = drawnAt(graph, placed(graph, arrangement));

      it('has no line through a third party', () => {
        assert.deepEqual(throughOthers(drawn), []);
      });

      it('has nobody in an ecosystem who is not of it', () => {
        assert.deepEqual(insideOthers(drawn), []);
      });

      it('has labels, titles and figures that cover neither each other nor nodes', () => {
        checkLabels(drawn.root, graph);
        const { labels, titles, nodes } = boxesIn(drawn.root, graph, 1);
        for (const text of [...labels, ...titles]) for (const node of nodes) checkApart([text, node]);
        assert.equal(
          labels.length,
          graph.nodes.filter(({ kind }) => kind !== 'undisclosed' && kind !== 'deal').length,
        );
      });

      it('has no label across a node when it is seen from afar either', () => {
        const { root } = drawnAt(graph, drawn.places, { zoom: 0.5 });
        const { labels, nodes } = boxesIn(root, graph, 0.5);
        for (const label of labels) for (const node of nodes) checkApart([label, node]);
      });

      it('has figures that are plainly on their own lines', () => {
        assert.deepEqual(besideOthers(drawn), []);
      });

      it('keeps its labels where they are on all days', () => {
        const where = new Map<string, TextBox>();
        for (const day of [graph.asOf, ...graph.days, graph.asOf]) {
          const root = drawn.drawing.draw(drawn.places, { ...plainView(graph), day });
          for (const box of boxesIn(root, graph, 1).labels) {
            assert.deepEqual(box, where.get(box.text) ?? box);
            where.set(box.text, box);
          }
        }
      });
    });
  }
}

describe('lines around a node that is moved', () => {
  const graph: Graph = sampleGraphs['the AI race']!;

  it('wait until it rests', () => {
    const places = placed(graph, 'hub');
    const { drawing } = drawnAt(graph, places);
    const view = plainView(graph);
    const [amazon, anthropic] = [places.get('party:Amazon')!, places.get('party:Anthropic')!];
    places.set('party:MGX', { x: (amazon.x + anthropic.x) / 2, y: (amazon.y + anthropic.y) / 2 });
    const inMotion = drawing.draw(places, { ...view, isMoving: true });
    assert.notDeepEqual(throughOthers({ graph, drawing, places, root: inMotion }), []);
    const atRest = drawing.draw(places, view);
    assert.deepEqual(throughOthers({ graph, drawing, places, root: atRest }), []);
  });
});

describe('an ecosystem that gets a member who stands far away', () => {
  for (const arrangement of ['clusters', 'hub'] as const) {
    it(`reaches over nobody else (${arrangement})`, () => {
      const before = placed(sampleGraphs['the AI race']!, arrangement);
      const graph = sampleGraphs['the AI race with a deal between the ecosystems']!;
      const places = placed(graph, arrangement, before);
      for (const [id, place] of before) assert.deepEqual(places.get(id), place);
      const drawn = drawnAt(graph, places);
      assert.ok(graph.hulls.every(({ members }) => members.includes('party:Amazon')));
      assert.deepEqual(insideOthers(drawn), []);
    });
  }

  it('stands outside of the others by itself when all are laid out anew', () => {
    for (const graph of Object.values(sampleGraphs)) {
      const { root } = drawnAt(graph, placed(graph, 'clusters'));
      for (const { parts } of hullsIn(root)) assert.equal(parts.length, 1);
    }
  });
});

describe('labels of a graph that is laid out step by step', () => {
  it('stand in the end where they would if it had been there from the beginning', () => {
    const graph = sampleGraphs['the AI race']!;
    const { drawing } = drawnAt(graph, placed(graph, 'hub'));
    const places = placed(graph, 'clusters');
    const view = plainView(graph);
    assert.deepEqual(drawing.draw(places, view), drawnAt(graph, places).root);
  });
});
