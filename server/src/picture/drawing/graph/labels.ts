import type { Place, Places } from '../../layout/layout';
import { widthOf } from '../text';
import { BoxGrid, boxAround } from './box-grid';
import { labelSize } from './sizes';

/** The most that text is enlarged against a picture that is seen from afar. */
const mostEnlarged = 2.2;

/** How much larger text is drawn than the picture, so that it can be read from afar. */
export function textScale(zoom: number): number {
  return Math.min(mostEnlarged, Math.max(1, 0.85 / zoom));
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
  const grid = new BoxGrid();
  const chosen = new Set<string>();
  for (const { id, radius, lines, width } of nodes) {
    const place = places.get(id);
    if (!place) continue;
    const top = place.y + radius + labelGap;
    const box = boxAround({ x: place.x, y: top }, (scale * width) / 2, 0, scale * lines.length * linePitch);
    if (!always.has(id) && grid.overlaps(box)) continue;
    grid.add(box);
    chosen.add(id);
  }
  const ties = new Map<string, number>();
  if (figures.length === 0) return { nodes: chosen, ties };
  for (const { id, radius } of solid) {
    const place = places.get(id);
    if (place) grid.add(boxAround(place, radius, radius, radius));
  }
  for (const { id, width, places: wanted } of figures) {
    const half = (scale * width) / 2;
    const index = wanted.findIndex((place) => {
      const box = boxAround(place, half + 1, scale * 5, scale * 5);
      if (grid.overlaps(box)) return false;
      grid.add(box);
      return true;
    });
    if (index >= 0) ties.set(id, index);
  }
  return { nodes: chosen, ties };
}
