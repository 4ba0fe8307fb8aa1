import { drawFlows, flowId, type FlowOptions } from '../../../../server/src/picture/drawing/flow';
import { drawTimeline, markId } from '../../../../server/src/picture/drawing/timeline';
import { drawValuations } from '../../../../server/src/picture/drawing/valuation';
import type { DrawingWords } from '../../../../server/src/picture/drawing/words';
import type { Drawing } from '../../../../server/src/picture/element';
import type { FlowChart, MoneyFlow } from '../../../../server/src/picture/flow';
import { tieKinds, type TieKind } from '../../../../server/src/picture/graph';
import type { Timeline } from '../../../../server/src/picture/timeline';
import type { ValuationChart } from '../../../../server/src/picture/valuation';
import type { ChartChoices } from '../messages';
import type { PanelWords } from '../panelWords';
import { checkbox, choice } from './html';

/** A chart with what was asked for, ready to be drawn in any width. */
export interface Chart {
  readonly remarks: readonly string[];
  /** Choices that the chart offers by itself. */
  controls(): readonly HTMLElement[];
  /** What these choices leave out, in words. */
  leftOut(): readonly string[];
  draw(width: number, height: number, day: number, selected: string | undefined): Drawing;
  /** The name of the declaration that something in it stands for; undefined where it stands for none. */
  nameOf(type: string, id: string): string | undefined;
  /** What stands for a declaration; undefined where nothing does. */
  idOf(name: string): string | undefined;
  /** What is said of something in it besides what its declaration says. */
  noteOn?(type: string, id: string): string | undefined;
}

/** What was chosen on charts, and a way to choose otherwise. */
export interface Choosing {
  readonly current: () => ChartChoices;
  readonly choose: (part: Partial<ChartChoices>) => void;
}

/** Days of the periods that a timeline can be narrowed to. */
const periods = { '1': 365, '3': 3 * 365, '10': 10 * 365 } as const;

export function timelineChart(
  timeline: Timeline,
  words: DrawingWords,
  panel: PanelWords,
  { current, choose }: Choosing,
): Chart {
  const range = (): readonly [number, number] | undefined => {
    const days = Object.entries(periods).find(([years]) => years === current().period)?.[1];
    return days === undefined ? undefined : [timeline.asOf - days, timeline.asOf + Math.round(days / 8)];
  };
  const inWords = (years: string) => (years === '1' ? panel.lastYear : panel.lastYears.replace('{0}', years));
  return {
    remarks: timeline.remarks,
    controls: () =>
      timeline.lanes.length === 0
        ? []
        : [
            choice(
              panel.period,
              [
                ['all', panel.allTime],
                ...Object.keys(periods).map((years): [string, string] => [years, inWords(years)]),
              ],
              range() ? current().period : 'all',
              (period) => choose({ period }),
            ),
          ],
    leftOut: () => (range() ? [`${panel.period}: ${inWords(current().period)}`] : []),
    draw: (width, _height, day, selected) => {
      const shown = range();
      return drawTimeline(timeline, {
        width,
        day,
        words,
        ...(shown && { range: shown }),
        ...(selected !== undefined && { selected }),
      });
    },
    nameOf: (type, id) =>
      type === 'mark'
        ? timeline.lanes.find(({ name, marks }) => marks.some((_, index) => markId(name, index) === id))?.name
        : id,
    idOf: (name) => timeline.lanes.find((lane) => lane.name === name)?.name,
  };
}

