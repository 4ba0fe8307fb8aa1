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
 * alone. Yields for each point.
 *
 * @param neighbours the ids of whom a point is tied to, as often as it is
 */
export function* gather(
  points: readonly Point[],
  most: number,
  neighbours: (point: Point) => Iterable<string>,
): Generator<number, Gathered> {
  if (points.length <= most) return { shown: points, together: [] };
  const room = Math.max(1, Math.floor(most * 0.8));
  const shown = yield* weightiest(points, room);
  const isShown = new Set(shown.map(({ id }) => id));
  const around = new Map<string, Point[]>();
  for (const point of points) {
    yield 1;
    if (isShown.has(point.id)) continue;
    addTo(around, `${point.kind} ${nearest(point, isShown, neighbours)}`, point);
  }
  const groups = [...around].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  const kept = groups.slice(0, most - room);
  const byKind = new Map<string, Point[]>();
  for (const [, own] of groups.slice(kept.length)) {
    for (const point of own) addTo(byKind, `${point.kind} rest`, point);
  }
  const together = withoutSingles([...kept, ...byKind], most - shown.length);
  return {
    shown: [...shown, ...together.flatMap(({ points: own }) => (own.length === 1 ? own : []))],
    together: together.filter(({ points: own }) => own.length > 1),
  };
}

/** Groups of one are points of their own, as long as there is room for them. */
function withoutSingles(groups: readonly (readonly [string, Point[]])[], room: number): Gathering[] {
  const singles = groups.filter(([, { length }]) => length === 1);
  // One alone cannot be put together with anybody.
  const fitting = singles.length === room + 1 && room > 0 ? room - 1 : Math.max(0, room);
  const rest = new Set(singles.slice(fitting));
  const gatherings = groups
    .filter((group) => rest.size < 2 || !rest.has(group))
    .map(([key, own]): Gathering => ({ id: `others:${key}`, kind: own[0]!.kind, points: own }));
  if (rest.size < 2) return gatherings;
  return [...gatherings, { id: 'others:rest', kind: 'others', points: [...rest].flatMap(([, own]) => own) }];
}

function addTo(groups: Map<string, Point[]>, key: string, point: Point): void {
  const own = groups.get(key);
  if (own) own.push(point);
  else groups.set(key, [point]);
}

function* weightiest(points: readonly Point[], room: number): Generator<number, Point[]> {
  const chosen = new Set<Point>(points.filter(({ isHub }) => isHub).slice(0, room));
  const byId = (a: Point, b: Point) => (a.id < b.id ? -1 : 1);
  const byMoney = yield* firstOf(
    points,
    room,
    (a, b) => (b.money ?? -1) - (a.money ?? -1) || b.degree - a.degree || byId(a, b),
  );
  const byDegree = yield* firstOf(
    points,
    room,
    (a, b) => b.degree - a.degree || (b.money ?? -1) - (a.money ?? -1) || byId(a, b),
  );
  for (let at = 0; at < byMoney.length && chosen.size < room; at++) {
    chosen.add(byMoney[at]!);
    if (chosen.size < room) chosen.add(byDegree[at]!);
  }
  return [...chosen];
}

/** Points that are sorted in one step. */
const sortedAtOnce = 2000;

/** The first ones of a list in an order, without sorting all of it in one step. */
function* firstOf(
  points: readonly Point[],
  count: number,
  compare: (a: Point, b: Point) => number,
): Generator<number, Point[]> {
  let first: Point[] = [];
  const step = Math.max(sortedAtOnce, count);
  for (let from = 0; from < points.length; from += step) {
    first = [...first, ...points.slice(from, from + step)].sort(compare).slice(0, count);
    yield Math.min(step, points.length - from);
  }
  return first;
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
