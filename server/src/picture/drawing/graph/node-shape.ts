import type { Element } from '../../element';
import type { NodeKind } from '../../graph';
import type { Place } from '../../layout/layout';

/** The outline of a node at a place, so that kinds are told apart without colours. */
export function nodeShape(kind: NodeKind, at: Place, radius: number, looks: string): Element[] {
  switch (kind) {
    case 'fund':
      return [box(at, radius * 0.9, radius * 0.3, looks)];
    case 'project':
      return sheet(at, radius, looks);
    case 'venture':
      return [polygon(at, 6, radius * 1.06, 0, looks)];
    case 'government':
      return [polygon(at, 5, radius * 1.08, -Math.PI / 2, looks)];
    case 'organization':
      return [polygon(at, 8, radius * 1.04, Math.PI / 8, looks)];
    case 'person':
      return [
        circle(at, radius, looks),
        {
          tag: 'circle',
          key: 'head',
          class: 'person',
          attributes: { cx: at.x, cy: round(at.y - radius * 0.22), r: round(radius * 0.26) },
        },
        {
          tag: 'path',
          key: 'shoulders',
          class: 'person',
          attributes: {
            d: `M${round(at.x - radius * 0.48)} ${round(at.y + radius * 0.56)}a${round(radius * 0.48)} ${round(radius * 0.48)} 0 0 1 ${round(radius * 0.96)} 0z`,
          },
        },
      ];
    case 'undeclared':
    case 'undisclosed':
      return [circle(at, radius, `${looks} unsure`)];
    case 'others':
      return [
        { ...circle({ x: at.x + 4, y: at.y - 4 }, radius, looks), key: 'behind' },
        circle(at, radius, looks),
      ];
    case 'company':
    case 'deal':
      return [circle(at, radius, looks)];
  }
}

/** A node at a place: a hub has a second line inside of its outline. */
export function nodeLook(
  { kind, isHub }: { readonly kind: NodeKind; readonly isHub: boolean },
  at: Place,
  radius: number,
  sector: string | undefined,
): Element[] {
  const looks = `${isHub ? 'hub' : 'node'}${sector === undefined ? '' : ` ${sector}`}`;
  const [shape, ...rest] = nodeShape(kind, at, radius, looks);
  const inner = Math.max(radius * 0.6, radius - 4.5);
  return [shape!, ...(isHub ? [nodeRing(kind, at, inner, 'hub', 'hub-inner')] : []), ...rest];
}

/** Kinds whose outline is a circle, whatever else they are drawn with. */
const circular: ReadonlySet<NodeKind> = new Set(['person', 'others', 'undeclared', 'undisclosed']);

/** The bare outline of a node, for what goes around it or along it. */
export function nodeRing(kind: NodeKind, at: Place, radius: number, key: string, looks: string): Element {
  const bare = circular.has(kind) ? 'company' : kind;
  return { ...nodeShape(bare, at, radius, looks)[0]!, key };
}

/** A sheet of paper on its side, with a corner folded. */
function sheet({ x, y }: Place, radius: number, looks: string): Element[] {
  const [right, bottom, fold] = [round(1.08 * radius), round(0.8 * radius), round(0.5 * radius)];
  const [inner, lower] = [round(x + right - fold), round(y + fold - bottom)];
  const [left, top, end, foot] = [x - right, y - bottom, x + right, y + bottom].map(round);
  return [
    {
      tag: 'path',
      key: 'shape',
      class: looks,
      attributes: { d: `M${left} ${top}H${inner}L${end} ${lower}V${foot}H${left}z` },
    },
    {
      tag: 'path',
      key: 'fold',
      class: 'fold',
      attributes: { d: `M${inner} ${top}V${lower}H${end}` },
    },
  ];
}

function circle({ x, y }: Place, radius: number, looks: string): Element {
  return {
    tag: 'circle',
    key: 'shape',
    class: looks,
    attributes: { cx: round(x), cy: round(y), r: round(radius) },
  };
}

function box({ x, y }: Place, half: number, corner: number, looks: string): Element {
  const side = round(2 * half);
  return {
    tag: 'rect',
    key: 'shape',
    class: looks,
    attributes: { x: round(x - half), y: round(y - half), width: side, height: side, rx: round(corner) },
  };
}

function polygon({ x, y }: Place, corners: number, radius: number, turn: number, looks: string): Element {
  const points = Array.from({ length: corners }, (_, index) => {
    const angle = turn + (2 * Math.PI * index) / corners;
    return `${round(x + radius * Math.cos(angle))} ${round(y + radius * Math.sin(angle))}`;
  });
  return { tag: 'path', key: 'shape', class: looks, attributes: { d: `M${points.join('L')}z` } };
}

/** A tenth of a pixel is as exact as anybody sees. */
export function round(number: number): number {
  return Math.round(number * 10) / 10;
}
