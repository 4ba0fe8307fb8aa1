import { moneyFormat } from '../../../../server/src/picture/drawing/numbers';
import { amountText, type Amount } from '../../../../server/src/picture/amount';
import {
  firmnessOn,
  moneyOn,
  stepOn,
  type Graph,
  type GraphNode,
  type Tie,
} from '../../../../server/src/picture/graph';
import {
  filled,
  fullMoneyOf,
  moneyOfDeal,
  type TieMoneyWords,
} from '../../../../server/src/picture/tie-money';
import type { PanelWords } from '../panelWords';

/** A text in a cell, with the name of what it leads to in the source. */
export interface CellPart {
  readonly text: string;
  readonly name?: string | null;
}

/** The words of a table. */
export type TableWords = Pick<
  PanelWords,
  | keyof TieMoneyWords
  | 'nodeKinds'
  | 'tieKinds'
  | 'hub'
  | 'parties'
  | 'ties'
  | 'hulls'
  | 'circles'
  | 'party'
  | 'kind'
  | 'sector'
  | 'dealCount'
  | 'gets'
  | 'getsInTalks'
  | 'pays'
  | 'paysInTalks'
  | 'from'
  | 'toColumn'
  | 'money'
  | 'status'
  | 'remarksColumn'
  | 'ecosystem'
  | 'circular'
  | 'andMore'
  | 'together'
  | 'notYet'
  | 'unknown'
  | 'disputed'
  | 'exclusive'
>;

export interface TableSection {
  readonly title: string;
  readonly columns: readonly string[];
  /** Of each row the cells, each with its parts. */
  readonly rows: readonly (readonly (readonly CellPart[])[])[];
}

/** The content of a graph on a day in rows: parties, ties, ecosystems and circular money. */
export function tableContent(
  words: TableWords,
  graph: Graph,
  day: number,
  passes: (tie: Tie) => boolean,
): TableSection[] {
  const inWords = moneyFormat(graph.currency ?? '');
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const titleOf = (id: string) => byId.get(id)?.title ?? '';
  const parties = graph.nodes
    .filter(({ kind }) => kind !== 'deal' && kind !== 'undisclosed')
    .toSorted((a, b) => (b.money ?? -1) - (a.money ?? -1) || (a.title < b.title ? -1 : 1));
  return [
    {
      title: words.parties,
      columns: [
        words.party,
        words.kind,
        words.sector,
        words.dealCount,
        words.gets,
        words.getsInTalks,
        words.pays,
        words.paysInTalks,
      ],
      rows: parties.map((node) => partyRow(words, node, day, inWords)),
    },
    {
      title: words.ties,
      columns: [
        words.from,
        words.toColumn,
        words.kind,
        words.dealCount,
        words.money,
        words.status,
        words.remarksColumn,
      ],
      rows: graph.ties
        .filter(passes)
        .map((tie) => [
          told(titleOf(tie.from)),
          told(titleOf(tie.to)),
          ...tieCells(words, tie, day, graph.currency === null ? undefined : inWords),
        ]),
    },
    ...(graph.hulls.length > 0
      ? [
          {
            title: words.hulls,
            columns: [words.ecosystem, words.parties],
            rows: graph.hulls.map(({ id, title, members }) => [
              [{ text: title, name: id }],
              members.map((member) => ({ text: titleOf(member), name: byId.get(member)?.name ?? null })),
            ]),
          },
        ]
      : []),
    ...(graph.circles.length > 0
      ? [
          {
            title: words.circles,
            columns: [words.circular],
            rows: graph.circles.map(({ text }) => [told(text)]),
          },
        ]
      : []),
  ];
}

function partyRow(
  words: TableWords,
  node: GraphNode,
  day: number,
  inWords: (amount: number) => string,
): CellPart[][] {
  const money = moneyOn(node.moneySteps, day);
  const amount = (one: Amount | undefined) =>
    told(one === undefined ? '' : amountText(one, inWords, words.bounds));
  const kind = words.nodeKinds[node.kind];
  return [
    [{ text: node.title, name: node.name }],
    told(node.isHub ? `${kind}, ${words.hub}` : kind),
    told(node.sector ?? ''),
    told(String(node.deals)),
    amount(money?.gets),
    amount(money?.getsInTalks),
    amount(money?.pays),
    amount(money?.paysInTalks),
  ];
}

/** Each deal by itself, those that are not told counted, and what they come to together on the day. */
function tieCells(
  words: TableWords,
  tie: Tie,
  day: number,
  inWords: ((amount: number) => string) | undefined,
): CellPart[][] {
  const { kind, deals, count } = tie;
  const step = stepOn(tie, day);
  const rest = count - deals.length;
  const more = rest > 0 ? told(filled(words.andMore, rest)) : [];
  const isSum = count > 1 && kind !== 'ownership' && step !== undefined;
  const states = deals.map(
    ({ states: own }) => own.findLast(({ from }) => from === null || from <= day)?.text ?? words.notYet,
  );
  const remarks = [tie.disputed ? words.disputed : '', tie.exclusive ? words.exclusive : ''];
  return [
    told(words.tieKinds[kind]),
    [...deals.map(({ name, title }) => ({ text: title, name })), ...more],
    [
      ...deals.map((deal) => ({ text: moneyOfDeal(deal, words.ofWhole) ?? words.unknown })),
      ...(isSum ? told(filled(words.together, fullMoneyOf(step, inWords, words))) : more),
    ],
    firmnessOn(tie, day) === undefined ? told(words.notYet) : [...states.map((text) => ({ text })), ...more],
    told(remarks.filter((text) => text !== '').join(', ')),
  ];
}

function told(text: string): CellPart[] {
  return [{ text }];
}
