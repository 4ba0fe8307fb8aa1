// Bundles test files with esbuild and runs them with mocha in a Node process of their own.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { binary, root, run } from '../process.mjs';
import { bundleForNode } from './bundle.mjs';
import { resultFile } from './results.mjs';

/**
 * @param {{layer: string, folders: string[], timeout: number, without?: string[], mochaArgs?: string[]}} suite
 *   `folders`: where the tests stand (`*.test.ts`, `*.test.mjs`, at any depth), but for the folders in `without`;
 *   `timeout`: of one test, in milliseconds; `mochaArgs`: what follows `--` on the command line
 * @returns {Promise<number>} the exit code: not 0 where a test failed, or where there is none
 */
export async function runNodeSuite({ layer, folders, timeout, without = [], mochaArgs = [] }) {
  // Its own, so that two runs at the same time do not take each other's files away.
  const outdir = join(root, 'out', 'test', `${layer}-${process.pid}`);
  const result = resultFile(layer);

  const entryPoints = folders.flatMap((folder) => testFiles(folder, without));
  if (entryPoints.length === 0) {
    console.error(`${layer}: no test file below ${folders.join(', ')}`);
    return 1;
  }
  await bundleForNode(entryPoints, outdir);

  const status = await run(
    process.execPath,
    [
      '--enable-source-maps',
      binary('mocha', 'mocha'),
      '--reporter',
      join(root, 'scripts', 'test', 'reporter.mjs'),
      '--fail-zero',
      '--timeout',
      String(timeout),
      ...(process.env.CI ? ['--forbid-only'] : []),
      '--recursive',
      '--extension',
      'mjs',
      join(outdir, '**', '*.test.mjs'),
      ...mochaArgs,
    ],
    { env: { ...process.env, RESULT_FILE: result } },
  );
  rmSync(outdir, { recursive: true, force: true });
  return status;
}

/**
 * @param {string} folder
 * @param {string[]} without
 * @returns {string[]} paths from the project's root
 */
function testFiles(folder, without) {
  if (without.includes(folder) || !existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return testFiles(path, without);
      return /\.test\.(ts|mjs)$/.test(entry.name) ? [path] : [];
    })
    .toSorted();
}
