import type { Firmness } from '../../graph';
import type { Place } from '../../layout/layout';
import { round } from './node-shape';

/** Where a tie begins and ends. */
export interface TieEnds {
  readonly from: Place;
  readonly to: Place;
  /** Radii of the nodes that it leads from and to. */
  readonly fromRadius: number;
  readonly toRadius: number;
  /** How far it bends to its left, in pixels at its middle; ties between the same two bend differently. */
  readonly bend: number;
  /** Where on the way it bends most: 0.5 in its middle. */
  readonly lean?: number;
}

/** A tie as it is drawn. */
export interface TiePath {
  readonly d: string;
  /** Its middle, where marks stand. */
  readonly middle: Place;
  /** A place on the way: 0 where it begins, 1 where it ends. */
  readonly along: (share: number) => Place;
  /** Where the arrow stands, and in which direction it points (radians). */
  readonly tip: Place;
  readonly angle: number;
}

/** The way of a tie from edge to edge of its nodes; undefined where they lie on each other. */
export function tiePath(
  { from, to, fromRadius, toRadius, bend, lean = 0.5 }: TieEnds,
  headLength: number,
): TiePath | undefined {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length < fromRadius + toRadius + headLength + 2) return undefined;
  // A quadratic curve whose middle is `bend` away from the straight line.
  const control = {
    x: from.x + dx * lean + (2 * bend * dy) / length,
    y: from.y + dy * lean - (2 * bend * dx) / length,
  };
  const start = towards(from, control, fromRadius + 1);
  const tip = towards(to, control, toRadius + 2);
  const end = towards(to, control, toRadius + 2 + headLength);
  const along = (share: number) => ({
    x: (1 - share) ** 2 * start.x + 2 * share * (1 - share) * control.x + share ** 2 * tip.x,
    y: (1 - share) ** 2 * start.y + 2 * share * (1 - share) * control.y + share ** 2 * tip.y,
  });
  return {
    d: `M${at(start)}Q${at(control)} ${at(end)}`,
    middle: along(0.5),
    along,
    tip,
    angle: Math.atan2(to.y - control.y, to.x - control.x),
  };
}

/** How far each of several ties between the same two bends, seen from the first of the two. */
export function bends(count: number, width: number): number[] {
  return Array.from({ length: count }, (_, index) => (index - (count - 1) / 2) * Math.max(16, width));
}

const dashes: Readonly<Record<Firmness, readonly [number, number]>> = {
  done: [0, 0],
  promise: [6, 3.4],
  talk: [1.4, 2.4],
  over: [0.8, 4],
};

/** How a line of a width is broken where it is not closed: promises in dashes, talks in dots. */
export function dashesOf(firmness: Firmness, width: number): string | undefined {
  const [dash, gap] = dashes[firmness];
  const unit = 1 + 0.35 * Math.max(0, width - 1);
  return dash === 0 ? undefined : `${round(dash * unit)} ${round(gap * unit)}`;
}

/** An arrow's head with its tip at a place. */
export function headPath({ tip, angle }: TiePath, length: number, half: number): string {
  const corner = (along: number, aside: number) =>
    at({
      x: tip.x - along * Math.cos(angle) - aside * Math.sin(angle),
      y: tip.y - along * Math.sin(angle) + aside * Math.cos(angle),
    });
  return `M${at(tip)}L${corner(length, half)}L${corner(length, -half)}z`;
}

function towards(place: Place, other: Place, distance: number): Place {
  const [dx, dy] = [other.x - place.x, other.y - place.y];
  const length = Math.hypot(dx, dy) || 1;
  return { x: place.x + (dx * distance) / length, y: place.y + (dy * distance) / length };
}

function at({ x, y }: Place): string {
  return `${round(x)} ${round(y)}`;
}
