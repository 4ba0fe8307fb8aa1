import type { GraphNode } from '../../graph';
import type { Place, Places } from '../../layout/layout';
import { widthOf } from '../text';
import { labelLines, labelSize, type Sizes } from './sizes';

/** The most that text is enlarged against a picture that is seen from afar. */
const mostEnlarged = 2.2;

/** How much larger text is drawn than the picture, so that it can be read from afar. */
export function textScale(zoom: number): number {
  return Math.min(mostEnlarged, Math.max(1, 0.85 / zoom));
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Which labels have room, and where figures stand on ties. */
export interface Labels {
  /** Ids of nodes. */
  readonly nodes: ReadonlySet<string>;
  /** Places of figures by the ids of ties. */
  readonly ties: ReadonlyMap<string, Place>;
}

/** A figure that wants to stand on a tie. */
export interface Figure {
  readonly id: string;
  readonly text: string;
  readonly weight: number;
  /** Where it may stand, the best place first. */
  readonly places: readonly Place[];
}

export const figureSize = 10.5;

/**
 * The nodes whose labels have room, each label below its node: hubs first, then those with the most money and deals;
 * then the figures on ties, the weightiest first, where they cover nothing.
 * @param always ids of nodes that have theirs in any case
 */
export function labelsOf(
  nodes: readonly GraphNode[],
  figures: readonly Figure[],
  places: Places,
  sizes: Sizes,
  zoom: number,
  always: ReadonlySet<string>,
): Labels {
  const scale = textScale(zoom);
  const inOrder = nodes.toSorted(
    (a, b) =>
      Number(always.has(b.id)) - Number(always.has(a.id)) ||
      Number(b.isHub) - Number(a.isHub) ||
      (b.money ?? 0) - (a.money ?? 0) ||
      b.deals - a.deals ||
      (a.id < b.id ? -1 : 1),
  );
  const grid = new Grid();
  const chosen = new Set<string>();
  for (const node of inOrder) {
    const place = places.get(node.id);
    if (!place) continue;
    const lines = labelLines(node);
    const half = (scale * Math.max(...lines.map((line) => widthOf(line, labelSize)), 0)) / 2;
    const top = place.y + sizes.radiusOf(node) + 2;
    const box = around({ x: place.x, y: top }, half, 0, scale * lines.length * (labelSize + 2));
    if (!always.has(node.id) && grid.overlaps(box)) continue;
    grid.add(box);
    chosen.add(node.id);
  }
  if (figures.length === 0) return { nodes: chosen, ties: new Map() };
  for (const node of nodes) {
    const [place, radius] = [places.get(node.id), sizes.radiusOf(node)];
    if (place) grid.add(around(place, radius, radius, radius));
  }
  const ties = new Map<string, Place>();
  for (const { id, text, places: wanted } of figures.toSorted((a, b) => b.weight - a.weight)) {
    const half = (scale * widthOf(text, figureSize)) / 2;
    for (const place of wanted) {
      const box = around(place, half + 1, scale * 5, scale * 5);
      if (grid.overlaps(box)) continue;
      grid.add(box);
      ties.set(id, place);
      break;
    }
  }
  return { nodes: chosen, ties };
}

function around({ x, y }: Place, half: number, above: number, below: number): Box {
  return { left: x - half, right: x + half, top: y - above, bottom: y + below };
}

/** Boxes by the cells that they lie in, so that only near ones are compared. */
class Grid {
  private static readonly cell = 120;
  private readonly cells = new Map<string, Box[]>();

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const own = this.cells.get(key);
      if (own) own.push(box);
      else this.cells.set(key, [box]);
    }
  }

  overlaps(box: Box): boolean {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? []) {
        if (
          box.left < other.right &&
          other.left < box.right &&
          box.top < other.bottom &&
          other.top < box.bottom
        ) {
          return true;
        }
      }
    }
    return false;
  }

  private *keys({ left, right, top, bottom }: Box): Generator<string> {
    const { cell } = Grid;
    for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x++) {
      for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y++) yield `${x} ${y}`;
    }
  }
}
