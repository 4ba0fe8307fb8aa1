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
  const widths = fittingWidths(columns, rows, sink.columns);
  const inCells = (cells: readonly string[]) =>
    cells.map((cell, index) => broken(printable(cell), widths[index]! - blanks));
  const shared = {
    colAligns: columns.map(({ isNumber }): 'right' | 'left' => (isNumber ? 'right' : 'left')),
    style: { head: [], border: [], compact: true },
    wordWrap: true,
    colWidths: widths,
  };
  const titles = columns.map(({ title }) => title);
  const parts = Math.max(1, Math.ceil(rows.length / mostAtOnce));
  return Array.from({ length: parts }, (_, part) => {
    const table = new Table({
      ...shared,
      head: part === 0 ? inCells(titles).map((title) => colours.bold(title)) : [],
      chars: { ...(part > 0 && noTop), ...(part < parts - 1 && noBottom) },
    });
    const own = rows.slice(part * mostAtOnce, (part + 1) * mostAtOnce);
    table.push(...own.map(inCells));
    return `${table.toString()}\n`;
  }).join('');
}

/** On both sides of a cell together. */
const blanks = 2;

/** A text whose words fit into a width: the library would cut them off. */
function broken(text: string, width: number): string {
  return text.replace(/\S+/g, (word) =>
    word.length <= width ? word : word.match(new RegExp(`.{1,${width}}`, 'gu'))!.join('\n'),
  );
}

/** The library takes no more rows than a call takes arguments: longer tables are written in parts. */
const mostAtOnce = 10_000;
const noTop = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '' };
const noBottom = { bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' };

/** Widths with which a table fits into a terminal: the widest columns give most. */
function fittingWidths(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  most: number | undefined,
): number[] {
  const wanted = columns.map(
    ({ title }, index) =>
      blanks + rows.reduce((most, cells) => Math.max(most, cells[index]?.length ?? 0), title.length),
  );
  const room = (most ?? Infinity) - columns.length - 1;
  if (wanted.reduce((sum, width) => sum + width, 0) <= room) return wanted;
  let limit = Math.max(...wanted);
  const total = () => wanted.reduce((sum, width) => sum + Math.min(width, limit), 0);
  while (total() > room && limit > narrowest) limit--;
  return wanted.map((width) => Math.min(width, limit));
}
