import type { Element } from '../../element';
import {
  firmness,
  firmnessOn,
  tieKinds,
  type Firmness,
  type Graph,
  type NodeKind,
  type Tie,
  type TieKind,
} from '../../graph';
import type { Place } from '../../layout/layout';
import type { GraphWords } from './graph-drawing';
import { nodeLook, nodeShape } from './node-shape';
import { sectorLooks } from './sectors';
import { dashesOf } from './tie-path';

/** Signs that belong together, with what they mean. */
export interface LegendGroup {
  readonly title: string;
  readonly rows: readonly LegendRow[];
}

export interface LegendRow {
  /** 36 wide and 18 high. */
  readonly sample: readonly Element[];
  readonly text: string;
}

/** How a graph is looked at, whatever the day is. */
export interface LegendView {
  readonly showsSectors: boolean;
  readonly showsCircles: boolean;
  /** Whether a tie passes the filters on a day. */
  passes(tie: Tie, day: number): boolean;
}

export interface LegendWords extends Pick<
  GraphWords,
  'tieKinds' | 'nodeKinds' | 'firmness' | 'disputed' | 'exclusive'
> {
  /** Headings. */
  readonly ties: string;
  readonly howFirm: string;
  readonly parties: string;
  readonly marks: string;
  readonly hub: string;
  readonly circular: string;
  readonly thinIsUnknown: string;
  readonly paleIsOver: string;
}

const nodeKinds: readonly NodeKind[] = [
  'company',
  'fund',
  'person',
  'government',
  'organization',
  'venture',
  'project',
  'undeclared',
  'undisclosed',
  'deal',
  'others',
];

/**
 * What the signs of a graph mean: those that stand in it on any day, as it is filtered. So a legend stays as it is while
 * days go by, and nothing beside it moves.
 */
export function legendContent(words: LegendWords, graph: Graph, view: LegendView): LegendGroup[] {
  const standing = new Map<Tie, Set<Firmness>>();
  for (const tie of graph.ties) {
    for (const { from } of tie.steps) {
      const day = from ?? -Infinity;
      const stands = firmnessOn(tie, day);
      if (stands === undefined || !view.passes(tie, day)) continue;
      (standing.get(tie) ?? standing.set(tie, new Set()).get(tie)!).add(stands);
    }
  }
  const ties = [...standing.keys()];
  // How firm an ownership is nobody asks: it is drawn as it is.
  const firm = new Set(
    [...standing].flatMap(([{ kind }, all]) =>
      [...all].filter((one) => kind !== 'ownership' || one === 'over'),
    ),
  );
  const groups: LegendGroup[] = [
    { title: words.ties, rows: tieRows(words, ties) },
    {
      title: words.howFirm,
      rows: firmness
        .filter((each) => firm.has(each))
        .map((each) => ({
          sample: [firmnessSample(each)],
          text: each === 'over' ? words.paleIsOver : words.firmness[each],
        })),
    },
    { title: words.parties, rows: partyRows(words, graph, view.showsSectors) },
    { title: words.marks, rows: markRows(words, graph, ties, view.showsCircles) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

function tieRows(words: LegendWords, ties: readonly Tie[]): LegendRow[] {
  const kinds = tieKinds.flatMap((kind): LegendRow[] => {
    const own = ties.find((tie) => tie.kind === kind);
    return own ? [{ sample: lineSample(kind, own.directed), text: words.tieKinds[kind] }] : [];
  });
  const hasAmounts = ties.some(({ value }) => value !== null);
  const hasUnknown = ties.some(({ value, kind }) => value === null && kind !== 'ownership');
  if (!hasAmounts || !hasUnknown) return kinds;
  return [...kinds, { sample: [line('tie-sample', 1.2)], text: words.thinIsUnknown }];
}

function partyRows(words: LegendWords, graph: Graph, showsSectors: boolean): LegendRow[] {
  const { nodes } = graph;
  const kinds = nodeKinds.filter((kind) => nodes.some((node) => node.kind === kind));
  return [
    ...kinds.map((kind) => ({
      sample: nodeShape(kind, middle, kind === 'deal' ? 4 : 7, 'node'),
      text: words.nodeKinds[kind],
    })),
    ...(nodes.some(({ isHub }) => isHub)
      ? [{ sample: nodeLook({ kind: 'company', isHub: true }, middle, 7, undefined), text: words.hub }]
      : []),
    ...[...(showsSectors ? sectorLooks(graph) : [])].map(([sector, look]) => ({
      sample: nodeShape('company', middle, 7, `node ${look}`),
      text: sector,
    })),
  ];
}

function markRows(
  words: LegendWords,
  { nodes, circles }: Graph,
  ties: readonly Tie[],
  showsCircles: boolean,
): LegendRow[] {
  const isDisputed = ties.some((tie) => tie.disputed) || nodes.some((node) => node.disputed === true);
  return [
    ...(isDisputed ? [{ sample: badge('badge', 'disputed', '!'), text: words.disputed }] : []),
    ...(ties.some(({ exclusive }) => exclusive)
      ? [{ sample: badge('badge-plain', 'exclusive', 'E'), text: words.exclusive }]
      : []),
    ...(showsCircles && circles.length > 0 ? [{ sample: [line('circular', 8)], text: words.circular }] : []),
  ];
}

function lineSample(kind: TieKind, directed: boolean): Element[] {
  const isOpen = kind === 'trade' || kind === 'plan';
  if (!directed) return [line(`tie ${kind}`, 2)];
  const looks = isOpen ? `head-open ${kind}` : `head fill-${kind}`;
  return [
    line(`tie ${kind}`, 2, 27),
    { tag: 'path', key: 'head', class: looks, attributes: { d: 'M35 9L26 5L26 13z' } },
  ];
}

/** In the colour of no kind of tie. */
function firmnessSample(each: Firmness): Element {
  const drawn = line(each === 'over' ? 'tie-sample over' : 'tie-sample', 2);
  const dashes = dashesOf(each, 2);
  return dashes === undefined
    ? drawn
    : { ...drawn, attributes: { ...drawn.attributes, 'stroke-dasharray': dashes } };
}

function line(looks: string, width: number, to = 35): Element {
  return { tag: 'path', key: 'line', class: looks, attributes: { d: `M1 9H${to}`, 'stroke-width': width } };
}

/** Where a sign stands in its row. */
const middle: Place = { x: 18, y: 9 };

function badge(look: string, looks: string, text: string): Element[] {
  const { x, y } = middle;
  return [
    { tag: 'circle', class: look, attributes: { cx: x, cy: y, r: 7 } },
    { tag: 'text', class: looks, attributes: { x, y: y + 4 }, text },
  ];
}
