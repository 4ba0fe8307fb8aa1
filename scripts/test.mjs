// The whole test run: installs what is missing, builds, checks the types, and runs every layer.
//   npm test
// It starts with nothing but Node and npm; what it needs beyond `npm ci` goes into .vscode-test/.
// Screenshots, logs and counts are left in out/artifacts.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './install.mjs';
import { root, run } from './process.mjs';
import { artifacts, readResult } from './test/results.mjs';
import { vscodeVersions } from './vscode/versions.mjs';

const { newest, oldest } = vscodeVersions;
/** Each script, and the results that it leaves, with their rows in the table. */
const layers = [
  { script: 'unit.mjs', results: { unit: 'unit' } },
  { script: 'protocol.mjs', results: { protocol: 'protocol' } },
  {
    script: 'host.mjs',
    results: {
      [`host-${newest.label}`]: `extension host, VS Code ${newest.label}`,
      [`host-${oldest.label}`]: `extension host, VS Code ${oldest.label}`,
    },
  },
  { script: 'ui.mjs', results: { ui: 'workbench UI' } },
];

await ensureDependencies();
rmSync(artifacts, { recursive: true, force: true });
mkdirSync(artifacts, { recursive: true });
await step('Build', 'esbuild.js');
await step('Types', 'scripts/typecheck.mjs');

const env = { ...process.env, PROPERTY_RUNS: process.env.PROPERTY_RUNS ?? '10000' };
const rows = [];
let broken = false;
for (const { script, results } of layers) {
  console.log(`\n── ${script.replace('.mjs', '')} ──`);
  const started = performance.now();
  const status = await run(process.execPath, [join(root, 'scripts', 'test', script)], { env });
  const elapsed = (performance.now() - started) / 1000;
  let failures = 0;
  for (const [result, title] of Object.entries(results)) {
    // A layer that broke off, or that ran nothing, counts as one failure.
    const counts = readResult(result);
    const ran = counts !== undefined && counts.passed + counts.failed > 0;
    const row = ran ? counts : { passed: 0, failed: 1, skipped: 0, seconds: elapsed };
    // mocha's own time leaves out bundling and start: what a layer alone in its script took is known better.
    const seconds = Object.keys(results).length === 1 ? elapsed : row.seconds;
    rows.push({ title: ran ? title : `${title} (ran no test)`, ...row, seconds });
    failures += row.failed;
  }
  if (status !== 0 && failures === 0) {
    console.error(`${script} ended with exit code ${status}`);
    broken = true;
  }
}

const sum = { passed: 0, failed: 0, skipped: 0, seconds: 0 };
for (const row of rows) {
  sum.passed += row.passed;
  sum.failed += row.failed;
  sum.skipped += row.skipped;
  sum.seconds += row.seconds;
}
const failed = rows.flatMap(({ title, failures = [] }) =>
  failures.map((failure) => failedTest(title, failure)),
);
const summary = [table([...rows, { title: 'all', ...sum }]), '', ...failed, closingLine(sum)].join('\n');
writeFileSync(join(artifacts, 'summary.txt'), `${summary}\n`);
console.log(`\n${summary}`);
process.exitCode = broken || sum.failed > 0 ? 1 : 0;

/**
 * @param {string} title
 * @param {string} script
 */
async function step(title, script) {
  const status = await run(process.execPath, [join(root, script)]);
  if (status === 0) return;
  console.error(`${title} failed.`);
  process.exit(status);
}

/** @param {(import('./test/results.mjs').Counts & {title: string})[]} lines */
function table(lines) {
  const head = { title: 'layer', passed: 'passed', failed: 'failed', skipped: 'skipped', seconds: 'seconds' };
  const cells = lines.map((line) => ({ ...line, seconds: line.seconds.toFixed(1) }));
  const width = Math.max(...[head, ...cells].map(({ title }) => title.length));
  return [head, ...cells]
    .map(({ title, ...figures }) => {
      const { passed, failed, skipped, seconds } = figures;
      return [
        title.padEnd(width),
        ...[passed, failed, skipped, seconds].map((cell) => String(cell).padStart(8)),
      ].join('');
    })
    .join('\n');
}

/**
 * A test that failed, named again at the end: a log of thousands of lines is often read from there.
 * @param {string} layer
 * @param {import('./test/results.mjs').Failure} failure
 */
function failedTest(layer, { test, message }) {
  const lines = message.split('\n').slice(0, 20);
  return [`Failed in ${layer}: ${test}`, ...lines.map((line) => `    ${line}`), ''].join('\n');
}

/** @param {{passed: number, failed: number, skipped: number}} counts */
function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
