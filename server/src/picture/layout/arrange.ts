import { clustersLayout } from './clusters';
import { hubLayout } from './hub';
import { layersLayout } from './layers';
import type { Arrangement, LaidGraph, Layout, Places } from './layout';

/**
 * Begins to lay a graph out.
 * @param known places that stay as they are
 */
export function arrange(arrangement: Arrangement, graph: LaidGraph, known: Places = new Map()): Layout {
  switch (arrangement) {
    case 'clusters':
      return clustersLayout(graph, known);
    case 'layers':
      return layersLayout(graph, known);
    case 'hub':
      return hubLayout(graph, known);
  }
}
