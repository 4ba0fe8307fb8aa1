// What was measured, kept so that the page can be made anew without measuring.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../scripts/process.mjs';
import { thisMachine } from './machine.mjs';

const path = join(root, 'bench', 'results.json');

/**
 * @typedef {object} Result
 * @property {string} figure
 * @property {number} deals
 * @property {import('./cases.mjs').Layout} layout
 * @property {string} server
 * @property {string} version
 * @property {string} day
 * @property {number} runs       that count
 * @property {number} rejected   runs that were repeated, because other processes were busy
 * @property {number} others     cores that others used, in the busiest run that counts
 * @property {number} stolen     cores that the host of a virtual machine kept to itself, likewise
 * @property {number} [samples]
 * @property {number} [median]   milliseconds, or megabytes of memory
 * @property {number} [p95]
 * @property {string} [outcome]  why there are no samples
 *
 * @typedef {{machine: import('./machine.mjs').Machine, results: Result[]}} Results
 */

/** @returns {Results} what is kept, of whatever machine */
export function readResults() {
  if (!existsSync(path)) return { machine: thisMachine(), results: [] };
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * Keeps results in place of earlier ones of the same. Figures of two machines are never mixed: those of another one go.
 * @param {Result[]} results
 */
export async function keepResults(results) {
  const machine = thisMachine();
  const kept = readResults();
  const known = isDeepStrictEqual(kept.machine, machine) ? kept.results : [];
  const byKey = new Map([...known, ...results].map((result) => [keyOf(result), result]));
  const sorted = [...byKey.entries()].toSorted(([a], [b]) => a.localeCompare(b)).map(([, result]) => result);
  await writeFormatted(path, JSON.stringify({ machine, results: sorted }));
}

/** @param {Pick<Result, 'figure' | 'deals' | 'layout' | 'server'>} result */
export function keyOf({ figure, deals, layout, server }) {
  return [figure, String(deals).padStart(8, '0'), layout, server].join('/');
}

/**
 * Writes a file in the project's style.
 * @param {string} path
 * @param {string} text
 */
export async function writeFormatted(path, text) {
  const config = await resolveConfig(path);
  writeFileSync(path, await format(text, { ...config, filepath: path }));
}

/**
 * @param {number[]} samples
 * @returns {{samples: number, median: number, p95: number}}
 */
export function summary(samples) {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ index) => sorted[index] ?? NaN;
  const last = samples.length - 1;
  const median = (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2;
  return { samples: samples.length, median: round(median), p95: round(at(Math.ceil(last * 0.95))) };
}

/** @param {number} value @returns {number} to a thousandth */
function round(value) {
  return Math.round(value * 1_000) / 1_000;
}
