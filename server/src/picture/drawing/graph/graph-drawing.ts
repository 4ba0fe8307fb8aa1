import type { Element } from '../../element';
import {
  isFirm,
  stepOn,
  surestIn,
  type Firmness,
  type Graph,
  type GraphNode,
  type Hull,
  type NodeKind,
  type Tie,
  type TieKind,
  type TieStep,
} from '../../graph';
import type { Place, Places } from '../../layout/layout';
import {
  dealsText,
  filled,
  fullMoneyOf,
  moneyOfDeal,
  shortMoneyOf,
  type TieMoneyWords,
} from '../../tie-money';
import { moneyFormat } from '../numbers';
import { plain, widthOf } from '../text';
import { detourOf, type Detour } from './detour';
import { amongThem, cornersOf, distanceOutside, hullMargin, partsOf, type HullParts } from './hull-parts';
import { bridgeWidth, hullShape, titleBoxes, type HullForm } from './hull-shape';
import { boxAround, type Box } from './box-grid';
import {
  labelAt,
  labelBox,
  labelsOf,
  linePitch,
  noLabels,
  textScale,
  widthOfFigure,
  type Figure,
  type Labelled,
  type Labels,
  type Side,
  type Title,
} from './labels';
import { LineGrid } from './line-grid';
import { badge, headOf, marksOn, placesOfMarks, signBox } from './marks-on-ties';
import { nodeLook, nodeRing, round } from './node-shape';
import { Obstacles, type Obstacle } from './obstacles';
import { sectorLooks } from './sectors';
import { mostDrawn, TieChooser, type ShownTies, type TieView } from './shown-ties';
import { labelLines, labelSize, sizesOf, type SizeBy, type Sizes } from './sizes';
import { bends, dashesOf, tiePath, type TiePath } from './tie-path';

/** How a graph is looked at. */
export interface GraphView extends TieView {
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
  /** Whether things are on the move: which labels have room is found out once they have come to rest. */
  readonly isMoving?: boolean;
  /** Whether a tie passes the filters. */
  passes(tie: Tie): boolean;
}

/** Words of a picture, in the language of whoever looks at it. */
export interface GraphWords extends TieMoneyWords {
  readonly nodeKinds: Readonly<Record<NodeKind, string>>;
  readonly tieKinds: Readonly<Record<TieKind, string>>;
  readonly disputed: string;
  readonly exclusive: string;
  /** `{0} to {1}`, and `{0} with {1}` for ties without a direction. */
  readonly to: string;
  readonly with: string;
}

/** Elements, and what they were made of. */
interface Kept {
  readonly of: readonly unknown[];
  readonly made: readonly Element[];
}

/** What is known of a node whatever the day is, and how it was drawn last. */
interface KnownNode extends Labelled {
  readonly node: GraphNode;
  /** The look of its sector, where it has one. */
  readonly sector: string | undefined;
  drawn?: Kept;
}

/** What is known of a tie whatever the day is, and how it was drawn last. */
interface KnownTie {
  readonly tie: Tie;
  readonly width: number;
  /** How long its arrow is; none where it has no direction. */
  readonly head: number;
  /** Seen from the first end of its bundle. */
  readonly bend: number;
  readonly ends: readonly [KnownNode, KnownNode] | undefined;
  readonly bundle: Bundle;
  /**
   * What stands on it: how much, or of how many deals it is. What a plan costs stands at its point, and the whole of what
   * several put in is nobody's. By step, those that were asked for.
   */
  readonly figures: Map<TieStep, Written | undefined>;
  /** Its way, and what it was made of. */
  found?: {
    readonly from: Place;
    readonly to: Place;
    readonly detour: Detour;
    readonly path: TiePath | undefined;
  };
  circle?: Kept;
  /** What a screen reader says of it, and at which step. */
  label?: { readonly step: TieStep | undefined; readonly text: string };
  /** Its way when nothing moved. */
  atRest?: TiePath;
  /** Whether a node that is moved leads it around. */
  isLed?: boolean;
  drawn?: Kept;
}

