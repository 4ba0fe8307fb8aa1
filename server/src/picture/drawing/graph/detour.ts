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
  const others = othersBeside(from, to, length, obstacles);
  if (others.length === 0) return straight;
  const count = (detour: Detour, most: number) => {
    let all = 0;
    for (const tie of ties) {
      const top = 2 * (tie.bend + detour.bend);
      const curve = curveOf(from.radius, to.radius, length, detour.lean * length, top);
      all += touched(curve, others, clearance + tie.width / 2, most - all);
      if (all >= most) break;
    }
    return all;
  };
  let [best, fewest] = [straight, count(straight, Infinity)];
  for (const detour of detours) {
    if (fewest === 0) break;
    if (Math.abs(detour.bend) > 0.45 * length) break;
    const found = count(detour, fewest);
    if (found < fewest) [best, fewest] = [detour, found];
  }
  return best;
}

/** Another node, seen from the line between two: along it and to its left. */
interface Other {
  readonly along: number;
  readonly aside: number;
  readonly radius: number;
}

/** Those that may be in the way. Who stands on one of the ends is in the way of every line, and does not count. */
function othersBeside(from: Obstacle, to: Obstacle, length: number, obstacles: Obstacles): Other[] {
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const others: Other[] = [];
  for (const { id, x, y, radius } of obstacles.beside(from, to)) {
    if (id === from.id || id === to.id) continue;
    const along = (x - from.x) * dx + (y - from.y) * dy;
    if (along < -radius || along > length + radius) continue;
    const aside = (x - from.x) * dy - (y - from.y) * dx;
    if (Math.hypot(along, aside) < radius + from.radius) continue;
    if (Math.hypot(length - along, aside) < radius + to.radius) continue;
    others.push({ along, aside, radius });
  }
  return others;
}

/** A quadratic curve, seen from the line between two nodes. */
interface Curve {
  readonly startX: number;
  readonly startY: number;
  readonly controlX: number;
  readonly controlY: number;
  readonly endX: number;
  readonly endY: number;
}

/** The curve from edge to edge of two nodes, towards a point beside the line. */
function curveOf(fromRadius: number, toRadius: number, length: number, lean: number, top: number): Curve {
  const [first, second] = [Math.hypot(lean, top) || 1, Math.hypot(length - lean, top) || 1];
  return {
    startX: (lean * fromRadius) / first,
    startY: (top * fromRadius) / first,
    controlX: lean,
    controlY: top,
    endX: length - ((length - lean) * toRadius) / second,
    endY: (top * toRadius) / second,
  };
}

/** How many nodes a curve comes closer to than it may; no more than `most` are counted. */
function touched(curve: Curve, others: readonly Other[], room: number, most: number): number {
  const { startX, startY, controlX, controlY, endX, endY } = curve;
  // Where it is so far along the line is the solution of a quadratic equation: it never turns back.
  const [a, b] = [startX - 2 * controlX + endX, 2 * (controlX - startX)];
  const [low, high] = [Math.min(0, controlY), Math.max(0, controlY)];
  let count = 0;
  for (const { along, aside, radius } of others) {
    const reach = radius + room;
    if (aside > high + reach || aside < low - reach) continue;
    const c = startX - along;
    const solved = Math.abs(a) < 1e-6 ? -c / b : (-b + Math.sqrt(Math.max(0, b * b - 4 * a * c))) / (2 * a);
    const at = Math.min(1, Math.max(0, solved));
    const rest = 1 - at;
    const x = rest * rest * startX + 2 * at * rest * controlX + at * at * endX;
    const y = rest * rest * startY + 2 * at * rest * controlY + at * at * endY;
    // From there the curve is as good as straight.
    const alongHere = rest * (controlX - startX) + at * (endX - controlX);
    const asideHere = rest * (controlY - startY) + at * (endY - controlY);
    const away =
      at > 0 && at < 1
        ? Math.abs(((aside - y) * alongHere) / (Math.hypot(alongHere, asideHere) || 1))
        : Math.hypot(along - x, aside - y);
    if (away < reach && ++count >= most) return count;
  }
  return count;
}
