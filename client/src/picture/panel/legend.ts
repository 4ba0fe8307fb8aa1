import { currencySign } from '../../../../server/src/picture/drawing/numbers';
import { legendContent, type LegendGroup } from '../../../../server/src/picture/drawing/graph/graph-legend';
import type { Element as Drawn } from '../../../../server/src/picture/element';
import type { Graph, Tie } from '../../../../server/src/picture/graph';
import type { PanelState } from '../messages';
import type { PanelWords } from '../panelWords';
import { passesFilters, sectorsOf } from './filters';
import { html } from './html';
import { paint } from './paint';

/** What the signs of a graph mean, those that stand in it on any day. */
export function legendOf(words: PanelWords, graph: Graph, state: PanelState): HTMLElement {
  const sizes = sizesOf(words, graph, state);
  return html(
    'section',
    { class: 'legend', 'aria-label': words.legend },
    ...signsOf(words, graph, state).map(({ title, rows }) =>
      html(
        'div',
        { class: 'signs' },
        html('h2', {}, title),
        html('ul', {}, ...rows.map(({ sample, text }) => html('li', {}, picture(sample), text))),
      ),
    ),
    ...(sizes.length > 0 ? [html('p', {}, sizes.join(' · '))] : []),
  );
}

/** The same for a file. */
export function legendInFile(words: PanelWords, graph: Graph, state: PanelState): LegendGroup[] {
  const sizes = sizesOf(words, graph, state).map((text) => ({ sample: [], text }));
  return [
    ...signsOf(words, graph, state),
    ...(sizes.length > 0 ? [{ title: words.sizeBy, rows: sizes }] : []),
  ];
}

function signsOf(words: PanelWords, graph: Graph, state: PanelState): LegendGroup[] {
  const sectors = sectorsOf(graph);
  const { showsSectors, showsCircles } = state;
  const view = {
    showsSectors,
    showsCircles,
    passes: (tie: Tie, day: number) => passesFilters(state, sectors, tie, day),
  };
  return legendContent(words, graph, view);
}

/** What is larger and wider. */
function sizesOf(words: PanelWords, { currency }: Graph, state: PanelState): string[] {
  return [
    ...(currency === null ? [] : [words.widthIsMoney.replace('{0}', currencySign(currency))]),
    state.sizeBy === 'deals' ? words.sizeIsDeals : currency === null ? '' : words.sizeIsMoney,
  ].filter((text) => text !== '');
}

function picture(sample: readonly Drawn[]): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'picture');
  svg.setAttribute('width', '36');
  svg.setAttribute('height', '18');
  svg.setAttribute('aria-hidden', 'true');
  paint(svg, sample);
  return svg;
}
