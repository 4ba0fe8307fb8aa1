import { isTwoFaced, dateOrderOf, type DateOrder } from './cells/date';
import { unpartedNote, thousandsNote } from './column-notes';
import { decimalMarkOf } from './cells/number';
import type { MoneyColumn } from './cells/money';
import { headerKey, type ColumnMapping, type Mapping, type Role } from './mapping';
import type { Row, Table } from './table';

/** A column of a table that means something. */
export interface Column {
  readonly header: string;
  readonly index: number;
  readonly mapping: ColumnMapping;
  /** For money. */
  readonly money: MoneyColumn;
  /** For dates. */
  readonly order: DateOrder | 'ambiguous' | 'mixed';
  /** For shares: whether 1 is all of it, and not 100. */
  readonly isFraction: boolean;
}

/** The columns of a table by what they are, in the order of the mapping; and what is to be said of them. */
export interface Columns {
  readonly byRole: ReadonlyMap<Role, readonly Column[]>;
  readonly notes: readonly string[];
  /** Cells behind the last header: nothing is said of them, and they are kept as they stand. */
  readonly surplus: readonly { readonly header: string; readonly index: number }[];
}

const moneyRoles: ReadonlySet<Role> = new Set(['amount', 'valuation', 'debt']);
const dateRoles: ReadonlySet<Role> = new Set(['date', 'from', 'until']);
const numberRoles: ReadonlySet<Role> = new Set([...moneyRoles, 'stake']);

/** So many columns are named one by one. */
const mostNamed = 10;

/** Finds the columns of a mapping in a table, and decides by all cells of a column how they are written. */
export function columnsOf(table: Table, mapping: Mapping): Columns {
  const byRole = new Map<Role, Column[]>();
  const notes: string[] = [];
  const leftOut: string[] = [];
  const indexes = new Map(table.headers.map((header, index) => [headerKey(header), index]));
  const add = (header: string, index: number, column: ColumnMapping) => {
    const own = columnOf(header, index, column, table, mapping, notes);
    const known = byRole.get(column.is);
    if (known) known.push(own);
    else byRole.set(column.is, [own]);
  };
  for (const [header, column] of mapping.columns) {
    const index = indexes.get(headerKey(header));
    if (index !== undefined) add(table.headers[index] ?? header, index, column);
  }
  const named = new Set([...mapping.columns.keys()].map(headerKey));
  const surplus: { header: string; index: number }[] = [];
  table.headers.forEach((header, index) => {
    if (named.has(headerKey(header))) return;
    if (mapping.rest === 'field') add(header, index, { is: 'field' });
    else if (index >= (table.width ?? Infinity)) surplus.push({ header, index });
    else if (!textsIn(table.rows, index).next().done) leftOut.push(header);
  });
  if (leftOut.length > 0) notes.push(leftOutNote(leftOut));
  for (const column of byRole.get('giver') ?? []) {
    // With a key each cell names one.
    const note = byRole.has('giver key')
      ? undefined
      : unpartedNote(column, textsIn(table.rows, column.index));
    if (note !== undefined) notes.push(note);
  }
  return { byRole, notes, surplus };
}

function leftOutNote(headers: readonly string[]): string {
  const more = headers.length > mostNamed ? ` and ${headers.length - mostNamed} more` : '';
  const [are, them] = headers.length === 1 ? ['column is', 'it'] : ['columns are', 'them'];
  return `${headers.length} ${are} left out: ${headers.slice(0, mostNamed).join(', ')}${more}; a mapping with "rest": "field" keeps ${them}.`;
}

function columnOf(
  header: string,
  index: number,
  column: ColumnMapping,
  { rows, delimiter }: Table,
  { dates, decimals }: Mapping,
  notes: string[],
): Column {
  const { is, power = 0, zeroIsUnknown = false } = column;
  const mark =
    decimals !== 'auto' ? decimals : numberRoles.has(is) ? decimalMarkOf(textsIn(rows, index)) : undefined;
  if (mark === 'mixed' && moneyRoles.has(is)) {
    notes.push(
      `“${header}” has decimals behind points and behind commas: where a number could be either, it is kept as it is.`,
    );
  }
  const isStrict = mark === 'mixed' || (mark === undefined && delimiter === ';');
  if (decimals === 'auto' && mark === undefined && !isStrict && moneyRoles.has(is)) {
    const note = thousandsNote(header, textsIn(rows, index));
    if (note !== undefined) notes.push(note);
  }
  const order =
    dates !== 'auto' ? dates : dateRoles.has(is) ? dateOrderOf(textsIn(rows, index)) : 'ambiguous';
  if (dateRoles.has(is) && (order === 'ambiguous' || order === 'mixed')) {
    let count = 0;
    for (const text of textsIn(rows, index)) if (isTwoFaced(text)) count++;
    if (count > 0) {
      notes.push(
        `“${header}”: ${order === 'mixed' ? 'some dates have the day first and others the month' : 'no date tells whether the day or the month stands first'}, so of ${count} the year alone is taken. Say "dates": "MDY" or "DMY" in the mapping.`,
      );
    }
  }
  return {
    header,
    index,
    mapping: column,
    // Where cells are parted by “;”, commas are mostly decimal: what could be either is not guessed.
    money: {
      mark,
      isStrict,
      power,
      zeroIsUnknown,
    },
    order,
    isFraction: is === 'stake' && isFraction(textsIn(rows, index)),
  };
}

function* textsIn(rows: readonly Row[], index: number): Generator<string> {
  for (const { cells } of rows) {
    const text = cells[index];
    if (text !== undefined && text.trim() !== '') yield text;
  }
}

function isFraction(texts: Iterable<string>): boolean {
  let isAny = false;
  for (const text of texts) {
    if (!/^\s*[01](?:[.,]\d+)?\s*$/.test(text) || Number(text.replace(',', '.')) > 1) return false;
    if (/\d[.,]\d/.test(text)) isAny = true;
  }
  return isAny;
}
