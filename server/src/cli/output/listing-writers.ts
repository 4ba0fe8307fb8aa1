import { stringify } from 'csv-stringify/sync';
import { neutralized } from '../../exchange/export/formulas';
import { rangeRecord } from '../../exchange/record-of';
import { plainLine } from '../../features/picture/texts/lines';
import { describeTotal } from '../../features/summary/figures';
import type { Buckets } from '../../model/deal';
import { describeDate, type DealDate } from '../../values/date';
import { formatDay } from '../../values/day';
import { describeSum, inMinorUnits, isEmpty, rangeIn, type MoneySum } from '../../values/sum';
import { isDate, sumColumns, type Cell, type Column, type Listing, type Row } from '../query/listing';
import type { Sink } from '../surroundings';
import { writtenTable } from './text-table';

/** A listing with what is said of all of it. */
export interface ListingReport {
  readonly what: string;
  /** The days as of which the projects were seen, as they are written. */
  readonly asOf: readonly string[];
  readonly listing: Listing;
  readonly sink: Sink;
}

/** Rows for people: a table on a terminal, lines with tabs where another program reads them. */
export function listingTable({ listing: { columns, hasSums, rows }, sink }: ListingReport): string {
  const shown = columns.filter(
    (column) => column.isDetail !== true && rows.some(({ cells }) => textOf(cells[column.key]) !== ''),
  );
  const sums = hasSums ? sumColumns.filter(({ of }) => rows.some((row) => sumText(row, of) !== '')) : [];
  return writtenTable(
    [
      ...shown.map(({ title, isNumber }) => ({ title, ...(isNumber && { isNumber }) })),
      ...sums.map(({ title }) => ({ title, isNumber: true as const })),
    ],
    rows.map((row) => [
      ...shown.map(({ key }) => textOf(row.cells[key])),
      ...sums.map(({ of }) => sumText(row, of)),
    ]),
    sink,
  );
}

function sumText({ sums }: Row, of: keyof Buckets): string {
  return !sums || isEmpty(sums[of]) ? '' : describeTotal(sums[of]);
}

function textOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (isDate(cell)) return describeDate(cell);
  return plainLine(typeof cell === 'object' ? cell.join(', ') : String(cell));
}

/**
 * Rows for spreadsheets. Money stands in a row for each currency of it, with its bounds; nothing is in a cell that is not
 * known. What a spreadsheet would run as a formula has an apostrophe before it.
 */
export function listingCsv({ listing: { columns, hasSums, rows } }: ListingReport): string {
  const head = [
    ...columns.flatMap((column) => keysOf(column, rows)),
    ...(hasSums ? ['currency', ...sumColumns.flatMap(({ key }) => [key, `${key}Min`, `${key}Max`])] : []),
  ];
  const lines = rows.flatMap((row) => {
    const own = columns.flatMap((column) => csvCells(column, row, rows));
    if (!hasSums) return [own];
    return currenciesIn(row.sums).map((currency) => [
      ...own,
      currency,
      ...sumColumns.flatMap(({ of }) => csvMoney(row.sums?.[of], currency)),
    ]);
  });
  return stringify([head, ...lines], { cast: { string: neutralized }, record_delimiter: 'windows' });
}

/** A date has two columns, since a spreadsheet knows days alone. */
function keysOf({ key }: Column, rows: readonly Row[]): string[] {
  return hasDates(key, rows) ? [`${key}Earliest`, `${key}Latest`] : [key];
}

function hasDates(key: string, rows: readonly Row[]): boolean {
  return rows.some(({ cells }) => isDate(cells[key]));
}

function csvCells({ key }: Column, { cells }: Row, rows: readonly Row[]): (string | number)[] {
  const cell = cells[key];
  if (isDate(cell)) return [dayText(cell.earliest) ?? '', dayText(cell.latest) ?? ''];
  if (hasDates(key, rows)) return ['', ''];
  return [typeof cell === 'number' ? cell : textOf(cell)];
}

/** The currencies of some sums, the empty one for what is undisclosed; that one as well where there are no sums. */
function currenciesIn(sums: Buckets | undefined): string[] {
  const all = sumColumns.flatMap(({ of }) => {
    const sum = sums?.[of];
    return sum ? [...sum.totals.map(({ currency }) => currency), ...(sum.undisclosed > 0 ? [''] : [])] : [];
  });
  return all.length > 0 ? [...new Set(all)] : [''];
}

function csvMoney(sum: MoneySum | undefined, currency: string): string[] {
  if (!sum) return ['', '', ''];
  const tidy = inMinorUnits(sum);
  if (currency === '') {
    const { undisclosed } = tidy;
    return [undisclosed > 0 ? describeSum({ ...tidy, totals: [], undisclosed }) : '', '', ''];
  }
  const range = rangeIn(tidy, currency);
  if (!range) return ['', '', ''];
  const { min, max } = rangeRecord(range);
  return [describeSum({ ...tidy, totals: [{ currency, range }], undisclosed: 0 }), min ?? '', max ?? ''];
}

/** Goes up when programs that read the output would misread it. */
const version = 1;

/** Rows for programs. What is not known is null. */
export function listingJson({ what, asOf, listing: { columns, hasSums, rows } }: ListingReport): string {
  const report = {
    version,
    query: what,
    asOf,
    rows: rows.map(({ cells, sums }) => ({
      ...Object.fromEntries(columns.map(({ key }) => [key, jsonOf(cells[key])])),
      ...(hasSums &&
        Object.fromEntries(sumColumns.map(({ key, of }) => [key, sums ? sumRecord(sums[of]) : null]))),
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function jsonOf(cell: Cell): unknown {
  if (cell === undefined) return null;
  return isDate(cell) ? dateRecord(cell) : cell;
}

function dateRecord(date: DealDate) {
  const { earliest, latest, approximate, uncertain } = date;
  return {
    text: describeDate(date),
    earliest: dayText(earliest),
    latest: dayText(latest),
    ...(approximate && { approximate }),
    ...(uncertain && { uncertain }),
  };
}

/** A sum as plain data: what people read, its bounds by currency, and how many parts are undisclosed. */
export function sumRecord(sum: MoneySum) {
  const tidy = inMinorUnits(sum);
  return {
    text: isEmpty(sum) ? null : describeTotal(sum),
    totals: tidy.totals.map(({ currency, range }) => ({ currency, ...rangeRecord(range) })),
    undisclosed: tidy.undisclosed,
  };
}

function dayText(day: number): string | null {
  return Number.isFinite(day) ? formatDay(day) : null;
}
