import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Exported } from '../exchange/export/exported';
import { leftBehind, refuseBeside, removeLeftBehind, type EarlierExport } from './earlier-export';
import { messageOf } from './message-of';
import { pathOf, shownPath } from './paths';
import { Misuse, type Surroundings } from './surroundings';

const mark = '\ufeff';

/**
 * Writes a file of the project anew. A byte order mark stays, since whoever wrote it wants it.
 * @throws {Misuse} where the file cannot be written
 */
export function rewriteFile(uri: string, text: string, surroundings: Surroundings): void {
  const path = pathOf(uri);
  try {
    const hasMark = readFileSync(path, 'utf8').startsWith(mark);
    writeFileSync(path, hasMark ? mark + text : text);
  } catch (error) {
    throw new Misuse(`${shownPath(uri, surroundings)} cannot be written: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/**
 * Writes what a command made to where it is wanted.
 * @param path a file; absent or `-` for the standard output
 * @throws {Misuse} where the file cannot be written
 */
export function deliver(content: string, path: string | undefined, { folder, out }: Surroundings): void {
  if (path === undefined || path === '-') {
    out.write(content);
    return;
  }
  try {
    writeFileSync(resolve(folder, path), content);
  } catch (error) {
    throw new Misuse(`${path} cannot be written: ${messageOf(error)}`, { cause: error });
  }
}

/**
 * Writes what an export made: one file under the name that is given, several into a folder of that name, and one text to
 * the standard output where there is none.
 * @param earlier for files that are read together: what of an earlier export would be read with them
 * @throws {Misuse} where a file cannot be written, a place for it is needed, or files of an earlier export would stay
 */
export function deliverFiles(
  files: Exported['files'],
  path: string | undefined,
  surroundings: Surroundings,
  earlier?: EarlierExport,
): void {
  const [first, ...others] = files;
  if (path === undefined || path === '-') {
    if (others.length > 0) throw new Misuse('These are several files. Name a folder for them with --output.');
    if (first && typeof first.content !== 'string')
      throw new Misuse('This is no text. Name a file for it with --output.');
  }
  if (first && others.length === 0 && typeof first.content === 'string' && !first.name.includes('/')) {
    deliver(first.content, path, surroundings);
    return;
  }
  const isFolder = others.length > 0 || first?.name.includes('/') === true;
  const folder = resolve(surroundings.folder, path ?? '');
  const names = files.map(({ name }) => name);
  const left = isFolder && earlier ? leftBehind(folder, names, earlier) : [];
  if (left.length > 0 && earlier?.overwrites !== true) refuseBeside(left, path ?? '');
  for (const { name, content } of files) {
    const target = isFolder ? join(path ?? '', name) : (path ?? name);
    const full = resolve(surroundings.folder, target);
    try {
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content);
    } catch (error) {
      throw new Misuse(`${target} cannot be written: ${messageOf(error)}`, { cause: error });
    }
  }
  try {
    removeLeftBehind(folder, left);
  } catch (error) {
    throw new Misuse(`Files of an earlier export cannot be removed: ${messageOf(error)}`, { cause: error });
  }
}

/**
 * Writes a file whose folder need not be there yet.
 * @param shown its path as people know it
 * @param isNew whether nothing may be there
 * @throws {Misuse} where it cannot be written
 */
export function writeText(full: string, shown: string, text: string, isNew: boolean): void {
  try {
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text, { flag: isNew ? 'wx' : 'w' });
  } catch (error) {
    throw new Misuse(`${shown} cannot be written: ${messageOf(error)}.`, { cause: error });
  }
}
