import type { Project } from '../../project/project';
import { isBelow } from '../../project/uri-path';
import { isBeneficialOwnership, readBeneficialOwnership } from './beneficial-ownership';
import { isFollowTheMoney, readFollowTheMoney } from './follow-the-money';
import { headerKey, type Mapping } from './mapping';
import { readMapping } from './mapping-file';
import { missingColumns, presetFor, type Preset } from './presets';
import { readTable, type Table } from './table';

/** A table, and what its columns are. */
export interface Input {
  readonly table: Table;
  readonly mapping: Mapping;
}

/** A table whose columns are known, or why nobody can know them. */
export type InputReading = Input | { readonly problems: readonly string[] };

/** An input that says itself what it is. */
export interface RecognizedInput extends Input {
  /** What it is, for people. */
  readonly title: string;
  /** The preset whose headers it has; absent where it needs none. */
  readonly preset?: Preset;
  /** What is to be said of what is left out of it. */
  readonly notes: readonly string[];
}

/** Reads a text that says itself what it is: a file of ownership, or a table with the headers of a preset. */
export function recognizedInput(text: string): RecognizedInput | undefined {
  if (isFollowTheMoney(text)) return { ...readFollowTheMoney(text), title: 'FollowTheMoney' };
  if (isBeneficialOwnership(text)) {
    return { ...readBeneficialOwnership(text), title: 'Beneficial Ownership Data Standard' };
  }
  const table = readTable(text, { isHeader: (cells) => presetFor(cells) !== undefined });
  const preset = presetFor(table.headers);
  if (!preset) return undefined;
  const { mapping, title, prepared } = preset;
  return { table: prepared?.(table) ?? table, mapping, title, preset, notes: [] };
}

/** Reads a table as the export of a product. */
export function inputByPreset(text: string, preset: Preset): InputReading {
  const { name, told, mapping, prepared } = preset;
  const table = readTable(text, { isHeader: (cells) => missingColumns(preset, cells).length === 0 });
  const has = `It has ${table.headers.join(', ')}.`;
  if (!table.headers.some((header) => mapping.columns.has(headerKey(header)))) {
    return { problems: [`It has none of the columns of ${name}. ${has}`] };
  }
  const missing = missingColumns(preset, table.headers);
  const ready = prepared?.(table) ?? table;
  if (missing.length === 0) return { table: ready, mapping };
  const lacks = `It lacks ${missing.length} of the ${told.length} columns that tell ${name}: ${missing.join(', ')}.`;
  if (missing.length * 2 > told.length) {
    return { problems: [`${lacks} ${has} Name another preset, or say by a mapping what they are.`] };
  }
  return { table: { ...ready, notes: [...(table.notes ?? []), lacks] }, mapping };
}

/**
 * Reads a table as a file says.
 * @param said what stands in that file
 */
export function inputByMapping(text: string, said: string): InputReading {
  // What it says of the table itself comes first, then what it says of columns that are there.
  const { mapping: first, preset } = readMapping(said);
  const read = readTable(text, {
    ...(first.delimiter !== undefined && { delimiter: first.delimiter }),
    ...(first.headerLine !== undefined && { headerLine: first.headerLine }),
    isHeader: (cells) => {
      const keys = new Set(cells.map(headerKey));
      return [...first.columns.keys()].filter((header) => keys.has(header)).length > 1;
    },
  });
  const table = preset?.prepared?.(read) ?? read;
  const { mapping, problems } = readMapping(said, table.headers);
  if (problems.length > 0) return { problems };
  const isSomebody = [...mapping.columns.values()].some(
    ({ is }) => is === 'giver' || is === 'receiver' || is === 'lead',
  );
  if (isSomebody) return { table, mapping };
  return { problems: ['It names no column as “giver” or “receiver”, so that nobody would be in a deal.'] };
}

/** The project that a file is in, or will be: the one whose folder is the nearest around it. */
export function projectAround(projects: readonly Project[], uri: string): Project | undefined {
  return projects
    .filter(({ root }) => isBelow(uri, root))
    .toSorted((one, other) => other.root.length - one.root.length)[0];
}
