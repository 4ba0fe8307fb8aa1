import { amountText } from '../amount';
import type { Drawing, Element } from '../element';
import { seriesClass } from '../style';
import type { ValuationChart, ValuationLine, ValuationMark } from '../valuation';
import { dayLines } from './day-lines';
import { legend, type LegendItem } from './legend';
import { moneyAxis, moneyAxisElements, type MoneyAxis, type MoneyScale } from './money-axis';
import { nothingToDraw } from './nothing';
import { moneyFormat } from './numbers';
import { round } from './place';
import { placeLabels, type Box } from './place-labels';
import { spread } from './spread';
import { fitted, plain, textAt, tooltip, widthOf, wrapped } from './text';
import { around, axisElements, timeAxis, type TimeAxis } from './time-axis';
import type { DrawingWords } from './words';

export interface ValuationOptions {
  readonly width: number;
  readonly height: number;
  /** The day that is shown elsewhere, where it is not that of the chart. */
  readonly day?: number;
  /** Linear where amounts are not far apart, unless somebody chose. */
  readonly scale?: MoneyScale;
  /** Names of parties that are left out. */
  readonly hidden?: readonly string[];
  /** The name of a party. */
  readonly selected?: string;
  readonly words: DrawingWords;
}

const margin = 12;
const headHeight = 24;
const footHeight = 40;

interface Chart {
  readonly time: TimeAxis;
  readonly money: MoneyAxis;
  readonly end: number;
  readonly inWords: (amount: number) => string;
}

/** One line, and in which look of several. */
interface Series {
  readonly line: ValuationLine;
  readonly index: number;
}

/** What parties were valued at through time: a step for each valuation, which holds until the next one. */
export function drawValuations(chart: ValuationChart, options: ValuationOptions): Drawing {
  const { width, words, hidden = [], day = chart.asOf } = options;
  // A line keeps its look when others are hidden.
  const all = chart.lines
    .map((one, index): Series => ({ line: one, index: chart.lines.length - 1 - index }))
    .filter(({ line: { name } }) => !hidden.includes(name));
  if (all.length === 0) return nothingToDraw(width, words.nothing);
  const height = Math.max(options.height, headHeight + footHeight + all.length * 44, 220);
  const inWords = moneyFormat(chart.currency ?? '');
  const marks = all.flatMap(({ line: { marks: own } }) => own);
  const key = legend(legendItems(marks, words), margin, 0, width - margin);
  const bottom = height - footHeight - key.height;
  const money = moneyAxis(
    marks.flatMap(({ value, min, max }) => [value, min ?? value, max ?? value]).filter((each) => each !== 0),
    bottom,
    headHeight,
    options.scale,
  );
  const labels = Math.min(230, Math.max(90, width * 0.28));
  const left = margin + Math.max(...money.ticks.map((tick) => widthOf(inWords(tick), 11)), 20) + 8;
  const right = Math.max(left + 80, width - margin - labels);
  const days = marks.flatMap(({ from, to }) => [from, to]);
  const time = timeAxis(around([...days, chart.asOf, day]), left, right, words.locale);
  const drawn: Chart = { time, money, end: Math.max(chart.asOf, ...days), inWords };
  return {
    width,
    height,
    root: [
      ...moneyAxisElements(money, round(left), round(right), inWords),
      ...axisElements(time, bottom + 18, headHeight, bottom),
      ...dayLines(time, { asOf: chart.asOf, today: chart.today, day }, words, {
        label: 12,
        bottom,
        left,
        right,
      }),
      ...all.map((series) => seriesElement(series, drawn, options)),
      ...valueLabels(all, drawn, words, { left, top: headHeight - 2, right, bottom }),
      ...endLabels(all, drawn, right + 10, labels - 10, headHeight, bottom),
      {
        tag: 'g',
        key: 'legend',
        attributes: { transform: `translate(0 ${height - key.height})` },
        children: key.elements,
      },
    ],
  };
}

