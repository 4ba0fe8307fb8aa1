import type { Element } from '../element';
import { dayFormat } from './numbers';
import { crisp, round } from './place';
import { textAt, widthOf } from './text';
import type { TimeAxis } from './time-axis';
import type { DrawingWords } from './words';

/** Days that a chart tells apart from all others. */
export interface SpecialDays {
  /** As of which it is. */
  readonly asOf: number;
  readonly today: number;
  /** That is shown elsewhere. */
  readonly day: number;
}

/** Where lines stand: their labels above, and between which places these have to stay. */
export interface LineRoom {
  readonly label: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Lines for the day of a chart, the one that is shown elsewhere, and today, as far as they are on the axis. */
export function dayLines(
  axis: TimeAxis,
  { asOf, today, day }: SpecialDays,
  words: DrawingWords,
  room: LineRoom,
): Element[] {
  const date = dayFormat(words.locale, 'full')(day);
  const shown = day === asOf ? `${words.asOf} ${date}` : date;
  // One label stands where two would cover each other.
  const needed = (widthOf(shown, 10) + widthOf(words.today, 10)) / 2 + 12;
  const isNear = Math.abs(axis.x(today) - axis.x(day)) < needed;
  return [
    ...(today === day ? [] : dayLine(axis, today, isNear ? '' : words.today, 'today', room)),
    ...(asOf === day || asOf === today ? [] : dayLine(axis, asOf, '', 'today', room)),
    ...dayLine(axis, day, shown, 'day', room),
  ];
}

function dayLine(
  { from, to, x }: TimeAxis,
  day: number,
  label: string,
  look: 'today' | 'day',
  { label: y, bottom, left, right }: LineRoom,
): Element[] {
  if (day < from || day > to) return [];
  const at = crisp(x(day));
  const half = widthOf(label, 10) / 2;
  const middle = Math.max(left + half, Math.min(at, right - half));
  const line: Element = {
    tag: 'line',
    key: `${look} ${day}`,
    class: look,
    attributes: { x1: at, x2: at, y1: y + 5, y2: bottom },
  };
  return label === ''
    ? [line]
    : [line, textAt(round(middle), y, label, 'small', { 'text-anchor': 'middle' })];
}
