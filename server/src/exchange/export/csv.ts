import { stringify } from 'csv-stringify/sync';
import { formatDay } from '../../values/day';
import type { Exported } from './exported';
import { neutralized } from './formulas';
import type { Selection } from './selection';
import type { Column, Table } from './table';
import { tablesOf } from './tables';

/** How CSV is written. */
export interface CsvOptions {
  /** Whether a byte order mark stands before it, by which Excel tells UTF-8. */
  readonly hasMark: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

/** The deals as tables in CSV (RFC 4180): a file for each. */
export function csvFiles(selection: Selection, options: CsvOptions): Exported {
  const { tables, dropped } = tablesOf(selection);
  return {
    files: tables.map((table) => ({ name: `${table.name}.csv`, content: csvOf(table, options) })),
    dropped,
  };
}

/** A table as CSV, in which no cell is run by a spreadsheet. */
export function csvOf({ columns, rowCount }: Table, { hasMark, lineEnd }: CsvOptions): string {
  const cells = columns.map(textsOf);
  const rows = Array.from({ length: rowCount }, (_, row) => cells.map((column) => column[row]));
  return stringify([columns.map(({ name }) => name), ...rows], {
    bom: hasMark,
    record_delimiter: lineEnd,
    // Readers take either for the end of a line.
    quoted_match: /[\r\n]/,
  });
}

/** The cells of a column as text. */
function textsOf(column: Column): (string | undefined)[] {
  switch (column.type) {
    case 'text':
      return column.cells.map((text) => text && neutralized(text));
    case 'day':
      return column.cells.map((day) => (day === undefined ? undefined : formatDay(day)));
    case 'decimal':
      return column.cells.map((value) => value?.toFixed());
    case 'count':
    case 'boolean':
      return column.cells.map((value) => value?.toString());
  }
}
