import type { Element } from '../../element';
import {
  firmnessOn,
  type Firmness,
  type Graph,
  type GraphNode,
  type NodeKind,
  type Tie,
  type TieKind,
} from '../../graph';
import type { Place, Places } from '../../layout/layout';
import { hullShape } from './hull-shape';
import { labelsOf, textScale, type Labels } from './labels';
import { nodeShape, round } from './node-shape';
import { sectorLooks } from './sectors';
import { labelLines, labelSize, sizesOf, type SizeBy, type Sizes } from './sizes';
import { bends, dashesOf, headPath, tiePath, type TiePath } from './tie-path';

/** How a graph is looked at. */
export interface GraphView {
  /** The day that is shown. */
  readonly day: number;
  readonly zoom: number;
  readonly sizeBy: SizeBy;
  /** Whether figures stand on the ties. */
  readonly showsAmounts: boolean;
  readonly showsHulls: boolean;
  readonly showsCircles: boolean;
  /** Whether parties have the colours of their sectors. */
  readonly showsSectors: boolean;
  /** Ids of nodes and ties that are selected. */
  readonly selected: ReadonlySet<string>;
  /** Ids of nodes and ties that are looked at; all others are faded. Absent where all are. */
  readonly near?: ReadonlySet<string>;
  /** Whether a tie passes the filters. */
  passes(tie: Tie): boolean;
}

/** Words of a picture, in the language of whoever looks at it. */
export interface GraphWords {
  readonly nodeKinds: Readonly<Record<NodeKind, string>>;
  readonly tieKinds: Readonly<Record<TieKind, string>>;
  readonly firmness: Readonly<Record<Firmness, string>>;
  readonly disputed: string;
  readonly exclusive: string;
  /** `{0} deals`, and `1 deal`. */
  readonly deals: string;
  readonly oneDeal: string;
  /** `{0} to {1}`, and `{0} with {1}` for ties without a direction. */
  readonly to: string;
  readonly with: string;
}

/** Draws a graph again and again, keeping what has not changed since the last time. */
export class GraphDrawing {
  readonly sizes: Sizes;
  private readonly byId: ReadonlyMap<string, GraphNode>;
  private readonly bendOf = new Map<string, number>();
  private readonly isCircular: ReadonlySet<string>;
  private readonly sectorLooks: ReadonlyMap<string, string>;
  private readonly kept = new Map<string, { readonly like: string; readonly element: Element }>();

  constructor(
    private readonly graph: Graph,
    private readonly words: GraphWords,
    sizeBy: SizeBy,
  ) {
    this.sizes = sizesOf(graph, sizeBy);
    this.byId = new Map(graph.nodes.map((node) => [node.id, node]));
    this.isCircular = new Set(graph.circles.flatMap(({ ties }) => ties));
    this.sectorLooks = sectorLooks(graph);
    this.bend();
  }

  /** What is drawn, from the back to the front. Nodes that have no place are left out. */
  draw(places: Places, view: GraphView): Element[] {
    const { graph } = this;
    const shown = graph.ties.filter((tie) => view.passes(tie) && firmnessOn(tie, view.day) !== undefined);
    const tied = new Set(shown.flatMap(({ from, to }) => [from, to]));
    const labels = this.labels(places, view, shown);
    const scale = round(textScale(view.zoom));
    return [
      { tag: 'g', key: 'hulls', children: view.showsHulls ? this.hulls(places, scale) : [] },
      {
        tag: 'g',
        key: 'circles',
        children: view.showsCircles ? shown.flatMap((tie) => this.circle(tie, places)) : [],
      },
      { tag: 'g', key: 'ties', children: shown.flatMap((tie) => this.tie(tie, places, view, labels, scale)) },
      {
        tag: 'g',
        key: 'nodes',
        children: graph.nodes.flatMap((node) => this.node(node, places, view, tied, labels.nodes, scale)),
      },
    ];
  }

  /** Ties between the same two bend away from each other. */
  private bend(): void {
    const pairs = new Map<string, Tie[]>();
    for (const tie of this.graph.ties) {
      const key = tie.from < tie.to ? `${tie.from}\n${tie.to}` : `${tie.to}\n${tie.from}`;
      const own = pairs.get(key);
      if (own) own.push(tie);
      else pairs.set(key, [tie]);
    }
    for (const own of pairs.values()) {
      const widest = Math.max(...own.map((tie) => this.sizes.widthOf(tie)));
      bends(own.length, widest + 8).forEach((bend, index) => {
        const tie = own[index]!;
        this.bendOf.set(tie.id, tie.from < tie.to ? bend : -bend);
      });
    }
  }

