// A copy of a folder for tests to work on, so that none can change the project's own files.
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from '../process.mjs';

/**
 * @param {string} folder a folder, from the project's root
 * @returns {Promise<{folder: string, dispose: () => Promise<void>}>} a copy of the same name in a place of its own
 */
export async function copyOf(folder) {
  const place = await realpath(await mkdtemp(join(tmpdir(), 'dealgraph-')));
  const copy = join(place, basename(folder));
  await cp(join(root, folder), copy, { recursive: true });
  return { folder: copy, dispose: () => rm(place, { recursive: true, force: true }) };
}

/**
 * @template T
 * @param {string} folder
 * @param {(copy: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withCopyOf(folder, work) {
  const copy = await copyOf(folder);
  try {
    return await work(copy.folder);
  } finally {
    await copy.dispose();
  }
}
