import { scaleUtc } from 'd3-scale';
import type { Element } from '../element';
import { dateOf, dayFormat, dayOf, type DateUnit } from './numbers';
import { crisp, round } from './place';
import type { Gap } from './time-gaps';
import { textAt } from './text';

/** Where days lie. */
export interface TimeAxis {
  readonly from: number;
  readonly to: number;
  /** The place of the beginning of a day. */
  readonly x: (day: number) => number;
  readonly ticks: readonly { readonly day: number; readonly label: string; readonly year: string }[];
  /** Times that are cut short. */
  readonly gaps: readonly Gap[];
}

/** How wide a time is that is cut short. */
const gapWidth = 36;

/** How much room there is at least between the beginnings of two labels. */
const pitch = 72;

/**
 * Some days, and a little more: one day alone stands in the middle of some weeks.
 * @param cut how much of the time is cut short
 */
export function around(days: readonly number[], cut = 0): readonly [number, number] {
  let [first, last] = [Infinity, -Infinity];
  for (const day of days) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  const margin = Math.max(15, (last - first - cut) * 0.03);
  return [first - margin, last + margin];
}

/**
 * An axis of the days between two.
 * @param start where it begins
 * @param end where it ends
 * @param wanted times to be cut short, where there is room for what is left
 */
export function timeAxis(
  [from, to]: readonly [number, number],
  start: number,
  end: number,
  locale: string,
  wanted: readonly Gap[] = [],
): TimeAxis {
  const gaps = wanted.length * gapWidth < (end - start) / 2 ? wanted : [];
  const empty = gaps.reduce((sum, gap) => sum + gap[1] - gap[0], 0);
  const perDay = (end - start - gaps.length * gapWidth) / (to - from - empty);
  const places: [day: number, at: number][] = [[from, start]];
  for (const [first, last] of gaps) {
    const [before, at] = places.at(-1)!;
    const edge = at + (first - before) * perDay;
    places.push([first, edge], [last, edge + gapWidth]);
  }
  places.push([to, end]);
  const scale = scaleUtc(
    places.map(([day]) => dateOf(day)),
    places.map(([, at]) => at),
  );
  // As many as if all of the time were as wide as what is not cut short.
  const count = Math.max(2, Math.floor((perDay * (to - from)) / pitch));
  const isCut = (date: Date) => gaps.some(([first, last]) => dateOf(first) < date && date < dateOf(last));
  const dates = scale.ticks(count).filter((date) => !isCut(date));
  const unit = unitOf(dates);
  const [short, year] = [dayFormat(locale, unit), dayFormat(locale, 'year')];
  let before = '';
  const ticks = dates.map((date) => {
    const day = dayOf(date);
    const own = year(day);
    const shown = unit === 'year' || own === before ? '' : own;
    before = own;
    return { day, label: short(day), year: shown };
  });
  return { from, to, x: (day) => scale(dateOf(day)), ticks: ticks.filter(isFirstOf), gaps };
}

/** Of several ticks in one day one is enough. */
function isFirstOf(
  { day }: { readonly day: number },
  index: number,
  all: readonly { day: number }[],
): boolean {
  return all[index - 1]?.day !== day;
}

function unitOf(dates: readonly Date[]): DateUnit {
  if (dates.some((date) => date.getUTCDate() !== 1)) return 'day';
  return dates.some((date) => date.getUTCMonth() !== 0) ? 'month' : 'year';
}

/**
 * The labels of an axis and thin lines at its ticks.
 * @param y the base line of the labels; a year stands below
 */
export function axisElements({ x, ticks }: TimeAxis, y: number, top: number, bottom: number): Element[] {
  return ticks.flatMap(({ day, label, year }): Element[] => {
    const at = round(x(day));
    const anchor = { 'text-anchor': 'middle' };
    return [
      {
        tag: 'line',
        key: `tick ${day}`,
        class: 'axis',
        attributes: { x1: crisp(at), x2: crisp(at), y1: top, y2: bottom },
      },
      textAt(at, y, label, 'caption', anchor),
      ...(year === '' ? [] : [textAt(at, y + 13, year, 'small', anchor)]),
    ];
  });
}
