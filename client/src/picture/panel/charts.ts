import { drawFlows, flowId, type FlowOptions } from '../../../../server/src/picture/drawing/flow';
import { drawTimeline, markId } from '../../../../server/src/picture/drawing/timeline';
import { drawValuations } from '../../../../server/src/picture/drawing/valuation';
import type { DrawingWords } from '../../../../server/src/picture/drawing/words';
import type { Drawing } from '../../../../server/src/picture/element';
import type { FlowChart, MoneyFlow } from '../../../../server/src/picture/flow';
import { tieKinds, type TieKind } from '../../../../server/src/picture/graph';
import type { Timeline } from '../../../../server/src/picture/timeline';
import type { ValuationChart } from '../../../../server/src/picture/valuation';
import type { PanelWords } from '../panelWords';
import { checkbox, choice } from './html';

/** A chart with what was asked for, ready to be drawn in any width. */
export interface Chart {
  readonly remarks: readonly string[];
  /** Choices that the chart offers by itself. */
  controls(redraw: () => void): readonly HTMLElement[];
  draw(width: number, height: number, day: number, selected: string | undefined): Drawing;
  /** The name of the declaration that something in it stands for; undefined where it stands for none. */
  nameOf(type: string, id: string): string | undefined;
  /** What is said of something in it besides what its declaration says. */
  noteOn?(type: string, id: string): string | undefined;
}

/** Days of the periods that a timeline can be narrowed to. */
const periods = { '1': 365, '3': 3 * 365, '10': 10 * 365 } as const;

export function timelineChart(timeline: Timeline, words: DrawingWords, panel: PanelWords): Chart {
  let period = 'all';
  const range = (): readonly [number, number] | undefined => {
    const days = Object.entries(periods).find(([years]) => years === period)?.[1];
    return days === undefined ? undefined : [timeline.asOf - days, timeline.asOf + Math.round(days / 8)];
  };
  return {
    remarks: timeline.remarks,
    controls: (redraw) =>
      timeline.lanes.length === 0
        ? []
        : [
            choice(
              panel.period,
              [
                ['all', panel.allTime],
                ...Object.keys(periods).map((years): [string, string] => [
                  years,
                  years === '1' ? panel.lastYear : panel.lastYears.replace('{0}', years),
                ]),
              ],
              period,
              (picked) => {
                period = picked;
                redraw();
              },
            ),
          ],
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
  };
}

export function valuationChart(chart: ValuationChart, words: DrawingWords, panel: PanelWords): Chart {
  let scale: 'linear' | 'log' | undefined;
  const hidden = new Set<string>();
  return {
    remarks: chart.remarks,
    controls: (redraw) => [
      ...(chart.lines.length > 0
        ? [
            checkbox(panel.logarithmic, scale === 'log', (checked) => {
              scale = checked ? 'log' : 'linear';
              redraw();
            }),
          ]
        : []),
      ...(chart.lines.length > 1
        ? chart.lines.toReversed().map(({ name, title }) =>
            checkbox(title, !hidden.has(name), (shows) => {
              if (shows) hidden.delete(name);
              else hidden.add(name);
              redraw();
            }),
          )
        : []),
    ],
    draw: (width, height, day, selected) =>
      drawValuations(chart, {
        width,
        height,
        day,
        words,
        hidden: [...hidden],
        ...(scale && { scale }),
        ...(selected !== undefined && { selected }),
      }),
    nameOf: (_type, id) => id,
  };
}

export function flowChart(chart: FlowChart, words: DrawingWords, panel: PanelWords): Chart {
  const years = [...new Set(chart.flows.flatMap(({ years: own }) => own.map(({ year }) => year)))].sort(
    (a, b) => (a ?? Infinity) - (b ?? Infinity),
  );
  let year = 'all';
  let talks = true;
  const hidden = new Set<TieKind>();
  const kinds = tieKinds.filter((kind) => chart.flows.some((flow) => flow.kind === kind));
  const options = (): Pick<FlowOptions, 'years' | 'kinds' | 'withoutTalks'> => ({
    ...(year !== 'all' && { years: [year === 'none' ? null : Number(year)] }),
    ...(hidden.size > 0 && { kinds: kinds.filter((kind) => !hidden.has(kind)) }),
    withoutTalks: !talks,
  });
  return {
    remarks: chart.remarks,
    controls: (redraw) =>
      chart.flows.length === 0
        ? []
        : [
            choice(
              panel.year,
              [
                ['all', panel.allYears],
                ...years.map((each): [string, string] =>
                  each === null ? ['none', panel.noYear] : [String(each), String(each)],
                ),
              ],
              year,
              (picked) => {
                year = picked;
                redraw();
              },
            ),
            ...kinds.map((kind) =>
              checkbox(panel.tieKinds[kind], !hidden.has(kind), (shows) => {
                if (shows) hidden.delete(kind);
                else hidden.add(kind);
                redraw();
              }),
            ),
            checkbox(panel.firmness.talk, talks, (shows) => {
              talks = shows;
              redraw();
            }),
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
    noteOn: (type, id) => (type === 'end' ? chart.ends.find((end) => end.id === id)?.note : undefined),
  };
}
