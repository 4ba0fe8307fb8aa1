import type { Place, Places } from '../../layout/layout';
import { widthOf } from '../text';
import { BoxGrid, boxAround, type Box } from './box-grid';
import type { LineGrid } from './line-grid';
import { labelSize } from './sizes';

/** The most that text is enlarged against a picture that is seen from afar. */
const mostEnlarged = 2.2;

/** How much larger text is drawn than the picture, so that it can be read from afar. */
export function textScale(zoom: number): number {
  return Math.min(mostEnlarged, Math.max(1, 0.85 / zoom));
}

/** On which side of its node a label stands, in the order in which they are tried. */
export const sides = ['below', 'above', 'right', 'left'] as const;
export type Side = (typeof sides)[number];

/** Where labels, figures and titles stand; those without a place are left out. */
export interface Labels {
  /** By the ids of nodes. */
  readonly nodes: ReadonlyMap<string, Side>;
  /** Where those of all nodes would stand, whichever are in sight: so they stay where they are as days go by. */
  readonly homes: ReadonlyMap<string, Side>;
  /** Which of the places that a figure may have is its own, by the ids of ties. */
  readonly ties: ReadonlyMap<string, number>;
  /** Which of the places that a title may have is its own, by the ids of hulls. */
  readonly hulls: ReadonlyMap<string, number>;
}

export const noLabels: Labels = { nodes: new Map(), homes: new Map(), ties: new Map(), hulls: new Map() };

/** A node that wants a label beside it. */
export interface Labelled {
  readonly id: string;
  readonly radius: number;
  readonly lines: readonly string[];
  /** How wide the longest line is. */
  readonly width: number;
}

/** A figure that wants to stand on a tie. */
export interface Figure {
  readonly id: string;
  readonly width: number;
  /** Where it may stand, the best place first. */
  readonly places: readonly Place[];
}

/** The title of a hull. */
export interface Title {
  readonly id: string;
  /** Where it may stand, the best place first. */
  readonly boxes: readonly Box[];
  /** How bad a place is in itself: whether it is in another hull. */
  readonly costs: readonly number[];
}

/** What wants a place, and what is in the way. */
export interface Wanted {
  readonly titles: readonly Title[];
  /** All that ever have labels, the first ones first. */
  readonly nodes: readonly Labelled[];
  /** Ids of those that have labels now. */
  readonly shown: ReadonlySet<string>;
  readonly figures: readonly Figure[];
  /** Circles that nothing may cover. */
  readonly solid: Iterable<{ readonly id: string; readonly radius: number }>;
  /** Signs, which nothing may cover either. */
  readonly signs: readonly Box[];
  readonly lines: LineGrid;
  readonly places: Places;
  readonly scale: number;
  /** Ids of nodes that have their labels in any case. */
  readonly always: ReadonlySet<string>;
}

const figureSize = 10.5;

export function widthOfFigure(text: string): number {
  return widthOf(text, figureSize);
}

/** Lines of a label from each other, and its first one from the edge of its node. */
export const linePitch = labelSize + 2;
export const labelGap = 2;
/** Beside a node nothing but this is between it and its label. */
const sideGap = 7;

/** Where a label begins, seen from the middle of its node: its top, and its middle, start or end. */
export function labelAt({ radius, lines }: Labelled, side: Side, scale: number): Place {
  const height = scale * lines.length * linePitch;
  switch (side) {
    case 'below':
      return { x: 0, y: radius + labelGap };
    case 'above':
      return { x: 0, y: -radius - labelGap - height };
    case 'right':
      return { x: radius + sideGap, y: -height / 2 };
    case 'left':
      return { x: -radius - sideGap, y: -height / 2 };
  }
}

