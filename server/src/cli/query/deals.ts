import { citedSources } from '../../model/citation';
import { isUndisclosed, type Declaration } from '../../model/declaration';
import type { Corpus } from '../../model/corpus';
import type { NameNode } from '../../language/tree';
import { undisclosed } from '../../language/schema';
import { dealMoney } from '../../features/summary/deal';
import { titleOf } from '../../features/summary/names';
import { inTime } from '../../features/tree/in-time';
import { placeIn } from './declared';
import { dateOn, dealsIn, stageOf, sumsOfDeal, type Selection } from './filters';
import type { Column, Row } from './listing';

export const dealColumns: readonly Column[] = [
  { key: 'deal', title: 'Deal' },
  { key: 'title', title: 'Title', isDetail: true },
  { key: 'kind', title: 'Kind' },
  { key: 'from', title: 'From' },
  { key: 'to', title: 'To' },
  { key: 'status', title: 'Status' },
  { key: 'date', title: 'Date' },
  { key: 'amount', title: 'Amount' },
  { key: 'sources', title: 'Sources', isNumber: true },
  { key: 'file', title: 'File', isDetail: true },
  { key: 'line', title: 'Line', isNumber: true, isDetail: true },
];

/** The deals, the latest first. */
export function dealRows(selection: Selection): Row[] {
  const { project } = selection;
  return dealsIn(selection)
    .map((deal) => ({ deal, on: dateOn(project, deal) }))
    .sort(inTime(project).compare)
    .map(({ deal }) => ({ cells: cellsOf(selection, deal), sums: sumsOfDeal(project, deal) }));
}

function cellsOf({ project }: Selection, deal: Declaration): Row['cells'] {
  const stage = stageOf(project, deal);
  return {
    deal: deal.name,
    title: deal.title,
    kind: deal.kind,
    from: sideOf(project, deal.sides.left),
    to: sideOf(project, deal.sides.right),
    status: stage === 'none' ? undefined : stage,
    date: dateOn(project, deal),
    amount: dealMoney(project, deal),
    sources: citedSources(deal).length,
    ...placeIn(project, deal),
  };
}

/** Who stands on a side; somebody who is not disclosed is said so. */
export function sideOf(corpus: Corpus, nodes: readonly NameNode[]): string[] {
  return nodes.map((node) => (isUndisclosed(node) ? undisclosed : titleOf(corpus, node.text)));
}
