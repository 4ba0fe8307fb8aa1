import { citedSources } from '../../model/citation';
import { moneyDisputesOf } from '../../model/claim';
import { bucketsOf, certainties, moneyFactOf, purposeOf, totalOf, type Buckets } from '../../model/deal';
import { factOf, moneyOf, type Declaration } from '../../model/declaration';
import { dateOfDeal, standingOf, type Standing } from '../../model/lifecycle';
import { asMeant } from '../../model/money-line';
import type { DealDate } from '../../values/date';
import type { Money } from '../../values/money';
import type { Range } from '../../values/range';
import { rangeIn } from '../../values/sum';
import { figureIn, leastOf, mostOf, placeColumns, wordsOf } from './said';
import type { Selection } from './selection';
import { listed, tableOf, type ColumnOf, type Table } from './table';

/** What the buckets are called where they stand side by side. */
export const bucketNames: Readonly<Record<keyof Buckets, string>> = {
  promised: 'promised',
  executed: 'handed_over',
  rumored: 'in_talks',
};

/** A deal as it stands on the day of the project. */
export interface DealRow {
  readonly deal: Declaration;
  readonly standing: Standing;
  readonly date: DealDate | undefined;
  /** What is said of its money as a whole, as it counts; undefined where nothing is, or it has several currencies. */
  readonly money: Money | undefined;
  /** Of its money as a whole, else the only one of what is promised, handed over or talked about. */
  readonly currency: string | undefined;
  readonly buckets: Buckets;
}

/** The deals of a selection, by file and place. */
export function dealRows({ project, deals }: Selection): DealRow[] {
  return deals.map((deal) => {
    const written = moneyOf(moneyFactOf(deal));
    const money = written ? asMeant(written) : totalOf(deal);
    const buckets = bucketsOf(deal, project.asOf);
    const currencies = new Set(
      certainties.flatMap((certainty) => buckets[certainty].totals.map(({ currency }) => currency)),
    );
    return {
      deal,
      standing: standingOf(deal, project.asOf),
      date: dateOfDeal(deal, project.asOf),
      money,
      currency: money?.currency || (currencies.size === 1 ? [...currencies][0] : undefined),
      buckets,
    };
  });
}

/** One row for each deal. */
export function dealTable(selection: Selection, rows: readonly DealRow[] = dealRows(selection)): Table {
  const { project } = selection;
  return tableOf<DealRow>('deals', rows, [
    { name: 'deal', type: 'text', of: ({ deal }) => deal.name },
    { name: 'title', type: 'text', of: ({ deal }) => deal.title },
    { name: 'kind', type: 'text', of: ({ deal }) => deal.kind },
    { name: 'type', type: 'text', of: ({ deal }) => listed(wordsOf(deal, 'type')) },
    { name: 'status', type: 'text', of: ({ standing }) => standing.status },
    ...dateColumns<DealRow>('status_date', ({ standing }) => standing.on),
    ...dateColumns<DealRow>('date', ({ date }) => date),
    { name: 'left', type: 'text', of: ({ deal }) => listed(deal.sides.left.map(({ text }) => text)) },
    { name: 'right', type: 'text', of: ({ deal }) => listed(deal.sides.right.map(({ text }) => text)) },
    ...moneyColumns<DealRow>('amount', ({ money }) => money),
    { name: 'amount_undisclosed', type: 'boolean', of: ({ money }) => money?.range.undisclosed ?? false },
    { name: 'currency', type: 'text', of: ({ currency }) => currency },
    { name: 'per', type: 'text', of: ({ money }) => money?.per },
    { name: 'purpose', type: 'text', of: ({ deal }) => purposeOf(deal) },
    ...certainties.flatMap((certainty) => bucketColumns(certainty)),
    ...figureColumns<DealRow>('stake', ({ deal }) => figureIn(factOf(deal, 'stake'))),
    {
      name: 'stake_undisclosed',
      type: 'boolean',
      of: ({ deal }) => figureIn(factOf(deal, 'stake'))?.undisclosed ?? false,
    },
    ...moneyColumns<DealRow>('valuation', ({ deal }) => moneyOf(factOf(deal, 'valuation'))),
    {
      name: 'valuation_undisclosed',
      type: 'boolean',
      of: ({ deal }) => moneyOf(factOf(deal, 'valuation'))?.range.undisclosed ?? false,
    },
    {
      name: 'valuation_currency',
      type: 'text',
      of: ({ deal }) => moneyOf(factOf(deal, 'valuation'))?.currency,
    },
    { name: 'valuation_basis', type: 'text', of: ({ deal }) => basisOf(deal) },
    { name: 'provides', type: 'text', of: ({ deal }) => listed(wordsOf(deal, 'provides')) },
    { name: 'sources', type: 'text', of: ({ deal }) => listed(citedSources(deal).map(({ text }) => text)) },
    { name: 'disputed', type: 'boolean', of: ({ deal }) => moneyDisputesOf(project, deal).length > 0 },
    { name: 'tags', type: 'text', of: ({ deal }) => listed(wordsOf(deal, 'tags')) },
    ...placeColumns<DealRow>(project, ({ deal }) => deal),
  ]);
}

