// Runs one bundle of tests inside the extension host of a real VS Code: the desktop one, or the one that npm delivers.
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { root } from '../process.mjs';
import { launchBrowser } from '../vscode/browser.mjs';
import { codeServer, quietSettings, startServer, writeUserSettings } from '../vscode/code-server.mjs';

/**
 * @typedef {object} Task
 * @property {string} tests   the module that exports `run`
 * @property {string} folder  what VS Code opens
 * @property {string} log     takes what VS Code says
 * @property {NodeJS.ProcessEnv} env  for the extension host
 */

/** How long a run may take before it counts as hung, in milliseconds. */
const limit = 300_000;

/**
 * @param {string} program
 * @param {Task} task
 * @returns {Promise<boolean>} whether all tests passed
 */
export async function runInDesktop(program, { tests, folder, env }) {
  const { runTests, TestRunFailedError } = await import('@vscode/test-electron');
  const data = await mkdtemp(join(tmpdir(), 'dealgraph-data-'));
  try {
    await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      extensionTestsEnv: env,
      launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust', '--user-data-dir', data],
    });
    return true;
  } catch (error) {
    if (!(error instanceof TestRunFailedError)) throw error;
    return false;
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/**
 * @param {import('../vscode/versions.mjs').VSCodeVersion} version
 * @param {Task} task
 * @returns {Promise<boolean>} whether all tests passed
 */
export async function runInServer(version, { tests, folder, log, env }) {
  const data = await mkdtemp(join(tmpdir(), 'dealgraph-data-'));
  await writeUserSettings(data, quietSettings);
  const server = await startServer(await codeServer(version), { data, log, automation: true, env });
  const output = createWriteStream(log, { flags: 'a' });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    // The two functions that the workbench of a test run calls.
    await page.exposeFunction(
      'codeAutomationLog',
      (/** @type {string} */ type, /** @type {unknown[]} */ args) =>
        output.write(`[${type}] ${format(...args)}\n`),
    );
    /** @type {Promise<number>} */
    const exit = new Promise((resolve, reject) => {
      void page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => resolve(code));
      setTimeout(
        () => reject(new Error(`The tests did not end in ${limit / 1000} s; see ${log}`)),
        limit,
      ).unref();
    });
    const here = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
    const payload = [
      ['extensionDevelopmentPath', here(root)],
      ['extensionTestsPath', here(tests)],
      ['skipWelcome', 'true'],
    ];
    const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
    await page.goto(`http://127.0.0.1:${server.port}/?${query.toString()}`);
    return (await exit) === 0;
  } finally {
    await browser.close();
    await server.dispose();
    output.end();
    await rm(data, { recursive: true, force: true });
  }
}
