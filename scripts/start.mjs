// Opens VS Code on the sample with the extension: the desktop one where there is one, else the one that npm delivers.
//   npm start
// Starts with nothing but Node and npm. Ctrl-C ends the VS Code that npm delivers.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ensureDependencies } from './install.mjs';
import { root, run } from './process.mjs';
import {
  codeServer,
  installExtension,
  quietSettings,
  startServer,
  writeUserSettings,
} from './vscode/code-server.mjs';
import { hasScreen, installedCommand } from './vscode/desktop.mjs';
import { vscodeVersions } from './vscode/versions.mjs';

/** Where the address would be, if nothing else is there. */
const preferredPort = 8470;
const sample = join(root, 'samples', 'ai-race');

await ensureDependencies();
const command = installedCommand();
process.exitCode = command && hasScreen() ? await openDesktop(command) : await serve();

/** @param {string} code */
async function openDesktop(code) {
  if ((await run(process.execPath, [join(root, 'esbuild.js')])) !== 0) return 1;
  console.log(`Opening VS Code on ${sample}`);
  const options = { shell: process.platform === 'win32' };
  return run(code, ['--new-window', `--extensionDevelopmentPath=${root}`, sample], options);
}

async function serve() {
  // Loaded late: at the top, the packages that it needs may not be installed yet.
  const { packageExtension } = await import('./package.mjs');
  const vsix = await packageExtension();
  const server = await codeServer(vscodeVersions.newest);
  const data = join(root, '.vscode-test', 'start');
  mkdirSync(data, { recursive: true });
  if (!existsSync(join(data, 'data', 'User', 'settings.json'))) await writeUserSettings(data, quietSettings);
  await installExtension(server, data, vsix);

  const log = join(root, 'out', 'start.log');
  const port = await freePort(preferredPort);
  const running = await startServer(server, { data, log, port, folder: sample });
  const address = `http://localhost:${running.port}/`;
  console.log(
    [
      '',
      'VS Code is running, with the extension, on the folder samples/ai-race. Open this address in a browser:',
      '',
      `    ${address}`,
      '',
      'Press Ctrl-C here to end it.',
    ].join('\n'),
  );
  if (hasScreen()) openInBrowser(address);

  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await running.dispose();
  console.log('\nVS Code has ended.');
  return 0;
}

/**
 * @param {number} wanted
 * @returns {Promise<number>} that port, or any other where it is taken
 */
function freePort(wanted) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' && wanted !== 0) resolve(freePort(0));
      else reject(error);
    });
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const { port } = typeof address === 'object' && address !== null ? address : { port: 0 };
      probe.close(() => resolve(port));
    });
  });
}

/** @param {string} address */
function openInBrowser(address) {
  const [program, ...args] = {
    darwin: ['open', address],
    win32: ['cmd', '/c', 'start', '', address],
  }[/** @type {string} */ (process.platform)] ?? ['xdg-open', address];
  // Where there is no such program, the address above is enough.
  spawn(program ?? '', args, { stdio: 'ignore', detached: true })
    .once('error', () => {})
    .unref();
}
