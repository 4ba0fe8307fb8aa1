import type { Element } from '../../element';
import type { Firmness, Tie } from '../../graph';
import type { Place } from '../../layout/layout';
import { round } from './node-shape';
import { headPath, type TiePath } from './tie-path';

/** A sign in a circle. */
export function badge(type: 'disputed' | 'exclusive', x: number, y: number, scale: number): Element {
  const isDisputed = type === 'disputed';
  return {
    tag: 'g',
    key: type,
    attributes: { transform: `translate(${round(x)} ${round(y)}) scale(${scale})` },
    children: [
      { tag: 'circle', class: isDisputed ? 'badge' : 'badge-plain', attributes: { r: 7 } },
      { tag: 'text', class: type, attributes: { y: 3.8 }, text: isDisputed ? '!' : 'E' },
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

/** What stands on a tie: that it is disputed or exclusive, and its figure. */
export function marksOn(
  tie: Tie,
  { x, y }: Place,
  figure: { readonly at: Place; readonly text: string } | undefined,
  scale: number,
): Element[] {
  const marks: Element[] = [];
  if (tie.disputed && tie.kind !== 'plan') marks.push(badge('disputed', x, y, scale));
  if (tie.exclusive) marks.push(badge('exclusive', x + 15 * marks.length, y, scale));
  if (figure) {
    const { at, text } = figure;
    marks.push({
      tag: 'text',
      key: 'figure',
      class: 'amount halo',
      attributes: { transform: `translate(${round(at.x)} ${round(at.y + 3.5)}) scale(${scale})` },
      text,
    });
  }
  return marks;
}
