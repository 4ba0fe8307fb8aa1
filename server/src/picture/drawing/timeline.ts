import type { Drawing, Element } from '../element';
import { firmness } from '../graph';
import {
  markKinds,
  type Timeline,
  type TimelineLane,
  type TimelineMark,
  type TimelineSpan,
} from '../timeline';
import { dayLines } from './day-lines';
import { legend, type LegendItem } from './legend';
import { clustersOf, glyph, type Cluster } from './marks';
import { nothingToDraw } from './nothing';
import { crisp, round } from './place';
import { fitted, plain, textAt, tooltip, widthOf } from './text';
import { around, axisElements, timeAxis, type TimeAxis } from './time-axis';
import { gapElements, gapsBetween } from './time-gaps';
import type { DrawingWords } from './words';

export interface TimelineOptions {
  readonly width: number;
  /** The day that is shown elsewhere, where it is not that of the timeline. */
  readonly day?: number;
  /** The first and last day that are shown; all that is known of where absent. */
  readonly range?: readonly [number, number];
  /** The name of a deal. */
  readonly selected?: string;
  readonly words: DrawingWords;
}

const margin = 12;
const headHeight = 52;
const laneHeight = 40;
const listedHeight = 18;
const barHeight = 8;

/** Deals through time: a lane for each, with a bar for how it stands and marks for what happened. */
export function drawTimeline(timeline: Timeline, options: TimelineOptions): Drawing {
  const { lanes, undated, asOf, today } = timeline;
  const { width, words, day = asOf } = options;
  if (lanes.length + undated.length === 0) return nothingToDraw(width, words.nothing);
  const root: Element[] = [];
  let y = 0;
  if (lanes.length > 0) {
    const labels = round(Math.min(260, Math.max(110, width * 0.3)));
    const left = margin + labels;
    const right = Math.max(left + 80, width - margin);
    const days = [...daysOf(lanes), asOf, day];
    const busy = [...busyDays(lanes, asOf), [asOf, asOf] as const, [day, day] as const];
    const gaps = gapsBetween(busy, options.range ?? around(days));
    const cut = gaps.reduce((sum, gap) => sum + gap[1] - gap[0], 0);
    const range = options.range ?? around(days, cut);
    const axis = timeAxis(range, left, right, words.locale, gaps);
    const bottom = headHeight + lanes.length * laneHeight;
    root.push(
      ...axisElements(axis, 12, headHeight, bottom),
      ...gapElements(axis, 12, bottom, words.locale),
      ...dayLines(axis, { asOf, today, day }, words, { label: 42, bottom, left, right }),
      // Marks stand in front of the lines.
      ...lanes.map((lane, index) => laneElement(lane, index, axis, labels, asOf, width, options)),
    );
    y = bottom;
  }
  if (undated.length > 0) {
    const list = undatedList(timeline, y, options);
    root.push(...list.elements);
    y += list.height;
  }
  const key = legend(legendItems(lanes, words), margin, y + 10, width - margin);
  root.push(...key.elements);
  return { width, height: Math.ceil(y + 10 + key.height + 4), root };
}

function daysOf(lanes: readonly TimelineLane[]): number[] {
  return lanes.flatMap(({ spans, marks }) => [
    ...spans.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
    ...marks.flatMap(({ from, to }) => [from, to]),
  ]);
}

/** The days between which something stands or happens. */
function busyDays(lanes: readonly TimelineLane[], asOf: number): (readonly [number, number])[] {
  return lanes.flatMap(({ spans, marks }) => [
    ...spans.map(({ from, to }) => [from, to ?? Math.max(asOf, from)] as const),
    ...marks.map(({ from, to }) => [from, to] as const),
  ]);
}

function laneElement(
  lane: TimelineLane,
  index: number,
  axis: TimeAxis,
  labels: number,
  asOf: number,
  width: number,
  { selected, words }: TimelineOptions,
): Element {
  const top = headHeight + index * laneHeight;
  const { name, title, detail, spans, marks, disputed } = lane;
  const mark = disputed ? words.disputed : '';
  const room = labels - 8 - (disputed ? 14 : 0);
  const shown = fitted(title, room, 12);
  const target = {
    type: 'deal',
    id: name,
    label: plain([title, detail, stateOf(spans), mark].filter(Boolean).join(', ')),
  } as const;
  const bar = top + 14;
  return {
    tag: 'g',
    key: `deal ${name} ${index}`,
    target,
    children: [
      {
        tag: 'rect',
        key: 'row',
        class: selected === name ? 'chosen' : 'hit',
        attributes: { x: 0, y: top, width, height: laneHeight },
      },
      {
        tag: 'line',
        key: 'rule',
        class: 'axis',
        attributes: { x1: margin, x2: width - margin, y1: crisp(top), y2: crisp(top) },
      },
      { ...textAt(margin, top + 18, shown, 'label'), children: [tooltip(title)] },
      ...(disputed
        ? [
            {
              ...textAt(round(margin + widthOf(shown, 12) + 9), top + 18, '!', 'disputed'),
              children: [tooltip(mark)],
            },
          ]
        : []),
      textAt(margin, top + 32, fitted(detail, labels - 8, 10), 'small'),
      ...spans.flatMap((span) => barElements(span, axis, asOf, bar)),
      ...markElements(lane, marks, axis, bar, top + 29),
    ],
  };
}

function stateOf(spans: readonly TimelineSpan[]): string {
  return spans.at(-1)?.text ?? '';
}

