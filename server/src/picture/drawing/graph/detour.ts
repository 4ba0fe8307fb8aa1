import type { Obstacle, Obstacles } from './obstacles';

/** How ties between the same two leave the straight line, so that they lead through nobody else. */
export interface Detour {
  /** How far they bend to the left besides, in pixels at the middle. */
  readonly bend: number;
  /** Where on the way they do: 0.5 in its middle. */
  readonly lean: number;
}

/** A tie of those that take a detour together. */
export interface DetouredTie {
  readonly bend: number;
  readonly width: number;
}

const straight: Detour = { bend: 0, lean: 0.5 };

/** What is tried, the least conspicuous first. */
const detours: readonly Detour[] = [18, 28, 40, 54, 72, 92, 116].flatMap((bend) =>
  [0.5, 0.3, 0.7].flatMap((lean) => [
    { bend, lean },
    { bend: -bend, lean },
  ]),
);

/** Pixels between a line and a node that it leads past. */
const clearance = 5;

/**
 * The detour of the ties between two nodes: the least one on which none of them touches a third node; where every one does,
 * one on which they touch fewest.
 */
export function detourOf(
  from: Obstacle,
  to: Obstacle,
  ties: readonly DetouredTie[],
  obstacles: Obstacles,
): Detour {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < from.radius + to.radius) return straight;
  // Who stands on one of the ends is in the way of every line.
  const others = obstacles
    .beside(from, to)
    .filter((other) => other.id !== from.id && other.id !== to.id && !isOn(other, from) && !isOn(other, to));
  if (others.length === 0) return straight;
  let [best, fewest] = [straight, touched(from, to, length, ties, straight, others, Infinity)];
  for (const detour of detours) {
    if (fewest === 0) break;
    if (Math.abs(detour.bend) > 0.45 * length) continue;
    const count = touched(from, to, length, ties, detour, others, fewest);
    if (count < fewest) [best, fewest] = [detour, count];
  }
  return best;
}

function isOn(other: Obstacle, end: Obstacle): boolean {
  return Math.hypot(other.x - end.x, other.y - end.y) < other.radius + end.radius;
}

/** How many nodes the ties touch on a detour; no more than `most` are counted. */
function touched(
  from: Obstacle,
  to: Obstacle,
  length: number,
  ties: readonly DetouredTie[],
  { bend, lean }: Detour,
  others: readonly Obstacle[],
  most: number,
): number {
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  // As it is seen from the line: along it and to its left.
  const seen = others.map(({ x, y, radius }) => ({
    along: (x - from.x) * dx + (y - from.y) * dy,
    aside: (x - from.x) * dy - (y - from.y) * dx,
    radius,
  }));
  let count = 0;
  for (const tie of ties) {
    const curve = curveOf(from.radius, to.radius, length, lean * length, 2 * (tie.bend + bend));
    const room = clearance + tie.width / 2;
    for (const other of seen) {
      if (isTouched(other, curve, other.radius + room)) count++;
      if (count >= most) return count;
    }
  }
  return count;
}

/** A quadratic curve, seen from the line between two nodes: along it and to its left. */
interface Curve {
  readonly start: readonly [number, number];
  readonly control: readonly [number, number];
  readonly end: readonly [number, number];
  readonly length: number;
}

/** The curve from edge to edge of two nodes, towards a point beside the line. */
function curveOf(fromRadius: number, toRadius: number, length: number, lean: number, top: number): Curve {
  const [first, second] = [Math.hypot(lean, top) || 1, Math.hypot(length - lean, top) || 1];
  return {
    start: [(lean * fromRadius) / first, (top * fromRadius) / first],
    control: [lean, top],
    end: [length - ((length - lean) * toRadius) / second, (top * toRadius) / second],
    length,
  };
}

/** Whether a curve comes closer to something than it may. */
function isTouched(
  { along, aside }: { readonly along: number; readonly aside: number },
  { start, control, end, length }: Curve,
  room: number,
): boolean {
  const [, top] = control;
  if (aside > Math.max(0, top) + room || aside < Math.min(0, top) - room) return false;
  if (along < -room || along > length + room) return false;
  const steps = Math.max(6, Math.min(32, Math.ceil(length / 24)));
  let [x, y] = start;
  for (let step = 1; step <= steps; step++) {
    const share = step / steps;
    const rest = 1 - share;
    const middle = 2 * share * rest;
    const nextX = rest * rest * start[0] + middle * control[0] + share * share * end[0];
    const nextY = rest * rest * start[1] + middle * control[1] + share * share * end[1];
    if (distanceTo(along, aside, x, y, nextX, nextY) < room) return true;
    [x, y] = [nextX, nextY];
  }
  return false;
}

/** How far a point is from the line between two others. */
function distanceTo(x: number, y: number, fromX: number, fromY: number, toX: number, toY: number): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const share = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1);
  const at = Math.min(1, Math.max(0, share));
  return Math.hypot(x - fromX - at * dx, y - fromY - at * dy);
}
