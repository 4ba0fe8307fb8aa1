import type { GraphNode } from '../../graph';
import type { Places } from '../../layout/layout';
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

/**
 * The nodes whose labels have room, each label below its node: hubs first, then those with the most money and deals.
 * @param always ids of nodes that have theirs in any case
 */
export function labelled(
  nodes: readonly GraphNode[],
  places: Places,
  sizes: Sizes,
  zoom: number,
  always: ReadonlySet<string>,
): ReadonlySet<string> {
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
    const box = {
      left: place.x - half,
      right: place.x + half,
      top,
      bottom: top + scale * lines.length * (labelSize + 2),
    };
    if (!always.has(node.id) && grid.overlaps(box)) continue;
    grid.add(box);
    chosen.add(node.id);
  }
  return chosen;
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
