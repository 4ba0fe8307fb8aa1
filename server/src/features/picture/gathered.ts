import type { NodeKind } from '../../picture/graph';
import type { Point } from './points';

/** Points that are drawn as one. */
export interface Gathering {
  readonly id: string;
  readonly kind: NodeKind;
  readonly points: readonly Point[];
}

/** Which points are drawn by themselves, and which together with others. Every point is in one of the two. */
export interface Gathered {
  readonly shown: readonly Point[];
  readonly together: readonly Gathering[];
}

/**
 * Draws at most so many points: hubs, then those with the most money and those with the most ties by turns. The others
 * come together by their kind and the neighbour they have most ties with; where these are too many as well, by kind
 * alone.
 *
 * @param neighbours the ids of whom a point is tied to, as often as it is
 */
export function gather(
  points: readonly Point[],
  most: number,
  neighbours: (point: Point) => Iterable<string>,
): Gathered {
  if (points.length <= most) return { shown: points, together: [] };
  const room = Math.max(1, Math.floor(most * 0.8));
  const shown = weightiest(points, room);
  const isShown = new Set(shown.map(({ id }) => id));
  const rest = points.filter(({ id }) => !isShown.has(id));
  const around = groupsOf(rest, (point) => `${point.kind} ${nearest(point, isShown, neighbours)}`);
  const groups = [...around].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  const kept = groups.slice(0, most - room);
  const left = groups.slice(most - room).flatMap(([, own]) => own);
  const byKind = [...groupsOf(left, ({ kind }) => `${kind} `)];
  const together = [...kept, ...byKind].map(([key, own]) => ({
    id: `others:${key}`,
    kind: own[0]!.kind,
    points: own,
  }));
  return {
    shown: [...shown, ...together.flatMap(({ points: own }) => (own.length === 1 ? own : []))],
    together: together.filter(({ points: own }) => own.length > 1),
  };
}

function weightiest(points: readonly Point[], room: number): Point[] {
  const chosen = new Set<Point>(points.filter(({ isHub }) => isHub).slice(0, room));
  const byId = (a: Point, b: Point) => (a.id < b.id ? -1 : 1);
  const byMoney = points.toSorted(
    (a, b) => (b.money ?? -1) - (a.money ?? -1) || b.degree - a.degree || byId(a, b),
  );
  const byDegree = points.toSorted(
    (a, b) => b.degree - a.degree || (b.money ?? -1) - (a.money ?? -1) || byId(a, b),
  );
  for (let at = 0; at < points.length && chosen.size < room; at++) {
    chosen.add(byMoney[at]!);
    if (chosen.size < room) chosen.add(byDegree[at]!);
  }
  return [...chosen];
}

/** The shown neighbour that a point has most ties with; an empty text where it has none. */
function nearest(
  point: Point,
  isShown: ReadonlySet<string>,
  neighbours: (point: Point) => Iterable<string>,
): string {
  const counts = new Map<string, number>();
  for (const id of neighbours(point)) if (isShown.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  let best = '';
  for (const [id, count] of counts) {
    const most = counts.get(best) ?? 0;
    if (count > most || (count === most && id < best)) best = id;
  }
  return best;
}

function groupsOf(points: readonly Point[], keyOf: (point: Point) => string): Map<string, Point[]> {
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    const key = keyOf(point);
    const own = groups.get(key);
    if (own) own.push(point);
    else groups.set(key, [point]);
  }
  return groups;
}
