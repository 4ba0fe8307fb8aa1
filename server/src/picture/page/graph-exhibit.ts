import { filled, GraphDrawing, type GraphView } from '../drawing/graph/graph-drawing';
import { legendContent } from '../drawing/graph/graph-legend';
import { graphPicture } from '../drawing/graph/graph-picture';
import { laidGraph } from '../drawing/graph/sizes';
import type { Graph } from '../graph';
import { arrange } from '../layout/arrange';
import type { Arrangement } from '../layout/layout';
import type { Exhibit } from './caption';
import { freshState } from './page-data';
import type { PageWords } from './words';

/** Steps of a layout that are done together. */
const stepsAtOnce = 20;

/** A graph as a page shows it at first, laid out and drawn where there is no page. */
export function graphExhibit(graph: Graph, arrangement: Arrangement, words: PageWords): Exhibit {
  const { sizeBy, showsAmounts, showsHulls, showsCircles, showsSectors } = freshState({
    scope: { root: '' },
    title: graph.title,
  });
  const drawing = new GraphDrawing(graph, words, sizeBy);
  const layout = arrange(arrangement, laidGraph(graph, drawing.sizes));
  while (!layout.advance(stepsAtOnce));
  const look: GraphView = {
    day: graph.asOf,
    zoom: 1,
    sizeBy,
    showsAmounts,
    // In columns those of one ecosystem do not stand together.
    showsHulls: showsHulls && arrangement !== 'layers',
    showsCircles,
    showsSectors,
    selected: new Set(),
    passes: () => true,
  };
  const left = drawing.leftOut(look);
  return {
    drawing: graphPicture(graph, drawing, layout.places, look, legendContent(words, graph, look)),
    title: graph.title,
    day: dayInWords(graph.asOf, 'en'),
    graph,
    remarks: [...graph.remarks, ...(left > 0 ? [filled(words.lighter, left)] : [])],
  };
}

/** A day as people of a language write it. */
export function dayInWords(day: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day * 86_400_000),
  );
}

/** The names of all that a graph has a card for. */
export function namesIn({ nodes, ties, hulls }: Graph): string[] {
  return [
    ...new Set([
      ...nodes.flatMap(({ name }) => name ?? []),
      ...ties.flatMap(({ deals }) => deals.map(({ name }) => name)),
      ...hulls.map(({ id }) => id),
    ]),
  ];
}
