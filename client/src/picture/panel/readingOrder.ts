import type { Place } from '../../../../server/src/picture/layout/layout';

/** How tall a row of nodes is: what differs by less than that stands beside each other. */
const row = 60;

/** The ids of places as one reads a page: row by row from the top, each from the left. */
export function readingOrder(places: ReadonlyMap<string, Place>): string[] {
  const rowOf = ({ y }: Place) => Math.round(y / row);
  return [...places]
    .toSorted(([, a], [, b]) => rowOf(a) - rowOf(b) || a.x - b.x || a.y - b.y)
    .map(([id]) => id);
}
