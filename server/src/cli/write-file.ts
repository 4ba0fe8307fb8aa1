import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