/** A text, and how wide it is. */
interface Written {
  readonly text: string;
  readonly width: number;
}

/** What is known of a hull, and how it was drawn last. */
interface KnownHull {
  readonly hull: Hull;
  readonly members: ReadonlySet<string>;
  /** Its form, and what it was made of. Its parts are found when all is at rest. */
  found?: {
    readonly of: readonly unknown[];
    readonly obstacles: Obstacles;
    /** Who is no member but stands among them. */
    readonly among: readonly Obstacle[];
    readonly parts: HullParts;
    readonly form: HullForm;
  };
  drawn?: Kept;
}

/** The ties between the same two, which take a detour together. */
interface Bundle {
  readonly first: string;
  readonly ties: { readonly bend: number; readonly width: number }[];
  found?: {
    readonly from: Place;
    readonly to: Place;
    readonly obstacles: Obstacles;
    readonly detour: Detour;
  };
}

/**
 * Draws a graph again and again. What has not changed since the last time is the same object, and hardly costs anything:
 * when one node is moved, only its ties are drawn anew.
 */
export class GraphDrawing {
  readonly sizes: Sizes;
  private readonly nodes: ReadonlyMap<string, KnownNode>;
  private readonly ties: ReadonlyMap<Tie, KnownTie>;
  /** Hubs first, then those with the most money and deals. */
  private readonly inOrderOfLabels: readonly KnownNode[];
  /** The weightiest first. */
  private readonly inOrderOfFigures: readonly KnownTie[];
  private readonly chooser: TieChooser;
  /** The ties of each leg of each circle of money. */
  private readonly circles: readonly (readonly (readonly Tie[])[])[];
  private readonly hulls: readonly KnownHull[];
  private labels: Labels | undefined;
  /** What ties go around: where everybody stood when all was at rest. */
  private obstacles: Obstacles | undefined;
  private lineGrid:
    | { readonly obstacles: Obstacles | undefined; readonly drawn: readonly Tie[]; readonly lines: LineGrid }
    | undefined;
  private readonly inWords: ((amount: number) => string) | undefined;

  constructor(
    private readonly graph: Graph,
    private readonly words: GraphWords,
    sizeBy: SizeBy,
  ) {
    this.sizes = sizesOf(graph, sizeBy);
    this.inWords = graph.currency === null ? undefined : moneyFormat(graph.currency);
    const sectors = sectorLooks(graph);
    this.nodes = new Map(
      graph.nodes.map((node) => [node.id, this.knownNode(node, sectors.get(node.sector ?? ''))]),
    );
    this.ties = this.knownTies();
    const byId = new Map(graph.ties.map((tie) => [tie.id, tie]));
    this.circles = graph.circles
      .filter(({ legs }) => legs.length > 0)
      .map(({ legs }) => legs.map((leg) => leg.flatMap((id) => byId.get(id) ?? [])));
    this.chooser = new TieChooser(graph.ties);
    this.hulls = graph.hulls.map((hull) => ({ hull, members: new Set(hull.members) }));
    this.inOrderOfLabels = [...this.nodes.values()]
      .filter(({ node: { kind } }) => kind !== 'undisclosed' && kind !== 'deal')
      .sort(
        ({ node: a }, { node: b }) =>
          Number(b.isHub) - Number(a.isHub) ||
          (b.money ?? 0) - (a.money ?? 0) ||
          b.deals - a.deals ||
          (a.id < b.id ? -1 : 1),
      );
    this.inOrderOfFigures = [...this.ties.values()]
      .filter(({ figures }) => [...figures.values()].some((figure) => figure !== undefined))
      .sort(({ tie: a }, { tie: b }) => (b.value ?? 0) - (a.value ?? 0));
  }

