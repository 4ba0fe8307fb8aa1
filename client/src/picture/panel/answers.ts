import type { DrawingWords } from '../../../../server/src/picture/drawing/words';
import type { FlowChart } from '../../../../server/src/picture/flow';
import type { Graph } from '../../../../server/src/picture/graph';
import type { Timeline } from '../../../../server/src/picture/timeline';
import type { ValuationChart } from '../../../../server/src/picture/valuation';
import type { Tab } from '../messages';
import type { PanelWords } from '../panelWords';
import { flowChart, timelineChart, valuationChart, type Chart, type Choosing } from './charts';

export function isGraph(answer: unknown): answer is Graph {
  return typeof answer === 'object' && answer !== null && 'nodes' in answer && 'ties' in answer;
}

/** The chart of a tab from the answer to its question; undefined where there is none. */
export function chartOf(
  tab: Tab,
  answer: unknown,
  words: DrawingWords,
  panel: PanelWords,
  choosing: Choosing,
): Chart | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  if (tab === 'timeline' && isTimeline(answer)) return timelineChart(answer, words, panel, choosing);
  if (tab === 'valuations' && isValuations(answer)) return valuationChart(answer, words, panel, choosing);
  if (tab === 'flows' && isFlows(answer)) return flowChart(answer, words, panel, choosing);
  return undefined;
}

function isTimeline(answer: object): answer is Timeline {
  return 'lanes' in answer;
}

function isValuations(answer: object): answer is ValuationChart {
  return 'lines' in answer;
}

function isFlows(answer: object): answer is FlowChart {
  return 'flows' in answer;
}

/** A graph of nothing. */
export function emptyGraph(title: string): Graph {
  return {
    title,
    asOf: 0,
    today: 0,
    currency: null,
    nodes: [],
    ties: [],
    hulls: [],
    circles: [],
    days: [],
    total: { parties: 0, deals: 0, shown: 0 },
    remarks: [],
    sources: { count: 0, titles: [] },
  };
}