function seriesElement({ line: own, index }: Series, chart: Chart, { selected }: ValuationOptions): Element {
  const look = seriesClass(index);
  const { name, title, marks } = own;
  const last = marks.at(-1);
  const label = [title, last?.text ?? '', own.stepUp ?? ''].filter((part) => part !== '').join(': ');
  const isFaded = selected !== undefined && selected !== name;
  return {
    tag: 'g',
    key: `line ${name}`,
    ...(isFaded && { class: 'faded' }),
    target: { type: 'end', id: name, label: plain(label) },
    children: [
      tooltip(title),
      ...stepsOf(marks, chart).map(({ from, to, isTalk }, at): Element => ({
        tag: 'line',
        key: `step ${at}`,
        class: [
          `line ${look.stroke}`,
          ...(isTalk ? ['line-talk'] : []),
          ...(look.isRepeated ? ['line-thin'] : []),
        ].join(' '),
        attributes: { x1: round(from[0]), y1: round(from[1]), x2: round(to[0]), y2: round(to[1]) },
      })),
      ...marks.map((mark, at) => markElement(title, mark, at, chart, look)),
    ],
  };
}

interface Step {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly isTalk: boolean;
}

/**
 * A line in parts: a valuation holds until the next one. What is only talked about replaces nothing: it branches off, and
 * ends with the next of either.
 */
function stepsOf(marks: readonly ValuationMark[], chart: Chart): Step[] {
  let before: ValuationMark | undefined;
  let confirmed: ValuationMark | undefined;
  return marks.flatMap((mark, index) => {
    const { inTalks } = mark;
    const next = inTalks ? marks[index + 1] : marks.slice(index + 1).find((later) => !later.inTalks);
    const [x, y] = [xOf(mark, chart), chart.money.y(mark.value)];
    const until = next ? xOf(next, chart) : Math.max(x, chart.time.x(chart.end));
    const origin = inTalks && before?.inTalks === true ? before : (confirmed ?? before);
    const steps: Step[] = [
      ...(origin
        ? [{ from: [x, chart.money.y(origin.value)], to: [x, y], isTalk: inTalks || origin.inTalks } as const]
        : []),
      { from: [x, y], to: [until, y], isTalk: inTalks },
    ];
    before = mark;
    if (!inTalks) confirmed = mark;
    return steps.filter(({ from, to }) => from[0] !== to[0] || from[1] !== to[1]);
  });
}

function xOf({ from, to }: ValuationMark, { time }: Chart): number {
  return (time.x(from) + time.x(to)) / 2;
}

function markElement(
  title: string,
  mark: ValuationMark,
  index: number,
  chart: Chart,
  look: ReturnType<typeof seriesClass>,
): Element {
  const [x, y] = [round(xOf(mark, chart)), round(chart.money.y(mark.value))];
  return {
    tag: 'g',
    key: `mark ${index}`,
    target: { type: 'mark', id: mark.name, label: plain(`${title}: ${mark.text}`) },
    children: [
      tooltip(mark.text),
      ...whiskers(mark, x, y, chart),
      {
        tag: 'circle',
        key: 'point',
        class: mark.inTalks ? `mark ${look.stroke}` : `${look.stroke} ${look.fill}`,
        attributes: { cx: x, cy: y, r: 4.5 },
      },
      ...(mark.disputed ? [textAt(x, y - 20, '!', 'disputed halo')] : []),
    ],
  };
}

/** What is known of an amount and a date by bounds; of an open end an arrow. */
function whiskers(
  { from, to, min, max }: ValuationMark,
  x: number,
  y: number,
  { time, money }: Chart,
): Element[] {
  const parts: string[] = [];
  const [left, right] = [round(time.x(from)), round(time.x(to))];
  if (right - left > 12)
    parts.push(`M${left},${y - 3}V${y + 3}M${left},${y}H${right}M${right},${y - 3}V${y + 3}`);
  const isDrawn = (bound: number) => bound > 0 || money.scale === 'linear';
  for (const [bound, direction] of [
    [min, 1],
    [max, -1],
  ] as const) {
    if (bound === null) {
      const tip = y + direction * 18;
      parts.push(
        `M${x},${y}V${tip}M${x - 3},${tip - direction * 4}L${x},${tip}L${x + 3},${tip - direction * 4}`,
      );
    } else if (isDrawn(bound)) {
      const at = round(money.y(bound));
      if (Math.abs(at - y) > 1) parts.push(`M${x},${y}V${at}M${x - 4},${at}H${x + 4}`);
    }
  }
  return parts.length === 0
    ? []
    : [{ tag: 'path', key: 'range', class: 'range', attributes: { d: parts.join('') } }];
}

