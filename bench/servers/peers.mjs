// The packages of other servers: pinned in bench/peers, and installed there when they are first needed.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from '../../scripts/process.mjs';

export const peersFolder = join(root, 'bench', 'peers');

/**
 * Installs the other servers where they are missing or older than their lock.
 * @throws {Error} where npm could not
 */
export async function ensurePeers() {
  const installed = join(peersFolder, 'node_modules', '.package-lock.json');
  const lock = join(peersFolder, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing the servers to compare with …');
  const status = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: peersFolder,
  });
  if (status !== 0) throw new Error('npm ci failed in bench/peers');
}

/**
 * @param {string} packageName
 * @returns {string} the folder of another server's package
 */
export function peerPackage(packageName) {
  return join(peersFolder, 'node_modules', packageName);
}
