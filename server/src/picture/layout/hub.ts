import { mean } from './clusters';
import type { LaidGraph, LaidNode, LaidTie, Layout, Place, Places } from './layout';

/** Pixels from one ring to the next at least. */
const ring = 190;

/**
 * Lays a graph out in rings around its hubs: whoever is tied to one of them stands on the first ring, and so on. On a ring
 * those with the same kind of tie stand side by side, and beside those that they are tied to further in. Who is tied to
 * nobody stands outside. Who has a place already keeps it, and the new ones stand further out than those that they are tied
 * to, where there is room.
 */
export function hubLayout(graph: LaidGraph, known: Places): Layout {
  const places = known.size > 0 ? withNewOnes(graph, known) : ringsOf(graph);
  return { advance: () => true, places };
}

function withNewOnes({ nodes, ties }: LaidGraph, known: Places): Places {
  const places = new Map<string, Place>();
  const taken: (Place & { readonly radius: number })[] = [];
  for (const { id, radius } of nodes) {
    const place = known.get(id);
    if (!place) continue;
    places.set(id, place);
    taken.push({ ...place, radius });
  }
  const neighbours = neighboursOf(ties);
  for (const { id, radius } of nodes) {
    if (known.has(id)) continue;
    const others = (neighbours.get(id) ?? []).flatMap((other) => places.get(other) ?? []);
    const place = freePlace(others, radius, taken);
    places.set(id, place);
    taken.push({ ...place, radius });
  }
  return places;
}

/** A place for somebody new: outwards from the middle of some places, and where nobody else is. */
function freePlace(
  others: readonly Place[],
  radius: number,
  taken: readonly (Place & { readonly radius: number })[],
): Place {
  const middle = { x: mean(others.map(({ x }) => x)), y: mean(others.map(({ y }) => y)) };
  const outward = Math.atan2(middle.y, middle.x);
  const isFree = ({ x, y }: Place) =>
    taken.every((other) => Math.hypot(x - other.x, y - other.y) >= radius + other.radius + 8);
  for (let round = 1; ; round++) {
    const distance = ring * (0.5 + round / 2);
    const count = 8 * round;
    for (let index = 0; index < count; index++) {
      // To both sides of the way out, by turns.
      const turn = (index % 2 === 0 ? -1 : 1) * Math.ceil(index / 2) * ((2 * Math.PI) / count);
      const place = {
        x: middle.x + distance * Math.cos(outward + turn),
        y: middle.y + distance * Math.sin(outward + turn),
      };
      if (isFree(place)) return place;
    }
  }
}

function neighboursOf(ties: readonly LaidTie[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of ties) {
    (neighbours.get(from) ?? neighbours.set(from, []).get(from)!).push(to);
    (neighbours.get(to) ?? neighbours.set(to, []).get(to)!).push(from);
  }
  return neighbours;
}

function ringsOf({ nodes, ties }: LaidGraph): Map<string, Place> {
  const places = new Map<string, Place>();
  const centre = centreOf(nodes, ties);
  placeOnRing(centre, places, centre.length > 1 ? Math.max(90, spaceOf(centre) / (2 * Math.PI)) : 0);
  const rings = distances(centre, nodes, ties);
  let radius = centre.length > 1 ? Math.max(90, spaceOf(centre) / (2 * Math.PI)) : 0;
  for (const own of rings) {
    radius = Math.max(radius + ring, spaceOf(own) / (2 * Math.PI));
    placeOnRing(inAngularOrder(own, ties, places), places, radius);
  }
  return places;
}

/** The hubs; where there is none, whoever has most ties. */
function centreOf(nodes: readonly LaidNode[], ties: readonly LaidTie[]): LaidNode[] {
  const hubs = nodes.filter(({ isHub }) => isHub);
  if (hubs.length > 0 || nodes.length === 0) return hubs;
  const degrees = new Map<string, number>();
  for (const { from, to } of ties) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return [
    nodes.reduce((most, node) => ((degrees.get(node.id) ?? 0) > (degrees.get(most.id) ?? 0) ? node : most)),
  ];
}

function distances(
  centre: readonly LaidNode[],
  nodes: readonly LaidNode[],
  ties: readonly LaidTie[],
): LaidNode[][] {
  const neighbours = neighboursOf(ties);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const seen = new Set(centre.map(({ id }) => id));
  const rings: LaidNode[][] = [];
  for (let reached = [...centre]; ;) {
    const next: LaidNode[] = [];
    for (const { id } of reached) {
      for (const other of neighbours.get(id) ?? []) {
        const node = byId.get(other);
        if (!node || seen.has(other)) continue;
        seen.add(other);
        next.push(node);
      }
    }
    if (next.length === 0) break;
    rings.push(next);
    reached = next;
  }
  const left = nodes.filter(({ id }) => !seen.has(id));
  return left.length > 0 ? [...rings, left] : rings;
}

/** By the angle of those further in that they are tied to, then by kind of tie and who gives. */
function inAngularOrder(own: readonly LaidNode[], ties: readonly LaidTie[], places: Places): LaidNode[] {
  const isOwn = new Set(own.map(({ id }) => id));
  const angles = new Map<string, number[]>();
  const kinds = new Map<string, string>();
  for (const { from, to, kind, directed } of ties) {
    for (const [id, other, side] of [
      [from, to, 'gives'],
      [to, from, 'takes'],
    ] as const) {
      const place = places.get(other);
      if (!isOwn.has(id) || !place || isOwn.has(other)) continue;
      if (!kinds.has(id)) kinds.set(id, `${directed ? side : 'with'} ${kind}`);
      if (place.x === 0 && place.y === 0) continue;
      (angles.get(id) ?? angles.set(id, []).get(id)!).push(Math.atan2(place.y, place.x));
    }
  }
  const angleOf = ({ id }: LaidNode) => {
    const all = angles.get(id);
    return all ? Math.atan2(mean(all.map(Math.sin)), mean(all.map(Math.cos))) : 0;
  };
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return own.toSorted(
    (a, b) =>
      Math.round(4 * angleOf(a)) - Math.round(4 * angleOf(b)) ||
      byText(kinds.get(a.id) ?? '', kinds.get(b.id) ?? '') ||
      byText(a.id, b.id),
  );
}

/** How long a ring has to be at least. */
function spaceOf(own: readonly LaidNode[]): number {
  return own.reduce((sum, { radius }) => sum + 2 * radius + 16, 0);
}

function placeOnRing(own: readonly LaidNode[], places: Map<string, Place>, radius: number): void {
  const whole = spaceOf(own);
  let before = 0;
  for (const { id, radius: half } of own) {
    const share = (before + half + 8) / Math.max(1, whole);
    before += 2 * half + 16;
    // From the left on, clockwise: who gives is read first.
    const angle = Math.PI + 2 * Math.PI * share;
    places.set(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
  }
}
