import { GraphDrawing } from '../../src/picture/drawing/graph/graph-drawing';
import { textScale } from '../../src/picture/drawing/graph/labels';
import { widthOf } from '../../src/picture/drawing/text';
import type { Element } from '../../src/picture/element';
import type { Graph } from '../../src/picture/graph';
import { checkApart, elementsOf, type TextBox } from './drawn';
import { englishWords as graphWords } from '../../src/picture/page/words';

type GraphBoxes = Record<'labels' | 'figures' | 'nodes' | 'titles', TextBox[]>;

function numbersIn(value: unknown): number[] {
  return (
    String(value)
      .match(/-?\d+(\.\d+)?/g)
      ?.map(Number) ?? []
  );
}

function placeIn(attributes: Element['attributes'] = {}): [number, number] {
  return [Number(attributes.x), Number(attributes.y)];
}

/** Where labels of nodes, figures and titles stand, and the nodes themselves. */
export function boxesIn(root: readonly Element[], of: Graph, zoom: number): GraphBoxes {
  const scale = Math.round(10 * textScale(zoom)) / 10;
  const sizes = new GraphDrawing(of, graphWords, 'money').sizes;
  const found: GraphBoxes = { labels: [], figures: [], nodes: [], titles: [] };
  for (const { target, attributes = {}, children = [], text: title = '' } of elementsOf({ root })) {
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
    const [x = 0, y = 0] = numbersIn(attributes.transform);
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
    const lines = (label.children ?? []).map(({ text = '' }) => text);
    const [dx, baseline] = placeIn(label.children?.[0]?.attributes);
    const dy = baseline - 12 * scale;
    const width = scale * Math.max(0, ...lines.map((line) => widthOf(line, 12)));
    const looks = label.class?.split(' ') ?? [];
    const shift = looks.includes('from-start') ? 0 : looks.includes('from-end') ? width : width / 2;
    found.labels.push({
      text: lines.join(' '),
      left: x + dx - shift + 0.1,
      right: x + dx - shift + width - 0.1,
      top: y + dy + 0.2,
      bottom: y + dy + scale * lines.length * 14 - 0.4,
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