/** The amounts near their points, those of the latest valuations first. */
function valueLabels(
  all: readonly Series[],
  chart: Chart,
  { bounds: boundWords }: DrawingWords,
  room: Box,
): Element[] {
  const points = all
    .flatMap(({ line: { marks } }) =>
      marks.map((mark) => ({ mark, x: xOf(mark, chart), y: chart.money.y(mark.value) })),
    )
    .sort((a, b) => b.mark.from - a.mark.from);
  const solid = points.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
  const lines = all
    .flatMap(({ line: { marks } }) => stepsOf(marks, chart))
    .map(({ from, to }) => boxOf(from, to));
  const bounds = points.flatMap(({ mark: { min, max }, x, y }) => [
    boxOf([x, y], [x, max === null ? y - 18 : y]),
    boxOf([x, y], [x, min === null ? y + 18 : y]),
  ]);
  const labels = points.map(({ mark, x, y }) => {
    const text = amountText(mark, chart.inWords, boundWords);
    return { of: { mark, text }, x, y, width: widthOf(text, 10) + 2, height: 11 };
  });
  return placeLabels(labels, room, solid, [...lines, ...bounds]).map(
    ({ of: { mark, text }, x, base }, index): Element => ({
      ...textAt(round(x), round(base), text, 'small halo', { 'text-anchor': 'middle' }),
      key: `value ${index} ${mark.name}`,
    }),
  );
}

function boxOf(a: readonly [number, number], b: readonly [number, number]): Box {
  return {
    left: Math.min(a[0], b[0]) - 1,
    right: Math.max(a[0], b[0]) + 1,
    top: Math.min(a[1], b[1]) - 1,
    bottom: Math.max(a[1], b[1]) + 1,
  };
}

/** Whose line it is, right of its end, with the last step below. */
function endLabels(
  all: readonly Series[],
  chart: Chart,
  x: number,
  room: number,
  top: number,
  bottom: number,
): Element[] {
  const labels = all.map(({ line: own, index }) => {
    const steps = own.stepUp === undefined ? [] : wrapped(own.stepUp, room, 10, 2);
    const last = own.marks.findLast(({ inTalks }) => !inTalks) ?? own.marks.at(-1);
    return {
      of: { own, index, steps },
      wanted: chart.money.y(last?.value ?? 0) + steps.length * 6,
      size: 18 + steps.length * 13,
    };
  });
  return spread(labels, top, bottom).map(({ of: { own, index, steps }, at }): Element => {
    const first = round(at - (steps.length * 13) / 2 + 4);
    return {
      tag: 'g',
      key: `label ${own.name}`,
      target: { type: 'end', id: own.name, label: plain(own.title) },
      children: [
        tooltip(own.title),
        {
          tag: 'line',
          key: 'swatch',
          class: `line ${seriesClass(index).stroke}${seriesClass(index).isRepeated ? ' line-thin' : ''}`,
          attributes: { x1: round(x), x2: round(x + 10), y1: first - 4, y2: first - 4 },
        },
        textAt(round(x + 15), first, fitted(own.title, room - 15, 12), 'label'),
        ...steps.map((step, row) => textAt(round(x), first + 14 + row * 13, step, 'small')),
      ],
    };
  });
}

function legendItems(marks: readonly ValuationMark[], words: DrawingWords): LegendItem[] {
  const items: LegendItem[] = [];
  if (marks.some(({ inTalks }) => inTalks)) {
    items.push({
      label: words.firmness.talk,
      sample: (x, y): Element => ({
        tag: 'g',
        children: [
          {
            tag: 'line',
            class: 'line line-talk ownership',
            attributes: { x1: x - 11, x2: x + 11, y1: y, y2: y },
          },
          { tag: 'circle', class: 'mark', attributes: { cx: x, cy: y, r: 4 } },
        ],
      }),
    });
  }
  if (marks.some(({ disputed }) => disputed)) {
    items.push({ label: words.disputed, sample: (x, y) => textAt(x + 4, y + 4, '!', 'disputed') });
  }
  return items;
}
