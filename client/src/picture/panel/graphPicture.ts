import type { GraphDrawing, GraphView } from '../../../../server/src/picture/drawing/graph/graph-drawing';
import type { Drawing } from '../../../../server/src/picture/element';
import type { Graph } from '../../../../server/src/picture/graph';
import type { Places } from '../../../../server/src/picture/layout/layout';

/** Pixels around all that is drawn. */
const room = 16;

/** A graph as one drawing, all of it, for a file. */
export function graphPicture(graph: Graph, drawing: GraphDrawing, places: Places, look: GraphView): Drawing {
  const view = { ...look, zoom: 1, selected: new Set<string>() };
  const children = drawing.draw(places, view);
  const extent = drawing.extent(places, view);
  if (graph.nodes.length === 0 || !extent) return { width: 320, height: 80, root: [] };
  const [left, top] = [Math.floor(extent.left) - room, Math.floor(extent.top) - room];
  return {
    width: Math.ceil(extent.right) + room - left,
    height: Math.ceil(extent.bottom) + room - top,
    root: [{ tag: 'g', attributes: { transform: `translate(${-left} ${-top})` }, children }],
  };
}
