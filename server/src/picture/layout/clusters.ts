import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Force,
  type SimulationNodeDatum,
} from 'd3-force';
import { polygonHull } from 'd3-polygon';
import type { LaidGraph, Layout, Place, Places } from './layout';

/** A node while the forces work on it. */
export interface Moving extends SimulationNodeDatum {
  readonly id: string;
  readonly radius: number;
  /** Without its label. */
  readonly bare: number;
}

/** Steps until a layout rests; fewer where most places are known. */
const stepsFromScratch = 300;
const stepsForChange = 80;

/**
 * Lays a graph out by forces: ties pull, everybody pushes, groups stay together, and
 * who is not of a group outside of it. Who has a place already keeps it, and the
 * new ones find theirs between them. The same graph always gets the same places.
 */
export function clustersLayout(graph: LaidGraph, known: Places): Layout {
  const moving = startingPlaces(graph, known);
  const { links } = linksOf(graph, moving);
  const simulation = forceSimulation([...moving.values()])
    .force(
      'ties',
      forceLink<Moving, (typeof links)[number]>(links)
        .distance(({ source, target }) => source.radius + target.radius + 64)
        .strength(({ weight }) => weight),
    )
    .force(
      'push',
      forceManyBody<Moving>()
        .strength(({ radius }) => -14 * radius)
        .distanceMax(700),
    )
    .force('room', forceCollide<Moving>(({ radius }) => radius + 6).iterations(4))
    .force('groups', togetherForce(graph.groups, moving))
    .force('outside', outsideForce(graph.groups, moving))
    .force('x', forceX<Moving>(0).strength(0.035))
    .force('y', forceY<Moving>(0).strength(0.055))
    .stop();
  const left = keepKnown(moving, known);
  return steppedLayout(moving, () => simulation.tick(), left);
}

/** Every node with where it stands first: where it was, else beside those that it is tied to, else on a spiral. */
export function startingPlaces({ nodes, ties }: LaidGraph, known: Places): Map<string, Moving> {
  const moving = new Map<string, Moving>();
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of ties) {
    (neighbours.get(from) ?? neighbours.set(from, []).get(from)!).push(to);
    (neighbours.get(to) ?? neighbours.set(to, []).get(to)!).push(from);
  }
  nodes.forEach(({ id, radius, bare = radius }, index) => {
    const place = known.get(id) ?? besideKnown(neighbours.get(id) ?? [], known, index);
    moving.set(id, { id, radius, bare, ...(place && { x: place.x, y: place.y }) });
  });
  return moving;
}

function besideKnown(neighbours: readonly string[], known: Places, index: number): Place | undefined {
  const places = neighbours.flatMap((id) => known.get(id) ?? []);
  if (places.length === 0) return undefined;
  const angle = index * 2.4;
  return {
    x: mean(places.map(({ x }) => x)) + 60 * Math.cos(angle),
    y: mean(places.map(({ y }) => y)) + 60 * Math.sin(angle),
  };
}

function linksOf({ ties }: LaidGraph, moving: ReadonlyMap<string, Moving>) {
  const degrees = new Map<string, number>();
  const pairs = new Map<string, { source: Moving; target: Moving; weight: number }>();
  for (const { from, to } of ties) {
    const [source, target] = [moving.get(from), moving.get(to)];
    if (!source || !target || source === target) continue;
    const key = from < to ? `${from}\n${to}` : `${to}\n${from}`;
    if (pairs.has(key)) continue;
    pairs.set(key, { source, target, weight: 1 });
    degrees.set(from, (degrees.get(from) ?? 0) + 1);
    degrees.set(to, (degrees.get(to) ?? 0) + 1);
  }
  const links = [...pairs.values()];
  for (const link of links) {
    link.weight = 1 / Math.min(degrees.get(link.source.id) ?? 1, degrees.get(link.target.id) ?? 1);
  }
  return { links };
}

