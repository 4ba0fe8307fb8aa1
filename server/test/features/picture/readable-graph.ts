import { firmness, type Graph, type GraphNode, type Tie, type TieStep } from '../../../src/picture/graph';
import { moneyOfDeal } from '../../../src/picture/tie-money';
import { formatDay } from '../../../src/values/day';

/**
 * A graph in lines: its points by kind (hubs with a `*`), its ties as
 * `Amazon -> Anthropic capital $8B promise from 2024-11-22`, its outlines and circles, and its remarks.
 */
export function readable(graph: Graph): string[] {
  const { nodes, ties, hulls, circles, remarks } = graph;
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  const kinds = [...new Set(nodes.map(({ kind }) => kind))];
  return [
    ...kinds.map(
      (kind) =>
        `${kind}: ${nodes
          .filter((node) => node.kind === kind)
          .map(pointText)
          .join(', ')}`,
    ),
    ...ties.map((tie) => tieText(tie, titles)),
    ...hulls.map(
      ({ title, members }) => `around ${title}: ${members.map((id) => titles.get(id)).join(', ')}`,
    ),
    ...circles.map(({ text }) => text),
    ...remarks.map((remark) => `! ${remark}`),
  ];
}

function pointText({ title, isHub, others }: GraphNode): string {
  return `${title}${isHub ? '*' : ''}${others ? ` (${others.titles.slice(0, 3).join(', ')})` : ''}`;
}

function tieText(tie: Tie, titles: ReadonlyMap<string, string>): string {
  const { from, to, kind, directed, steps, exclusive, disputed, count, deals } = tie;
  const [only] = deals;
  return [
    titles.get(from),
    directed ? '->' : '--',
    titles.get(to),
    kind,
    count > 1 ? `×${count}` : '',
    count > 1 ? '' : only ? (moneyOfDeal(only, 'of {0}') ?? '') : '',
    exclusive ? 'exclusive' : '',
    disputed ? 'disputed' : '',
    steps
      .map(
        ({ from: day, count: counts, money = {} }) =>
          `${countsText(counts, money)}${day === null ? '' : ` from ${formatDay(day)}`}`,
      )
      .join(', '),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function countsText(count: TieStep['count'], money: NonNullable<TieStep['money']>): string {
  return firmness
    .flatMap((each) => {
      const number = count[each] ?? 0;
      if (number === 0) return [];
      const known = money[each];
      const sum = known ? ` (${JSON.stringify(known.amount)} of ${known.deals})` : '';
      return [`${number === 1 ? each : `${number} ${each}`}${sum}`];
    })
    .join(' + ');
}
