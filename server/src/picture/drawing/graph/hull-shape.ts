import { polygonHull } from 'd3-polygon';
import type { Element } from '../../element';
import type { Hull } from '../../graph';
import type { Place } from '../../layout/layout';
import { round } from './node-shape';

/** Pixels that a hull reaches beyond the nodes in it. */
const margin = 26;

/** What a hull is drawn around. */
export interface HullMember extends Place {
  readonly radius: number;
}

/** A soft outline around some nodes, with its name above it; nothing where there are fewer than two. */
export function hullShape({ id, title }: Hull, members: readonly HullMember[], textScale: number): Element[] {
  if (members.length < 2) return [];
  const points = members.flatMap(({ x, y, radius }) =>
    Array.from({ length: 8 }, (_, index): [number, number] => [
      x + radius * Math.cos((Math.PI * index) / 4),
      y + radius * Math.sin((Math.PI * index) / 4),
    ]),
  );
  const outline = polygonHull(points) ?? points;
  const top = outline.reduce((highest, point) => (point[1] < highest[1] ? point : highest));
  return [
    {
      tag: 'path',
      key: `hull ${id}`,
      class: 'hull',
      attributes: {
        d: `M${outline.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}z`,
        'stroke-width': 2 * margin,
      },
    },
    {
      tag: 'text',
      key: `title ${id}`,
      class: 'hull-label halo',
      attributes: {
        transform: `translate(${round(top[0])} ${round(top[1] - margin - 6)}) scale(${textScale})`,
      },
      target: { type: 'hull', id, label: title },
      text: title,
    },
  ];
}
