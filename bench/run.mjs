// Measures our server beside an empty one and beside others on the same job, and writes docs/performance.md.
//   npm run bench
//   npm run bench -- --only keystroke,cold-open --sizes 1000,10000 --servers dealgraph,empty --runs 1
//   npm run bench -- --report      the page alone, from what was measured before
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cases } from './cases.mjs';
import { writeCorpus } from './corpus/corpus.mjs';
import { measure } from './measure.mjs';
import { measurements } from './measurements/measurements.mjs';
import { writeReport } from './report/report.mjs';
import { keepResults, summary } from './results.mjs';
import { ensurePeers } from './servers/peers.mjs';
import { servers } from './servers/servers.mjs';

/** A run counts only when other processes used no more than so many cores. */
const quiet = 0.2;
/** @typedef {{runs: import('./measure.mjs').Run[], rejected: number}} Measured */

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    sizes: { type: 'string' },
    layouts: { type: 'string' },
    servers: { type: 'string' },
    runs: { type: 'string', default: '2' },
    // After so many loud runs in a row the machine is as it is: the least loud one counts, and the page marks it.
    tries: { type: 'string', default: '4' },
    report: { type: 'boolean', default: false },
  },
});
if (!options.report) await measureAll();
await writeReport();

async function measureAll() {
  const chosen = cases
    .filter((one) => includes(options.only, one.measurement))
    .filter((one) => includes(options.sizes, String(one.deals)))
    .filter((one) => includes(options.layouts, one.layout))
    .map((one) => ({ ...one, servers: one.servers.filter((name) => includes(options.servers, name)) }));
  const peers = new Set(servers.filter(({ peer }) => peer).map(({ name }) => name));
  if (chosen.some((one) => one.servers.some((name) => peers.has(name)))) await ensurePeers();
  const projects = new Set(chosen.map(({ deals, layout }) => `${deals} ${layout}`));
  for (const project of projects) {
    await measureProject(chosen.filter(({ deals, layout }) => `${deals} ${layout}` === project));
  }
}

/** @param {import('./cases.mjs').Case[]} chosen cases of one size and layout */
async function measureProject(chosen) {
  const [first] = chosen;
  if (!first) return;
  const folder = mkdtempSync(join(tmpdir(), 'dealgraph-bench-'));
  try {
    const present = servers.filter(({ name }) => chosen.some((one) => one.servers.includes(name)));
    const corpusFor = corporaIn(folder, first);
    for (const one of chosen) {
      /** @type {Map<string, Measured>} */
      const measured = new Map();
      for (let run = 0; run < Number(options.runs); run++) {
        // In turn, so that a slow moment of the machine meets all of them.
        for (const server of present.filter(({ name }) => one.servers.includes(name))) {
          const known = measured.get(server.name) ?? { runs: [], rejected: 0 };
          measured.set(server.name, known);
          // Whoever has not come to an end once is not asked again.
          if (known.runs.some(({ outcome }) => outcome !== undefined)) continue;
          const corpus = corpusFor(server.format, measurements[one.measurement].mistakes);
          await addRun(known, async () => {
            const run = await measure(one.measurement, server, corpus);
            console.log(`${one.measurement} ${one.deals} ${one.layout} ${server.name}: ${said(run)}`);
            return run;
          });
        }
      }
      for (const [name, { runs, rejected }] of measured) await keep(one, name, runs, rejected);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Projects of one size and layout, each written when it is needed first.
 * @param {string} folder
 * @param {Pick<import('./cases.mjs').Case, 'deals' | 'layout'>} size
 */
function corporaIn(folder, { deals, layout }) {
  /** @type {Map<string, import('./corpus/corpus.mjs').Corpus>} */
  const written = new Map();
  /** @type {(format: 'deal' | 'json' | 'yaml', mistakes: 'one' | 'everywhere') => import('./corpus/corpus.mjs').Corpus} */
  return (format, mistakes) => {
    const key = `${format}-${mistakes}`;
    const corpus = written.get(key) ?? writeCorpus(join(folder, key), deals, layout, format, mistakes);
    written.set(key, corpus);
    return corpus;
  };
}

/**
 * @param {Measured} known
 * @param {() => Promise<import('./measure.mjs').Run>} run
 */
async function addRun(known, run) {
  let best = await run();
  for (
    let again = 1;
    again < Number(options.tries) && best.others > quiet && best.outcome === undefined;
    again++
  ) {
    known.rejected++;
    const other = await run();
    if (!(other.others > best.others)) best = other;
  }
  known.runs.push(best);
}

/**
 * @param {import('./cases.mjs').Case} one
 * @param {string} name of the server
 * @param {import('./measure.mjs').Run[]} runs
 * @param {number} rejected
 */
async function keep({ figures, deals, layout }, name, runs, rejected) {
  const version = servers.find((server) => server.name === name)?.version() ?? '';
  const day = new Date().toISOString().slice(0, 10);
  const others = hundredths(Math.max(...runs.map(({ others }) => others)));
  const stolen = hundredths(Math.max(...runs.map(({ stolen }) => stolen)));
  const outcome = runs.find(({ outcome }) => outcome !== undefined)?.outcome;
  const results = Object.keys(figures).map((figure) => {
    const samples = runs.map((run) => run.samples[figure] ?? []);
    const common = {
      figure,
      deals,
      layout,
      server: name,
      version,
      day,
      runs: runs.length,
      rejected,
      others,
      stolen,
    };
    if (outcome !== undefined) return { ...common, outcome };
    if (samples.includes('none')) return { ...common, outcome: 'none' };
    // Memory is no number where the system does not tell it.
    const times = samples.filter((sample) => sample !== 'none').flat();
    return times.every(Number.isFinite)
      ? { ...common, ...summary(times) }
      : { ...common, outcome: 'not told' };
  });
  await keepResults(results);
}

/**
 * @param {import('./measure.mjs').Run} run
 * @returns {string} a line for whoever waits
 */
function said({ samples, outcome, others }) {
  const figures = Object.entries(samples).map(
    ([figure, sample]) => `${figure} ${sample === 'none' ? sample : summary(sample).median}`,
  );
  return `${outcome ?? figures.join(', ')} (others used ${hundredths(others)} cores)`;
}

/** @param {number} value */
function hundredths(value) {
  return Math.round(value * 100) / 100;
}

/**
 * @param {string | undefined} list separated by commas; everything where it is not given
 * @param {string} word
 */
function includes(list, word) {
  return list === undefined || list.split(',').includes(word);
}
