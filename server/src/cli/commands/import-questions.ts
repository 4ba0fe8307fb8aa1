import * as prompts from '@clack/prompts';
import { guessedMapping } from '../../exchange/import/guess';
import {
  emptyMapping,
  headerKey,
  importedKinds,
  isImportedKind,
  isRole,
  roles,
  type ColumnMapping,
  type Mapping,
} from '../../exchange/import/mapping';
import { presetFor } from '../../exchange/import/presets';
import type { Table } from '../../exchange/import/table';
import { findCurrency } from '../../values/currency';
import { Misuse } from '../surroundings';

/** What somebody says of the columns of a file, and where it is to be written down. */
interface Answers {
  readonly mapping: Mapping;
  readonly saveTo?: string;
}

/**
 * Asks somebody what the columns of a file are, with a guess for each.
 * @param isSaved whether it is known already where that is written down
 * @param isThere whether there is a file of a name, which is not written over
 */
export async function askForMapping(
  file: string,
  table: Table,
  isSaved: boolean,
  isThere: (path: string) => boolean,
): Promise<Answers> {
  const { headers } = table;
  prompts.intro(`${file}: ${headers.length} columns, ${table.rows.length} rows`);
  const preset = presetFor(headers);
  if (preset) {
    const takes = await prompts.confirm({ message: `It looks like ${preset.title}. Read it as that?` });
    if (typeof takes === 'symbol') throw cancelled();
    if (takes) {
      prompts.outro(`The next time, --preset ${preset.name} says so.`);
      return { mapping: preset.mapping };
    }
  }
  const guessed = guessedMapping(table, emptyMapping);
  const kind = answered(
    await prompts.select<string>({
      message: 'What are its rows?',
      options: importedKinds.map((value) => ({ value, label: value })),
      initialValue: guessed.kind,
    }),
  );
  const columns = new Map<string, ColumnMapping>();
  for (const [index, header] of headers.entries()) {
    const guess = guessed.columns.get(headerKey(header)) ?? { is: 'field' };
    columns.set(headerKey(header), await askForColumn(header, samplesOf(table, index), guess));
  }
  const hasMoney = [...columns.values()].some(
    ({ is }) => is === 'amount' || is === 'valuation' || is === 'debt',
  );
  const currency = hasMoney ? await askForCurrency() : undefined;
  const saveTo = isSaved ? '' : await askWhereToSave(isThere);
  prompts.outro(`${columns.size} columns are known.`);
  return {
    mapping: {
      ...emptyMapping,
      ...(isImportedKind(kind) && { kind }),
      columns,
      ...(currency !== undefined && { currency }),
    },
    ...(saveTo !== '' && { saveTo }),
  };
}

async function askWhereToSave(isThere: (path: string) => boolean): Promise<string> {
  return answered(
    await prompts.text({
      message: 'To which file is that written, for --mapping the next time? Leave it empty for none.',
      initialValue: isThere('columns.json') ? '' : 'columns.json',
      validate: (path) => {
        if (path === undefined || path === '' || !isThere(path)) return undefined;
        return 'There is a file of that name already.';
      },
    }),
  );
}

async function askForColumn(header: string, samples: string, guess: ColumnMapping): Promise<ColumnMapping> {
  const is = answered(
    await prompts.select<string>({
      message: `${header}  ${samples}`,
      options: Object.entries(roles).map(([value, hint]) => ({ value, label: value, hint })),
      initialValue: guess.is,
      maxItems: 10,
    }),
  );
  if (!isRole(is)) return guess;
  if (is === guess.is && is !== 'giver' && is !== 'lead') return guess;
  if (is !== 'giver' && is !== 'lead' && is !== 'seller') return { is };
  const separator = answered(
    await prompts.text({
      message: 'What parts several names in a cell? Leave it empty where a cell has one.',
      initialValue: guess.separator ?? '',
    }),
  );
  return { is, ...(separator !== '' && { separator }) };
}

async function askForCurrency(): Promise<string | undefined> {
  const code = answered(
    await prompts.text({
      message: 'In which currency is money that names none? Leave it empty where all of it does.',
      initialValue: 'USD',
      validate: (text) =>
        text === undefined || text === '' || findCurrency(text)
          ? undefined
          : 'A code of ISO 4217, such as EUR.',
    }),
  );
  return code === '' ? undefined : code;
}

/** A few cells of a column, for somebody to see what it is. */
function samplesOf({ rows }: Table, index: number): string {
  const found = new Set<string>();
  for (const { cells } of rows) {
    const text = (cells[index] ?? '').replace(/\s+/g, ' ').trim();
    if (text !== '') found.add(text.length > 24 ? `${text.slice(0, 23)}…` : text);
    if (found.size === 3) break;
  }
  return found.size === 0 ? '(empty)' : `(${[...found].join(' · ')})`;
}

function answered(answer: string | symbol): string {
  if (typeof answer === 'symbol') throw cancelled();
  return answer;
}

function cancelled(): Misuse {
  return new Misuse('Nothing was imported.');
}
