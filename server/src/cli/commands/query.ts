import { kinds } from '../../language/schema';
import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import type { Declaration } from '../../model/declaration';
import type { Project } from '../../project/project';
import { workedOff } from '../query/worked-off';
import { currencyOf } from '../../features/picture/weight';
import { ofGroup, titleOfProject } from '../../features/whole-project';
import { readDate } from '../../values/date';
import { readMoney, type Amount } from '../../values/money';
import { askedProjects } from '../asked-projects';
import { counted } from '../numbers';
import { listingCsv, listingJson, listingTable, type ListingReport } from '../output/listing-writers';
import { knownEcosystems, likeParties } from '../query/candidates';
import { shownPath, type Scope } from '../paths';
import { ecosystemsCalled, partiesCalled, stages, type Filters, type Stage } from '../query/filters';
import { sumColumns, type Listing, type Row } from '../query/listing';
import { sortedRows } from '../query/order';
import { answerOf, columnsOf, isQuery, queryNames, type QueryName } from '../query/query';
import { filterKinds } from '../query/sums';
import { exitCodes, Misuse, type ExitCode, type Surroundings } from '../surroundings';
import { deliver } from '../write-file';
import { asOfOption, countIn, quietOption, type Runner } from './shared';

const writers = {
  table: listingTable,
  csv: listingCsv,
  json: listingJson,
} satisfies Record<string, (report: ListingReport) => string>;

interface QueryOptions {
  readonly kind?: string[];
  readonly status?: string[];
  readonly party?: string[];
  readonly ecosystem?: string[];
  readonly since?: string;
  readonly until?: string;
  readonly min?: Amount;
  readonly asOf?: string;
  readonly sort?: string;
  readonly limit?: number;
  readonly format: keyof typeof writers;
  readonly output?: string;
  readonly quiet?: true;
}

/** Adds `dealgraph query`. */
export function addQuery(program: Command, run: Runner): void {
  program
    .command('query')
    .summary('list deals, parties, sums, sources or claims')
    .description(
      'Lists what deal files say, and what it comes to. Figures are those of the tree, the cards and the reports of the ' +
        'editor: each deal counts once, purposes and currencies are not added up, what is promised, handed over and in talks ' +
        'stands apart, and what is unknown stays unknown.',
    )
    .addArgument(new Argument('<what>', 'what is listed').choices(queryNames))
    .argument(
      '[paths...]',
      'files and folders whose declarations are listed; this folder where none is named; - for the standard input',
    )
    .addOption(
      several(
        new Option('--kind <kind>', 'deals of a kind, or of parties those of one; several with commas'),
        filterKinds,
      ),
    )
    .addOption(
      several(new Option('--status <status>', 'deals that stand so on the day; several with commas'), stages),
    )
    .addOption(several(new Option('--party <name>', 'deals of a party, by its name or title')))
    .addOption(several(new Option('--ecosystem <name>', 'deals of an ecosystem, by its name or title')))
    .option(
      '--since <date>',
      'deals that may be of that day, month or year, or later; of claims their own dates',
    )
    .option('--until <date>', 'deals that may be of that day, month or year, or before it')
    .addOption(
      new Option('--min <amount>', 'deals that are about so much for certain, such as $1B').argParser(
        amountIn,
      ),
    )
    .addOption(asOfOption())
    .option('--sort <column>', 'by a column, -column the other way round; what is not known comes last')
    .option('--limit <count>', 'so many rows at most', countIn)
    .addOption(
      new Option('-f, --format <format>', 'how rows are written')
        .choices(Object.keys(writers))
        .default('table'),
    )
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .addOption(quietOption('say nothing of how many rows there are, and no progress'))
    .addHelpText(
      'after',
      `
${columnsHelp()}
A table becomes lines with tabs where its reader is no terminal. In CSV money has a row for each currency, with its
bounds, and what a spreadsheet would run as a formula has an apostrophe before it.

Exit codes: 0 where all is well, 2 where it was called wrongly or a file cannot be read, 3 for a defect of Dealgraph.

Examples:
  dealgraph query deals --party OpenAI --since 2025 --sort -promised
  dealgraph query pairs --kind investment --format csv --output pairs.csv
  dealgraph query years --ecosystem stargate --as-of 2025-01-31`,
    )
    .action((what: string, paths: string[], options: QueryOptions) =>
      run((surroundings) => query(what, paths, options, surroundings)),
    );
}

function columnsHelp(): string {
  const sums = sumColumns.map(({ key }) => key).join(', ');
  const lines = queryNames.filter(isQuery).map((name) => {
    const keys = columnsOf(name).map(({ key }) => key);
    return `  ${name.padEnd(10)} ${keys.join(', ')}`;
  });
  return `Columns, to sort by and in CSV and JSON; where there is money, ${sums} as well:\n${lines.join('\n')}\n`;
}

