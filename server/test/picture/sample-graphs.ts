import { GraphDrawing, type GraphView } from '../../src/picture/drawing/graph/graph-drawing';
import { laidGraph } from '../../src/picture/drawing/graph/sizes';
import type { Element } from '../../src/picture/element';
import type { Graph } from '../../src/picture/graph';
import { arrange } from '../../src/picture/layout/arrange';
import type { Arrangement, Place, Places } from '../../src/picture/layout/layout';
import { graphIn } from '../features/picture/picture-fixture';
import { sample } from '../project-fixture';
import { englishWords as graphWords } from '../../src/picture/page/words';

const race = sample('ai-race');

/** A deal between the two ecosystems of the AI race. */
const between = '\ninvestment AmazonOpenAI: Amazon -> OpenAI { amount $5B status announced }\n';

/** Graphs as somebody would draw them. */
export const sampleGraphs: Readonly<Record<string, Graph>> = {
  'the AI race': graphIn(race),
  'the AI race with a deal between the ecosystems': graphIn({ ...race, 'between.deal': between }),
  'the ecosystem around OpenAI': graphIn(race, { name: 'OpenAIEcosystem' }),
  'every kind': graphIn(sample('every-kind')),
};

/** A graph that is laid out and drawn. */
export interface SampleDrawing {
  readonly graph: Graph;
  readonly drawing: GraphDrawing;
  readonly places: Places;
  readonly root: readonly Element[];
}

/** Where everybody in a graph stands. */
export function placed(graph: Graph, arrangement: Arrangement, known?: Places): Map<string, Place> {
  const { sizes } = new GraphDrawing(graph, graphWords, 'money');
  const layout = arrange(arrangement, laidGraph(graph, sizes), known);
  while (!layout.advance(100));
  return new Map(layout.places);
}

/** How a graph is looked at at first. */
export const plainView = (graph: Graph): GraphView => ({
  day: graph.asOf,
  zoom: 1,
  sizeBy: 'money',
  showsAmounts: true,
  showsHulls: true,
  showsCircles: true,
  showsSectors: true,
  selected: new Set(),
  passes: () => true,
});

/** A graph as it is drawn at first. */
export function drawnAt(graph: Graph, places: Places, view: Partial<GraphView> = {}): SampleDrawing {
  const drawing = new GraphDrawing(graph, graphWords, 'money');
  const root = drawing.draw(places, { ...plainView(graph), ...view });
  return { graph, drawing, places, root };
}