/** The room that a label takes beside a node at a place. */
export function labelBox(label: Labelled, place: Place, side: Side, scale: number): Box {
  const { x, y } = labelAt(label, side, scale);
  const width = scale * label.width;
  const shift = side === 'right' ? 0 : side === 'left' ? width : width / 2;
  const left = place.x + x - shift;
  const top = place.y + y;
  return { left, right: left + width, top, bottom: top + scale * label.lines.length * linePitch };
}

/**
 * Finds places: first for the titles of hulls, then for the labels of nodes, then for figures on ties. Nothing covers
 * another, and lines cross as little of them as can be; what has a place already keeps it if none is better.
 */
export function labelsOf(wanted: Wanted, before: Labels): Labels {
  const circles = new BoxGrid();
  for (const { id, radius } of wanted.solid) {
    const place = wanted.places.get(id);
    if (place) circles.add(boxAround(place, radius, radius, radius));
  }
  const taken = new BoxGrid();
  for (const sign of wanted.signs) taken.add(sign);
  const hulls = titlesOf(wanted, circles, taken, before.hulls);
  const firm = [
    ...wanted.signs,
    ...wanted.titles.flatMap(({ id, boxes }) => boxes[hulls.get(id) ?? -1] ?? []),
  ];
  const homes = homesOf(wanted, circles, firm, before.homes);
  const free = new BoxGrid();
  for (const box of firm) free.add(box);
  const nodes = shownLabelsOf(wanted, circles, free, homes);
  const ties = figuresOf(wanted, circles, free, before.ties);
  return { nodes, homes, ties, hulls };
}

/** The one that costs least; the earlier the better among equals, and what was chosen before better still. */
function cheapest<T>(
  choices: readonly T[],
  before: T | undefined,
  costOf: (choice: T, least: number) => number,
): T | undefined {
  let [best, least]: [T | undefined, number] = [undefined, Infinity];
  const ordered = before === undefined ? choices : [before, ...choices];
  for (const choice of ordered) {
    if (least === 0) break;
    const cost = costOf(choice, least);
    if (cost < least) [best, least] = [choice, cost];
  }
  return best;
}

/** A title covers the labels that stand where labels mostly do rather than nodes, and lines rather than those. */
function titlesOf(
  { titles, nodes, lines, places, scale }: Wanted,
  circles: BoxGrid,
  taken: BoxGrid,
  before: ReadonlyMap<string, number>,
): Map<string, number> {
  const chosen = new Map<string, number>();
  if (titles.length === 0) return chosen;
  const likely = new BoxGrid();
  for (const node of nodes) {
    const place = places.get(node.id);
    if (place) likely.add(labelBox(node, place, 'below', scale));
  }
  for (const { id, boxes, costs } of titles) {
    const known = before.get(id);
    const index = cheapest(
      [...boxes.keys()],
      known !== undefined && known < boxes.length ? known : undefined,
      (each) => {
        const box = boxes[each]!;
        return (
          (costs[each] ?? 0) +
          20 * Number(taken.overlaps(box)) +
          10 * Number(circles.overlaps(box)) +
          4 * Number(likely.overlaps(box)) +
          lines.crossing(box, 8)
        );
      },
    );
    if (index === undefined) continue;
    taken.add(boxes[index]!);
    chosen.set(id, index);
  }
  return chosen;
}

/** The best side of a node for its label; undefined where it would cover another one on all of them. */
function sideOf(
  node: Labelled,
  place: Place,
  { lines, scale }: Wanted,
  circles: BoxGrid,
  taken: BoxGrid,
  before: Side | undefined,
): Side | undefined {
  return (
    cheapest(sides, before, (side, least) => {
      const box = labelBox(node, place, side, scale);
      return taken.overlaps(box) || circles.overlaps(box)
        ? Infinity
        : lines.crossing(box, Math.min(least, 8));
    }) ??
    // Rather across another node than without a name.
    sides.find((side) => !taken.overlaps(labelBox(node, place, side, scale)))
  );
}

/** So many labels at most are given a second chance. */
const mostRetried = 12;

