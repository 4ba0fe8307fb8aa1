// Installs the project's dependencies where they are missing or older than the lock. Needs nothing but Node and npm.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from './process.mjs';

/** @throws {Error} where npm could not install them */
export async function ensureDependencies() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing dependencies …');
  const status = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) throw new Error('npm ci failed');
}
