import { middleOf } from '../../features/picture/weight';
import { inReadingOrder } from '../../features/tree/reading-order';
import { compareDates } from '../../values/date';
import { rangeIn } from '../../values/sum';
import { isDate, sumColumns, type Cell, type Row } from './listing';

/** What rows are sorted by. */
export interface Order {
  /** A column, or one of the sums. */
  readonly key: string;
  readonly descending: boolean;
  /** The currency in which sums are compared; those that have none of it come last. */
  readonly currency: string | undefined;
}

/** Rows by a column. What is not known comes last either way; what is the same stays as it stood. */
export function sortedRows(rows: readonly Row[], { key, descending, currency }: Order): Row[] {
  const sum = sumColumns.find((column) => column.key === key);
  const valueOf = (row: Row): Cell => (sum ? amountIn(row, sum.of, currency) : row.cells[key]);
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .toSorted((a, b) => {
      const [one, other] = [isKnown(a.value), isKnown(b.value)];
      if (!one || !other) return Number(other) - Number(one);
      return compare(a.value, b.value) * (descending ? -1 : 1);
    })
    .map(({ row }) => row);
}

function amountIn({ sums }: Row, of: (typeof sumColumns)[number]['of'], currency: string | undefined): Cell {
  const range = sums && currency !== undefined ? rangeIn(sums[of], currency) : undefined;
  return range && (middleOf(range) ?? undefined);
}

function isKnown(cell: Cell): boolean {
  return cell !== undefined && cell !== '' && !(Array.isArray(cell) && cell.length === 0);
}

function compare(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (isDate(a) && isDate(b)) return compareDates(a, b);
  return inReadingOrder(textOf(a), textOf(b));
}

function textOf(cell: Cell): string {
  return Array.isArray(cell) ? cell.join(', ') : typeof cell === 'string' ? cell : '';
}
