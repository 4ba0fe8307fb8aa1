/** A row that is no deal. */
export interface ReportedRow {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  /** What stands in it. */
  readonly text: string;
}

/** A value of a deal that could not be read, or not as all that it says: it is kept as it is, in a field. */
export interface KeptValue {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly text: string;
  readonly reason: string;
}

/** What became of the rows of one or several tables. */
export interface ImportReport {
  /** Rows that say anything; each is a deal, a part of one, or reported. */
  readonly rows: number;
  readonly deals: number;
  /** Rows that say more of the deal of another row. */
  readonly joined: number;
  readonly parties: number;
  readonly reported: readonly ReportedRow[];
  readonly kept: readonly KeptValue[];
  /** What is to be said of whole columns. */
  readonly notes: readonly string[];
  /** Files by their scopes, where these are their names, since nobody said others. */
  readonly fileScopes: ReadonlyMap<string, string>;
}

/** A report as the rows of a table, with its headers. */
export function reportRows({ reported, kept }: ImportReport): string[][] {
  return [
    ['file', 'line', 'outcome', 'column', 'value', 'reason'],
    ...reported.map(({ file, line, text, reason }) => [file, String(line), 'no deal', '', text, reason]),
    ...kept.map(({ file, line, column, text, reason }) => [
      file,
      String(line),
      'kept as it is',
      column,
      text,
      reason,
    ]),
  ];
}
