// The page: words around the figures.
import { cases } from '../cases.mjs';
import { keyOf } from '../results.mjs';
import { servers } from '../servers/servers.mjs';

/** How the page names a figure. @type {Record<string, string>} */
const titles = {
  keystroke: 'keystroke → diagnostics',
  declaration: "change of a party's declared name → those of the file with its 60 uses",
  completion: 'change → completion',
  'cold open': 'cold open → all diagnostics',
  'warm open': 'the same folder opened again → all diagnostics',
  memory: 'peak memory (MB)',
  hover: 'hover on a name used 60 times',
  definition: 'definition of a name used 60 times',
  references: 'references of a name used 60 times',
  rename: 'rename of a name used 60 times',
  format: 'format a file of 500 deals',
  'day, by ecosystem': 'another as-of day → the view, by ecosystem',
  'day, by status': 'another as-of day → the view, by status',
  outline: 'outline of a file of 500 deals',
};

/** Cores that other processes may use in a run that counts without a remark. */
const quiet = 0.2;

/**
 * @param {import('../results.mjs').Results} kept
 * @param {string} notes Markdown
 * @param {string[]} pictures Markdown of the part about pictures
 * @returns {string} Markdown
 */
export function pageOf({ machine, results }, notes, pictures) {
  const byKey = new Map(results.map((result) => [keyOf(result), result]));
  const rows = cases
    .flatMap(({ figures, deals, layout }) =>
      Object.entries(figures).map(([figure, goal]) => ({ figure, deals, layout, goal })),
    )
    .map((row) => rowOf(row, (server) => byKey.get(keyOf({ ...row, server }))));
  const judged = rows.filter(({ met }) => met !== undefined);
  const met = judged.filter(({ met }) => met).length;
  const head = ['', 'deals', ...servers.map(({ title }) => title), 'goal', 'met'];
  const days = results.map(({ day }) => day).toSorted();
  return [
    '# Performance',
    '',
    'The cost of a keystroke follows the edit, not the project. This page shows how far that holds, beside an _empty',
    'server_ (the stock library with stock text documents, which publishes an empty list at once: the floor under every',
    'server that is built on it) and beside other language servers on the same job. `npm run bench` measures everything',
    'and writes this page.',
    '',
    `**${met} of ${judged.length} goals that were measured are met.** Times are medians in milliseconds, with the 95th percentile`,
    'behind the slash where there are enough samples. Compare within a row: the machine sets the absolute figures.',
    '',
    `| ${head.join(' | ')} |`,
    `| --- | --- |${' ---: |'.repeat(servers.length)} --- | --- |`,
    ...rows.map(({ cells }) => `| ${cells.join(' | ')} |`),
    '',
    '–: not measured, since it is no job for that server or too large for it; _none_: the server has no such answer;',
    '_not finished_: stopped after five minutes; ~: other processes were busy meanwhile.',
    '',
    '## Growth',
    '',
    '![Keystroke to diagnostics against the number of deals](images/performance-keystroke.svg)',
    '',
    '![Cold open against the number of deals](images/performance-cold-open.svg)',
    '',
    '![Peak memory against the number of deals](images/performance-memory.svg)',
    '',
    notes.trim(),
    '',
    ...pictures,
    '## How it was measured',
    '',
    `${machine.cores} cores (${machine.processor}), ${machine.memory} GB of memory, ${machine.system}, Node ${machine.node};`,
    days[0] === days.at(-1) ? `${days[0] ?? ''}.` : `from ${days[0]} to ${days.at(-1)}.`,
    '',
    '| server | version | waits as shipped; here it does not |',
    '| --- | --- | --- |',
    ...servers.map(
      ({ name, title, delay }) =>
        `| ${title} | ${versionsOf(results.filter(({ server }) => server === name))} | ${delay ?? 'does not wait'} |`,
    ),
    '',
    'The same parties, sources and deals are written in the deal language (which the Langium grammar reads too), in JSON',
    'and in YAML: one party for ten deals, one source for fifty, as one file or as files of 500 deals. A server runs as a',
    'process of its own and speaks LSP over stdio; the clock is the client’s, and one edit is under way at a time.',
    '',
    '- **Keystroke**: the name of a party inside a deal in the middle of a file is deleted and typed again, 200 changes of',
    '  one character (a slow server: as many as fit into a minute, at least 8), each until the diagnostics of that',
    '  version are there.',
    '- **Nobody but the empty server is measured doing nothing**: after every change, exactly the mistakes that are there',
    '  must be found: one planted in the file, and the name while it is incomplete. A schema cannot know which names are',
    '  declared: theirs says what a name looks like, which is less work.',
    '- **Open**: the process is up and idle before the clock starts with `initialize`; it stops when the one mistake planted',
    '  in each file with deals is found. Servers that do not read folders by themselves are sent every file.',
    '- **Questions** about a name come after a change in another file, those about a file after a change in it. Completion',
    '  is asked for without waiting for diagnostics: names in ours and in Langium, the words of an enumeration in JSON and',
    '  YAML. The number of answers is checked.',
    `- **Runs**: servers take turns; each figure comes from ${runsText(results)}. A run in which other processes used more`,
    `  than ${quiet} cores is repeated: ${rejectedOf(results)} were. Where all of four tries were loud the least loud`,
    '  one counts, and is marked in the table.',
    `  The host of this virtual machine kept up to ${Math.max(0, ...results.map(({ stolen }) => stolen)).toFixed(2)} cores to itself.`,
    '',
    '## To repeat it',
    '',
    '```sh',
    'npm run bench                # everything: hours, most of them spent on the largest projects of other servers',
    'npm run bench -- --only keystroke --sizes 1000,10000 --servers dealgraph,empty --runs 1',
    'npm run bench -- --report    # this page anew, from bench/results.json',
    'npm run bench:pictures       # the part about pictures, in some minutes',
    'npm run bench:quick          # under two minutes: ratios to the empty server against bench/budgets.mjs',
    '```',
    '',
    'The other servers are installed into `bench/peers` when they are first needed. The load of other processes and peak',
    'memory are read from `/proc`: on systems without it, no run is rejected and memory is left out.',
    '',
  ].join('\n');
}

