// Every check on the source text: rules, style, and the layers of the architecture.
import { binary, root, run } from './process.mjs';
import { lintLayers } from './lint/layers.mjs';

let failed = false;
/**
 * @param {string} title
 * @param {Promise<boolean> | boolean} passes
 */
async function check(title, passes) {
  const passed = await passes;
  console.log(`${passed ? '✔' : '✘'} ${title}`);
  if (!passed) failed = true;
}

/** @param {string[]} args */
const passes = async (...args) => (await run(process.execPath, args)) === 0;
await check('rules (oxlint)', passes(binary('oxlint'), '--quiet'));
await check(
  'style (prettier); npm run format mends it',
  passes(binary('prettier'), '--check', '--log-level', 'warn', '.'),
);

const violations = lintLayers(root);
for (const violation of violations) console.error(violation);
await check('layers (docs/architecture.md)', violations.length === 0);

process.exitCode = failed ? 1 : 0;
