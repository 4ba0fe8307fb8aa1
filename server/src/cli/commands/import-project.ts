import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'jsonc-parser';
import { decoded } from '../../decoded';
import { readProjectRecord, recordsIn } from '../../exchange/import/json';
import type { ProjectRecord } from '../../exchange/project-record';
import { textOfRecords } from '../../exchange/text-of';
import { configFileName } from '../../project/config';
import { isBelow } from '../../project/uri-path';
import { exitCodes, Misuse, type ExitCode, type Surroundings } from '../surroundings';
import { messageOf } from '../message-of';
import { uriOf } from '../paths';
import { deliver, writeText } from '../write-file';

/** So many files are named one by one. */
const mostNamed = 10;

interface ProjectImport {
  /** The folder that the files go to; undefined for the standard output. */
  readonly to: string | undefined;
  readonly overwrites: boolean;
  readonly isDry: boolean;
  readonly isQuiet: boolean;
}

/** A file of a project, and what lies where it goes to. */
interface ProjectFile {
  /** From the folder on, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly there: 'nothing' | 'the same' | 'another';
}

/**
 * Makes files of a project that was exported as JSON. A file that is there and says the same is left as it is, with its
 * comments; one that says another thing is written over only where that is wanted.
 * @throws {Misuse} where the JSON cannot be read, or a file is in the way
 */
export function importProject(
  name: string,
  json: string,
  { to, overwrites, isDry, isQuiet }: ProjectImport,
  surroundings: Surroundings,
): ExitCode {
  const reading = readProjectRecord(json);
  if (!reading.ok) {
    const problems = reading.problems.map(({ path, message }) => `  ${path}: ${message}`);
    throw new Misuse([`${name} cannot be used:`, ...problems].join('\n'));
  }
  if (to === undefined || to === '-') {
    deliver(
      textOfRecords(reading.record.files.flatMap(({ declarations }) => declarations)),
      to,
      surroundings,
    );
    return exitCodes.fine;
  }
  const files = filesOf(reading.record, resolve(surroundings.folder, to));
  const others = files.filter(({ there }) => there === 'another');
  if (others.length > 0 && !overwrites) throw inTheWay(to, others);
  const written = files.filter(({ there }) => there !== 'the same');
  if (!isDry) for (const file of written) write(file, to, surroundings);
  if (!isQuiet) surroundings.err.write(summary(reading.record, files, to, isDry));
  return exitCodes.fine;
}

function filesOf({ files, settings }: ProjectRecord, folder: string): ProjectFile[] {
  const deals = files.map(({ path, declarations }): ProjectFile => {
    const before = textAt(join(folder, path));
    const isSame = before !== undefined && isDeepStrictEqual(recordsIn(before), declarations);
    const there = before === undefined ? 'nothing' : isSame ? 'the same' : 'another';
    return { path, text: textOfRecords(declarations), there };
  });
  if (!settings) return deals;
  const before = textAt(join(folder, configFileName));
  const isSame =
    before !== undefined && isDeepStrictEqual(parse(before, [], { allowTrailingComma: true }), settings);
  const there = before === undefined ? 'nothing' : isSame ? 'the same' : 'another';
  return [{ path: configFileName, text: `${JSON.stringify(settings, undefined, 2)}\n`, there }, ...deals];
}

function textAt(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return decoded(readFileSync(path));
  } catch (error) {
    throw new Misuse(`${path} is in the way and cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

function write({ path, text, there }: ProjectFile, folder: string, surroundings: Surroundings): void {
  const root = resolve(surroundings.folder, folder);
  const full = resolve(root, path);
  const shown = `${folder}/${path}`;
  try {
    mkdirSync(dirname(full), { recursive: true });
    const [place, own] = [realpathSync(dirname(full)), realpathSync(root)];
    if (place !== own && !isBelow(uriOf(place), uriOf(own))) {
      throw new Misuse(`${shown} is not written: a link leads out of ${folder} there.`);
    }
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(`${shown} cannot be written: ${messageOf(error)}.`, { cause: error });
  }
  // Where two paths are one, as on systems for which letters are the same in both sizes, neither is lost.
  writeText(full, shown, text, there === 'nothing');
}

function inTheWay(folder: string, others: readonly ProjectFile[]): Misuse {
  const named = others.slice(0, mostNamed).map(({ path }) => `  ${path}`);
  const more = others.length > mostNamed ? [`  and ${others.length - mostNamed} more`] : [];
  return new Misuse(
    [
      `In ${folder} there ${others.length === 1 ? 'is a file that says' : 'are files that say'} another thing, so nothing was written:`,
      ...named,
      ...more,
      'Name another folder by --to, or write over them, comments and all, with --overwrite.',
    ].join('\n'),
  );
}

function summary(
  { files: records }: ProjectRecord,
  files: readonly ProjectFile[],
  folder: string,
  isDry: boolean,
): string {
  const declared = records.reduce((sum, { declarations }) => sum + declarations.length, 0);
  const count = (wanted: ProjectFile['there']) => files.filter(({ there }) => there === wanted).length;
  const parts = [
    `${count('nothing')} written`,
    ...(count('another') > 0 ? [`${count('another')} written over`] : []),
    `${count('the same')} as before`,
  ];
  const dry = isDry ? ' None of it is written, since this is a dry run.' : '';
  return `${declared} declarations in ${files.length} files to ${folder}: ${parts.join(', ')}.${dry}\n`;
}