  /** What is drawn, from the back to the front. Nodes that have no place are left out. */
  draw(places: Places, view: GraphView): Element[] {
    const shown = this.chooser.choose(view);
    const scale = round(textScale(view.zoom));
    this.look(places, view.isMoving === true);
    if (!this.labels || view.isMoving !== true) this.labels = this.labelsNow(places, view, shown, scale);
    const { labels } = this;
    const lines = shown.drawn.map((tie) => ({
      made: this.tie(tie, places, view, shown, labels, scale),
      isLed: this.ties.get(tie)!.isLed,
    }));
    return [
      { tag: 'g', key: 'hulls', children: view.showsHulls ? this.drawnHulls(places, labels, scale) : [] },
      {
        tag: 'g',
        key: 'circles',
        children: view.showsCircles
          ? this.drawnCircles(shown).flatMap((tie) => this.circle(tie, places))
          : [],
      },
      {
        tag: 'g',
        key: 'ties',
        children: lines.flatMap(({ made, isLed }) => (isLed ? [] : made)),
      },
      // By themselves, so that a page need not paint all others anew when a few are led around.
      {
        tag: 'g',
        key: 'led',
        children: lines.flatMap(({ made, isLed }) => (isLed ? made : [])),
      },
      {
        tag: 'g',
        key: 'nodes',
        children: [...this.nodes.values()].flatMap((node) =>
          this.node(node, places, view, shown, labels, scale),
        ),
      },
    ];
  }

  /** The room that nodes, their labels and titles of hulls take as they were drawn last; undefined where nothing was. */
  extent(places: Places, { zoom, showsHulls }: GraphView): Box | undefined {
    const { labels = noLabels } = this;
    const scale = round(textScale(zoom));
    const boxes: Box[] = [...this.nodes.values()].flatMap((node) => {
      const place = places.get(node.id);
      if (!place) return [];
      const side = labels.nodes.get(node.id);
      return [
        boxAround(place, node.radius, node.radius, node.radius),
        ...(side === undefined ? [] : [labelBox(node, place, side, scale)]),
      ];
    });
    for (const { id, boxes: all } of showsHulls ? this.titles(places, scale) : []) {
      boxes.push(...(all[labels.hulls.get(id) ?? -1] ? [all[labels.hulls.get(id)!]!] : []));
    }
    for (const known of showsHulls ? this.hulls : []) {
      for (const [x, y] of this.form(known, places).parts.flat()) {
        boxes.push(boxAround({ x, y }, hullMargin, hullMargin, hullMargin));
      }
    }
    return boxes.length === 0
      ? undefined
      : {
          left: Math.min(...boxes.map(({ left }) => left)),
          right: Math.max(...boxes.map(({ right }) => right)),
          top: Math.min(...boxes.map(({ top }) => top)),
          bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
        };
  }

  /** How many ties are there but not drawn, since there are too many of them. */
  leftOut(view: TieView): number {
    return this.chooser.choose(view).left;
  }

  /** Sees where everybody stands, unless they are on the move: then the others' ties stay as they are. */
  private look(places: Places, isMoving: boolean): void {
    if (this.obstacles && (isMoving || this.obstacles.areAt(places, this.nodes.size))) return;
    // What labels keep are their places in one layout.
    if (this.obstacles?.haveMostlyMoved(places) === true) this.labels = undefined;
    this.obstacles = new Obstacles(this.nodes.values(), places);
  }

  private knownNode(node: GraphNode, sector: string | undefined): KnownNode {
    const lines = labelLines(node);
    const width = Math.max(...lines.map((line) => widthOf(line, labelSize)), 0);
    return { id: node.id, node, sector, radius: this.sizes.radiusOf(node), lines, width };
  }

