import { forceCollide, forceLink, forceManyBody, forceSimulation, forceY } from 'd3-force';
import { keepKnown, startingPlaces, steppedLayout, type Moving } from './clusters';
import type { LaidGraph, LaidTie, Layout, Places } from './layout';

/** Pixels from one column to the next. */
const column = 260;

/**
 * Lays a graph out in columns, so that money and goods run from left to right; who takes part in no directed tie stands
 * beside those that it is tied to.
 */
export function layersLayout(graph: LaidGraph, known: Places): Layout {
  const moving = startingPlaces(graph, known);
  const layers = layersOf(graph);
  const heights = new Map(graph.nodes.map(({ id, radius, halfHeight = radius }) => [id, halfHeight]));
  // In its column everything moves up and down alone.
  for (const node of moving.values()) {
    if (!known.has(node.id)) node.fx = (layers.get(node.id) ?? 0) * column;
  }
  const links = graph.ties.flatMap(({ from, to }) => {
    const [source, target] = [moving.get(from), moving.get(to)];
    return source && target && source !== target ? [{ source, target }] : [];
  });
  const simulation = forceSimulation([...moving.values()])
    .force('middle', forceY<Moving>(0).strength(0.03))
    .force('ties', forceLink<Moving, (typeof links)[number]>(links).distance(column).strength(0.05))
    .force('push', forceManyBody<Moving>().strength(-260).distanceMax(400))
    .force('room', forceCollide<Moving>(({ id }) => (heights.get(id) ?? 0) + 6).iterations(4))
    .stop();
  return steppedLayout(moving, () => simulation.tick(), keepKnown(moving, known));
}

/**
 * The column of each node: one behind the last of those that give to it. Ties that close a circle are left out, in the
 * order in which they stand.
 */
export function layersOf({ nodes, ties }: LaidGraph): Map<string, number> {
  const outgoing = new Map<string, string[]>();
  for (const { from, to } of ties.filter(({ directed }) => directed)) {
    const own = outgoing.get(from);
    if (own) own.push(to);
    else outgoing.set(from, [to]);
  }
  const order = inOrder(
    nodes.map(({ id }) => id),
    outgoing,
  );
  const rank = new Map(order.map((id, index) => [id, index]));
  const layers = new Map<string, number>();
  for (const id of order) {
    const own = layers.get(id) ?? 0;
    layers.set(id, own);
    for (const next of outgoing.get(id) ?? []) {
      if ((rank.get(next) ?? 0) > (rank.get(id) ?? 0)) {
        layers.set(next, Math.max(layers.get(next) ?? 0, own + 1));
      }
    }
  }
  const tied = new Set(ties.filter(({ directed }) => directed).flatMap(({ from, to }) => [from, to]));
  placeUntied(
    nodes.map(({ id }) => id).filter((id) => !tied.has(id)),
    ties,
    layers,
  );
  return layers;
}

/** Givers before takers, as far as there are no circles. Works without recursion: chains can be long. */
function inOrder(ids: readonly string[], outgoing: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>();
  const finished: string[] = [];
  for (const start of ids) {
    if (seen.has(start)) continue;
    seen.add(start);
    const path = [{ id: start, next: 0 }];
    while (path.length > 0) {
      const top = path.at(-1)!;
      const to = outgoing.get(top.id)?.[top.next++];
      if (to === undefined) {
        finished.push(top.id);
        path.pop();
      } else if (!seen.has(to)) {
        seen.add(to);
        path.push({ id: to, next: 0 });
      }
    }
  }
  return finished.reverse();
}

function placeUntied(ids: readonly string[], ties: readonly LaidTie[], layers: Map<string, number>): void {
  const untied = new Set(ids);
  const partners = new Map<string, number>();
  for (const { from, to } of ties) {
    if (untied.has(from) && !untied.has(to)) partners.set(from, layers.get(to) ?? 0);
    if (untied.has(to) && !untied.has(from)) partners.set(to, layers.get(from) ?? 0);
  }
  for (const id of ids) layers.set(id, partners.get(id) ?? 0);
}
