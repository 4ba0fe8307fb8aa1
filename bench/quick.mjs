// A watch for regressions in under two minutes: our server beside the empty one, against the ratios in budgets.mjs.
//   npm run bench:quick
// The best of several runs counts: what else the machine does makes a run slower, never faster.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { budgets } from './budgets.mjs';
import { writeCorpus } from './corpus/corpus.mjs';
import { measure } from './measure.mjs';
import { measurements } from './measurements/measurements.mjs';
import { summary } from './results.mjs';
import { dealgraph } from './servers/dealgraph.mjs';
import { empty } from './servers/empty.mjs';

/** A ratio that is not met at first may be met in one of so many runs. */
const tries = 4;

const folder = mkdtempSync(join(tmpdir(), 'dealgraph-bench-'));
let failed = false;
try {
  for (const budget of budgets) if (!(await isMet(budget))) failed = true;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

/** @param {import('./budgets.mjs').Budget} budget */
async function isMet({ measurement, deals, layout, timesEmpty }) {
  const corpus = writeCorpus(
    join(folder, measurement + layout),
    deals,
    layout,
    'deal',
    measurements[measurement].mistakes,
  );
  /** @type {Record<string, Record<string, number>>} */
  const best = { dealgraph: {}, empty: {} };
  const ratio = (/** @type {string} */ figure) =>
    (best['dealgraph']?.[figure] ?? NaN) / (best['empty']?.[figure] ?? NaN);
  const within = () => Object.entries(timesEmpty).every(([figure, budget]) => ratio(figure) <= budget);
  for (let run = 0; run < tries && !within(); run++) {
    for (const server of [dealgraph, empty]) {
      const { samples, outcome } = await measure(measurement, server, corpus);
      if (outcome !== undefined) throw new Error(`${server.title}: ${measurement} ${outcome}`);
      const known = (best[server.name] ??= {});
      for (const figure of Object.keys(timesEmpty)) {
        const { median } = summary([samples[figure] ?? []].flat().map(Number));
        known[figure] = Math.min(known[figure] ?? Infinity, median);
      }
    }
  }
  for (const [figure, budget] of Object.entries(timesEmpty)) {
    const [ours, floor] = [best['dealgraph']?.[figure], best['empty']?.[figure]];
    const mark = ratio(figure) <= budget ? '✔' : '✘';
    console.log(
      `${mark} ${figure}, ${deals} deals, ${layout === 'many' ? 'many files' : 'one file'}: ` +
        `${ratio(figure).toFixed(2)} × the empty server, at most ${budget} (${ours?.toFixed(1)} / ${floor?.toFixed(1)})`,
    );
  }
  return within();
}
