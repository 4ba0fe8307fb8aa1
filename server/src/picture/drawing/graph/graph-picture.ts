import type { GraphDrawing, GraphView } from './graph-drawing';
import type { LegendGroup } from './graph-legend';
import { legendDrawing } from './legend-drawing';
import type { Drawing } from '../../element';
import type { Graph } from '../../graph';
import type { Places } from '../../layout/layout';

/** Pixels around all that is drawn. */
const room = 16;
/** A legend has so much room at least. */
const leastWidth = 480;

/**
 * A graph as one drawing, all of it, for a file.
 * @param legend stands below it
 */
export function graphPicture(
  graph: Graph,
  drawing: GraphDrawing,
  places: Places,
  look: GraphView,
  legend: readonly LegendGroup[] = [],
): Drawing {
  const view = { ...look, zoom: 1, selected: new Set<string>() };
  const children = drawing.draw(places, view);
  const extent = drawing.extent(places, view);
  if (graph.nodes.length === 0 || !extent) return { width: 320, height: 80, root: [] };
  const [left, top] = [Math.floor(extent.left) - room, Math.floor(extent.top) - room];
  const [own, height] = [Math.ceil(extent.right) + room - left, Math.ceil(extent.bottom) + room - top];
  const width = legend.length > 0 ? Math.max(own, leastWidth) : own;
  const signs = legendDrawing(legend, width);
  const start = (width - own) / 2 - left;
  return {
    width,
    height: height + signs.height,
    root: [
      { tag: 'g', key: 'graph', attributes: { transform: `translate(${start} ${-top})` }, children },
      ...(legend.length > 0
        ? [
            {
              tag: 'g',
              key: 'legend',
              attributes: { transform: `translate(0 ${height})` },
              children: signs.root,
            } as const,
          ]
        : []),
    ],
  };
}