/** Pulls the members of each group to their middle. */
function togetherForce(
  groups: readonly (readonly string[])[],
  moving: ReadonlyMap<string, Moving>,
): Force<Moving, undefined> {
  const members = groups.map((ids) => ids.flatMap((id) => moving.get(id) ?? []));
  return (alpha: number) => {
    for (const own of members) {
      if (own.length < 2) continue;
      const x = mean(own.map((node) => node.x ?? 0));
      const y = mean(own.map((node) => node.y ?? 0));
      for (const node of own) {
        node.vx = (node.vx ?? 0) + (x - (node.x ?? 0)) * 0.06 * alpha;
        node.vy = (node.vy ?? 0) + (y - (node.y ?? 0)) * 0.06 * alpha;
      }
    }
  };
}

/** Pixels between what surrounds a group and who is not of it. */
const roomAround = 40;
/** Outlines count once forces have come down to this. */
const late = 0.08;
/** Groups of more than this among others cannot be kept apart, and it would take long to try. */
const largestApart = 150;

/** Pushes out of the outline of each group whoever is not of it, and its members at that side in. */
function outsideForce(
  groups: readonly (readonly string[])[],
  moving: ReadonlyMap<string, Moving>,
): Force<Moving, undefined> {
  const divided = groups
    .filter(({ length }) => length > 1 && length <= largestApart)
    .map((ids) => {
      const own = new Set(ids);
      return {
        members: ids.flatMap((id) => moving.get(id) ?? []),
        others: [...moving.values()].filter(({ id }) => !own.has(id)),
      };
    });
  return (alpha: number) => {
    // At first everybody has to find their way past the others.
    if (alpha > late) return;
    const strength = 0.3 * (1 - alpha / late);
    for (const { members, others } of divided) {
      const corners = polygonHull(
        members.flatMap(({ x = 0, y = 0, bare }): [number, number][] => [
          [x - bare, y],
          [x + bare, y],
          [x, y - bare],
          [x, y + bare],
        ]),
      );
      if (!corners) continue;
      for (const other of others) pushOut(other, corners, strength);
    }
  };
}

/** Pushes a node over the nearest side of an outline that it is in or too near to. */
function pushOut(node: Moving, corners: readonly [number, number][], strength: number): void {
  const { x = 0, y = 0, bare } = node;
  let [outside, awayX, awayY] = [-Infinity, 0, 0];
  corners.forEach(([fromX, fromY], index) => {
    const [toX, toY] = corners[(index + 1) % corners.length]!;
    const length = Math.hypot(toX - fromX, toY - fromY) || 1;
    const [normalX, normalY] = [(fromY - toY) / length, (toX - fromX) / length];
    const far = (x - fromX) * normalX + (y - fromY) * normalY;
    if (far > outside) [outside, awayX, awayY] = [far, normalX, normalY];
  });
  const missing = roomAround + bare - outside;
  if (missing <= 0) return;
  node.vx = (node.vx ?? 0) + awayX * missing * strength;
  node.vy = (node.vy ?? 0) + awayY * missing * strength;
}

/** Holds who has a place already, and tells how many steps the others need. */
export function keepKnown(moving: ReadonlyMap<string, Moving>, known: Places): number {
  if (known.size === 0) return stepsFromScratch;
  let fresh = 0;
  for (const node of moving.values()) {
    const place = known.get(node.id);
    if (place) [node.fx, node.fy] = [place.x, place.y];
    else fresh++;
  }
  return fresh === 0 ? 0 : stepsForChange;
}

/** A layout of nodes that something moves step by step. */
export function steppedLayout(moving: ReadonlyMap<string, Moving>, tick: () => void, steps: number): Layout {
  let left = steps;
  // Forces give nodes their first places when they are made.
  return {
    advance(most) {
      for (let done = 0; done < most && left > 0; done++, left--) tick();
      return left === 0;
    },
    get places() {
      return new Map([...moving].map(([id, { x, y }]) => [id, { x: x ?? 0, y: y ?? 0 }]));
    },
  };
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
