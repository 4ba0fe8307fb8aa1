import { currencySign } from '../../../../server/src/picture/drawing/numbers';
import { nodeShape } from '../../../../server/src/picture/drawing/graph/node-shape';
import { dashesOf } from '../../../../server/src/picture/drawing/graph/tie-path';
import { sectorLooks } from '../../../../server/src/picture/drawing/graph/sectors';
import type { Element as Drawn } from '../../../../server/src/picture/element';
import {
  firmness,
  firmnessOn,
  tieKinds,
  type Firmness,
  type Graph,
  type NodeKind,
  type Tie,
} from '../../../../server/src/picture/graph';
import type { PanelState } from '../messages';
import type { PanelWords } from '../panelWords';
import { html } from './html';
import { paint } from './paint';

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

/** What the signs of a graph mean, those that stand in it. */
export function legendOf(words: PanelWords, graph: Graph, state: PanelState, day: number): HTMLElement {
  const { currency } = graph;
  const rows: HTMLElement[] = [];
  const row = (drawn: readonly Drawn[], text: string) => rows.push(html('li', {}, sample(drawn), text));
  for (const kind of tieKinds) {
    const own = graph.ties.find((tie) => tie.kind === kind);
    if (own) row(lineSample(kind, own.directed), words.tieKinds[kind]);
  }
  const standing = new Set(graph.ties.map((tie: Tie) => firmnessOn(tie, day)));
  for (const each of firmness) {
    if (standing.has(each)) row([dashed(each)], words.firmness[each]);
  }
  for (const kind of nodeKinds) {
    if (graph.nodes.some((node) => node.kind === kind)) {
      row(
        [
          {
            tag: 'g',
            attributes: { transform: 'translate(18 9)' },
            children: nodeShape(kind, kind === 'deal' ? 4 : 6, 'node'),
          },
        ],
        words.nodeKinds[kind],
      );
    }
  }
  for (const [sector, look] of state.showsSectors ? sectorLooks(graph) : []) {
    row(nodeSample(nodeShape('company', 6, `node ${look}`)), sector);
  }
  if (graph.nodes.some(({ isHub }) => isHub)) {
    row(
      [{ tag: 'g', attributes: { transform: 'translate(18 9)' }, children: nodeShape('company', 6, 'hub') }],
      words.hub,
    );
  }
  if (graph.ties.some(({ disputed }) => disputed)) row(badge('badge', 'disputed', '!'), words.disputed);
  if (graph.ties.some(({ exclusive }) => exclusive))
    row(badge('badge-plain', 'exclusive', 'E'), words.exclusive);
  if (state.showsCircles && graph.circles.length > 0) row([line('circular', 8)], words.circular);
  const sizes = [
    ...(currency === null ? [] : [words.widthIsMoney.replace('{0}', currencySign(currency))]),
    state.sizeBy === 'deals' ? words.sizeIsDeals : currency === null ? '' : words.sizeIsMoney,
  ].filter((text) => text !== '');
  return html(
    'section',
    { class: 'legend', 'aria-label': words.legend },
    html('ul', {}, ...rows),
    ...(sizes.length > 0 ? [html('p', {}, sizes.join(' · '))] : []),
  );
}

function nodeSample(shape: readonly Drawn[]): Drawn[] {
  return [{ tag: 'g', attributes: { transform: 'translate(18 9)' }, children: shape }];
}

function lineSample(kind: string, directed: boolean): Drawn[] {
  const isOpen = kind === 'trade' || kind === 'plan';
  return [
    line(`tie ${kind}`, 2, directed ? 27 : 35),
    ...(directed
      ? [
          {
            tag: 'path' as const,
            key: 'head',
            class: isOpen ? `head-open ${kind}` : `head fill-${kind}`,
            attributes: { d: 'M35 9L26 5L26 13z' },
          },
        ]
      : []),
  ];
}

function line(looks: string, width: number, to = 35): Drawn {
  return { tag: 'path', key: 'line', class: looks, attributes: { d: `M1 9H${to}`, 'stroke-width': width } };
}

function dashed(firmness: Firmness): Drawn {
  const drawn = line(`tie ownership ${firmness}`, 2);
  const dashes = dashesOf(firmness, 2);
  return dashes === undefined
    ? drawn
    : { ...drawn, attributes: { ...drawn.attributes, 'stroke-dasharray': dashes } };
}

function badge(look: string, looks: string, text: string): Drawn[] {
  return [
    {
      tag: 'g',
      attributes: { transform: 'translate(18 9)' },
      children: [
        { tag: 'circle', class: look, attributes: { r: 7 } },
        { tag: 'text', class: looks, attributes: { y: 4 }, text },
      ],
    },
  ];
}

function sample(drawn: readonly Drawn[]): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'picture');
  svg.setAttribute('width', '36');
  svg.setAttribute('height', '18');
  svg.setAttribute('aria-hidden', 'true');
  paint(svg, drawn);
  return svg;
}
