import { namesIn } from '../../picture/page/graph-exhibit';
import { freshState, type PageData, type PanelState } from '../../picture/page/page-data';
import { englishWords } from '../../picture/page/words';
import type { Graph } from '../../picture/graph';
import type { Project } from '../../project/project';
import type { NamedScope } from '../../protocol';
import { cardOf } from '../summary/summary';
import { flowChartOf } from './flows';
import type { Scope } from './scope';
import { timelineOf } from './timeline';
import { valuationChartOf } from './valuations';

/** How a page is looked at when it is opened. */
export type FirstLook = Pick<PanelState, 'arrangement' | 'most'>;

/**
 * All that a page has to hold where nobody is behind it: the graph, the charts and the cards as of the day of its scope.
 * Yields for each deal and card.
 */
export function* standaloneData(
  project: Project,
  found: Scope,
  subject: NamedScope,
  graph: Graph,
  look: FirstLook,
): Generator<number, PageData> {
  const { corpus } = found;
  const timeline = yield* timelineOf(found);
  const valuations = yield* valuationChartOf(found);
  const flows = yield* flowChartOf(found);
  const cards: Record<string, string> = {};
  for (const name of namesIn(graph)) {
    yield 1;
    const declaration = project.find(name);
    if (declaration) cards[name] = cardOf(corpus, declaration, project.today);
  }
  return {
    start: { ...subject, words: englishWords, language: 'en' },
    alone: {
      state: { ...freshState(subject), ...look, day: corpus.asOf },
      answers: { graph, timeline, valuations, flows },
      cards,
    },
  };
}
