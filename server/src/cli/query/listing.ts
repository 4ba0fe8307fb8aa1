import type { Buckets } from '../../model/deal';
import type { DealDate } from '../../values/date';

/** What stands in a row below a column; undefined for what nobody has told. */
export type Cell = string | number | readonly string[] | DealDate | undefined;

/** A column, by the key under which rows have something for it. */
export interface Column {
  /** As programs read it: `from`, `publishedOn`. */
  readonly key: string;
  /** As people read it. */
  readonly title: string;
  readonly isNumber?: true;
  /** What nobody needs who can see the rest of a row: in files alone. */
  readonly isDetail?: true;
}

/** One answer of a query. */
export interface Row {
  readonly cells: Readonly<Record<string, Cell>>;
  /** What its deals come to; in the base currency where there is one, as far as rates are known. */
  readonly sums?: Buckets;
}

/** What a query answers with. */
export interface Listing {
  readonly columns: readonly Column[];
  /** Whether rows have sums. */
  readonly hasSums: boolean;
  readonly rows: readonly Row[];
}

/** Whether a cell is a date. */
export function isDate(cell: Cell): cell is DealDate {
  return typeof cell === 'object' && 'earliest' in cell;
}

/** The certainties of sums as queries name them, in their order. */
export const sumColumns = [
  { key: 'promised', title: 'Promised', of: 'promised' },
  { key: 'executed', title: 'Of it handed over', of: 'executed' },
  { key: 'inTalks', title: 'In talks', of: 'rumored' },
] as const;
