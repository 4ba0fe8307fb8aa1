import { tieKinds, type TieKind } from './graph';

/** What colours stand for. The panel takes them from the theme; exports have a palette of their own. */
export type Ink =
  'paper' | 'text' | 'dim' | 'line' | 'node' | 'nodeText' | 'hull' | 'accent' | 'warning' | TieKind;
export type Palette = Readonly<Record<Ink, string>>;

/** For print and slides: dark on white; ties stay apart for most who do not tell red from green. */
export const printPalette: Palette = {
  paper: '#ffffff',
  text: '#1f2328',
  dim: '#59636e',
  line: '#d1d9e0',
  node: '#f6f8fa',
  nodeText: '#1f2328',
  hull: '#7d8590',
  accent: '#0a58ca',
  warning: '#b35900',
  capital: '#1a7f37',
  debt: '#9a6700',
  grant: '#0b7285',
  purchase: '#8250df',
  trade: '#0969da',
  alliance: '#6e7781',
  plan: '#bf3989',
  ownership: '#424a53',
};

/** For dark slides and pages: the colours of a page of its own where its reader prefers dark ones. */
export const darkPalette: Palette = {
  paper: '#1f1f1f',
  text: '#d4d4d4',
  dim: '#a0a0a0',
  line: '#454545',
  node: '#333333',
  nodeText: '#d4d4d4',
  hull: '#3794ff',
  accent: '#3794ff',
  warning: '#cca700',
  capital: '#89d185',
  debt: '#cca700',
  grant: '#11a8cd',
  purchase: '#b180d7',
  trade: '#3794ff',
  alliance: '#a0a0a0',
  plan: '#d670d6',
  ownership: '#d4d4d4',
};

type Value = string | number | { readonly ink: Ink };
type Look = Readonly<Record<string, Value>>;

const ink = (name: Ink) => ({ ink: name });

/** The inks of lines that stand for several parties: those that stay apart best come first. */
const seriesInks: readonly Ink[] = [
  'accent',
  'warning',
  'capital',
  'purchase',
  'plan',
  'grant',
  'debt',
  'ownership',
];

/** The classes of one of several lines, and whether another one has the same: that is drawn thinner. */
export function seriesClass(index: number): {
  readonly stroke: string;
  readonly fill: string;
  readonly isRepeated: boolean;
} {
  const name = `series-${index % seriesInks.length}`;
  return { stroke: name, fill: `fill-${name}`, isRepeated: index >= seriesInks.length };
}

/** The inks of sectors. */
const sectorInks: readonly Ink[] = ['trade', 'debt', 'grant', 'plan', 'capital', 'purchase'];
export const sectorColours = sectorInks.length;

/** The class of one of the sectors. */
export function sectorClass(index: number): string {
  return `sector-${index}`;
}

