import type { Element } from '../element';
import { dayFormat } from './numbers';
import { round } from './place';
import { textAt, tooltip } from './text';
import type { TimeAxis } from './time-axis';

/** Days between two in which nothing happens. */
export type Gap = readonly [from: number, to: number];

/** An empty time that takes more of an axis than this is cut short. */
const mostEmpty = 0.25;
/** So much of the time in which something happens is left beside what is cut out. */
const beside = 0.04;

/**
 * Long times in which nothing happens: cut short, they leave room for what does.
 * @param busy days between which something happens
 */
export function gapsBetween(busy: readonly (readonly [number, number])[], [from, to]: Gap): Gap[] {
  const inside = busy
    .map(([first, last]): Gap => [Math.max(first, from), Math.min(last, to)])
    .filter(([first, last]) => first <= last)
    .sort(([a], [b]) => a - b);
  const empty: Gap[] = [];
  let reached = inside[0]?.[0] ?? to;
  for (const [first, last] of inside) {
    if (first > reached && (first - reached) / (to - from) > mostEmpty) empty.push([reached, first]);
    reached = Math.max(reached, last);
  }
  const cut = empty.reduce((sum, [first, last]) => sum + last - first, 0);
  const margin = Math.max(15, (to - from - cut) * beside);
  return empty
    .map(([first, last]): Gap => [first + margin, last - margin])
    .filter(([first, last]) => last - first > 2 * margin);
}

/** Signs where time is cut short. */
export function gapElements({ x, gaps }: TimeAxis, y: number, bottom: number, locale: string): Element[] {
  const inWords = dayFormat(locale, 'full');
  return gaps.map(([from, to], index): Element => {
    const [left, right] = [round(x(from)), round(x(to))];
    return {
      tag: 'g',
      key: `gap ${index}`,
      children: [
        tooltip(`${inWords(Math.ceil(from))} – ${inWords(Math.floor(to))}`),
        {
          tag: 'rect',
          key: 'cut',
          class: 'cut',
          attributes: { x: left, y: y + 8, width: round(right - left), height: round(bottom - y - 8) },
        },
        textAt(round((left + right) / 2), y, '···', 'caption', { 'text-anchor': 'middle' }),
      ],
    };
  });
}
