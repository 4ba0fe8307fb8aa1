import Table from 'cli-table3';
import pc from 'picocolors';
import { printable } from '../printable';
import type { Sink } from '../surroundings';

/** A column of a table for people. */
export interface TextColumn {
  readonly title: string;
  readonly isNumber?: true;
}

/** Less than this nobody can read in a column. */
const narrowest = 8;

/** A table on a terminal; lines with tabs where another program reads them. */
export function writtenTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  sink: Sink,
): string {
  if (columns.length === 0) return '';
  if (!sink.isTerminal) {
    return [columns.map(({ title }) => title), ...rows]
      .map((cells) => `${cells.map(printable).join('\t')}\n`)
      .join('');
  }
  const colours = pc.createColors(sink.hasColours);
  const table = new Table({
    head: columns.map(({ title }) => colours.bold(title)),
    colAligns: columns.map(({ isNumber }) => (isNumber ? 'right' : 'left')),
    style: { head: [], border: [], compact: true },
    wordWrap: true,
    ...fittingWidths(columns, rows, sink.columns),
  });
  for (const cells of rows) table.push(cells.map(printable));
  return `${table.toString()}\n`;
}

/** Widths with which a table fits into a terminal: the widest columns give most. None where it fits as it is. */
function fittingWidths(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  most: number | undefined,
): { colWidths?: number[] } {
  // A blank on either side.
  const wanted = columns.map(
    ({ title }, index) =>
      2 + rows.reduce((most, cells) => Math.max(most, cells[index]?.length ?? 0), title.length),
  );
  const room = (most ?? Infinity) - columns.length - 1;
  if (wanted.reduce((sum, width) => sum + width, 0) <= room) return {};
  let limit = Math.max(...wanted);
  const total = () => wanted.reduce((sum, width) => sum + Math.min(width, limit), 0);
  while (total() > room && limit > narrowest) limit--;
  return { colWidths: wanted.map((width) => Math.min(width, limit)) };
}
