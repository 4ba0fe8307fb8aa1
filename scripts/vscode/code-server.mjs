// The VS Code that npm delivers: a server on this machine, with the workbench in a browser.
import { execFile, spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { installDependencies, installOnce, unpackPackage } from './install.mjs';
import { nodeOfMajor } from './node.mjs';
import { ripgrep } from './versions.mjs';

const exec = promisify(execFile);

/**
 * @typedef {{node: string, main: string}} CodeServer the program to run it, and its entry
 * @param {import('./versions.mjs').VSCodeVersion} version
 * @returns {Promise<CodeServer>}
 */
export async function codeServer(version) {
  const node = await nodeOfMajor(version.nodeMajor);
  const folder = await installOnce(`code-server-${version.codeServer}`, async (target) => {
    await unpackPackage(`code-server@${version.codeServer}`, target);
    // Its native modules stay unbuilt: they are optional, for logs and watching by the operating system.
    await installDependencies(join(target, 'lib', 'vscode'));
    await addSearchProgram(join(target, 'lib', 'vscode', 'node_modules', '@vscode', 'ripgrep'));
  });
  return { node, main: join(folder, 'lib', 'vscode', 'out', 'server-main.js') };
}

/**
 * Older releases fetch the program behind "find files" and "search" in a script that does not run here; newer ones
 * carry it in another package. Without it quick open and `workspace.findFiles` find nothing.
 * @param {string} ripgrepPackage
 */
async function addSearchProgram(ripgrepPackage) {
  if (!existsSync(ripgrepPackage)) return;
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const carrier = await installOnce(`ripgrep-${ripgrep}`, (target) =>
    unpackPackage(`@vscode/ripgrep-universal@${ripgrep}`, target),
  );
  const copy = join(ripgrepPackage, 'bin', program);
  await mkdir(dirname(copy), { recursive: true });
  await copyFile(join(carrier, 'bin', `${process.platform}-${process.arch}`, program), copy);
  await chmod(copy, 0o755);
}

/**
 * Installs a packaged extension for the servers that use `data`.
 * @param {CodeServer} server
 * @param {string} data
 * @param {string} vsix
 */
export async function installExtension(server, data, vsix) {
  const args = [server.main, '--install-extension', vsix, '--force', '--server-data-dir', data];
  await exec(server.node, [...args, '--accept-server-license-terms'], { env: serverEnvironment() });
}

/**
 * Writes the settings of the user.
 * @param {string} data
 * @param {Record<string, unknown>} settings
 */
export async function writeUserSettings(data, settings) {
  const file = join(data, 'data', 'User', 'settings.json');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(settings, undefined, 2));
}

/** Settings that keep the workbench to the subject: no welcome page, no chat, no telemetry, no updates. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'extensions.autoUpdate': false,
  'telemetry.telemetryLevel': 'off',
};

/**
 * @param {CodeServer} server
 * @param {{data: string, log: string, port?: number, folder?: string, trust?: 'ask' | 'always',
 *          automation?: boolean, env?: NodeJS.ProcessEnv}} options
 *   `data`: the folder of settings and extensions; `log`: the file that takes the server's output;
 *   `port`: any free one unless given; `folder`: opens where the page's address names none;
 *   `trust`: whether folders open in Restricted Mode until trusted;
 *   `automation`: takes the address of tests to run from the page's address
 * @returns {Promise<{port: number, dispose: () => Promise<void>}>} once it listens
 */
export async function startServer(server, options) {
  const { data, log, port = 0, folder, trust = 'always', automation = false, env } = options;
  await mkdir(dirname(log), { recursive: true });
  const output = createWriteStream(log, { flags: 'a' });
  const args = [
    server.main,
    '--host=127.0.0.1',
    `--port=${port}`,
    `--server-data-dir=${data}`,
    '--without-connection-token',
    '--accept-server-license-terms',
    '--disable-telemetry',
    '--disable-experiments',
    ...(folder ? ['--default-folder', folder] : []),
    ...(trust === 'always' ? ['--disable-workspace-trust'] : []),
    ...(automation ? ['--enable-smoke-test-driver'] : []),
  ];
  const child = spawn(server.node, args, {
    env: serverEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.stderr.pipe(output, { end: false });

  const boundPort = await new Promise((resolve, reject) => {
    let seen = '';
    child.stdout.on('data', (chunk) => {
      output.write(chunk);
      seen += chunk;
      const bound = /Server bound to 127\.0\.0\.1:(\d+)/.exec(seen);
      if (bound && seen.includes('Extension host agent listening')) resolve(Number(bound[1]));
    });
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`VS Code's server ended with code ${code}; see ${log}`)));
  });

  return {
    port: boundPort,
    async dispose() {
      child.kill();
      await ended;
      output.end();
    },
  };
}

/**
 * The environment without what a terminal inside another VS Code leaves there.
 * @param {NodeJS.ProcessEnv} [more]
 */
function serverEnvironment(more = {}) {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name),
  );
  return { ...Object.fromEntries(entries), ...more };
}
