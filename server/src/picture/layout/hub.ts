import { spreadOnCircle } from './circle';
import { mean } from './clusters';
import type { LaidGraph, LaidNode, LaidTie, Layout, Place, Places } from './layout';

/** Pixels from one ring to the next at least. */
const ring = 190;

/**
 * Lays a graph out in rings around its hubs: whoever is tied to one of them stands on the first ring, and so on. On a ring
 * everybody stands outside of those further in that they are tied to, as near as there is room; those that are tied to each
 * other, or by the same kind of tie, stand side by side. So few lines lead past others. Who is tied to
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
    placeOutside(own, ties, places, radius);
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

/** How much more room than they need those on a ring have where there is some. */
const generous = 1.7;

/** Places some on a ring, outside of those further in that they are tied to. */
function placeOutside(
  own: readonly LaidNode[],
  ties: readonly LaidTie[],
  places: Map<string, Place>,
  radius: number,
): void {
  const wanted = wantedAngles(own, ties, places);
  const ordered = sideBySide(own, ties, places);
  if (wanted.size === 0) {
    placeOnRing(ordered, places, radius);
    return;
  }
  const turns = (angle: number) => Math.round((8 * angle) / Math.PI);
  const sorted = ordered.toSorted((a, b) => turns(wanted.get(a.id) ?? 0) - turns(wanted.get(b.id) ?? 0));
  const room = Math.min(generous, (2 * Math.PI * radius) / Math.max(1, spaceOf(own)));
  const angles = spreadOnCircle(
    sorted.map(({ id, radius: half }) => ({
      wanted: (turns(wanted.get(id) ?? 0) * Math.PI) / 8,
      size: ((2 * half + 16) * room) / radius,
    })),
  );
  sorted.forEach(({ id }, index) => {
    const angle = angles[index]!;
    places.set(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
  });
}

/** The angles of the middles of those that they are tied to and that have a place; none for ties to the very middle. */
function wantedAngles(
  own: readonly LaidNode[],
  ties: readonly LaidTie[],
  places: Places,
): Map<string, number> {
  const isOwn = new Set(own.map(({ id }) => id));
  const others = new Map<string, Place[]>();
  for (const { from, to } of ties) {
    for (const [id, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const place = places.get(other);
      if (!isOwn.has(id) || !place || Math.hypot(place.x, place.y) < 1) continue;
      (others.get(id) ?? others.set(id, []).get(id)!).push(place);
    }
  }
  const wanted = new Map<string, number>();
  let across = 0;
  for (const { id } of own) {
    const all = others.get(id);
    if (!all) continue;
    const x = mean(all.map((place) => place.x / Math.hypot(place.x, place.y)));
    const y = mean(all.map((place) => place.y / Math.hypot(place.x, place.y)));
    // Who is tied to both sides stands across from both, by turns above and below.
    const isBetween = Math.hypot(x, y) < 0.2;
    const [{ x: firstX, y: firstY }] = [all[0]!];
    const aside = Math.atan2(firstY, firstX) + (across % 2 === 0 ? 1 : -1) * (Math.PI / 2);
    if (isBetween) across++;
    wanted.set(id, isBetween ? Math.atan2(Math.sin(aside), Math.cos(aside)) : Math.atan2(y, x));
  }
  return wanted;
}

/** By kind of tie and who gives, but behind each the others that it is tied to, or that are tied to the same third one. */
function sideBySide(own: readonly LaidNode[], ties: readonly LaidTie[], places: Places): LaidNode[] {
  const byId = new Map(own.map((node) => [node.id, node]));
  const kinds = new Map<string, string>();
  const outside = new Map<string, string[]>();
  const near = new Map<string, string[]>();
  const join = (a: string, b: string) => (near.get(a) ?? near.set(a, []).get(a)!).push(b);
  for (const { from, to, kind, directed } of ties) {
    for (const [id, other, side] of [
      [from, to, 'gives'],
      [to, from, 'takes'],
    ] as const) {
      if (!byId.has(id) || id === other) continue;
      if (byId.has(other)) join(id, other);
      else if (places.has(other)) {
        if (!kinds.has(id)) kinds.set(id, `${directed ? side : 'with'} ${kind}`);
      } else (outside.get(other) ?? outside.set(other, []).get(other)!).push(id);
    }
  }
  for (const some of outside.values()) {
    some.slice(1).forEach((id, index) => {
      join(id, some[index]!);
      join(some[index]!, id);
    });
  }
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const inOrder = own.toSorted(
    (a, b) => byText(kinds.get(a.id) ?? '', kinds.get(b.id) ?? '') || byText(a.id, b.id),
  );
  const placed = new Set<LaidNode>();
  for (const start of inOrder) {
    const open = [start];
    for (let next = open.pop(); next; next = open.pop()) {
      if (placed.has(next)) continue;
      placed.add(next);
      open.push(...(near.get(next.id) ?? []).flatMap((id) => byId.get(id) ?? []).toReversed());
    }
  }
  return [...placed];
}

/** How long a ring has to be at least. */
function spaceOf(own: readonly LaidNode[]): number {
  return own.reduce((sum, { radius }) => sum + 2 * radius + 16, 0);
}

function placeOnRing(own: readonly LaidNode[], places: Map<string, Place>, radius: number): void {
  const whole = spaceOf(own);
  const first = ((own[0]?.radius ?? 0) + 8) / Math.max(1, whole);
  let before = 0;
  for (const { id, radius: half } of own) {
    const share = (before + half + 8) / Math.max(1, whole);
    before += 2 * half + 16;
    // From the left on, clockwise: who gives is read first.
    const angle = Math.PI + 2 * Math.PI * (share - first);
    places.set(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
  }
}