/**
 * @param {{figure: string, deals: number, layout: import('../cases.mjs').Layout,
 *   goal: import('../cases.mjs').Goal | undefined}} row
 * @param {(server: string) => import('../results.mjs').Result | undefined} result
 * @returns {{cells: string[], met: boolean | undefined}}
 */
function rowOf({ figure, deals, layout, goal }, result) {
  const ours = result('dealgraph');
  const floor = result('empty')?.median;
  const unit = figure === 'memory' ? 'MB' : 'ms';
  /** @type {number | undefined} */
  let limit;
  let wanted = '';
  if (goal && 'atMost' in goal) {
    limit = goal.atMost;
    wanted = `≤ ${limit.toLocaleString('en')} ${unit}`;
  } else if (goal) {
    limit = floor === undefined ? undefined : floor * goal.timesEmpty;
    wanted = `≤ ${goal.timesEmpty}× empty${limit === undefined ? '' : ` (${figureText(limit)})`}`;
  }
  const met = ours && limit !== undefined ? (ours.median ?? Infinity) <= limit : undefined;
  const mark = met === undefined ? '' : met ? 'yes' : '**no**';
  return {
    cells: [
      titles[figure] ?? figure,
      `${deals.toLocaleString('en')}, ${layout === 'one' ? 'one file' : 'many files'}`,
      ...servers.map(({ name }) => cell(result(name))),
      wanted,
      mark,
    ],
    met,
  };
}

/** @param {import('../results.mjs').Result | undefined} result */
function cell(result) {
  if (!result) return '–';
  const { median, p95, samples = 0, outcome, others } = result;
  if (median === undefined || p95 === undefined) return `_${outcome ?? 'not told'}_`;
  const mark = others > quiet ? '~ ' : '';
  return mark + (samples < 10 ? figureText(median) : `${figureText(median)} / ${figureText(p95)}`);
}

/** @param {number} value @returns {string} with two significant digits, at least */
function figureText(value) {
  const digits = value < 1 ? 2 : value < 10 ? 1 : 0;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** @param {import('../results.mjs').Result[]} results of one server */
function versionsOf(results) {
  return [...new Set(results.map(({ version }) => version))].join(', ') || 'not measured';
}

/** @param {import('../results.mjs').Result[]} results */
function rejectedOf(results) {
  // Figures that come from the same runs stand beside each other with the same count.
  const byRun = new Map(
    results.map((result) => [
      `${measurementOf(result)} ${result.deals} ${result.layout} ${result.server}`,
      result.rejected,
    ]),
  );
  return [...byRun.values()].reduce((sum, rejected) => sum + rejected, 0);
}

/** @param {import('../results.mjs').Result} result */
function measurementOf({ figure, deals, layout }) {
  return cases.find((one) => one.deals === deals && one.layout === layout && figure in one.figures)
    ?.measurement;
}

/** @param {import('../results.mjs').Result[]} results */
function runsText(results) {
  const fewest = Math.min(...results.flatMap(({ runs, outcome }) => (outcome === undefined ? [runs] : [])));
  return fewest === 1 ? 'one run or more' : `${fewest} runs or more`;
}
