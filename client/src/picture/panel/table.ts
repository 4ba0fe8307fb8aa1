import { firmnessOn, type Graph, type Tie } from '../../../../server/src/picture/graph';
import { filled } from '../../../../server/src/picture/drawing/graph/graph-drawing';
import type { PanelWords } from '../panelWords';
import { shortNumber } from './filters';
import { html } from './html';

/** The same content as the graph in rows, for whoever would rather read it or has it read out. */
export function tableOf(
  words: PanelWords,
  graph: Graph,
  day: number,
  passes: (tie: Tie) => boolean,
  open: ((name: string) => void) | undefined,
): HTMLElement {
  const titles = new Map(graph.nodes.map(({ id, title }) => [id, title]));
  const named = (name: string | null, text: string): Node => {
    if (name === null || !open) return document.createTextNode(text);
    const button = html('button', { type: 'button', class: 'link' }, text);
    button.addEventListener('click', () => open(name));
    return button;
  };
  const money = (value: number | null) =>
    value === null || graph.currency === null ? words.unknown : `≈ ${graph.currency} ${shortNumber(value)}`;
  const parties = graph.nodes
    .filter(({ kind }) => kind !== 'deal' && kind !== 'undisclosed')
    .toSorted((a, b) => (b.money ?? -1) - (a.money ?? -1) || (a.title < b.title ? -1 : 1))
    .map((node) => [
      named(node.name, node.title),
      node.isHub ? `${words.nodeKinds[node.kind]}, ${words.hub}` : words.nodeKinds[node.kind],
      node.sector ?? '',
      String(node.deals),
      // What its deals are about together, talks and middles of bounds included; a plan says its own.
      node.budget ?? money(node.money),
    ]);
  const ties = graph.ties.filter(passes).map((tie) => {
    const stands = firmnessOn(tie, day);
    const [only] = tie.deals;
    const state = only?.states.findLast(({ from }) => from === null || from <= day);
    const remarks = [
      tie.disputed ? words.disputed : '',
      tie.exclusive ? words.exclusive : '',
      tie.count > tie.deals.length ? filled(words.andMore, tie.count - tie.deals.length) : '',
    ].filter((text) => text !== '');
    return [
      titles.get(tie.from) ?? '',
      titles.get(tie.to) ?? '',
      words.tieKinds[tie.kind],
      list(tie.deals.map(({ name, title }) => named(name, title))),
      tie.count === 1 ? (only?.money ?? words.unknown) : money(tie.value),
      stands === undefined ? words.notYet : tie.count === 1 && state ? state.text : words.firmness[stands],
      remarks.join(', '),
    ];
  });
  return html(
    'div',
    { class: 'tables' },
    table(words.parties, [words.party, words.kind, words.sector, words.dealCount, words.money], parties),
    table(
      words.ties,
      [
        words.from,
        words.toColumn,
        words.kind,
        words.dealCount,
        words.money,
        words.status,
        words.remarksColumn,
      ],
      ties,
    ),
  );
}

function list(nodes: readonly Node[]): Node {
  const span = html('span');
  nodes.forEach((node, index) => span.append(...(index > 0 ? ['; '] : []), node));
  return span;
}

function table(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly (Node | string)[])[],
): HTMLTableElement {
  return html(
    'table',
    {},
    html('caption', {}, `${title} (${rows.length})`),
    html('thead', {}, html('tr', {}, ...columns.map((column) => html('th', { scope: 'col' }, column)))),
    html('tbody', {}, ...rows.map((cells) => html('tr', {}, ...cells.map((cell) => html('td', {}, cell))))),
  );
}
