import type { PropertyName } from '../../language/schema';
import { certainties } from '../../model/deal';
import { isUnsure, type Declaration } from '../../model/declaration';
import { claimTable } from './claim-rows';
import { dealRows, dealTable, moneyTable, type DealRow } from './deal-rows';
import { droppedByAll, droppedKinds } from './dropped';
import { someOf } from './numbered';
import { partTable, partyTable } from './party-rows';
import { isDeal, isSomebody, type Selection } from './selection';
import type { Table } from './table';

/** What is said of deals as tables, and what they cannot hold. */
export interface Tables {
  readonly tables: readonly Table[];
  readonly rows: readonly DealRow[];
  readonly dropped: readonly string[];
}

/** The tables that CSV and Parquet have in common. */
export function tablesOf(selection: Selection): Tables {
  const rows = dealRows(selection);
  return {
    tables: [
      dealTable(selection, rows),
      partTable(selection),
      moneyTable(selection, rows),
      claimTable(selection),
      partyTable(selection),
    ],
    rows,
    dropped: [
      ...droppedByAll(selection),
      ...droppedKinds(selection, (kind) => kind === 'claim' || isDeal({ kind }) || isSomebody({ kind })),
      ...droppedOfDeals(rows),
    ],
  };
}

/** The properties of a deal that tables hold: all lines, or the one that counts. */
const held: ReadonlySet<PropertyName> = new Set([
  'lead',
  'member',
  'seller',
  'customer',
  'adviser',
  'per',
  'type',
  'provides',
  'tags',
]);
const heldOnce: ReadonlySet<PropertyName> = new Set([
  'amount',
  'budget',
  'status',
  'stake',
  'valuation',
  'on',
]);

function droppedOfDeals(rows: readonly DealRow[]): string[] {
  const lines = rows.reduce((sum, { deal }) => sum + linesWithoutColumn(deal), 0);
  const facts = rows.flatMap(({ deal }) => deal.facts);
  const doubts = facts.filter(isUnsure).length;
  const notes = facts.filter((fact) => fact.node.modifiers.some(({ name }) => name === 'note')).length;
  const several = rows.filter(hasOtherCurrencies).length;
  const vague = rows.filter(({ date, standing: { on } }) =>
    [date, on].some((each) => each?.approximate || each?.uncertain),
  );
  return [
    ...someOf(
      lines,
      'line of a deal for which there is no column',
      'lines of deals for which there is no column',
    ),
    ...someOf(notes, 'note on a line', 'notes on lines'),
    ...someOf(doubts, 'word for how sure a line is', 'words for how sure lines are'),
    ...someOf(vague.length, 'date’s being about or uncertain', 'dates’ being about or uncertain'),
    ...someOf(
      several,
      'deal’s money in further currencies, which stands in money-of-deals alone',
      'deals’ money in further currencies, which stands in money-of-deals alone',
    ),
  ];
}

function linesWithoutColumn({ facts }: Declaration): number {
  const seen = new Set<PropertyName>();
  let lines = 0;
  for (const { name } of facts) {
    if (held.has(name)) continue;
    if (!heldOnce.has(name) || seen.has(name)) lines++;
    seen.add(name);
  }
  return lines;
}

function hasOtherCurrencies({ buckets, currency }: DealRow): boolean {
  return certainties.some((certainty) =>
    buckets[certainty].totals.some((total) => total.currency !== currency),
  );
}
