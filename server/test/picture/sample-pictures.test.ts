import assert from 'node:assert/strict';
import type { Graph } from '../../src/picture/graph';
import { arrangements } from '../../src/picture/layout/layout';
import { linesIn } from './lines';
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

for (const [name, graph] of Object.entries(sampleGraphs)) {
  for (const arrangement of arrangements) {
    describe(`the picture of ${name}, by ${arrangement}`, () => {
      const drawn = drawnAt(graph, placed(graph, arrangement));

      it('has no line through a third party', () => {
        assert.deepEqual(throughOthers(drawn), []);
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
