import type { Element } from '../../src/picture/element';
import type { Place } from '../../src/picture/layout/layout';
import { elementsOf } from './drawn';

/** A line of a graph, as points on its way. */
export interface Line {
  readonly id: string;
  readonly width: number;
  readonly points: readonly Place[];
}

/** The lines that are drawn for ties. */
export function linesIn(root: readonly Element[]): Line[] {
  return elementsOf({ root }).flatMap(({ target, children = [] }) => {
    const line = children.find(({ key }) => key === 'line');
    if (target?.type !== 'tie' || !line) return [];
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (
      String(line.attributes?.d).match(/-?\d+(\.\d+)?/g) ?? []
    ).map(Number);
    const points = Array.from({ length: 101 }, (_, index) => {
      const share = index / 100;
      const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
      return { x: a * x0 + b * x1 + c * x2, y: a * y0 + b * y1 + c * y2 };
    });
    return [{ id: target.id, width: Number(line.attributes?.['stroke-width']), points }];
  });
}
