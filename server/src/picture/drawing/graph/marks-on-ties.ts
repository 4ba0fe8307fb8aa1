import type { Element } from '../../element';
import type { Firmness, Tie } from '../../graph';
import type { Place } from '../../layout/layout';
import { boxAround, type Box } from './box-grid';
import { round } from './node-shape';
import { headPath, type TiePath } from './tie-path';

/** A sign in a circle. */
export function badge(type: 'disputed' | 'exclusive', x: number, y: number, scale: number): Element {
  const isDisputed = type === 'disputed';
  const [cx, cy] = [round(x), round(y)];
  return {
    tag: 'g',
    key: type,
    children: [
      {
        tag: 'circle',
        class: isDisputed ? 'badge' : 'badge-plain',
        attributes: { cx, cy, r: round(7 * scale) },
        scale,
      },
      {
        tag: 'text',
        class: type,
        attributes: { x: cx, y: round(y + 3.8 * scale) },
        scale,
        text: isDisputed ? '!' : 'E',
      },
    ],
  };
}

/** Closed money has a full head, ownership a diamond, goods an open one. */
export function headOf(tie: Tie, firmness: Firmness, path: TiePath, length: number, width: number): Element {
  const half = 3.5 + 0.75 * width;
  const isOpen = tie.kind === 'trade' || tie.kind === 'plan';
  return {
    tag: 'path',
    key: 'head',
    class: `${isOpen ? `head-open ${tie.kind}` : `head fill-${tie.kind}`}${firmness === 'over' ? ' over' : ''}`,
    attributes: { d: headPath(path, length, half) },
  };
}

/** The room that a sign takes. */
export function signBox(place: Place, scale: number): Box {
  return boxAround(place, 8 * scale, 8 * scale, 8 * scale);
}

/** The signs that stand on a tie. */
function marksOf({ disputed, exclusive, kind }: Tie): ('disputed' | 'exclusive')[] {
  // What is disputed of a plan stands at its point.
  return [
    ...(disputed && kind !== 'plan' ? ['disputed' as const] : []),
    ...(exclusive ? ['exclusive' as const] : []),
  ];
}

/** Where the signs of a tie stand. */
export function placesOfMarks(tie: Tie, { x, y }: Place): Place[] {
  return marksOf(tie).map((_, index) => ({ x: x + 15 * index, y }));
}

/** What stands on a tie: that it is disputed or exclusive, and its figure. */
export function marksOn(
  tie: Tie,
  middle: Place,
  figure: { readonly at: Place; readonly text: string } | undefined,
  scale: number,
): Element[] {
  const places = placesOfMarks(tie, middle);
  const marks = marksOf(tie).map((mark, index) => badge(mark, places[index]!.x, places[index]!.y, scale));
  if (figure) {
    const { at, text } = figure;
    marks.push({
      tag: 'text',
      key: 'figure',
      class: 'amount halo',
      attributes: { x: round(at.x), y: round(at.y + 3.5) },
      scale,
      text,
    });
  }
  return marks;
}
