import type { Big } from 'big.js';
import { quote } from '../../language/quote';

/** A column with its cells from the top; undefined is a cell that is empty. */
export type Column = { readonly name: string } & (
  | { readonly type: 'text'; readonly cells: readonly (string | undefined)[] }
  /** Numbers of days. */
  | { readonly type: 'day'; readonly cells: readonly (number | undefined)[] }
  | { readonly type: 'decimal'; readonly cells: readonly (Big | undefined)[] }
  | { readonly type: 'count'; readonly cells: readonly (number | undefined)[] }
  | { readonly type: 'boolean'; readonly cells: readonly boolean[] }
);

/** Rows of one sort, column by column, as CSV and Parquet have them. */
export interface Table {
  readonly name: string;
  readonly rowCount: number;
  readonly columns: readonly Column[];
}

/** What a column says of a row. */
export type ColumnOf<Row> = { readonly name: string } & (
  | { readonly type: 'text'; readonly of: (row: Row) => string | undefined }
  | { readonly type: 'day'; readonly of: (row: Row) => number | undefined }
  | { readonly type: 'decimal'; readonly of: (row: Row) => Big | undefined }
  | { readonly type: 'count'; readonly of: (row: Row) => number | undefined }
  | { readonly type: 'boolean'; readonly of: (row: Row) => boolean }
);

/** The table of some rows. */
export function tableOf<Row>(name: string, rows: readonly Row[], columns: readonly ColumnOf<Row>[]): Table {
  return { name, rowCount: rows.length, columns: columns.map((column) => filled(column, rows)) };
}

function filled<Row>(column: ColumnOf<Row>, rows: readonly Row[]): Column {
  const { name } = column;
  switch (column.type) {
    case 'text':
      return { name, type: column.type, cells: rows.map((row) => emptyAsNone(column.of(row))) };
    case 'day':
      return { name, type: column.type, cells: rows.map((row) => finite(column.of(row))) };
    case 'decimal':
      return { name, type: column.type, cells: rows.map((row) => column.of(row)) };
    case 'count':
      return { name, type: column.type, cells: rows.map((row) => column.of(row)) };
    case 'boolean':
      return { name, type: column.type, cells: rows.map((row) => column.of(row)) };
  }
}

/** A table with some of its rows, by their index. */
export function partOf({ name, columns }: Table, rows: readonly number[]): Table {
  return { name, rowCount: rows.length, columns: columns.map((column) => picked(column, rows)) };
}

/** A table without one of its columns. */
export function withoutColumn(table: Table, name: string): Table {
  return { ...table, columns: table.columns.filter((column) => column.name !== name) };
}

function picked(column: Column, rows: readonly number[]): Column {
  const { name } = column;
  const of = <T>(cells: readonly T[]): T[] => rows.map((row) => cells[row]!);
  switch (column.type) {
    case 'text':
      return { name, type: column.type, cells: of(column.cells) };
    case 'day':
    case 'count':
      return { name, type: column.type, cells: of(column.cells) };
    case 'decimal':
      return { name, type: column.type, cells: of(column.cells) };
    case 'boolean':
      return { name, type: column.type, cells: of(column.cells) };
  }
}

/** Several texts in one cell, with semicolons between them; one that holds a semicolon or a quote stands in quotes. */
export function listed(texts: readonly string[]): string {
  return texts.map((text) => (/[";]|^\s|\s$/.test(text) ? quote(text) : text)).join('; ');
}

function emptyAsNone(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** An open end is not known. */
function finite(day: number | undefined): number | undefined {
  return Number.isFinite(day) ? day : undefined;
}
