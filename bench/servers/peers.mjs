// The packages of other servers: pinned in bench/peers, and installed there when they are first needed.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from '../../scripts/process.mjs';

export const peersFolder = join(root, 'bench', 'peers');

/**
 * Installs what there is to compare with where it is missing or older than its lock.
 * @param {string} [folder] with a package.json and its lock; that of the other servers
 * @throws {Error} where npm could not
 */
export async function ensurePeers(folder = peersFolder) {
  const installed = join(folder, 'node_modules', '.package-lock.json');
  const lock = join(folder, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing what to compare with …');
  const status = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
  });
  if (status !== 0) throw new Error(`npm ci failed in ${folder}`);
}

/**
 * @param {string} packageName
 * @returns {string} the folder of another server's package
 */
export function peerPackage(packageName) {
  return join(peersFolder, 'node_modules', packageName);
}
