// Installs npm packages on demand into `.vscode-test/`, outside `node_modules`, so that `npm ci` stays small.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npm, root } from '../process.mjs';

const exec = promisify(execFile);
const store = join(root, '.vscode-test');

/**
 * Fills a folder once. A fill that breaks off leaves nothing behind, and two at the same time do not meet.
 * @param {string} name the folder's name: carries the version of what is in it
 * @param {(folder: string) => Promise<void>} fill
 * @returns {Promise<string>} the filled folder
 */
export async function installOnce(name, fill) {
  const folder = join(store, name);
  if (existsSync(folder)) return folder;
  console.log(`Installing ${name} into .vscode-test/ …`);
  await mkdir(store, { recursive: true });
  const attempt = await mkdtemp(join(store, '.installing-'));
  try {
    await fill(attempt);
    await rename(attempt, folder);
  } catch (error) {
    await rm(attempt, { recursive: true, force: true });
    // Another process may have been faster.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/**
 * Unpacks one npm package, without its dependencies and without running its scripts.
 * @param {string} spec `name@version`
 * @param {string} folder where its files go
 */
export async function unpackPackage(spec, folder) {
  const download = await mkdtemp(join(store, '.download-'));
  try {
    await quietNpm(['pack', spec, '--pack-destination', download], download);
    const [archive] = await readdir(download);
    if (!archive) throw new Error(`npm pack ${spec} left no archive`);
    await exec('tar', ['-xzf', join(download, archive), '-C', folder, '--strip-components=1']);
  } finally {
    await rm(download, { recursive: true, force: true });
  }
}

/**
 * Installs the dependencies of the package in `folder`. No script of theirs runs.
 * @param {string} folder
 */
export async function installDependencies(folder) {
  await quietNpm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
}

/**
 * @param {string[]} args
 * @param {string} cwd
 */
async function quietNpm(args, cwd) {
  const status = await npm([...args, '--loglevel=error'], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed`);
}
