// What was measured of pictures, kept so that the page can be made anew without measuring.
import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { root } from '../../scripts/process.mjs';
import { thisMachine } from '../machine.mjs';
import { writeFormatted } from '../results.mjs';

const path = join(root, 'bench', 'pictures', 'results.json');

/**
 * @typedef {object} PictureResults
 * @property {import('../machine.mjs').Machine} machine
 * @property {string} browser
 * @property {string} peer
 * @property {string} day
 * @property {import('./measure.mjs').Measured[]} sizes
 */

/** @returns {PictureResults | undefined} */
export function readPictureResults() {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/**
 * Keeps results in place of earlier ones of the same size. Those of another machine go.
 * @param {Omit<PictureResults, 'machine' | 'day'>} results
 */
export async function keepPictureResults({ sizes, ...rest }) {
  const machine = thisMachine();
  const known = readPictureResults();
  const kept = known && isDeepStrictEqual(known.machine, machine) ? known.sizes : [];
  const byKey = new Map([...kept, ...sizes].map((one) => [JSON.stringify(one.size), one]));
  const all = [...byKey.values()].toSorted(
    (a, b) => a.size.deals - b.size.deals || a.size.most - b.size.most,
  );
  const day = new Date().toISOString().slice(0, 10);
  await writeFormatted(path, JSON.stringify({ machine, ...rest, day, sizes: all }));
}