  /** Ties between the same two bend away from each other. */
  private knownTies(): Map<Tie, KnownTie> {
    const pairs = new Map<string, Map<string, Tie[]>>();
    for (const tie of this.graph.ties) {
      const [a, b] = tie.from < tie.to ? [tie.from, tie.to] : [tie.to, tie.from];
      const others = pairs.get(a) ?? new Map<string, Tie[]>();
      pairs.set(a, others);
      others.set(b, [...(others.get(b) ?? []), tie]);
    }
    const known = new Map<Tie, KnownTie>();
    for (const own of [...pairs.values()].flatMap((others) => [...others.values()])) {
      const widths = own.map((tie) => this.sizes.widthOf(tie));
      const [{ from: one, to: other }] = [own[0]!];
      const bundle: Bundle = { first: one < other ? one : other, ties: [] };
      const figures = own.map((tie) => {
        const step = tie.steps.at(-1);
        return step && this.figureOf(tie, step);
      });
      bends(own.length, pitchOf(widths, figures)).forEach((bend, index) => {
        const tie = own[index]!;
        const width = widths[index]!;
        const [from, to] = [this.nodes.get(tie.from), this.nodes.get(tie.to)];
        bundle.ties.push({ bend, width });
        known.set(tie, {
          tie,
          width,
          head: tie.directed ? 7 + 1.1 * width : 0,
          bend,
          ends: from && to ? [from, to] : undefined,
          bundle,
          figures: new Map(tie.steps.slice(-1).map((step) => [step, figures[index]])),
        });
      });
    }
    return known;
  }

  private figureOf({ kind, count, deals }: Tie, step: TieStep): Written | undefined {
    if (kind === 'plan') return undefined;
    const text = count > 1 ? shortMoneyOf(step, this.inWords, this.words) : plain(deals[0]?.money ?? '');
    return text === '' ? undefined : { text, width: widthOfFigure(text) };
  }

  /** What stands on a tie on a day. */
  private figureOn({ tie, figures }: KnownTie, day: number): Written | undefined {
    const step = stepOn(tie, day);
    if (!step) return undefined;
    if (!figures.has(step)) figures.set(step, this.figureOf(tie, step));
    return figures.get(step);
  }

  private labelsNow(places: Places, view: GraphView, shown: ShownTies, scale: number): Labels {
    const { selected } = view;
    const named = this.inOrderOfLabels.filter(
      ({ id, node }) => shown.tied.has(id) || isAlwaysThere(node) || selected.has(id),
    );
    const isDrawn = new Set(shown.drawn);
    const figures = (view.showsAmounts ? this.inOrderOfFigures : []).flatMap((known): Figure[] => {
      const path = isDrawn.has(known.tie) ? this.pathOf(known, places) : undefined;
      const figure = path && this.figureOn(known, view.day);
      if (!figure) return [];
      return [{ id: known.tie.id, width: figure.width, places: placesOfFigure(known.tie, path) }];
    });
    return labelsOf(
      {
        titles: view.showsHulls ? this.titles(places, scale) : [],
        nodes: this.inOrderOfLabels,
        shown: new Set(named.map(({ id }) => id)),
        figures,
        solid: this.nodes.values(),
        signs: this.signs(places, this.linesInTheWay(shown), scale),
        lines: this.lines(places, shown, isDrawn),
        places,
        scale,
        always: selected,
      },
      this.labels ?? noLabels,
    );
  }

  /** All ties, so that labels stay where they are when some of them come or go; of very many those that are drawn. */
  private linesInTheWay({ drawn }: ShownTies): readonly Tie[] {
    return this.graph.ties.length <= mostDrawn ? this.graph.ties : drawn;
  }

  private lines(places: Places, shown: ShownTies, isDrawn: ReadonlySet<Tie>): LineGrid {
    const before = this.lineGrid;
    if (before && before.obstacles === this.obstacles && isSameList(before.drawn, shown.drawn))
      return before.lines;
    const lines = new LineGrid();
    for (const tie of this.linesInTheWay(shown)) {
      const known = this.ties.get(tie)!;
      const path = this.pathOf(known, places);
      if (path) lines.add(tie.id, path.along, known.width, isDrawn.has(tie));
    }
    this.lineGrid = { obstacles: this.obstacles, drawn: shown.drawn, lines };
    return lines;
  }

