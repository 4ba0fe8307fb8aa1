import { sankey, sankeyLeft, type SankeyGraph } from 'd3-sankey';
import { amountText, plus, type Amount } from '../amount';
import type { Drawing, Element } from '../element';
import type { FlowChart, FlowEnd, MoneyFlow } from '../flow';
import { tieKinds, type TieKind } from '../graph';
import { legend, type LegendItem } from './legend';
import { nothingToDraw } from './nothing';
import { moneyFormat } from './numbers';
import { plain, textAt, tooltip, wrapped } from './text';
import { round } from './place';
import type { DrawingWords } from './words';

export interface FlowOptions {
  readonly width: number;
  /** At least; many ends take more. */
  readonly height: number;
  /** The years that count, null for money without one; all of them where absent. */
  readonly years?: readonly (number | null)[];
  /** The purposes that count; all of them where absent. */
  readonly kinds?: readonly TieKind[];
  /** Whether what is only talked about is left out. */
  readonly withoutTalks?: boolean;
  /** The id of an end or a flow. */
  readonly selected?: string;
  readonly words: DrawingWords;
}

interface End {
  readonly end: FlowEnd;
  /** Its title in lines. */
  readonly lines: readonly string[];
}

interface Link {
  readonly flow: MoneyFlow;
  readonly rumored: boolean;
  /** What is known of it; undefined where only some years of it count, of which the middle alone is known. */
  readonly amount: Amount | undefined;
}

type Graph = SankeyGraph<End, Link>;

const margin = 12;
const headHeight = 44;
const endWidth = 10;
/** Less than this is what rounding left of nothing. */
const least = 1e-6;
/** A line of a title, and of the sum below it. */
const lineHeight = 14;
/** Titles of several who stand together take more lines. */
const mostLines = 3;

/** Who pays whom: ribbons as wide as the money, from those who pay to those who are paid. */
export function drawFlows(chart: FlowChart, options: FlowOptions): Drawing {
  const { width, words } = options;
  const links = linksOf(chart, options);
  if (links.length === 0) return nothingToDraw(width, words.nothing);
  const used = new Set(links.flatMap(({ source, target }) => [source, target]));
  const labels = Math.min(220, Math.max(80, width * 0.24));
  const nodes = chart.ends
    .filter(({ id }) => used.has(id))
    .map((end) => ({ end, lines: linesOf(end, labels - 12) }));
  const labelHeight = lineHeight * (1 + Math.max(...nodes.map(({ lines }) => lines.length)));
  const payers = nodes.filter(({ end }) => end.side === 'payer').length;
  const most = Math.max(payers, nodes.length - payers);
  const height = Math.max(
    options.height,
    headHeight + most * labelHeight + 120 + 2 * (labelHeight - 2 * lineHeight),
  );
  const key = legend(legendItems(links, words), margin, 0, width - margin);
  // Labels reach above the first bar and below the last one.
  const reach = labelHeight / 2 - lineHeight;
  const bottom = height - key.height - 16 - reach;
  const layout = sankey<Graph, End, Link>()
    .nodeId(({ end }) => end.id)
    .nodeAlign(sankeyLeft)
    .nodeWidth(endWidth)
    .nodePadding(labelHeight)
    .extent([
      [margin + labels, headHeight + reach],
      [Math.max(margin + labels + 80, width - margin - labels), bottom],
    ])
    .iterations(32);
  const placed = layout({ nodes, links });
  const inWords = moneyFormat(chart.currency ?? '');
  return {
    width,
    height,
    root: [
      textAt(round(margin + labels - 8), 16, words.payers, 'caption', { 'text-anchor': 'end' }),
      textAt(round(width - margin - labels + 8), 16, words.payees, 'caption'),
      ...placed.links.map((link) => ribbonElement(link, options, inWords)),
      ...placed.nodes.map((node) => endElement(node, options, inWords)),
      {
        tag: 'g',
        key: 'legend',
        attributes: { transform: `translate(0 ${height - key.height})` },
        children: key.elements,
      },
    ],
  };
}

/** The id of a flow, unique in its chart. */
export function flowId({ from, to, kind }: MoneyFlow): string {
  return JSON.stringify([from, to, kind]);
}

function linksOf(
  chart: FlowChart,
  { years, kinds, withoutTalks }: FlowOptions,
): (Link & { source: string; target: string; value: number })[] {
  const known = new Set(chart.ends.map(({ id }) => id));
  return chart.flows
    .filter(({ kind, from, to }) => (!kinds || kinds.includes(kind)) && known.has(from) && known.has(to))
    .flatMap((flow) =>
      [false, ...(withoutTalks ? [] : [true])].flatMap((rumored) => {
        const certainty = rumored ? 'rumored' : 'promised';
        const all = flow.years.filter((year) => year[certainty] > 0);
        const own = all.filter(({ year }) => !years || years.includes(year));
        const value = own.reduce((sum, year) => sum + year[certainty], 0);
        if (value < least) return [];
        const whole = flow[certainty] ?? undefined;
        const isExact = typeof whole === 'number';
        const amount = own.length === all.length ? whole : isExact ? value : undefined;
        return [{ source: flow.from, target: flow.to, value, flow, rumored, amount }];
      }),
    );
}

/** A party on one line; several who stand together are named as far as there is room for it. */
function linesOf({ title, note }: FlowEnd, width: number): string[] {
  return wrapped(title, width, 12, note === undefined ? 1 : mostLines);
}

