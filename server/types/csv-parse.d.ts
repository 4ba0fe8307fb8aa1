// What table.ts needs of csv-parse, whose own types bring in those of Node, which the core does not know.
export interface Options {
  readonly bom: boolean;
  readonly delimiter: string;
  readonly on_record?: (record: string[]) => string[] | null;
  readonly quote: '"' | false;
  readonly record_delimiter: string;
  readonly relax_column_count: boolean;
  readonly relax_quotes: boolean;
}
export function parse(text: string, options: Options): unknown;
export class CsvError extends Error {
  readonly code: string;
}
