// The counts of each layer, left by its runner and read by the table at the end of a full run.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../process.mjs';

/** Screenshots, logs and counts of the last run. */
export const artifacts = join(root, 'out', 'artifacts');

/**
 * The file that holds the counts of a layer. Removes what an earlier run left there.
 * @param {string} layer
 */
export function resultFile(layer) {
  mkdirSync(artifacts, { recursive: true });
  const file = join(artifacts, `${layer}.json`);
  rmSync(file, { force: true });
  return file;
}

/**
 * @typedef {{test: string, message: string}} Failure
 * @typedef {{passed: number, failed: number, skipped: number, seconds: number, failures?: Failure[]}} Counts
 * @param {string} layer
 * @param {Counts} counts
 */
export function writeResult(layer, counts) {
  writeFileSync(resultFile(layer), JSON.stringify(counts));
}

/**
 * @param {string} layer
 * @returns {Counts | undefined} nothing where the layer broke off before it could count
 */
export function readResult(layer) {
  const file = join(artifacts, `${layer}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
