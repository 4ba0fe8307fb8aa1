import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} folder of a package
 * @returns {string} its name and version
 */
export function packageIn(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name} ${version}`;
}
