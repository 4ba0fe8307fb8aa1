import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { FreeNames } from './free-names';
import { hasStrayQuote } from './quotes';

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
  /** How many of the columns have a place among the headers: cells behind them are surplus; all where it is not said. */
  readonly width?: number;
  /** What is to be said of how it was read. */
  readonly notes?: readonly string[];
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
export const mostBroken = 50;

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
  const { rows, broken, notes } = rowsIn(content, firstLine, delimiter);
  const at = headerIndex(rows, options);
  const body = rows.slice(at + 1);
  const width = rows[at]?.cells.length ?? 0;
  let widest = width;
  for (const { cells } of body) widest = Math.max(widest, lastFilled(cells) + 1);
  return {
    delimiter,
    headers: headersOf(rows[at]?.cells ?? [], widest),
    rows: body,
    broken,
    width,
    ...(notes.length > 0 && { notes }),
  };
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
  const names = new FreeNames((name, count) => `${name} (${count})`);
  return Array.from({ length: width }, (_, index) => {
    const name = (cells[index] ?? '').replace(/\s+/g, ' ').trim() || `column ${index + 1}`;
    return names.take(name);
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
function rowsIn(
  text: string,
  firstLine: number,
  delimiter: Delimiter,
): Required<Pick<Table, 'rows' | 'broken' | 'notes'>> {
  const rows: Row[] = [];
  const broken: { line: number; text: string }[] = [];
  const notes: string[] = [];
  let lines = text.split('\n');
  let line = firstLine;
  for (;;) {
    const hasQuotes = broken.length < mostBroken;
    const { records, unclosed } = recordsIn(lines, delimiter, hasQuotes);
    for (const { cells, from } of records) {
      if (lastFilled(cells) >= 0) rows.push({ line: line + from - 1, cells });
    }
    if (!hasQuotes && lines.some((each) => each.includes('"'))) {
      notes.push(
        `After ${mostBroken} quotes that are never closed, quotes are taken as they stand from line ${line} on: cells there that hold a “${delimiter}” or a line break in quotes are read as several. Close the quotes, and import it again.`,
      );
    }
    if (unclosed === undefined) return { rows, broken, notes };
    broken.push({ line: line + unclosed - 1, text: lines[unclosed - 1] ?? '' });
    lines = lines.slice(unclosed);
    line += unclosed;
  }
}

interface Records {
  readonly records: readonly { readonly cells: readonly string[]; readonly from: number }[];
  /** The line of a row in which a quote is opened and never closed. */
  readonly unclosed?: number;
}

/** Ends reading at a row whose quote is closed by that of another row. */
class StrayQuote extends Error {}

function recordsIn(lines: readonly string[], delimiter: Delimiter, hasQuotes: boolean): Records {
  const records: { cells: string[]; from: number }[] = [];
  let next = 1;
  try {
    parse(lines.join('\n'), {
      bom: false,
      delimiter,
      quote: hasQuotes ? '"' : false,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[]) => {
        const breaks = breaksIn(cells);
        if (breaks > 0 && hasStrayQuote(lines.slice(next - 1, next + breaks).join('\n'), delimiter)) {
          throw new StrayQuote();
        }
        records.push({ cells, from: next });
        next += 1 + breaks;
        // They are taken here, so that those before a broken one are there as well.
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError || error instanceof StrayQuote) || !hasQuotes) throw error;
    return { records, unclosed: next };
  }
  return { records };
}

function breaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  }
  return count;
}