/** What of the money of a deal is promised, handed over or talked about, in one currency. */
interface MoneyRow {
  readonly row: DealRow;
  readonly certainty: keyof Buckets;
  /** Undefined where even the currency is undisclosed. */
  readonly money: { readonly currency: string; readonly range: Money['range'] } | undefined;
}

/** The money of all deals by how certain it is: what sums are made of. */
export function moneyTable(selection: Selection, rows: readonly DealRow[] = dealRows(selection)): Table {
  const moneyRows = rows.flatMap((row) =>
    certainties.flatMap((certainty): MoneyRow[] => {
      const { totals, undisclosed } = row.buckets[certainty];
      return [
        ...totals.map((money) => ({ row, certainty, money })),
        ...(undisclosed > 0 ? [{ row, certainty, money: undefined }] : []),
      ];
    }),
  );
  return tableOf<MoneyRow>('money-of-deals', moneyRows, [
    { name: 'deal', type: 'text', of: ({ row }) => row.deal.name },
    { name: 'bucket', type: 'text', of: ({ certainty }) => bucketNames[certainty] },
    { name: 'purpose', type: 'text', of: ({ row }) => purposeOf(row.deal) },
    { name: 'currency', type: 'text', of: ({ money }) => money?.currency },
    ...moneyColumns<MoneyRow>('amount', ({ money }) => money),
    {
      name: 'amount_undisclosed',
      type: 'boolean',
      of: ({ money }) => money === undefined || money.range.undisclosed,
    },
  ]);
}

/** The two ends of a date. */
export function dateColumns<Row>(name: string, of: (row: Row) => DealDate | undefined): ColumnOf<Row>[] {
  return [
    { name: `${name}_earliest`, type: 'day', of: (row) => of(row)?.earliest },
    { name: `${name}_latest`, type: 'day', of: (row) => of(row)?.latest },
  ];
}

/** The bounds of money, and whether they are only about right. */
export function moneyColumns<Row>(
  name: string,
  of: (row: Row) => Pick<Money, 'range'> | undefined,
): ColumnOf<Row>[] {
  return figureColumns(name, (row) => of(row)?.range);
}

/** The bounds of a figure, and whether they are only about right. */
export function figureColumns<Row>(name: string, of: (row: Row) => Range | undefined): ColumnOf<Row>[] {
  return [
    { name: `${name}_min`, type: 'decimal', of: (row) => leastOf(of(row)) },
    { name: `${name}_max`, type: 'decimal', of: (row) => mostOf(of(row)) },
    { name: `${name}_approximate`, type: 'boolean', of: (row) => of(row)?.approximate ?? false },
  ];
}

function bucketColumns(certainty: keyof Buckets): ColumnOf<DealRow>[] {
  const rangeOf = ({ buckets, currency }: DealRow) =>
    currency === undefined ? undefined : rangeIn(buckets[certainty], currency);
  return [
    { name: `${bucketNames[certainty]}_min`, type: 'decimal', of: (row) => leastOf(rangeOf(row)) },
    { name: `${bucketNames[certainty]}_max`, type: 'decimal', of: (row) => mostOf(rangeOf(row)) },
  ];
}

function basisOf(deal: Declaration): string | undefined {
  const flags = factOf(deal, 'valuation')?.flags;
  return flags?.has('pre') ? 'pre' : flags?.has('post') ? 'post' : undefined;
}
