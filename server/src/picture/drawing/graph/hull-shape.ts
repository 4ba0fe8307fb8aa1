import { polygonHull } from 'd3-polygon';
import type { Element } from '../../element';
import type { Hull } from '../../graph';
import type { Place } from '../../layout/layout';
import { widthOf } from '../text';
import type { Box } from './box-grid';
import { round } from './node-shape';

/** Pixels that a hull reaches beyond the nodes in it. */
export const hullMargin = 26;
/** Pixels between a hull and its title. */
const gap = 4;
const titleSize = 13;

/** What a hull is drawn around. */
export interface HullMember extends Place {
  readonly radius: number;
}

/** The corners around some nodes; none where there are fewer than two. */
export function outlineOf(members: readonly HullMember[]): readonly (readonly [number, number])[] {
  if (members.length < 2) return [];
  const points = members.flatMap(({ x, y, radius }) =>
    Array.from({ length: 8 }, (_, index): [number, number] => [
      x + radius * Math.cos((Math.PI * index) / 4),
      y + radius * Math.sin((Math.PI * index) / 4),
    ]),
  );
  return polygonHull(points) ?? points;
}

/** Degrees around a hull at which its title may stand, the best ones first: above, at the corners, below, on the sides. */
const directions = [-90, -60, -120, -35, -145, 90, 60, 120, 0, 180] as const;

/** Where the title of a hull may stand: outside of it, the best place first. */
export function titleBoxes({ title }: Hull, outline: Outline, scale: number): Box[] {
  const [halfWidth, halfHeight] = [0.53 * scale * widthOf(title, titleSize), 0.55 * scale * titleSize];
  return directions.map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    let [x, y, farthest] = [0, 0, -Infinity];
    for (const [px, py] of outline) {
      const far = px * dx + py * dy;
      if (far > farthest) [x, y, farthest] = [px, py, far];
    }
    const sign = (share: number) => (Math.abs(share) < 0.2 ? 0 : Math.sign(share));
    const middle = {
      x: x + dx * (hullMargin + gap) + sign(dx) * halfWidth,
      y: y + dy * (hullMargin + gap) + sign(dy) * halfHeight,
    };
    return {
      left: middle.x - halfWidth,
      right: middle.x + halfWidth,
      top: middle.y - halfHeight,
      bottom: middle.y + halfHeight,
    };
  });
}

type Outline = readonly (readonly [number, number])[];

/** A soft outline around some nodes, and its title in a box; nothing where there is nothing to surround. */
export function hullShape(
  { id, title }: Hull,
  outline: Outline,
  box: Box | undefined,
  scale: number,
): Element[] {
  if (outline.length === 0) return [];
  return [
    {
      tag: 'path',
      key: `hull ${id}`,
      class: 'hull',
      attributes: {
        d: `M${outline.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}z`,
        'stroke-width': 2 * hullMargin,
      },
    },
    ...(box
      ? [
          {
            tag: 'text' as const,
            key: `title ${id}`,
            class: 'hull-label halo',
            attributes: {
              transform: `translate(${round((box.left + box.right) / 2)} ${round(box.bottom - 0.3 * titleSize * scale)}) scale(${scale})`,
            },
            target: { type: 'hull' as const, id, label: title },
            text: title,
          },
        ]
      : []),
  ];
}
