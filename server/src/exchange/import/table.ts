import { CsvError, parse } from 'csv-parse/browser/esm/sync';

/** What stands between the cells of a line. */
export type Delimiter = ',' | ';' | '\t' | '|';
export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

/** A row of a table, with the line of the file that it starts in, from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table as it stands in a file. */
export interface Table {
  readonly delimiter: Delimiter;
  /** One name for each column, no two alike: `column 3` for one without, `Name (2)` for a second one. */
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
  /** What could not be read as a row, and why: where nobody says it, a quote in it is never closed. */
  readonly broken: readonly BrokenRow[];
}

/** What could not be read as a row. */
export interface BrokenRow {
  readonly line: number;
  readonly text: string;
  readonly reason?: string;
}

/** How a table is read. */
export interface TableOptions {
  readonly delimiter?: Delimiter;
  /** Which row has the headers; where it is not said, the first that `isHeader` knows, else the first. */
  readonly headerLine?: number;
  readonly isHeader?: (cells: readonly string[]) => boolean;
}

/** Exports can begin with lines about themselves. */
const mostLinesAbove = 25;
/** More quotes that are never closed, and none is one. */
const mostBroken = 50;

/**
 * Reads a table of text: with or without a byte order mark, any line ends, cells over several lines, quotes in the
 * middle of cells, rows that are too short or too long, empty lines, and headers that are missing or alike. Never fails.
 */
export function readTable(text: string, options: TableOptions = {}): Table {
  // Line ends in cells are made alike too: so a line has one number, whatever wrote the file.
  let content = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  let firstLine = 1;
  // Excel's own word for what is between the cells.
  const said = /^sep=([,;\t|])\n/.exec(content);
  if (said) {
    content = content.slice(said[0].length);
    firstLine = 2;
  }
  const delimiter = options.delimiter ?? asDelimiter(said?.[1]) ?? sniffed(content);
  const { rows, broken } = rowsIn(content, firstLine, delimiter);
  const at = headerIndex(rows, options);
  const body = rows.slice(at + 1);
  let width = rows[at]?.cells.length ?? 0;
  for (const { cells } of body) width = Math.max(width, lastFilled(cells) + 1);
  return { delimiter, headers: headersOf(rows[at]?.cells ?? [], width), rows: body, broken };
}

function headerIndex(rows: readonly Row[], { headerLine, isHeader }: TableOptions): number {
  if (headerLine !== undefined) {
    const index = rows.findIndex(({ line }) => line >= headerLine);
    return index < 0 ? 0 : index;
  }
  const known = isHeader ? rows.slice(0, mostLinesAbove).findIndex(({ cells }) => isHeader(cells)) : -1;
  return Math.max(known, 0);
}

function headersOf(cells: readonly string[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, index) => {
    const name = (cells[index] ?? '').replace(/\s+/g, ' ').trim() || `column ${index + 1}`;
    let free = name;
    for (let count = 2; taken.has(free); count++) free = `${name} (${count})`;
    taken.add(free);
    return free;
  });
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '');
}

function asDelimiter(text: string | undefined): Delimiter | undefined {
  return delimiters.find((delimiter) => delimiter === text);
}

/** What parts most of the first lines alike; a comma where nothing does. */
function sniffed(text: string): Delimiter {
  // Without what is in quotes, where anything can stand.
  const lines = text
    .slice(0, 100_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split('\n', 50)
    .filter((line) => line.trim() !== '');
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const first = counts[0] ?? 0;
    const alike = counts.filter((count) => count === first).length;
    const score = first === 0 ? 0 : (alike / lines.length) * Math.min(first, 20) ** 0.5;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** Rows of which at least one cell says something. */
function rowsIn(text: string, firstLine: number, delimiter: Delimiter): Pick<Table, 'rows' | 'broken'> {
  const rows: Row[] = [];
  const broken: { line: number; text: string }[] = [];
  let rest = text;
  let line = firstLine;
  for (;;) {
    const { records, unclosed } = recordsIn(rest, delimiter, broken.length < mostBroken);
    for (const { cells, from } of records) {
      if (lastFilled(cells) >= 0) rows.push({ line: line + from - 1, cells });
    }
    if (unclosed === undefined) return { rows, broken };
    const lines = rest.split('\n');
    broken.push({ line: line + unclosed - 1, text: lines[unclosed - 1] ?? '' });
    rest = lines.slice(unclosed).join('\n');
    line += unclosed;
  }
}

interface Records {
  readonly records: readonly { readonly cells: readonly string[]; readonly from: number }[];
  /** The line of a row in which a quote is opened and never closed. */
  readonly unclosed?: number;
}

function recordsIn(text: string, delimiter: Delimiter, hasQuotes: boolean): Records {
  const records: { cells: string[]; from: number }[] = [];
  let next = 1;
  try {
    parse(text, {
      bom: false,
      delimiter,
      quote: hasQuotes ? '"' : false,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[]) => {
        records.push({ cells, from: next });
        next += 1 + breaksIn(cells);
        // They are taken here, so that those before a broken one are there as well.
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError) || !hasQuotes) throw error;
    return { records, unclosed: next };
  }
  return { records };
}

function breaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) for (const char of cell) if (char === '\n') count++;
  return count;
}