/** How each class is drawn, as attributes of SVG. */
const looks: Readonly<Record<string, Look>> = {
  paper: { fill: ink('paper') },
  title: { fill: ink('text'), 'font-size': 20, 'font-weight': 600 },
  caption: { fill: ink('dim'), 'font-size': 11 },
  label: { fill: ink('text'), 'font-size': 12 },
  small: { fill: ink('dim'), 'font-size': 10 },
  axis: { stroke: ink('line'), 'stroke-width': 1, fill: 'none' },
  today: { stroke: ink('dim'), 'stroke-width': 1, 'stroke-dasharray': '2 3', fill: 'none' },
  // No colour of its own: those tell parties and kinds apart.
  day: { stroke: ink('text'), 'stroke-width': 1.2, 'stroke-dasharray': '6 3', fill: 'none' },
  cut: { fill: ink('line'), 'fill-opacity': 0.3 },
  node: { fill: ink('node'), stroke: ink('dim'), 'stroke-width': 1.2 },
  // In two lines, not in a colour: those are of sectors.
  hub: { fill: ink('node'), stroke: ink('text'), 'stroke-width': 2.2 },
  'hub-inner': { fill: 'none', stroke: ink('text'), 'stroke-width': 1.2 },
  fold: { fill: 'none', stroke: ink('dim'), 'stroke-width': 1.2 },
  ...Object.fromEntries(
    sectorInks.map((name, index): [string, Look] => [
      sectorClass(index),
      { fill: ink(name), 'fill-opacity': 0.35 },
    ]),
  ),
  person: { fill: ink('dim'), stroke: 'none' },
  unsure: { 'stroke-dasharray': '3 3' },
  'node-label': { fill: ink('nodeText'), 'font-size': 12, 'text-anchor': 'middle' },
  'from-start': { 'text-anchor': 'start' },
  'from-end': { 'text-anchor': 'end' },
  halo: { stroke: ink('paper'), 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' },
  hull: {
    fill: ink('hull'),
    stroke: ink('hull'),
    'stroke-linejoin': 'round',
    // On the whole, so that the outline does not show through what it surrounds.
    opacity: 0.1,
  },
  'hull-bridge': { fill: 'none' },
  'hull-label': { fill: ink('dim'), 'font-size': 13, 'font-weight': 600, 'text-anchor': 'middle' },
  tie: { fill: 'none', 'stroke-linecap': 'butt' },
  'tie-sample': { fill: 'none', stroke: ink('text') },
  reach: { fill: 'none', stroke: 'none' },
  head: { stroke: 'none' },
  'head-open': { fill: ink('paper'), 'stroke-width': 1.2 },
  over: { opacity: 0.35 },
  circular: { stroke: ink('warning'), 'stroke-opacity': 0.35, fill: 'none', 'stroke-linecap': 'round' },
  badge: { fill: ink('paper'), stroke: ink('warning'), 'stroke-width': 1.2 },
  'badge-plain': { fill: ink('paper'), stroke: ink('dim'), 'stroke-width': 1.2 },
  amount: { fill: ink('text'), 'font-size': 10.5, 'text-anchor': 'middle', stroke: ink('paper') },
  exclusive: { fill: ink('dim'), 'font-size': 10, 'font-weight': 700, 'text-anchor': 'middle' },
  disputed: { fill: ink('warning'), 'font-size': 12, 'font-weight': 700, 'text-anchor': 'middle' },
  bar: { 'fill-opacity': 0.75 },
  'bar-done': { fill: ink('accent'), 'fill-opacity': 0.85 },
  'bar-promise': { fill: ink('accent'), 'fill-opacity': 0.4 },
  'bar-talk': { fill: ink('paper'), stroke: ink('accent'), 'stroke-width': 1, 'stroke-dasharray': '3 2' },
  'bar-over': { fill: ink('line') },
  ahead: { opacity: 0.45 },
  chosen: { fill: ink('accent'), 'fill-opacity': 0.1 },
  hit: { fill: ink('paper'), 'fill-opacity': 0 },
  mark: { fill: ink('paper'), stroke: ink('text'), 'stroke-width': 1.2 },
  selected: { fill: 'none', stroke: ink('accent'), 'stroke-width': 2.6 },
  'selected-tie': { stroke: ink('accent'), 'stroke-opacity': 0.5, fill: 'none' },
  'mark-full': { fill: ink('text') },
  range: { stroke: ink('dim'), 'stroke-width': 1, fill: 'none' },
  ribbon: { 'fill-opacity': 0.5, stroke: 'none' },
  rumored: { 'fill-opacity': 0.12, 'stroke-width': 1, 'stroke-dasharray': '4 3' },
  faded: { opacity: 0.25 },
  strong: { 'font-weight': 600 },
  end: { fill: ink('text'), 'fill-opacity': 0.75 },
  line: { fill: 'none', 'stroke-width': 2, 'stroke-linejoin': 'round' },
  'line-thin': { 'stroke-width': 1 },
  'line-talk': { 'stroke-dasharray': '5 4' },
  warning: { fill: ink('warning'), 'font-weight': 700 },
  ...Object.fromEntries(
    tieKinds.flatMap((kind): [string, Look][] => [
      [kind, { stroke: ink(kind) }],
      [`fill-${kind}`, { fill: ink(kind) }],
    ]),
  ),
  ...Object.fromEntries(
    seriesInks.flatMap((name, index): [string, Look][] => [
      [`series-${index}`, { stroke: ink(name) }],
      [`fill-series-${index}`, { fill: ink(name) }],
    ]),
  ),
};

/** Where each class is drawn later than those before it, its attributes win: the order of the table is that of the sheet. */
const order = Object.keys(looks);

/**
 * A style sheet in which inks are custom properties: `--dealgraph-text`.
 * @param within the selector of what it is for
 */
export function styleSheet(within: string): string {
  return order
    .map((name) => {
      const rules = Object.entries(looks[name]!).map(
        ([attribute, value]) =>
          `${attribute}:${typeof value === 'object' ? `var(${customProperty(value.ink)})` : inCss(attribute, value)}`,
      );
      return `${within} .${name}{${rules.join(';')}}`;
    })
    .join('\n');
}

/** The custom property that holds an ink. */
export function customProperty(name: Ink): string {
  return `--dealgraph-${name}`;
}

/** The attributes of an element with some classes and a scale, for drawings that stand alone. */
export function attributesOf(classes: string, palette: Palette, scale = 1): Record<string, string | number> {
  const names = new Set(classes.split(' '));
  const attributes: Record<string, string | number> = {};
  for (const name of order) {
    if (!names.has(name)) continue;
    for (const [attribute, value] of Object.entries(looks[name]!)) {
      if (typeof value === 'object') attributes[attribute] = palette[value.ink];
      else
        attributes[attribute] =
          typeof value === 'number' && scaled.has(attribute) ? times(scale, value) : value;
    }
  }
  return attributes;
}

/** What grows with the scale of an element. */
const scaled: ReadonlySet<string> = new Set(['font-size', 'stroke-width']);

function times(scale: number, value: number): number {
  return Math.round(100 * value * scale) / 100;
}

/** The looks of an element with some classes that its scale changes, as CSS; empty where it changes none. */
export function scaledCss(classes: string, scale: number): string {
  if (scale === 1) return '';
  const names = new Set(classes.split(' '));
  const values = new Map<string, string>();
  for (const name of order) {
    if (!names.has(name)) continue;
    for (const [attribute, value] of Object.entries(looks[name]!)) {
      if (scaled.has(attribute) && typeof value === 'number')
        values.set(attribute, `${times(scale, value)}px`);
    }
  }
  return [...values].map(([attribute, value]) => `${attribute}:${value}`).join(';');
}

function inCss(attribute: string, value: string | number): string {
  return attribute === 'font-size' ? `${value}px` : String(value);
}
