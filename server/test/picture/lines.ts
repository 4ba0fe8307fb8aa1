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
    return [{ id: target.id, width: Number(line.attributes?.['stroke-width']), points: curve(line) }];
  });
}

/** Points on the way of a curve. */
function curve({ attributes = {} }: Element): Place[] {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (
    String(attributes.d).match(/-?\d+(\.\d+)?/g) ?? []
  ).map(Number);
  return Array.from({ length: 101 }, (_, index) => {
    const share = index / 100;
    const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
    return { x: a * x0 + b * x1 + c * x2, y: a * y0 + b * y1 + c * y2 };
  });
}

/** The outlines of ecosystems: the corners of their parts, and points on the ways between those. */
export function hullsIn(
  root: readonly Element[],
): { id: string; parts: (readonly [number, number])[][]; bridges: Place[] }[] {
  return elementsOf({ root }).flatMap(({ class: look, key = '', children = [] }) => {
    if (look !== 'hull') return [];
    const bridges = children.filter((child) => child.class === 'hull-bridge');
    const parts = children.filter((child) => child.class === undefined);
    return [
      {
        id: key.slice('hull '.length),
        parts: parts.map(({ attributes }) => {
          const numbers = (String(attributes?.d).match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
          return Array.from(
            { length: numbers.length / 2 },
            (_, index) => [numbers[2 * index]!, numbers[2 * index + 1]!] as const,
          );
        }),
        bridges: bridges.flatMap(curve),
      },
    ];
  });
}

/** Where figures stand, and on the lines of which ties. */
export function figuresIn(root: readonly Element[]): { id: string; text: string; x: number; y: number }[] {
  return elementsOf({ root }).flatMap(({ target, children = [] }) => {
    const figure = children.find(({ key }) => key === 'figure');
    if (target?.type !== 'tie' || !figure) return [];
    const { x, y } = figure.attributes ?? {};
    return [{ id: target.id, text: figure.text ?? '', x: Number(x), y: Number(y) - 3.5 }];
  });
}
