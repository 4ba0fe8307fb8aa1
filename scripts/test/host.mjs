// The extension-host layer: the tests of client/test/host inside a real VS Code, the newest and the oldest.
//   npm run test:host [-- --grep word] [--version newest|oldest] [--folder samples/ai-race]
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { root } from '../process.mjs';
import { desktopForTests } from '../vscode/desktop.mjs';
import { vscodeVersions } from '../vscode/versions.mjs';
import { runInDesktop, runInServer } from './extension-host.mjs';
import { artifacts, readResult, resultFile, writeResult } from './results.mjs';
import { withCopyOf } from './sample-copy.mjs';

const { values } = parseArgs({
  options: {
    grep: { type: 'string' },
    version: { type: 'string' },
    folder: { type: 'string', default: 'samples/ai-race' },
  },
});

const outdir = join(root, 'out', 'test', 'host');
const tests = await bundleTests();
let failed = false;
for (const [name, version] of Object.entries(vscodeVersions)) {
  if (values.version && values.version !== name) continue;
  const layer = `host-${version.label}`;
  const result = resultFile(layer);
  const output = join(artifacts, `${layer}.txt`);
  rmSync(output, { force: true });
  const started = performance.now();
  const program = await desktopForTests(version, name === 'newest');
  console.log(`\nVS Code ${version.label} (${program ? 'desktop' : 'delivered by npm'})`);
  const passed = await withCopyOf(values.folder, (folder) => {
    const task = {
      tests,
      folder,
      log: join(artifacts, `${layer}.log`),
      env: {
        RESULT_FILE: result,
        OUTPUT_FILE: output,
        TEST_REPORTER: join(root, 'scripts', 'test', 'reporter.mjs'),
        ...(values.grep ? { TEST_GREP: values.grep } : {}),
      },
    };
    return program ? runInDesktop(program, task) : runInServer(version, task);
  });
  if (existsSync(output)) console.log(readFileSync(output, 'utf8').trimEnd());
  // The seconds of the layer include the start of VS Code.
  const counts = readResult(layer);
  if (counts) writeResult(layer, { ...counts, seconds: (performance.now() - started) / 1000 });
  if (!passed || !counts) failed = true;
}
process.exitCode = failed ? 1 : 0;

/** @returns {Promise<string>} the module whose `run` runs all the tests */
async function bundleTests() {
  const folder = join(root, 'client', 'test', 'host');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .toSorted();
  const required = files.map((file) => `require(${JSON.stringify(`./${file.replaceAll('\\', '/')}`)});`);
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  const outfile = join(outdir, 'index.js');
  await esbuild.build({
    absWorkingDir: root,
    stdin: {
      contents: `import { runSuite } from '../harness/suite';\nexport const run = () => runSuite(() => { ${required.join(' ')} });\n`,
      resolveDir: folder,
      sourcefile: 'index.ts',
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    sourcemap: 'linked',
    external: ['vscode', 'mocha', 'fast-check'],
    logLevel: 'warning',
  });
  return outfile;
}
