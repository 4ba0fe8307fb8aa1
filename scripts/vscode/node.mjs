// A Node of the major version that a VS Code server needs.
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { installOnce, unpackPackage } from './install.mjs';
import { nodeReleases } from './versions.mjs';

/**
 * @param {number} major
 * @returns {Promise<string>} the program: the Node at hand where it fits, else one out of the npm package for this system
 */
export async function nodeOfMajor(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const release = nodeReleases[major];
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const packageName = `node-${system}-${process.arch}`;
  const folder = await installOnce(`${packageName}-${release}`, async (target) => {
    await unpackPackage(`${packageName}@${release}`, target);
    if (process.platform !== 'win32') await chmod(join(target, 'bin', 'node'), 0o755);
  });
  return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
