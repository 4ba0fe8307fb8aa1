import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle, type SymbolType } from 'd3-shape';
import type { Element } from '../element';
import type { TimelineMark } from '../timeline';
import { round } from './place';

const glyphs: Readonly<Record<TimelineMark['kind'], { readonly type: SymbolType; readonly size: number }>> = {
  status: { type: symbolCircle, size: 40 },
  tranche: { type: symbolDiamond, size: 44 },
  payment: { type: symbolDiamond, size: 44 },
  valuation: { type: symbolTriangle, size: 40 },
  claim: { type: symbolSquare, size: 42 },
  // A bar that nothing passes.
  term: { type: { draw: (context, size) => context.rect(-1.25, -size / 2, 2.5, size) }, size: 12 },
};

/** What happened, as a small shape: each kind of mark has its own. */
export function glyph(kind: TimelineMark['kind'], x: number, y: number): Element {
  const { type, size } = glyphs[kind];
  return {
    tag: 'path',
    key: 'glyph',
    class: kind === 'payment' || kind === 'term' ? 'mark mark-full' : 'mark',
    attributes: { d: symbol(type, size).digits(2)() ?? '', transform: `translate(${round(x)} ${round(y)})` },
  };
}

/** Several marks that would cover each other are one, with all that they say. */
export interface Cluster {
  /** The first of them decides how it looks. */
  readonly index: number;
  readonly marks: readonly TimelineMark[];
  readonly x: number;
}

/** How close two marks may be. */
const gap = 11;

/**
 * Marks side by side, in their order.
 * @param xOf the place of the middle of a mark
 */
export function clustersOf(
  marks: readonly { readonly mark: TimelineMark; readonly index: number }[],
  xOf: (mark: TimelineMark) => number,
): Cluster[] {
  const clusters: Cluster[] = [];
  for (const { mark, index } of [...marks].sort((a, b) => xOf(a.mark) - xOf(b.mark))) {
    const x = xOf(mark);
    const last = clusters.at(-1);
    if (last && x - last.x < gap) clusters[clusters.length - 1] = { ...last, marks: [...last.marks, mark] };
    else clusters.push({ index, marks: [mark], x });
  }
  return clusters;
}