  private labels(places: Places, view: GraphView, shown: readonly Tie[]): Labels {
    const tied = new Set(shown.flatMap(({ from, to }) => [from, to]));
    const nodes = this.graph.nodes.filter(
      ({ id, kind, isHub }) =>
        (tied.has(id) || isHub || view.selected.has(id)) && kind !== 'undisclosed' && kind !== 'deal',
    );
    const figures = (view.showsAmounts ? shown : []).flatMap((tie) => {
      const text = this.figureOf(tie);
      const found = text === undefined ? undefined : this.pathOf(tie, places);
      if (text === undefined || !found) return [];
      const { beside } = found.path;
      // In the middle stand the marks.
      const wanted = tie.disputed || tie.exclusive ? beside.slice(1) : beside;
      return [{ id: tie.id, text, weight: tie.value ?? 0, places: wanted }];
    });
    return labelsOf(nodes, figures, places, this.sizes, view.zoom, view.selected);
  }

  /** What stands on a tie: how much, or of how many deals it is. What a plan costs stands at its point. */
  private figureOf({ kind, count, deals }: Tie): string | undefined {
    if (kind === 'plan') return undefined;
    return count > 1 ? dealsText(this.words, count) : deals[0]?.money;
  }

  private hulls(places: Places, scale: number): Element[] {
    return this.graph.hulls.flatMap((hull) => {
      const members = hull.members.flatMap((id) => {
        const [place, node] = [places.get(id), this.byId.get(id)];
        return place && node ? [{ ...place, radius: this.sizes.radiusOf(node) }] : [];
      });
      return hullShape(hull, members, scale);
    });
  }

  private pathOf(tie: Tie, places: Places): { readonly path: TiePath; readonly head: number } | undefined {
    const [from, to] = [places.get(tie.from), places.get(tie.to)];
    const [fromNode, toNode] = [this.byId.get(tie.from), this.byId.get(tie.to)];
    if (!from || !to || !fromNode || !toNode) return undefined;
    const width = this.sizes.widthOf(tie);
    const head = tie.directed ? 7 + 1.1 * width : 0;
    const path = tiePath(
      {
        from,
        to,
        fromRadius: this.sizes.radiusOf(fromNode),
        toRadius: this.sizes.radiusOf(toNode),
        bend: this.bendOf.get(tie.id) ?? 0,
      },
      head,
    );
    return path && { path, head };
  }

  private circle(tie: Tie, places: Places): Element[] {
    if (!this.isCircular.has(tie.id)) return [];
    const found = this.pathOf(tie, places);
    const width = this.sizes.widthOf(tie) + 9;
    return found
      ? [
          {
            tag: 'path',
            key: `circle ${tie.id}`,
            class: 'circular',
            attributes: { d: found.path.d, 'stroke-width': round(width) },
          },
        ]
      : [];
  }

  private tie(tie: Tie, places: Places, view: GraphView, labels: Labels, scale: number): Element[] {
    const firmness = firmnessOn(tie, view.day) ?? 'over';
    const fades = view.near !== undefined && !view.near.has(tie.id);
    const isSelected = view.selected.has(tie.id);
    const found = this.pathOf(tie, places);
    if (!found) return [];
    const { path, head } = found;
    const figure = labels.ties.get(tie.id);
    const at = figure && `${round(figure.x)} ${round(figure.y)}`;
    const like = `${path.d} ${firmness} ${fades} ${isSelected} ${at} ${scale}`;
    return [
      this.keep(`tie ${tie.id}`, like, () => {
        const width = this.sizes.widthOf(tie);
        const dashes = tie.kind === 'ownership' ? undefined : dashesOf(firmness, width);
        const children: Element[] = [];
        if (isSelected) {
          children.push({
            tag: 'path',
            key: 'selected',
            class: 'selected-tie',
            attributes: { d: path.d, 'stroke-width': round(width + 7) },
          });
        }
        // Wide and unseen, so that a thin line can be pointed at.
        children.push({
          tag: 'path',
          key: 'reach',
          class: 'tie',
          attributes: {
            d: path.d,
            stroke: 'transparent',
            'stroke-width': Math.max(12, round(width)),
            'pointer-events': 'stroke',
          },
        });
        children.push({
          tag: 'path',
          key: 'line',
          class: `tie ${tie.kind} ${firmness}`,
          attributes: {
            d: path.d,
            'stroke-width': round(width),
            ...(dashes && { 'stroke-dasharray': dashes }),
          },
        });
        if (tie.directed) children.push(headOf(tie, firmness, path, head, width));
        children.push(...this.marks(tie, path.middle, figure, scale));
        return {
          tag: 'g',
          key: `tie ${tie.id}`,
          ...(fades && { class: 'faded' }),
          target: { type: 'tie', id: tie.id, label: this.tieLabel(tie, firmness) },
          children,
        };
      }),
    ];
  }

  /** What stands on a tie: that it is disputed or exclusive, and its figure. */
  private marks(tie: Tie, { x, y }: Place, figure: Place | undefined, scale: number): Element[] {
    const marks: Element[] = [];
    if (tie.disputed && tie.kind !== 'plan') marks.push(badge('disputed', x, y, scale));
    if (tie.exclusive) marks.push(badge('exclusive', x + 15 * marks.length, y, scale));
    const text = figure && this.figureOf(tie);
    if (text !== undefined) {
      marks.push({
        tag: 'text',
        key: 'figure',
        class: 'amount halo',
        attributes: { transform: `translate(${round(figure!.x)} ${round(figure!.y + 3.5)}) scale(${scale})` },
        text,
      });
    }
    return marks;
  }