  /** Where signs stand on ties and nodes. */
  private signs(places: Places, ties: readonly Tie[], scale: number): Box[] {
    const signs: Box[] = [];
    for (const tie of ties) {
      if (!tie.disputed && !tie.exclusive) continue;
      const path = this.pathOf(this.ties.get(tie)!, places);
      if (path) for (const place of placesOfMarks(tie, path.middle)) signs.push(signBox(place, scale));
    }
    for (const { id, node, radius } of this.nodes.values()) {
      const place = node.disputed === true ? places.get(id) : undefined;
      if (place) signs.push(signBox({ x: place.x + 0.75 * radius, y: place.y - 0.75 * radius }, scale));
    }
    return signs;
  }

  private titles(places: Places, scale: number): Title[] {
    const forms = this.hulls.map((known) => this.form(known, places));
    return this.hulls.flatMap(({ hull }, index): Title[] => {
      if (forms[index]!.parts.length === 0) return [];
      const all = titleBoxes(hull, forms[index]!, scale);
      const others = forms.filter((_, at) => at !== index).flatMap(({ parts }) => parts);
      // In another hull, or beside one, it would be taken for that one's.
      const costs = all.map(({ box: { left, right, top, bottom }, corner }) => {
        const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
        const isAmong = (place: Place) =>
          others.some((corners) => distanceOutside(place, corners) < hullMargin);
        return Number(isAmong(middle)) * 3 + Number(isAmong(corner)) * 3;
      });
      return [{ id: hull.id, boxes: all.map(({ box }) => box), costs }];
    });
  }

  private drawnHulls(places: Places, labels: Labels, scale: number): Element[] {
    return this.hulls.flatMap((known) => {
      const form = this.form(known, places);
      const at = labels.hulls.get(known.hull.id);
      known.drawn = kept(known.drawn, [form, at, scale], () => {
        const box = at === undefined ? undefined : titleBoxes(known.hull, form, scale)[at]?.box;
        return hullShape(known.hull, form, box, scale);
      });
      return known.drawn.made;
    });
  }

  private form(known: KnownHull, places: Places): HullForm {
    const { hull, members, found } = known;
    const obstacles = this.obstacles!;
    const of = hull.members.map((id) => places.get(id));
    const isSameRest = found?.obstacles === obstacles;
    if (isSameRest && isSameList(found.of, of)) return found.form;
    const inside = hull.members.flatMap((id, index) => {
      const [place, node] = [of[index], this.nodes.get(id)];
      return place && node ? [{ id, x: place.x, y: place.y, radius: node.radius }] : [];
    });
    const among = isSameRest
      ? found.among
      : amongThem(inside, obstacles.all).filter(({ id }) => !members.has(id));
    if (found && isSameList(found.of, of) && areSame(found.among, among)) {
      known.found = { ...found, obstacles };
      return found.form;
    }
    const none: HullParts = { parts: [], bridges: [] };
    const parts = isSameRest ? found.parts : inside.length < 2 ? none : partsOf(inside, among);
    const outlines = parts.parts.map((part) => cornersOf(part.map((index) => inside[index]!)));
    const form: HullForm = {
      parts: outlines,
      bridges: parts.bridges.flatMap(([a, b]) => {
        const [from, to] = [inside[a]!, inside[b]!];
        const way = detourOf(from, to, [{ bend: 0, width: bridgeWidth }], obstacles);
        return tiePath({ from, to, fromRadius: 0, toRadius: 0, ...way }, 0)?.d ?? [];
      }),
    };
    known.found = { of, obstacles, among, parts, form };
    return form;
  }

