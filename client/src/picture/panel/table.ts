import { amountText, type Amount } from '../../../../server/src/picture/amount';
import {
  firmnessOn,
  moneyOn,
  type Graph,
  type Tie,
  type TiedDeal,
} from '../../../../server/src/picture/graph';
import { moneyFormat } from '../../../../server/src/picture/drawing/numbers';
import { moneyOfDeal } from '../../../../server/src/picture/tie-money';
import { filled } from '../../../../server/src/picture/drawing/graph/graph-drawing';
import type { PanelWords } from '../panelWords';
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
  const inWords = moneyFormat(graph.currency ?? '');
  const told = (amount: Amount | undefined) =>
    amount === undefined ? '' : amountText(amount, inWords, words.drawing.bounds);
  const parties = graph.nodes
    .filter(({ kind }) => kind !== 'deal' && kind !== 'undisclosed')
    .toSorted((a, b) => (b.money ?? -1) - (a.money ?? -1) || (a.title < b.title ? -1 : 1))
    .map((node) => {
      const money = moneyOn(node.moneySteps, day);
      return [
        named(node.name, node.title),
        node.isHub ? `${words.nodeKinds[node.kind]}, ${words.hub}` : words.nodeKinds[node.kind],
        node.sector ?? '',
        String(node.deals),
        told(money?.gets),
        told(money?.getsInTalks),
        told(money?.pays),
        told(money?.paysInTalks),
      ];
    });
  const ties = graph.ties.filter(passes).map((tie) => {
    const stands = firmnessOn(tie, day);
    const stateOf = ({ states }: TiedDeal) =>
      states.findLast(({ from }) => from === null || from <= day)?.text ?? words.notYet;
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
      // Each deal by itself, in one order: what they come to together depends on how they stand.
      tie.deals.map((deal) => moneyOfDeal(deal, words.ofWhole) ?? words.unknown).join('; '),
      stands === undefined ? words.notYet : tie.deals.map(stateOf).join('; '),
      remarks.join(', '),
    ];
  });
  return html(
    'div',
    { class: 'tables' },
    table(
      words.parties,
      [
        words.party,
        words.kind,
        words.sector,
        words.dealCount,
        words.gets,
        words.getsInTalks,
        words.pays,
        words.paysInTalks,
      ],
      parties,
    ),
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