async function query(
  what: string,
  paths: readonly string[],
  options: QueryOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  if (!isQuery(what)) throw new Misuse(`“${what}” cannot be listed: ${queryNames.join(', ')} can.`);
  const { format, output, quiet = false, asOf, limit = Infinity } = options;
  const order = options.sort === undefined ? undefined : orderIn(options.sort, what);
  const filters = filtersIn(options);
  const { scope, projects, asOf: days } = await askedProjects(paths, { asOf, quiet }, surroundings);
  checkNames(filters, projects);
  checkFilters(what, filters);
  const listing = together(what, projects, filters, scope);
  const rows = order ? sortedRows(listing.rows, { ...order, currency: currencyIn(projects) }) : listing.rows;
  const shown = rows.slice(0, limit);
  const { out, err } = surroundings;
  const sink = output === undefined ? out : { ...out, isTerminal: false, hasColours: false };
  const written = { ...listing, rows: shown.map((row) => withPaths(row, surroundings)) };
  deliver(writers[format]({ what, asOf: days, listing: written, sink }), output, surroundings);
  if (!quiet && (err.isTerminal || shown.length < rows.length)) {
    const all = counted(rows.length, 'row');
    const how = shown.length < rows.length ? `${shown.length} of ${all}` : all;
    err.write(`${how}, as of ${days.join(' and ')}\n`);
  }
  return exitCodes.fine;
}

/** The rows of all projects; where there are several, each says which one it is of. */
function together(what: QueryName, projects: readonly Project[], filters: Filters, scope: Scope): Listing {
  const listings = projects.map((project) => {
    const isNamed = (declaration: Declaration) => scope.includes(project.siteOf(declaration).uri);
    return { project, listing: answerOf(what, project, filters, isNamed) };
  });
  const [first, ...others] = listings;
  if (first && others.length === 0) return first.listing;
  return {
    columns: [{ key: 'project', title: 'Project' }, ...columnsOf(what)],
    hasSums: first?.listing.hasSums ?? false,
    rows: listings.flatMap(({ project, listing: { rows } }) =>
      rows.map(({ cells, sums }) => ({
        cells: { project: titleOfProject(project), ...cells },
        ...(sums && { sums }),
      })),
    ),
  };
}

function withPaths({ cells, sums }: Row, surroundings: Surroundings): Row {
  const { file } = cells;
  if (typeof file !== 'string') return { cells, ...(sums && { sums }) };
  return { cells: { ...cells, file: shownPath(file, surroundings) }, ...(sums && { sums }) };
}

/** The currency in which sums are compared: the base currency, else the one that most deals are in. */
function currencyIn(projects: readonly Project[]): string | undefined {
  for (const project of projects) {
    const currency = workedOff(currencyOf(project, ofGroup(project, 'deal')));
    if (currency !== null) return currency;
  }
  return undefined;
}

function filtersIn({ kind, status, party, ecosystem, since, until, min }: QueryOptions): Filters {
  return {
    ...(kind && { kinds: filterKinds.filter((each) => kind.includes(each)) }),
    ...(status && { stages: stages.filter((each: Stage) => status.includes(each)) }),
    ...(party && { parties: party }),
    ...(ecosystem && { ecosystems: ecosystem }),
    ...(since !== undefined && { since: dateNamed(since).earliest }),
    ...(until !== undefined && { until: dateNamed(until).latest }),
    ...(min && { min }),
  };
}

/** What can let nothing through, or would be passed over, is a mistake. */
function checkFilters(what: QueryName, { kinds: wanted = [], since, until }: Filters): void {
  if (since !== undefined && until !== undefined && until < since) {
    throw new Misuse('--until is before --since, so that there is no day between them.');
  }
  const ofParties = wanted.filter((kind) => kinds[kind].group === 'party');
  if (ofParties.length > 0 && what !== 'parties') {
    throw new Misuse(
      `--kind ${ofParties.join(',')} is a kind of party: it chooses among parties, not among ${what}.`,
    );
  }
}

/** Whoever asks for a name that is nowhere has mistyped it, and would take no rows for an answer. */
function checkNames({ parties = [], ecosystems = [] }: Filters, projects: readonly Project[]): void {
  for (const [what, names, called, known] of [
    ['party', parties, partiesCalled, likeParties],
    ['ecosystem', ecosystems, ecosystemsCalled, knownEcosystems],
  ] as const) {
    const unknown = names.find((name) => projects.every((project) => called(project, name).length === 0));
    if (unknown !== undefined)
      throw new Misuse(`There is no ${what} “${unknown}”.${known(projects, unknown)}`);
  }
}

function dateNamed(text: string): { earliest: number; latest: number } {
  const date = readDate(text);
  if (!date.ok) throw new Misuse(`“${text}” is no date: ${date.message}`);
  return date.value;
}

function orderIn(text: string, what: QueryName): { key: string; descending: boolean } {
  const descending = text.startsWith('-');
  const key = descending ? text.slice(1) : text;
  const known = [...columnsOf(what), ...sumColumns].map((column) => column.key);
  if (known.includes(key)) return { key, descending };
  throw new Misuse(`${what} have no column “${key}”. They have ${known.join(', ')}.`);
}

function amountIn(text: string): Amount {
  const money = readMoney(text);
  if (!money.ok) throw new InvalidArgumentError(money.message);
  if (money.value.per || money.value.range.undisclosed) {
    throw new InvalidArgumentError('It is an amount, such as $1B.');
  }
  return money.value;
}

/** An option that can be given several times, or once with commas between words. */
function several(option: Option, choices?: readonly string[]): Option {
  const known = choices ? option.choices(choices) : option;
  return known.argParser((text: string, before: string[] | undefined) => {
    // A name may have a comma in it, a word of the language none.
    const given = choices ? text.split(',').map((word) => word.trim()) : [text];
    const wrong = given.find((word) => choices?.includes(word) === false);
    if (wrong !== undefined) {
      throw new InvalidArgumentError(`“${wrong}” is none of ${choices?.join(', ') ?? ''}.`);
    }
    return [...(before ?? []), ...given];
  });
}
