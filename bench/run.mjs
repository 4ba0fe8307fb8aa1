// Keystroke to diagnostics and cold open of our server beside an empty one on the same text in the same run.
//   npm run bench [-- 1000 10000]
// Compare the ratios: absolute times depend on the machine and on what else it does.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/process.mjs';
import { writeCorpus } from './corpus.mjs';
import { coldOpen, keystroke } from './measure.mjs';

/** A median keystroke at 10,000 deals in files of 500 takes less than this, in milliseconds. */
const keystrokeBudget = 5;
const runs = 2;

/** @type {import('./measure.mjs').BenchServer[]} */
const servers = [
  {
    name: 'dealgraph',
    command: process.execPath,
    args: [join(root, 'dist', 'server.js'), '--stdio'],
    readsFolders: true,
  },
  {
    name: 'empty',
    command: process.execPath,
    args: [join(root, 'bench', 'empty-server.mjs'), '--stdio'],
    readsFolders: false,
  },
];
const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const rows = [];
let failed = false;
for (const deals of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
  for (const oneFile of [false, true]) {
    const folder = mkdtempSync(join(tmpdir(), 'dealgraph-bench-'));
    try {
      const corpus = writeCorpus(folder, deals, oneFile);
      /** @type {Record<string, {key: number, p95: number, cold: number, memory: number}>} */
      const best = {};
      for (let run = 0; run < runs; run++) {
        // In turn, so that a busy moment of the machine meets both.
        for (const server of servers) {
          const typed = await keystroke(server, corpus, server.name === 'dealgraph');
          const opened = await coldOpen(server, corpus);
          const known = best[server.name];
          best[server.name] = {
            key: Math.min(typed.median, known?.key ?? Infinity),
            p95: Math.min(typed.p95, known?.p95 ?? Infinity),
            cold: Math.min(opened.milliseconds, known?.cold ?? Infinity),
            memory: Math.max(opened.megabytes, known?.memory ?? 0),
          };
        }
      }
      const { dealgraph: ours, empty: floor } = best;
      if (!ours || !floor) throw new Error('a server was not measured');
      const where = oneFile ? 'one file' : 'many files';
      if (deals === 10_000 && !oneFile && ours.key >= keystrokeBudget) failed = true;
      rows.push({
        deals,
        as: where,
        'MB text': (corpus.bytes / 1e6).toFixed(1),
        'key ms': ours.key.toFixed(2),
        p95: ours.p95.toFixed(2),
        'empty key': floor.key.toFixed(2),
        'key ratio': (ours.key / floor.key).toFixed(1),
        'cold ms': ours.cold.toFixed(0),
        'empty cold': floor.cold.toFixed(0),
        'cold ratio': (ours.cold / floor.cold).toFixed(1),
        'peak MB': ours.memory.toFixed(0),
        'empty MB': floor.memory.toFixed(0),
      });
      console.log(
        `${deals} deals, ${where}: keystroke ${ours.key.toFixed(2)} ms (empty ${floor.key.toFixed(2)}), cold open ${ours.cold.toFixed(0)} ms (empty ${floor.cold.toFixed(0)})`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
console.table(rows);
if (failed) {
  console.error(`The median keystroke at 10,000 deals is over its budget of ${keystrokeBudget} ms.`);
  process.exitCode = 1;
}