  private pathOf(known: KnownTie, places: Places): TiePath | undefined {
    const { tie, ends, head, bundle } = known;
    const [from, to] = [places.get(tie.from), places.get(tie.to)];
    if (!from || !to || !ends) return undefined;
    const isForward = tie.from === bundle.first;
    const detour = isForward
      ? this.detour(bundle, ends[0], ends[1], from, to)
      : this.detour(bundle, ends[1], ends[0], to, from);
    const before = known.found;
    if (before && isSame(before.from, from) && isSame(before.to, to) && before.detour === detour)
      return before.path;
    const bend = known.bend + detour.bend;
    const path = tiePath(
      {
        from,
        to,
        fromRadius: ends[0].radius,
        toRadius: ends[1].radius,
        bend: isForward ? bend : -bend,
        lean: isForward ? detour.lean : 1 - detour.lean,
      },
      head,
    );
    known.found = { from, to, detour, path };
    return path;
  }

  private detour(bundle: Bundle, first: KnownNode, second: KnownNode, from: Place, to: Place): Detour {
    const before = bundle.found;
    const obstacles = this.obstacles!;
    if (before?.obstacles === obstacles && isSame(before.from, from) && isSame(before.to, to))
      return before.detour;
    const detour = detourOf(
      { id: first.id, radius: first.radius, x: from.x, y: from.y },
      { id: second.id, radius: second.radius, x: to.x, y: to.y },
      bundle.ties,
      obstacles,
    );
    bundle.found = { from, to, obstacles, detour };
    return detour;
  }

  /** The ties through which money comes back on the day: of circles all of whose legs are in sight, and firm. */
  private drawnCircles({ drawn, firmness, left }: ShownTies): Tie[] {
    const seen = left > 0 ? new Set(drawn) : undefined;
    const stands = (tie: Tie) => isFirm(firmness.get(tie)) && (!seen || seen.has(tie));
    const whole = new Set<Tie>();
    for (const legs of this.circles) {
      const standing = legs.map((leg) => leg.filter(stands));
      if (standing.every(({ length }) => length > 0)) for (const tie of standing.flat()) whole.add(tie);
    }
    return drawn.filter((tie) => whole.has(tie));
  }

  private circle(tie: Tie, places: Places): readonly Element[] {
    const known = this.ties.get(tie)!;
    const path = this.pathOf(known, places);
    if (!path) return [];
    known.circle = kept(known.circle, [path], () => [
      {
        tag: 'path',
        key: `circle ${tie.id}`,
        class: 'circular',
        attributes: { d: path.d, 'stroke-width': round(known.width + 9) },
      },
    ]);
    return known.circle.made;
  }

  private tie(
    tie: Tie,
    places: Places,
    view: GraphView,
    shown: ShownTies,
    labels: Labels,
    scale: number,
  ): readonly Element[] {
    const known = this.ties.get(tie)!;
    const path = this.pathOf(known, places);
    if (!path) return [];
    const firmness = shown.firmness.get(tie) ?? 'over';
    const fades = view.near !== undefined && !view.near.has(tie.id);
    const isSelected = view.selected.has(tie.id);
    const isMoving = view.isMoving === true;
    if (!isMoving) known.atRest = path;
    // Figures and signs on lines that are led around by a node come back when it rests: text costs most to draw.
    known.isLed = isMoving && known.atRest !== undefined && path.d !== known.atRest.d;
    const at = view.showsAmounts && !known.isLed ? labels.ties.get(tie.id) : undefined;
    const step = stepOn(tie, view.day);
    const hasMarks = !known.isLed && (at !== undefined || tie.disputed || tie.exclusive);
    const of = [path, step, fades, isSelected, at, hasMarks ? scale : undefined, known.isLed];
    known.drawn = kept(known.drawn, of, () => {
      const place = at === undefined ? undefined : placesOfFigure(tie, path)[at];
      const written = place && this.figureOn(known, view.day);
      const figure = place && written && { at: place, text: written.text };
      return [
        {
          tag: 'g',
          key: `tie ${tie.id}`,
          ...(fades && { class: 'faded' }),
          target: { type: 'tie', id: tie.id, label: this.spokenAt(known, step, view.day) },
          children: [
            ...linesOf(known, path, firmness, isSelected),
            ...(known.isLed ? [] : marksOn(tie, path.middle, figure, scale)),
          ],
        },
      ];
    });
    return known.drawn.made;
  }

