import type { Element } from '../../element';
import type { Hull } from '../../graph';
import type { Place } from '../../layout/layout';
import { widthOf } from '../text';
import { boxAround, type Box } from './box-grid';
import { hullMargin, type Corners } from './hull-parts';
import { round } from './node-shape';

/** Pixels between a hull and its title. */
const gap = 4;
const titleSize = 13;
/** Pixels of what connects the parts of a hull. */
export const bridgeWidth = 12;

/** How a hull is drawn. */
export interface HullForm {
  /** The largest part comes first. */
  readonly parts: readonly Corners[];
  /** Ways between the parts. */
  readonly bridges: readonly string[];
}

/** Degrees around a hull at which its title may stand, the best ones first: above, at the corners, below, on the sides. */
const directions = [-90, -60, -120, -35, -145, 90, 60, 120, 0, 180] as const;

/** Where the title of a hull may stand: outside of it, the best place first, and at which corner that is. */
export function titleBoxes(
  { title }: Hull,
  { parts }: HullForm,
  scale: number,
): readonly { readonly box: Box; readonly corner: Place }[] {
  const outline = parts[0] ?? [];
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
    return { box: boxAround(middle, halfWidth, halfHeight, halfHeight), corner: { x, y } };
  });
}

/** A soft outline around some nodes, and its title in a box; nothing where there is nothing to surround. */
export function hullShape(
  { id, title }: Hull,
  { parts, bridges }: HullForm,
  box: Box | undefined,
  scale: number,
): Element[] {
  if (parts.length === 0) return [];
  const outlines = parts.map((corners): Element['attributes'] => ({
    d: `M${corners.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}z`,
    'stroke-width': 2 * hullMargin,
  }));
  return [
    {
      tag: 'g',
      key: `hull ${id}`,
      class: 'hull',
      children: [
        ...outlines.map((attributes): Element => ({ tag: 'path', attributes: attributes ?? {} })),
        ...bridges.map((d): Element => ({
          tag: 'path',
          class: 'hull-bridge',
          attributes: { d, 'stroke-width': bridgeWidth },
        })),
      ],
    },
    ...(box
      ? [
          {
            tag: 'text' as const,
            key: `title ${id}`,
            class: 'hull-label halo',
            attributes: {
              x: round((box.left + box.right) / 2),
              y: round(box.bottom - 0.3 * titleSize * scale),
            },
            scale,
            target: { type: 'hull' as const, id, label: title },
            text: title,
          },
        ]
      : []),
  ];
}
