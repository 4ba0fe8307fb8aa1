import type { Place, Places } from '../../layout/layout';
import { widthOf } from '../text';
import { labelSize } from './sizes';

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
  /** Which of the places that a figure may have is its own, by the ids of ties. */
  readonly ties: ReadonlyMap<string, number>;
}

/** A node that wants a label below it. */
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

const figureSize = 10.5;

export function widthOfFigure(text: string): number {
  return widthOf(text, figureSize);
}

/** Lines of a label from each other, and its first one from the edge of its node. */
export const linePitch = labelSize + 2;
export const labelGap = 2;

/**
 * The nodes whose labels have room, each label below its node, the first ones first; then the figures on ties, where they
 * cover nothing.
 * @param solid circles that no figure may cover
 * @param always ids of nodes that have theirs in any case
 */
export function labelsOf(
  nodes: readonly Labelled[],
  figures: readonly Figure[],
  solid: readonly { readonly id: string; readonly radius: number }[],
  places: Places,
  scale: number,
  always: ReadonlySet<string>,
): Labels {
  const grid = new Grid();
  const chosen = new Set<string>();
  for (const { id, radius, lines, width } of nodes) {
    const place = places.get(id);
    if (!place) continue;
    const top = place.y + radius + labelGap;
    const box = around({ x: place.x, y: top }, (scale * width) / 2, 0, scale * lines.length * linePitch);
    if (!always.has(id) && grid.overlaps(box)) continue;
    grid.add(box);
    chosen.add(id);
  }
  const ties = new Map<string, number>();
  if (figures.length === 0) return { nodes: chosen, ties };
  for (const { id, radius } of solid) {
    const place = places.get(id);
    if (place) grid.add(around(place, radius, radius, radius));
  }
  for (const { id, width, places: wanted } of figures) {
    const half = (scale * width) / 2;
    const index = wanted.findIndex((place) => {
      const box = around(place, half + 1, scale * 5, scale * 5);
      if (grid.overlaps(box)) return false;
      grid.add(box);
      return true;
    });
    if (index >= 0) ties.set(id, index);
  }
  return { nodes: chosen, ties };
}

function around({ x, y }: Place, half: number, above: number, below: number): Box {
  return { left: x - half, right: x + half, top: y - above, bottom: y + below };
}

/** Boxes by the cells that they lie in, so that only near ones are compared. */
class Grid {
  private static readonly cell = 120;
  private readonly cells = new Map<number, Box[]>();

  add(box: Box): void {
    this.visit(box, (own, key) => {
      if (own) own.push(box);
      else this.cells.set(key, [box]);
      return false;
    });
  }

  overlaps(box: Box): boolean {
    return this.visit(
      box,
      (own) =>
        own?.some(
          (other) =>
            box.left < other.right &&
            other.left < box.right &&
            box.top < other.bottom &&
            other.top < box.bottom,
        ) === true,
    );
  }

  /** Goes through the cells of a box until it is told to stop; whether it was. */
  private visit(
    { left, right, top, bottom }: Box,
    stops: (own: Box[] | undefined, key: number) => boolean,
  ): boolean {
    const { cell } = Grid;
    for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x++) {
      for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y++) {
        // Cells of the same key that lie far apart do no harm: their boxes are compared in vain.
        const key = x * 65_537 + y;
        if (stops(this.cells.get(key), key)) return true;
      }
    }
    return false;
  }
}
