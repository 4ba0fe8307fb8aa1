// Desktop VS Code, where one can be had: named, installed, or downloaded.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../process.mjs';

/**
 * The program of a desktop VS Code to run tests in.
 * @param {import('./versions.mjs').VSCodeVersion} version
 * @param {boolean} newest whether VSCODE_PATH may stand for this version
 * @returns {Promise<string | undefined>} nothing where there is no screen, or where it cannot be downloaded
 */
export async function desktopForTests(version, newest) {
  const named = process.env.VSCODE_PATH;
  if (named && newest) {
    if (!existsSync(named)) throw new Error(`VSCODE_PATH names no file: ${named}`);
    return named;
  }
  if (!hasScreen()) return undefined;
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({
      version: version.desktop,
      cachePath: join(root, '.vscode-test'),
      reporter: new SilentReporter(),
      timeout: 15_000,
    });
  } catch (error) {
    console.log(`Desktop VS Code ${version.desktop} cannot be downloaded here (${String(error)}).`);
    return undefined;
  }
}

/** @returns {string | undefined} the `code` command that the user has */
export function installedCommand() {
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
}

/** Whether a window can be shown. */
export function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