export function valuationChart(
  chart: ValuationChart,
  words: DrawingWords,
  panel: PanelWords,
  { current, choose }: Choosing,
): Chart {
  const hidden = () => chart.lines.filter(({ name }) => current().hiddenLines.includes(name));
  return {
    remarks: chart.remarks,
    controls: () => [
      ...(chart.lines.length > 0
        ? [
            checkbox(panel.logarithmic, current().scale === 'log', (checked) =>
              choose({ scale: checked ? 'log' : 'linear' }),
            ),
          ]
        : []),
      ...(chart.lines.length > 1
        ? chart.lines
            .toReversed()
            .map(({ name, title }) =>
              checkbox(title, !current().hiddenLines.includes(name), (shows) =>
                choose({ hiddenLines: toggled(current().hiddenLines, name, shows) }),
              ),
            )
        : []),
    ],
    leftOut: () => hidden().map(({ title }) => panel.without.replace('{0}', title)),
    draw: (width, height, day, selected) => {
      const { scale, hiddenLines } = current();
      return drawValuations(chart, {
        width,
        height,
        day,
        words,
        hidden: hiddenLines,
        ...(scale && { scale }),
        ...(selected !== undefined && { selected }),
      });
    },
    nameOf: (_type, id) => id,
    idOf: (name) => chart.lines.find((line) => line.name === name)?.name,
  };
}

export function flowChart(
  chart: FlowChart,
  words: DrawingWords,
  panel: PanelWords,
  { current, choose }: Choosing,
): Chart {
  const years = [...new Set(chart.flows.flatMap(({ years: own }) => own.map(({ year }) => year)))].sort(
    (a, b) => (a ?? Infinity) - (b ?? Infinity),
  );
  const yearWords = new Map([
    ['all', panel.allYears],
    ...years.map((each): [string, string] =>
      each === null ? ['none', panel.noYear] : [String(each), String(each)],
    ),
  ]);
  const kinds = tieKinds.filter((kind) => chart.flows.some((flow) => flow.kind === kind));
  const isHidden = (kind: TieKind) => current().hiddenPurposes.includes(kind);
  // A year of which nothing is left is no choice any more.
  const year = () => (yearWords.has(current().year) ? current().year : 'all');
  const options = (): Pick<FlowOptions, 'years' | 'kinds' | 'withoutTalks'> => ({
    ...(year() !== 'all' && { years: [year() === 'none' ? null : Number(year())] }),
    ...(kinds.some(isHidden) && { kinds: kinds.filter((kind) => !isHidden(kind)) }),
    withoutTalks: current().withoutTalks,
  });
  return {
    remarks: chart.remarks,
    controls: () =>
      chart.flows.length === 0
        ? []
        : [
            choice(panel.year, [...yearWords], year(), (picked) => choose({ year: picked })),
            ...kinds.map((kind) =>
              checkbox(panel.tieKinds[kind], !isHidden(kind), (shows) =>
                choose({ hiddenPurposes: toggled(current().hiddenPurposes, kind, shows) }),
              ),
            ),
            checkbox(panel.firmness.talk, !current().withoutTalks, (shows) =>
              choose({ withoutTalks: !shows }),
            ),
          ],
    leftOut: () => [
      ...(year() === 'all' ? [] : [`${panel.year}: ${yearWords.get(year())}`]),
      ...[
        ...kinds.filter(isHidden).map((kind) => panel.tieKinds[kind]),
        ...(current().withoutTalks ? [panel.firmness.talk] : []),
      ].map((what) => panel.without.replace('{0}', what)),
    ],
    draw: (width, height, _day, selected) =>
      drawFlows(chart, { width, height, words, ...options(), ...(selected !== undefined && { selected }) }),
    nameOf: (type, id) => {
      if (type !== 'end') return chart.flows.find((flow) => flowId(flow) === id)?.deals[0]?.name;
      const end = chart.ends.find((each) => each.id === id);
      // Of several together it is the deal that they have in common.
      const isTheirs = ({ from, to }: MoneyFlow) => from === id || to === id;
      return end?.note === undefined ? (end?.name ?? undefined) : chart.flows.find(isTheirs)?.deals[0]?.name;
    },
    idOf: (name) => {
      const flow = chart.flows.find(({ deals }) => deals.some((deal) => deal.name === name));
      return flow ? flowId(flow) : chart.ends.find((end) => end.name === name)?.id;
    },
    noteOn: (type, id) => (type === 'end' ? chart.ends.find((end) => end.id === id)?.note : undefined),
  };
}

function toggled(all: readonly string[], one: string, shows: boolean): string[] {
  return shows ? all.filter((each) => each !== one) : [...all, one];
}
