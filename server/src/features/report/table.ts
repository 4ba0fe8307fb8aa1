import * as l10n from '@vscode/l10n';
import { paragraph, type Block, type Column, type Line } from './content';

/** More rows than this nobody reads, and a preview takes long to draw them. */
export const mostRows = 1000;

/** A column, and what stands in it for one of the things that the table lists. */
export interface Field<T> extends Column {
  readonly of: (one: T) => Line | string;
  /** Left out where it is empty in all rows. */
  readonly optional?: true;
}

/**
 * A table with a row for each of a list, and a sentence how many more there are where the list is too long. Yields for
 * each row.
 * @param work it takes as long to make a row as to look at so many deals
 */
export function* table<T>(
  all: readonly T[],
  fields: readonly Field<T>[],
  work = 1,
  most = mostRows,
): Generator<number, Block[]> {
  const rows: Line[][] = [];
  for (const one of all.slice(0, most)) {
    rows.push(
      fields.map(({ of }) => {
        const cell = of(one);
        return typeof cell === 'string' ? (cell === '' ? [] : [cell]) : cell;
      }),
    );
    yield work;
  }
  if (rows.length === 0) return [];
  const used = fields.map(({ optional }, index) => !optional || rows.some((row) => row[index]!.length > 0));
  const inUse = <U>(cells: readonly U[]) => cells.filter((_, index) => used[index]);
  const shown: Block = {
    type: 'table',
    columns: inUse(fields).map(({ title, align }) => ({ title, ...(align && { align }) })),
    rows: rows.map(inUse),
  };
  const left = all.length - rows.length;
  if (left === 0) return [shown];
  const more =
    left === 1
      ? l10n.t('1 more is left out of this table; sums count it all the same.')
      : l10n.t('{0} more are left out of this table; sums count them all the same.', left);
  return [shown, paragraph(more)];
}
