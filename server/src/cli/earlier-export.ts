import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Misuse } from './surroundings';

/** What is done about files that an earlier export left in a folder. */
export interface EarlierExport {
  /** Whether an export of this format can have made a file of that name, with slashes. */
  readonly isOfIt: (name: string) => boolean;
  /** Whether those that are not written anew are removed. */
  readonly overwrites: boolean;
}

/** More names than that nobody reads. */
const mostNamed = 3;

/**
 * The files in a folder that an earlier export made and this one does not write: whoever reads the folder as one table
 * would count them as well.
 * @param folder where the files go; it need not be there
 * @param written the names of the files of this export
 */
export function leftBehind(folder: string, written: readonly string[], { isOfIt }: EarlierExport): string[] {
  const names = new Set(written);
  return filesIn(folder, '', 3).filter((name) => !names.has(name) && isOfIt(name));
}

/**
 * Refuses to write beside files of an earlier export.
 * @throws {Misuse} always
 */
export function refuseBeside(left: readonly string[], path: string): never {
  const more = left.length > mostNamed ? ` and ${left.length - mostNamed} more` : '';
  throw new Misuse(
    `${path} holds files of an earlier export that this one does not write: ${left.slice(0, mostNamed).join(', ')}${more}. Whoever reads the folder would count them too.\n` +
      'Name another folder with --output, or say --overwrite, which removes exactly these files.',
  );
}

/** Removes files of an earlier export, and nothing else. */
export function removeLeftBehind(folder: string, left: readonly string[]): void {
  for (const name of left) rmSync(join(folder, name));
}

/** The files below a folder, so many levels deep, with slashes; links are not followed. */
function filesIn(folder: string, prefix: string, levels: number): string[] {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    if (entry.isFile()) return [`${prefix}${entry.name}`];
    return entry.isDirectory() && levels > 1
      ? filesIn(join(folder, entry.name), `${prefix}${entry.name}/`, levels - 1)
      : [];
  });
}