  private node(
    known: KnownNode,
    places: Places,
    view: GraphView,
    shown: ShownTies,
    labels: Labels,
    scale: number,
  ): readonly Element[] {
    const { node } = known;
    const place = places.get(node.id);
    if (!place) return [];
    const isSelected = view.selected.has(node.id);
    const fades =
      !isSelected &&
      ((view.near !== undefined && !view.near.has(node.id)) ||
        (!shown.tied.has(node.id) && !isAlwaysThere(node)));
    const side = labels.nodes.get(node.id);
    const [x, y] = [round(place.x), round(place.y)];
    const { showsSectors } = view;
    const grows = side !== undefined || node.disputed === true;
    const of = [x, y, fades, isSelected, showsSectors, side, grows ? scale : undefined];
    known.drawn = kept(known.drawn, of, () => [
      {
        tag: 'g',
        key: `node ${node.id}`,
        ...(fades && { class: 'faded' }),
        target: { type: 'node', id: node.id, label: this.nodeLabel(node) },
        children: looksOf(known, { x, y }, isSelected, showsSectors, side, scale),
      },
    ]);
    return known.drawn.made;
  }

  /** What a screen reader says of a node. */
  nodeLabel({ title, kind, sector, deals, budget, disputed = false }: GraphNode): string {
    const parts = [title, this.words.nodeKinds[kind], sector, budget, dealsText(this.words, deals)];
    return [...parts, disputed ? this.words.disputed : undefined]
      .filter((part) => part !== undefined)
      .join(', ');
  }

  private spokenAt(known: KnownTie, step: TieStep | undefined, day: number): string {
    if (known.label?.step !== step || !known.label) {
      known.label = { step, text: this.tieLabel(known.tie, day) };
    }
    return known.label.text;
  }

