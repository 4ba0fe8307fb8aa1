import { polygonHull } from 'd3-polygon';
import type { Place } from '../../layout/layout';

/** Pixels that a hull reaches beyond the nodes in it. */
export const hullMargin = 26;

/** Hulls of more than so many are in one part, whoever stands among them: to look for another shape takes too long. */
const mostDivided = 60;

/** A node that a hull is drawn around, or is not to be drawn around. */
export interface Circle extends Place {
  readonly radius: number;
}

export type Corners = readonly (readonly [number, number])[];

/** The members of a hull so that nobody else is inside of it, by their indices. */
export interface HullParts {
  /** Each of them has an outline of its own. */
  readonly parts: readonly (readonly number[])[];
  /** Two members each, of different parts, between which the parts are connected. */
  readonly bridges: readonly (readonly [number, number])[];
}

/** The corners around some nodes. */
export function cornersOf(nodes: readonly Circle[]): Corners {
  const points = nodes.flatMap(({ x, y, radius }) =>
    Array.from({ length: 8 }, (_, index): [number, number] => [
      x + radius * Math.cos((Math.PI * index) / 4),
      y + radius * Math.sin((Math.PI * index) / 4),
    ]),
  );
  return around(points);
}

function around(points: readonly (readonly [number, number])[]): Corners {
  return polygonHull(points.map(([x, y]): [number, number] => [x, y])) ?? points;
}

/** How far a place is outside of some corners; negative inside of them. The corners go around against the clock. */
export function distanceOutside({ x, y }: Place, corners: Corners): number {
  let [isIn, nearest] = [true, Infinity];
  corners.forEach(([fromX, fromY], index) => {
    const [toX, toY] = corners[(index + 1) % corners.length]!;
    const [dx, dy] = [toX - fromX, toY - fromY];
    if (dx * (y - fromY) - dy * (x - fromX) > 0) isIn = false;
    const share = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1);
    const at = Math.min(1, Math.max(0, share));
    nearest = Math.min(nearest, Math.hypot(x - fromX - at * dx, y - fromY - at * dy));
  });
  return isIn ? -nearest : nearest;
}

/** The others that a hull could reach over: those in the rectangle that it fills. */
export function amongThem<T extends Circle>(members: readonly Circle[], others: readonly T[]): T[] {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y, radius } of members) {
    left = Math.min(left, x - radius - hullMargin);
    right = Math.max(right, x + radius + hullMargin);
    top = Math.min(top, y - radius - hullMargin);
    bottom = Math.max(bottom, y + radius + hullMargin);
  }
  return others.filter(
    ({ x, y, radius }) => x + radius > left && x - radius < right && y + radius > top && y - radius < bottom,
  );
}

/** Whether a hull would reach over one of others. */
function coversOne(corners: Corners, others: readonly Circle[]): boolean {
  const near = amongThem(
    corners.map(([x, y]) => ({ x, y, radius: 0 })),
    others,
  );
  return near.some((other) => distanceOutside(other, corners) < hullMargin + other.radius);
}

/**
 * Divides the members of a hull where one outline around all of them would reach over somebody who is none: those that
 * stand together stay together, and the parts are connected where the way is shortest.
 */
export function partsOf(members: readonly Circle[], others: readonly Circle[]): HullParts {
  const all = members.map((_, index) => index);
  if (members.length === 0) return { parts: [], bridges: [] };
  if (members.length > mostDivided || !coversOne(cornersOf(members), others))
    return { parts: [all], bridges: [] };
  const pairs = all.flatMap((a) =>
    all.slice(a + 1).map((b) => {
      const [one, two] = [members[a]!, members[b]!];
      return { a, b, away: Math.hypot(one.x - two.x, one.y - two.y) - one.radius - two.radius };
    }),
  );
  pairs.sort((one, two) => one.away - two.away);
  const partOf = all.map((index) => [index]);
  const outlines = new Map<readonly number[], Corners>(
    partOf.map((part, index) => [part, cornersOf([members[index]!])]),
  );
  const join = (a: number, b: number, corners: Corners = []) => {
    const joined = [...partOf[a]!, ...partOf[b]!];
    for (const index of joined) partOf[index] = joined;
    outlines.set(joined, corners);
  };
  const inVain = new Map<readonly number[], Set<readonly number[]>>();
  for (const { a, b } of pairs) {
    const [one, two] = [partOf[a]!, partOf[b]!];
    if (one === two || inVain.get(one)?.has(two) === true) continue;
    const corners = around([...outlines.get(one)!, ...outlines.get(two)!]);
    if (coversOne(corners, others)) {
      for (const [from, to] of [
        [one, two],
        [two, one],
      ] as const) {
        (inVain.get(from) ?? inVain.set(from, new Set()).get(from)!).add(to);
      }
    } else join(a, b, corners);
  }
  // The largest one has the title.
  const parts = [...new Set(partOf)].sort((one, two) => two.length - one.length);
  const bridges: [number, number][] = [];
  for (const { a, b } of pairs) {
    if (partOf[a] === partOf[b]) continue;
    bridges.push([a, b]);
    join(a, b);
  }
  return { parts, bridges };
}