/** The sides of all labels. Those for which the others leave no room but across a node are tried once more, as the first ones. */
function homesOf(
  wanted: Wanted,
  circles: BoxGrid,
  firm: readonly Box[],
  before: ReadonlyMap<string, Side>,
): ReadonlyMap<string, Side> {
  const first = homesInOrder(wanted.nodes, wanted, circles, firm, before);
  const { without } = first;
  if (without.size === 0 || without.size > mostRetried) return first.homes;
  const ordered = [...without, ...wanted.nodes.filter((node) => !without.has(node))];
  const second = homesInOrder(ordered, wanted, circles, firm, before);
  return second.without.size < without.size ? second.homes : first.homes;
}

function homesInOrder(
  nodes: readonly Labelled[],
  wanted: Wanted,
  circles: BoxGrid,
  firm: readonly Box[],
  before: ReadonlyMap<string, Side>,
): { readonly homes: ReadonlyMap<string, Side>; readonly without: ReadonlySet<Labelled> } {
  const taken = new BoxGrid();
  for (const box of firm) taken.add(box);
  const homes = new Map<string, Side>();
  const without = new Set<Labelled>();
  for (const node of nodes) {
    const place = wanted.places.get(node.id);
    if (!place) continue;
    const side = sideOf(node, place, wanted, circles, taken, before.get(node.id));
    const box = side && labelBox(node, place, side, wanted.scale);
    if (!box || circles.overlaps(box)) without.add(node);
    if (!side || !box) continue;
    taken.add(box);
    homes.set(node.id, side);
  }
  return { homes, without };
}

/** Those in sight: in any case those that are always there, then those with a place of their own, then the others. */
function shownLabelsOf(
  wanted: Wanted,
  circles: BoxGrid,
  taken: BoxGrid,
  homes: ReadonlyMap<string, Side>,
): Map<string, Side> {
  const { nodes, shown, always, places, scale } = wanted;
  const chosen = new Map<string, Side>();
  const take = (node: Labelled, isForced: boolean) => {
    const place = places.get(node.id);
    if (!place) return;
    const home = homes.get(node.id);
    const isFree = home !== undefined && !taken.overlaps(labelBox(node, place, home, scale));
    const found = isFree ? home : sideOf(node, place, wanted, circles, taken, home);
    const side = found ?? (isForced ? 'below' : undefined);
    if (side === undefined) return;
    taken.add(labelBox(node, place, side, scale));
    chosen.set(node.id, side);
  };
  const now = nodes.filter(({ id }) => shown.has(id));
  for (const node of now) if (always.has(node.id)) take(node, true);
  for (const node of now) if (!always.has(node.id) && homes.has(node.id)) take(node, false);
  for (const node of now) if (!always.has(node.id) && !homes.has(node.id)) take(node, false);
  return chosen;
}

/** A figure is for its own line: where another one crosses it, its middle at least stays clear of that. */
function figuresOf(
  { figures, lines, scale }: Wanted,
  circles: BoxGrid,
  taken: BoxGrid,
  before: ReadonlyMap<string, number>,
): Map<string, number> {
  const chosen = new Map<string, number>();
  for (const { id, width, places } of figures) {
    const half = (scale * width) / 2;
    const boxAt = (place: Place) => boxAround(place, half + 1, scale * 5, scale * 5);
    const known = before.get(id);
    const index = cheapest(
      [...places.keys()],
      known !== undefined && known < places.length ? known : undefined,
      (each, least) => {
        const place = places[each]!;
        const box = boxAt(place);
        if (taken.overlaps(box) || circles.overlaps(box)) return Infinity;
        const core = boxAround(place, Math.min(half, 5 * scale), scale * 4, scale * 4);
        return lines.crossing(core, 1, id) > 0 ? Infinity : lines.crossing(box, Math.min(least, 8), id);
      },
    );
    if (index === undefined) continue;
    taken.add(boxAt(places[index]!));
    chosen.set(id, index);
  }
  return chosen;
}
