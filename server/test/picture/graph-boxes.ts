import { GraphDrawing } from '../../src/picture/drawing/graph/graph-drawing';
import { textScale } from '../../src/picture/drawing/graph/labels';
import { widthOf } from '../../src/picture/drawing/text';
import type { Element } from '../../src/picture/element';
import type { Graph } from '../../src/picture/graph';
import type { Place } from '../../src/picture/layout/layout';
import { checkApart, elementsOf, type TextBox } from './drawn';
import { englishWords as graphWords } from '../../src/picture/page/words';

type GraphBoxes = Record<'labels' | 'figures' | 'nodes' | 'titles', TextBox[]>;

/** The middle of a node, by its shape. */
export function middleOfNode({ children = [] }: Element): Place {
  const shape = children.find(({ key }) => key === 'shape');
  const { cx, cy, x, y, width, height, d } = shape?.attributes ?? {};
  if (cx !== undefined) return { x: Number(cx), y: Number(cy) };
  if (width !== undefined) return { x: Number(x) + Number(width) / 2, y: Number(y) + Number(height) / 2 };
  const corners: Place[] = [];
  for (const [, command, first, second] of String(d).matchAll(/([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
    const before = corners.at(-1);
    corners.push({
      x: command === 'V' ? before!.x : Number(first),
      y: command === 'H' ? before!.y : Number(command === 'V' ? first : second),
    });
  }
  const middle = (values: readonly number[], isSheet: boolean) =>
    isSheet
      ? (Math.min(...values) + Math.max(...values)) / 2
      : values.reduce((sum, value) => sum + value, 0) / values.length;
  const isSheet = /[HV]/.test(String(d));
  return {
    x: middle(
      corners.map((corner) => corner.x),
      isSheet,
    ),
    y: middle(
      corners.map((corner) => corner.y),
      isSheet,
    ),
  };
}

function placeIn(attributes: Element['attributes'] = {}): [number, number] {
  return [Number(attributes.x), Number(attributes.y)];
}

/** Where labels of nodes, figures and titles stand, and the nodes themselves. */
export function boxesIn(root: readonly Element[], of: Graph, zoom: number): GraphBoxes {
  const scale = Math.round(10 * textScale(zoom)) / 10;
  const sizes = new GraphDrawing(of, graphWords, 'money').sizes;
  const found: GraphBoxes = { labels: [], figures: [], nodes: [], titles: [] };
  for (const element of elementsOf({ root })) {
    const { target, attributes = {}, children = [], text: title = '' } = element;
    if (target?.type === 'tie') {
      for (const { key, text = '', attributes: own = {} } of children) {
        if (key !== 'figure') continue;
        const [x, y] = placeIn(own);
        const half = (scale * widthOf(text, 10.5)) / 2;
        found.figures.push({ text, left: x - half, right: x + half, top: y - 3.5 - 4.5 * scale, bottom: y });
      }
    }
    if (target?.type === 'hull') {
      const [x, y] = placeIn(attributes);
      const half = (scale * widthOf(title, 13)) / 2;
      found.titles.push({
        text: title,
        left: x - half,
        right: x + half,
        top: y - 9 * scale,
        bottom: y + 2 * scale,
      });
    }
    if (target?.type !== 'node') continue;
    const { x, y } = middleOfNode(element);
    const radius = sizes.radiusOf(of.nodes.find(({ id }) => id === target.id)!);
    found.nodes.push({
      text: target.id,
      left: x - radius + 0.5,
      right: x + radius - 0.5,
      top: y - radius + 0.5,
      bottom: y + radius - 0.5,
    });
    const label = children.find(({ key }) => key === 'label');
    // Of a node without a name nothing is seen.
    if (!label?.children?.length) continue;
    const lines = label.children.map(({ text = '' }) => text);
    const [start, baseline] = placeIn(label.children[0]?.attributes);
    const above = baseline - 12 * scale;
    const width = scale * Math.max(0, ...lines.map((line) => widthOf(line, 12)));
    const looks = label.class?.split(' ') ?? [];
    const shift = looks.includes('from-start') ? 0 : looks.includes('from-end') ? width : width / 2;
    found.labels.push({
      text: lines.join(' '),
      left: start - shift + 0.1,
      right: start - shift + width - 0.1,
      top: above + 0.2,
      bottom: above + scale * lines.length * 14 - 0.4,
    });
  }
  return found;
}

/** Checks that no label or title covers another, and that no figure covers a label, a node or another figure. */
export function checkLabels(root: readonly Element[], of: Graph, zoom = 1): void {
  const { labels, figures, nodes, titles } = boxesIn(root, of, zoom);
  checkApart(labels);
  checkApart(figures);
  for (const title of titles) for (const other of labels) checkApart([title, other]);
  for (const figure of figures)
    for (const other of [...labels, ...nodes, ...titles]) checkApart([figure, other]);
}