  private node(
    node: GraphNode,
    places: Places,
    view: GraphView,
    tied: ReadonlySet<string>,
    labels: ReadonlySet<string>,
    scale: number,
  ): Element[] {
    const place = places.get(node.id);
    if (!place) return [];
    const isSelected = view.selected.has(node.id);
    const fades =
      !isSelected &&
      ((view.near !== undefined && !view.near.has(node.id)) || (!tied.has(node.id) && !node.isHub));
    const hasLabel = labels.has(node.id);
    const like = `${round(place.x)} ${round(place.y)} ${isSelected} ${fades} ${hasLabel} ${scale} ${view.showsSectors}`;
    return [
      this.keep(`node ${node.id}`, like, () => {
        const radius = this.sizes.radiusOf(node);
        const sector = view.showsSectors ? this.sectorLooks.get(node.sector ?? '') : undefined;
        const looks = [node.isHub ? 'hub' : 'node', sector, isSelected ? 'selected' : undefined]
          .filter((look) => look !== undefined)
          .join(' ');
        return {
          tag: 'g',
          key: `node ${node.id}`,
          ...(fades && { class: 'faded' }),
          attributes: { transform: `translate(${round(place.x)} ${round(place.y)})` },
          target: { type: 'node', id: node.id, label: this.nodeLabel(node) },
          children: [
            ...nodeShape(node.kind, radius, looks),
            ...(node.disputed === true ? [badge('disputed', 0.75 * radius, -0.75 * radius, scale)] : []),
            ...(hasLabel ? [label(node, radius, scale)] : []),
          ],
        };
      }),
    ];
  }

  /** What a screen reader says of a node. */
  nodeLabel({ title, kind, sector, deals, budget, disputed = false }: GraphNode): string {
    const parts = [title, this.words.nodeKinds[kind], sector, budget, dealsText(this.words, deals)];
    return [...parts, disputed ? this.words.disputed : undefined]
      .filter((part) => part !== undefined)
      .join(', ');
  }

  /** What a screen reader says of a tie as it stands. */
  tieLabel(tie: Tie, firmness: Firmness): string {
    const titleOf = (id: string) => this.byId.get(id)?.title ?? '';
    const who = filled(tie.directed ? this.words.to : this.words.with, titleOf(tie.from), titleOf(tie.to));
    const [only] = tie.deals;
    return [
      who,
      this.words.tieKinds[tie.kind],
      tie.count > 1 ? dealsText(this.words, tie.count) : only?.money,
      tie.kind === 'ownership' ? undefined : this.words.firmness[firmness],
      tie.disputed ? this.words.disputed : undefined,
      tie.exclusive ? this.words.exclusive : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(', ');
  }

  /** The element made last for a key, where it was made alike. */
  private keep(key: string, like: string, make: () => Element): Element {
    const known = this.kept.get(key);
    if (known?.like === like) return known.element;
    const element = make();
    this.kept.set(key, { like, element });
    return element;
  }
}

/** A sign in a circle. */
function badge(type: 'disputed' | 'exclusive', x: number, y: number, scale: number): Element {
  const isDisputed = type === 'disputed';
  return {
    tag: 'g',
    key: type,
    attributes: { transform: `translate(${round(x)} ${round(y)}) scale(${scale})` },
    children: [
      { tag: 'circle', class: isDisputed ? 'badge' : 'badge-plain', attributes: { r: 7 } },
      { tag: 'text', class: type, attributes: { y: 3.8 }, text: isDisputed ? '!' : 'E' },
    ],
  };
}

/** Closed money has a full head, ownership a diamond, goods an open one. */
function headOf(tie: Tie, firmness: Firmness, path: TiePath, length: number, width: number): Element {
  const half = 3.5 + 0.75 * width;
  const isOpen = tie.kind === 'trade' || tie.kind === 'plan';
  return {
    tag: 'path',
    key: 'head',
    class: `${isOpen ? `head-open ${tie.kind}` : `head fill-${tie.kind}`}${firmness === 'over' ? ' over' : ''}`,
    attributes: { d: headPath(path, length, half) },
  };
}

function label(node: GraphNode, radius: number, scale: number): Element {
  return {
    tag: 'text',
    key: 'label',
    class: 'node-label halo',
    attributes: {
      transform: `translate(0 ${round(radius + 2)}) scale(${scale})`,
      'unicode-bidi': 'plaintext',
    },
    children: labelLines(node).map((line, index) => ({
      tag: 'tspan',
      key: String(index),
      attributes: { x: 0, y: (index + 1) * (labelSize + 2) - 2 },
      text: line,
    })),
  };
}

/** How many deals, in words. */
export function dealsText({ deals, oneDeal }: Pick<GraphWords, 'deals' | 'oneDeal'>, count: number): string {
  return count === 1 ? oneDeal : filled(deals, count);
}

/** A text with what is put into its places: `{0}`, `{1}`. */
export function filled(text: string, ...parts: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => String(parts[Number(index)] ?? ''));
}
