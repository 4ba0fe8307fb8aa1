import type { Element } from '../../element';
import type { NodeKind } from '../../graph';

/** The outline of a node around nought, so that kinds are told apart without colours. */
export function nodeShape(kind: NodeKind, radius: number, looks: string): Element[] {
  switch (kind) {
    case 'fund':
      return [box(radius * 0.9, radius * 0.3, looks)];
    case 'project':
      return sheet(radius, looks);
    case 'venture':
      return [polygon(6, radius * 1.06, 0, looks)];
    case 'government':
      return [polygon(5, radius * 1.08, -Math.PI / 2, looks)];
    case 'organization':
      return [polygon(8, radius * 1.04, Math.PI / 8, looks)];
    case 'person':
      return [
        circle(radius, looks),
        {
          tag: 'circle',
          key: 'head',
          class: 'person',
          attributes: { cy: round(-radius * 0.22), r: round(radius * 0.26) },
        },
        {
          tag: 'path',
          key: 'shoulders',
          class: 'person',
          attributes: {
            d: `M${round(-radius * 0.48)} ${round(radius * 0.56)}a${round(radius * 0.48)} ${round(radius * 0.48)} 0 0 1 ${round(radius * 0.96)} 0z`,
          },
        },
      ];
    case 'undeclared':
    case 'undisclosed':
      return [circle(radius, `${looks} unsure`)];
    case 'others':
      return [
        { tag: 'circle', key: 'behind', class: looks, attributes: { cx: 4, cy: -4, r: round(radius) } },
        circle(radius, looks),
      ];
    case 'company':
    case 'deal':
      return [circle(radius, looks)];
  }
}

/** A node around nought: a hub has a second line inside of its outline. */
export function nodeLook(
  { kind, isHub }: { readonly kind: NodeKind; readonly isHub: boolean },
  radius: number,
  sector: string | undefined,
): Element[] {
  const looks = `${isHub ? 'hub' : 'node'}${sector === undefined ? '' : ` ${sector}`}`;
  const [shape, ...rest] = nodeShape(kind, radius, looks);
  const inner = Math.max(radius * 0.6, radius - 4.5);
  return [shape!, ...(isHub ? [nodeRing(kind, inner, 'hub', 'hub-inner')] : []), ...rest];
}

/** Kinds whose outline is a circle, whatever else they are drawn with. */
const circular: ReadonlySet<NodeKind> = new Set(['person', 'others', 'undeclared', 'undisclosed']);

/** The bare outline of a node, for what goes around it or along it. */
export function nodeRing(kind: NodeKind, radius: number, key: string, looks: string): Element {
  const bare = circular.has(kind) ? 'company' : kind;
  return { ...nodeShape(bare, radius, looks)[0]!, key };
}

/** A sheet of paper on its side, with a corner folded. */
function sheet(radius: number, looks: string): Element[] {
  const [right, bottom, fold] = [round(1.08 * radius), round(0.8 * radius), round(0.5 * radius)];
  const [inner, lower] = [round(right - fold), round(fold - bottom)];
  return [
    {
      tag: 'path',
      key: 'shape',
      class: looks,
      attributes: { d: `M${-right} ${-bottom}H${inner}L${right} ${lower}V${bottom}H${-right}z` },
    },
    {
      tag: 'path',
      key: 'fold',
      class: 'fold',
      attributes: { d: `M${inner} ${-bottom}V${lower}H${right}` },
    },
  ];
}

function circle(radius: number, looks: string): Element {
  return { tag: 'circle', key: 'shape', class: looks, attributes: { r: round(radius) } };
}

function box(half: number, corner: number, looks: string): Element {
  const [side, at] = [round(2 * half), round(-half)];
  return {
    tag: 'rect',
    key: 'shape',
    class: looks,
    attributes: { x: at, y: at, width: side, height: side, rx: round(corner) },
  };
}

function polygon(corners: number, radius: number, turn: number, looks: string): Element {
  const points = Array.from({ length: corners }, (_, index) => {
    const angle = turn + (2 * Math.PI * index) / corners;
    return `${round(radius * Math.cos(angle))} ${round(radius * Math.sin(angle))}`;
  });
  return { tag: 'path', key: 'shape', class: looks, attributes: { d: `M${points.join('L')}z` } };
}

/** A tenth of a pixel is as exact as anybody sees. */
export function round(number: number): number {
  return Math.round(number * 10) / 10;
}
