import type { Drawing, Element } from '../../element';
import { round } from '../place';
import { fitted, textAt, widthOf } from '../text';
import type { LegendGroup, LegendRow } from './graph-legend';

const pitch = 20;
const textSize = 11;
const sampleRoom = 42;
/** Pixels between signs side by side. */
const gap = 16;

/** A legend as a drawing of a width: a heading for each group, and its signs side by side in as many rows as they need. */
export function legendDrawing(groups: readonly LegendGroup[], width: number): Drawing {
  const root: Element[] = [];
  let top = 0;
  groups.forEach(({ title, rows }, index) => {
    const key = `group ${index}`;
    // Bold letters are somewhat wider.
    const start = Math.min(widthOf(title, textSize) * 1.1 + gap, width / 3);
    const heading: Element = {
      ...textAt(0, top + 13, fitted(title, (start - gap / 2) / 1.1, textSize), 'caption strong'),
      key: 'title',
    };
    let [x, y] = [start, top];
    const signs = rows.map((row, at): Element => {
      const needed = roomOf(row) + widthOf(row.text, textSize);
      if (x > start && x + needed > width) [x, y] = [start, y + pitch];
      const sign = signAt(row, x, y, width - x, `sign ${at}`);
      x += needed + gap;
      return sign;
    });
    root.push({ tag: 'g', key, children: [heading, ...signs] });
    top = y + pitch;
  });
  return { width, height: top, root };
}

function roomOf({ sample }: LegendRow): number {
  return sample.length === 0 ? 0 : sampleRoom;
}

function signAt(row: LegendRow, x: number, y: number, room: number, key: string): Element {
  const own = roomOf(row);
  return {
    tag: 'g',
    key,
    attributes: { transform: `translate(${round(x)} ${y})` },
    children: [
      { tag: 'g', key: 'sample', children: row.sample },
      { ...textAt(own, 13, fitted(row.text, room - own, textSize), 'caption'), key: 'text' },
    ],
  };
}