/** What some links come to, as it is told: by its bounds, else as about the middle that it is drawn by. */
function sumText(
  links: readonly Pick<PlacedLink, 'amount' | 'value'>[],
  inWords: (amount: number) => string,
  { bounds }: DrawingWords,
): string {
  const sum = links
    .map(({ amount }) => amount)
    .reduce((all, amount) => (all === undefined || amount === undefined ? undefined : plus(all, amount)));
  if (sum !== undefined) return amountText(sum, inWords, bounds);
  return `≈ ${inWords(links.reduce((all, { value }) => all + value, 0))}`;
}

/** What goes through an end; what is only in talks is never added to what is promised. */
function sumsText(
  links: readonly PlacedLink[],
  inWords: (amount: number) => string,
  words: DrawingWords,
): string {
  const [promised, rumored] = [false, true].map((talks) => links.filter((link) => link.rumored === talks));
  return [
    promised && promised.length > 0 ? sumText(promised, inWords, words) : '',
    rumored && rumored.length > 0 ? words.inTalks.replace('{0}', sumText(rumored, inWords, words)) : '',
  ]
    .filter((text) => text !== '')
    .join(', ');
}

type PlacedLink = Graph['links'][number];
type PlacedEnd = Graph['nodes'][number];

function ribbonElement(
  link: PlacedLink,
  { selected, words }: FlowOptions,
  inWords: (amount: number) => string,
): Element {
  const { flow, rumored } = link;
  const [source, target] = [endOf(link.source), endOf(link.target)];
  const id = flowId(flow);
  const isFaded = selected !== undefined && ![id, flow.from, flow.to].includes(selected);
  const sum = sumText([link], inWords, words);
  const what = [words.kinds[flow.kind], sum, rumored ? words.firmness.talk : ''];
  const label = plain(
    `${source?.end.title ?? ''} → ${target?.end.title ?? ''}: ${what.filter((part) => part !== '').join(', ')}`,
  );
  return {
    tag: 'g',
    key: `flow ${id} ${rumored ? 'rumored' : 'promised'}`,
    ...(isFaded && { class: 'faded' }),
    target: { type: 'flow', id, label: plain(`${label}. ${flow.text}`) },
    children: [
      tooltip(`${label}. ${flow.text}`),
      {
        tag: 'path',
        key: 'ribbon',
        class: rumored ? `rumored ${flow.kind} fill-${flow.kind}` : `ribbon fill-${flow.kind}`,
        attributes: {
          d: ribbon(source?.x1 ?? 0, link.y0 ?? 0, target?.x0 ?? 0, link.y1 ?? 0, link.width ?? 0),
        },
      },
    ],
  };
}

/** Ends are known by their ids until they have a place. */
function endOf(end: PlacedEnd | string | number): PlacedEnd | undefined {
  return typeof end === 'object' ? end : undefined;
}

/** The outline of a ribbon between two places, which are its middles; the thinnest can still be seen. */
function ribbon(x0: number, y0: number, x1: number, y1: number, width: number): string {
  const half = Math.max(0.5, width / 2);
  const middle = round((x0 + x1) / 2);
  const [left, right] = [round(x0), round(x1)];
  const [top0, top1, bottom0, bottom1] = [y0 - half, y1 - half, y0 + half, y1 + half].map(round);
  return (
    `M${left},${top0}C${middle},${top0} ${middle},${top1} ${right},${top1}` +
    `V${bottom1}C${middle},${bottom1} ${middle},${bottom0} ${left},${bottom0}Z`
  );
}

function endElement(
  node: PlacedEnd,
  { selected, words }: FlowOptions,
  inWords: (amount: number) => string,
): Element {
  const { end, lines, x0 = 0, x1 = 0, y0 = 0, y1 = 0 } = node;
  const isPayer = end.side === 'payer';
  const x = round(isPayer ? x0 - 8 : x1 + 8);
  const top = round((y0 + y1) / 2 - (lines.length * lineHeight) / 2 + 6);
  const anchor = { 'text-anchor': isPayer ? 'end' : 'start' };
  const sum = sumsText([...(node.sourceLinks ?? []), ...(node.targetLinks ?? [])], inWords, words);
  const label = [`${end.title}: ${sum}`, ...(end.note === undefined ? [] : [end.note])].join('. ');
  return {
    tag: 'g',
    key: `end ${end.id}`,
    target: { type: 'end', id: end.id, label: plain(label) },
    children: [
      tooltip(label),
      {
        tag: 'rect',
        key: 'bar',
        class: 'end',
        attributes: {
          x: round(x0),
          y: round(y0),
          width: round(x1 - x0),
          height: round(Math.max(1, y1 - y0)),
        },
      },
      ...lines.map((line, row) =>
        textAt(x, top + row * lineHeight, line, selected === end.id ? 'label strong' : 'label', anchor),
      ),
      textAt(x, top + lines.length * lineHeight - 1, sum, 'small', anchor),
    ],
  };
}

function legendItems(links: readonly Link[], words: DrawingWords): LegendItem[] {
  const kinds = tieKinds.filter((kind) => links.some(({ flow }) => flow.kind === kind));
  const sample =
    (className: string) =>
    (x: number, y: number): Element => ({
      tag: 'rect',
      class: className,
      attributes: { x: x - 11, y: y - 5, width: 22, height: 10 },
    });
  const items = kinds.map((kind): LegendItem => ({
    label: words.kinds[kind],
    sample: sample(`ribbon fill-${kind}`),
  }));
  if (links.some(({ rumored }) => rumored)) {
    items.push({ label: words.firmness.talk, sample: sample('rumored ownership fill-ownership') });
  }
  return items;
}