/** The bar of a span; what lies after the day as of which the deals are seen is paler. */
function barElements(span: TimelineSpan, axis: TimeAxis, asOf: number, y: number): Element[] {
  const end = span.to ?? Math.max(asOf, span.from);
  const border = Math.min(Math.max(asOf, span.from), end);
  const isOver = span.firmness === 'over';
  const height = isOver ? 3 : barHeight;
  return [
    { from: span.from, to: border, look: span.from > asOf ? ' ahead' : '' },
    { from: border, to: end, look: ' ahead' },
  ]
    .filter(({ from, to }, index) => from < to || (index === 0 && span.from === end))
    .filter(({ from, to }) => to >= axis.from && from <= axis.to)
    .map(({ from, to, look }): Element => {
      const x = axis.x(Math.max(from, axis.from));
      return {
        tag: 'rect',
        key: `bar ${from}${look}`,
        class: `bar-${span.firmness}${look}`,
        attributes: {
          x: round(x),
          y: y - height / 2,
          width: round(Math.max(3, axis.x(Math.min(to, axis.to)) - x)),
          height,
          rx: isOver ? 0 : 2,
        },
        children: [tooltip(span.text)],
      };
    });
}

/** Money stands below the bar, everything else on it, so that what happened on one day is seen. */
const isMoney: Readonly<Record<TimelineMark['kind'], boolean>> = {
  status: false,
  claim: false,
  term: false,
  tranche: true,
  payment: true,
  valuation: true,
};

function markElements(
  { name, title }: TimelineLane,
  marks: readonly TimelineMark[],
  axis: TimeAxis,
  upper: number,
  lower: number,
): Element[] {
  const xOf = ({ from, to }: TimelineMark) => (axis.x(from) + axis.x(to)) / 2;
  const indexed = marks
    .map((mark, index) => ({ mark, index }))
    .filter(({ mark }) => xOf(mark) >= axis.x(axis.from) && xOf(mark) <= axis.x(axis.to));
  return [false, true].flatMap((money) =>
    clustersOf(
      indexed.filter(({ mark }) => isMoney[mark.kind] === money),
      xOf,
    ).map((cluster) => clusterElement(name, title, cluster, axis, money ? lower : upper, money)),
  );
}

function clusterElement(
  name: string,
  title: string,
  cluster: Cluster,
  axis: TimeAxis,
  y: number,
  isBelow: boolean,
): Element {
  const { marks, x, index } = cluster;
  const [first] = marks;
  const words = marks.map(({ text }) => text).join('; ');
  const from = axis.x(Math.max(first!.from, axis.from));
  const to = axis.x(Math.min(first!.to, axis.to));
  const whisker: Element = {
    tag: 'path',
    key: 'range',
    class: 'range',
    attributes: {
      d: `M${round(from)},${y - 3}V${y + 3}M${round(from)},${y}H${round(to)}M${round(to)},${y - 3}V${y + 3}`,
    },
  };
  return {
    tag: 'g',
    key: `mark ${index}`,
    target: { type: 'mark', id: markId(name, index), label: plain(`${title}: ${words}`) },
    children: [
      tooltip(words),
      ...(to - from > 12 ? [whisker] : []),
      glyph(first!.kind, x, y),
      ...(marks.length > 1
        ? [textAt(round(x + 5), isBelow ? y + 9 : y - 5, String(marks.length), 'small halo')]
        : []),
    ],
  };
}

/** The id of a mark of a lane: its index, then the name of the deal. */
export function markId(deal: string, index: number): string {
  return `${index} ${deal}`;
}

function undatedList(
  { undated }: Timeline,
  top: number,
  { width, selected, words }: TimelineOptions,
): { elements: Element[]; height: number } {
  const columns = Math.max(1, Math.floor((width - 2 * margin) / 240));
  const room = (width - 2 * margin) / columns;
  const elements: Element[] = [textAt(margin, top + 20, words.undated, 'caption')];
  undated.forEach(({ name, title }, index) => {
    const x = round(margin + (index % columns) * room);
    const y = top + 28 + Math.floor(index / columns) * listedHeight;
    elements.push({
      tag: 'g',
      key: `undated ${index} ${name}`,
      target: { type: 'deal', id: name, label: plain(`${title}, ${words.undated}`) },
      children: [
        {
          tag: 'rect',
          key: 'row',
          class: selected === name ? 'chosen' : 'hit',
          attributes: { x: x - 4, y, width: round(room), height: listedHeight },
        },
        { ...textAt(x, y + 13, fitted(title, room - 12, 12), 'label'), children: [tooltip(title)] },
      ],
    });
  });
  return { elements, height: 32 + Math.ceil(undated.length / columns) * listedHeight };
}

/** What stands in the lanes, each once. */
function legendItems(lanes: readonly TimelineLane[], words: DrawingWords): LegendItem[] {
  const standing = new Set(lanes.flatMap(({ spans }) => spans.map((span) => span.firmness)));
  const kinds = new Set(lanes.flatMap(({ marks }) => marks.map((mark) => mark.kind)));
  const bars = firmness.filter((each) => standing.has(each));
  const shapes = markKinds.filter((each) => kinds.has(each));
  const items = [
    ...bars.map((each): LegendItem => {
      const height = each === 'over' ? 3 : barHeight;
      return {
        label: words.firmness[each],
        sample: (x, y) => ({
          tag: 'rect',
          key: 'bar',
          class: `bar-${each}`,
          attributes: { x: x - 11, y: y - height / 2, width: 22, height, rx: each === 'over' ? 0 : 2 },
        }),
      };
    }),
    ...shapes.map((each): LegendItem => ({
      label: words.marks[each],
      sample: (x, y) => glyph(each, x + 4, y),
    })),
  ];
  if (lanes.some(({ disputed }) => disputed)) {
    items.push({ label: words.disputed, sample: (x, y) => textAt(x + 4, y + 4, '!', 'disputed') });
  }
  return items;
}
