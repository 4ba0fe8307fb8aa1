import type { Element } from '../element';
import { textAt, widthOf } from './text';
import { round } from './place';

/** What something in a drawing means. */
export interface LegendItem {
  /** Drawn around the middle of a place that is 22 wide. */
  readonly sample: (x: number, y: number) => Element;
  readonly label: string;
}

const rowHeight = 18;
const sampleWidth = 22;

/** Items side by side, in as many rows as they need, and how high that is. */
export function legend(
  items: readonly LegendItem[],
  left: number,
  top: number,
  right: number,
): { readonly elements: Element[]; readonly height: number } {
  let [x, y] = [left, top + rowHeight / 2];
  const elements: Element[] = [];
  for (const { sample, label } of items) {
    const width = sampleWidth + 6 + widthOf(label, 11) + 16;
    if (x > left && x + width > right) [x, y] = [left, y + rowHeight];
    elements.push(
      { tag: 'g', key: `legend ${label}`, children: [sample(x + sampleWidth / 2, y)] },
      textAt(round(x + sampleWidth + 6), y + 4, label, 'caption'),
    );
    x += width;
  }
  return { elements, height: items.length === 0 ? 0 : y + rowHeight / 2 - top };
}