  /** What a screen reader says of a tie as it stands. */
  tieLabel(tie: Tie, day: number): string {
    const step = stepOn(tie, day);
    const firmness = (step && surestIn(step)) ?? 'over';
    const isSum = tie.count > 1 && tie.kind !== 'ownership' && step !== undefined;
    const titleOf = (id: string) => this.nodes.get(id)?.node.title ?? '';
    const who = filled(tie.directed ? this.words.to : this.words.with, titleOf(tie.from), titleOf(tie.to));
    const [only] = tie.deals;
    return [
      who,
      this.words.tieKinds[tie.kind],
      isSum
        ? fullMoneyOf(step, this.inWords, this.words)
        : tie.count > 1
          ? dealsText(this.words, tie.count)
          : only && moneyOfDeal(only, this.words.ofWhole),
      tie.kind === 'ownership' || isSum ? undefined : this.words.firmness[firmness],
      tie.disputed ? this.words.disputed : undefined,
      tie.exclusive ? this.words.exclusive : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(', ');
  }
}

/** What was made before, where it was made of the same. */
function kept(before: Kept | undefined, of: readonly unknown[], make: () => Element[]): Kept {
  return before && isSameList(before.of, of) ? before : { of, made: make() };
}

function areSame(a: readonly Obstacle[], b: readonly Obstacle[]): boolean {
  return a.length === b.length && a.every((one, index) => one.id === b[index]!.id && isSame(one, b[index]!));
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  return index === a.length;
}

/** Whether a node is there whatever the day is: a hub, and who has no deals that could begin. */
function isAlwaysThere({ isHub, deals }: GraphNode): boolean {
  return isHub || deals === 0;
}

/** Pixels from what is selected to the ring around it. */
const selectedGap = 4.5;

/** A node at a place, and what stands on it and beside it. */
function looksOf(
  known: KnownNode,
  at: Place,
  isSelected: boolean,
  showsSectors: boolean,
  side: Side | undefined,
  scale: number,
): Element[] {
  const { node, radius, sector } = known;
  return [
    ...nodeLook(node, at, radius, showsSectors ? sector : undefined),
    ...(isSelected ? [nodeRing(node.kind, at, radius + selectedGap, 'selected', 'selected')] : []),
    ...(node.disputed === true ? [badge('disputed', at.x + 0.75 * radius, at.y - 0.75 * radius, scale)] : []),
    ...(side === undefined ? [] : [label(known, at, side, scale)]),
  ];
}

function isSame(a: Place, b: Place): boolean {
  return a.x === b.x && a.y === b.y;
}

/** Where figures may stand on a tie, the best places first; in its middle stand its marks. */
const sharesOfFigure = [0, 5, 9, 13, 17, 21, 25, 29, 33].flatMap((away) =>
  away === 0 ? [0.5] : [0.5 - away / 100, 0.5 + away / 100],
);

function placesOfFigure({ disputed, exclusive }: Tie, { along }: TiePath): readonly Place[] {
  return (disputed || exclusive ? sharesOfFigure.slice(1) : sharesOfFigure).map(along);
}

/** Pixels between ties of the same two: their figures have room between their neighbours, wherever that is possible. */
function pitchOf(widths: readonly number[], figures: readonly (Written | undefined)[]): number {
  const widest = Math.max(...widths);
  const figure = Math.max(...figures.map((written) => written?.width ?? 0));
  return Math.max(widest + 8, Math.min(24, figure === 0 ? 0 : figure / 2 + 6 + widest / 2));
}

function linesOf(
  { tie, width, head, isLed = false }: KnownTie,
  path: TiePath,
  firmness: Firmness,
  isSelected: boolean,
): Element[] {
  const dashes = tie.kind === 'ownership' ? undefined : dashesOf(firmness, width);
  const line: Element = {
    tag: 'path',
    key: 'line',
    class: `tie ${tie.kind}${firmness === 'over' ? ' over' : ''}`,
    attributes: {
      d: path.d,
      'stroke-width': round(width),
      ...(dashes && { 'stroke-dasharray': dashes }),
    },
  };
  // Wide and unseen, so that a thin line can be pointed at; nobody does while it is led around.
  const reach: Element = {
    tag: 'path',
    key: 'reach',
    class: 'reach',
    attributes: { d: path.d, 'stroke-width': Math.max(12, round(width)), 'pointer-events': 'stroke' },
  };
  const around: Element = {
    tag: 'path',
    key: 'selected',
    class: 'selected-tie',
    attributes: { d: path.d, 'stroke-width': round(width + 7) },
  };
  return [
    ...(isSelected ? [around] : []),
    ...(isLed ? [] : [reach]),
    line,
    ...(tie.directed ? [headOf(tie, firmness, path, head, width)] : []),
  ];
}

const labelLooks: Readonly<Record<Side, string>> = {
  below: 'node-label halo',
  above: 'node-label halo',
  right: 'node-label halo from-start',
  left: 'node-label halo from-end',
};

function label(known: KnownNode, at: Place, side: Side, scale: number): Element {
  const { lines } = known;
  const { x, y } = labelAt(known, side, scale);
  return {
    tag: 'text',
    key: 'label',
    class: labelLooks[side],
    attributes: { 'unicode-bidi': 'plaintext' },
    scale,
    children: lines.map((line, index) => ({
      tag: 'tspan',
      key: String(index),
      attributes: {
        x: round(at.x + x),
        y: round(at.y + y + scale * ((index + 1) * linePitch - 2)),
      },
      text: line,
    })),
  };
}

export { filled } from '../../tie-money';
