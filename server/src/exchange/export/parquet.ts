import type { Big } from 'big.js';
import { parquetWriteBuffer, type ColumnSource, type SchemaElement } from 'hyparquet-writer';
import { fromDay } from '../../values/date';
import { dealTable, moneyTable, type DealRow } from './deal-rows';
import type { Exported, ExportedFile } from './exported';
import { someOf } from './numbered';
import { partTable } from './party-rows';
import type { Selection } from './selection';
import { partOf, withoutColumn, type Column, type Table } from './table';
import { tablesOf } from './tables';

/** By what the tables about deals can be laid into folders, as Hive does it. */
export const partitionings = ['year', 'kind', 'currency'] as const;
export type Partitioning = (typeof partitionings)[number];

/** The tables about deals, which are laid into folders, and the others. */
const tablesOfDeals = ['deals', 'parties-of-deals', 'money-of-deals'];
const otherTables = ['claims', 'parties'];

const ownFile = new RegExp(
  `^(?:(?:${[...tablesOfDeals, ...otherTables].join('|')})\\.parquet|(?:${tablesOfDeals.join('|')})/(?:${partitionings.join('|')})=[^/]+/part-0\\.parquet)$`,
);

/** Whether an export as Parquet, however it is laid into folders, can have made a file of that name. */
export function isOfParquetExport(name: string): boolean {
  return ownFile.test(name);
}

/** Decimals are exact: so many digits in all, and behind the point. */
const precision = 38;
const scale = 9;
const bytesOfDecimal = 16;

/** What has no value lies here, as Hive, Spark and DuckDB know it. */
const noValue = '__HIVE_DEFAULT_PARTITION__';

/** The same tables as in CSV, with typed columns: for DuckDB, Spark, pandas and others. */
export function parquetFiles(selection: Selection, partitioning?: Partitioning): Exported {
  const { tables, rows, dropped } = tablesOf(selection);
  const tooLong = tables.flatMap(({ columns }) => columns).reduce((sum, each) => sum + countTooLong(each), 0);
  return {
    files: partitioning
      ? partitioned(selection, tables, rows, partitioning)
      : tables.map((table) => ({ name: `${table.name}.parquet`, content: parquetOf(table) })),
    dropped: [
      ...dropped,
      ...someOf(
        tooLong,
        `figure of more than ${precision - scale} digits before the point or ${scale} behind it`,
        `figures of more than ${precision - scale} digits before the point or ${scale} behind it`,
      ),
    ],
  };
}

/** Tables about deals in a folder for each value, the others as they are. */
function partitioned(
  selection: Selection,
  tables: readonly Table[],
  rows: readonly DealRow[],
  partitioning: Partitioning,
): ExportedFile[] {
  const files: ExportedFile[] = [];
  const write = (table: Table, value: string | undefined) => {
    if (table.rowCount === 0) return;
    files.push({
      name: `${table.name}/${partitioning}=${value ?? noValue}/part-0.parquet`,
      // The folder says it, and readers would have it twice.
      content: parquetOf(withoutColumn(table, partitioning)),
    });
  };
  for (const [value, own] of grouped(rows, (row) => valueOf(row, partitioning))) {
    write(dealTable(selection, own), value);
    write(partTable({ ...selection, deals: own.map(({ deal }) => deal) }), value);
    // The money of a deal can be of several currencies.
    if (partitioning !== 'currency') write(moneyTable(selection, own), value);
  }
  if (partitioning === 'currency') {
    const table = moneyTable(selection, rows);
    const currencies = table.columns.find(({ name }) => name === 'currency');
    const cells = currencies?.type === 'text' ? currencies.cells : [];
    for (const [value, own] of grouped([...cells.keys()], (row) => cells[row]))
      write(partOf(table, own), value);
  }
  const written = new Set(tablesOfDeals);
  const others = tables.filter(({ name }) => !written.has(name));
  return [...files, ...others.map((table) => ({ name: `${table.name}.parquet`, content: parquetOf(table) }))];
}

function valueOf({ deal, date, currency }: DealRow, partitioning: Partitioning): string | undefined {
  switch (partitioning) {
    case 'kind':
      return deal.kind;
    case 'currency':
      return currency;
    case 'year':
      return date && Number.isFinite(date.earliest) ? String(fromDay(date.earliest).year) : undefined;
  }
}

function grouped<T>(all: readonly T[], keyOf: (each: T) => string | undefined): [string | undefined, T[]][] {
  const groups = new Map<string | undefined, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups].sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

function parquetOf({ columns }: Table): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: columns.map(dataOf),
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)],
    createdBy: 'Dealgraph',
  });
  return new Uint8Array(buffer);
}

function elementOf({ name, type }: Column): SchemaElement {
  const repetition_type = 'OPTIONAL';
  switch (type) {
    case 'text':
      return { name, repetition_type, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    case 'day':
      return { name, repetition_type, type: 'INT32', converted_type: 'DATE' };
    case 'count':
      return { name, repetition_type, type: 'INT32' };
    case 'boolean':
      return { name, repetition_type: 'REQUIRED', type: 'BOOLEAN' };
    case 'decimal':
      return {
        name,
        repetition_type,
        type: 'FIXED_LEN_BYTE_ARRAY',
        type_length: bytesOfDecimal,
        converted_type: 'DECIMAL',
        precision,
        scale,
      };
  }
}

function dataOf(column: Column): ColumnSource {
  const { name } = column;
  return column.type === 'decimal'
    ? { name, data: column.cells.map((value) => value && unscaled(value)) }
    : { name, data: [...column.cells] };
}

/** A decimal in units of its last place; undefined where it does not fit. */
function unscaled(value: Big): bigint | undefined {
  const [whole = '', fraction = ''] = value.toFixed().split('.');
  if (fraction.length > scale) return undefined;
  const digits = BigInt(whole + fraction.padEnd(scale, '0'));
  return digits < most && digits > -most ? digits : undefined;
}

const most = 10n ** BigInt(precision);

function countTooLong(column: Column): number {
  return column.type === 'decimal'
    ? column.cells.filter((value) => value && unscaled(value) === undefined).length
    : 0;
}
