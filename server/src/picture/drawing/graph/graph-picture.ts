import type { GraphDrawing, GraphView } from './graph-drawing';
import type { Drawing } from '../../element';
import type { Graph } from '../../graph';
import type { Places } from '../../layout/layout';

/** Pixels around the nodes. */
const room = 70;

/** A graph as one drawing, all of it, for a file. */
export function graphPicture(graph: Graph, drawing: GraphDrawing, places: Places, look: GraphView): Drawing {
  const all = [...places.values()];
  const left = Math.min(...all.map(({ x }) => x)) - room;
  const top = Math.min(...all.map(({ y }) => y)) - room;
  const right = Math.max(...all.map(({ x }) => x)) + room;
  const bottom = Math.max(...all.map(({ y }) => y)) + room;
  if (graph.nodes.length === 0 || all.length === 0) return { width: 320, height: 80, root: [] };
  return {
    width: right - left,
    height: bottom - top,
    root: [
      {
        tag: 'g',
        attributes: { transform: `translate(${-left} ${-top})` },
        children: drawing.draw(places, { ...look, zoom: 1, selected: new Set() }),
      },
    ],
  };
}
