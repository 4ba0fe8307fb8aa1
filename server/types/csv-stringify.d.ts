// What the core uses of csv-stringify. Its own types bring those of Node along, which the core does not know.
export interface Options {
  readonly bom?: boolean;
  readonly record_delimiter?: string;
  readonly quoted_match?: RegExp;
}

export function stringify(rows: readonly (readonly (string | undefined)[])[], options?: Options): string;
