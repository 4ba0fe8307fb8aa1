import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { textOfRecords } from '../../exchange/text-of';
import { Importer } from '../../exchange/import/imported';
import { isBeneficialOwnership, readBeneficialOwnership } from '../../exchange/import/beneficial-ownership';
import { isFollowTheMoney, readFollowTheMoney } from '../../exchange/import/follow-the-money';
import type { GraphTable } from '../../exchange/import/graph-table';
import { guessedMapping } from '../../exchange/import/guess';
import { emptyMapping, headerKey, type Mapping } from '../../exchange/import/mapping';
import { mappingText, readMapping } from '../../exchange/import/mapping-file';
import { presetFor, presetNamed, presets, type Preset } from '../../exchange/import/presets';
import { reportRows } from '../../exchange/import/report';
import { readTable, type Table } from '../../exchange/import/table';
import { importSummary } from '../../exchange/import/summary';
import { planOf, type ImportPlan } from '../../exchange/import/plan';
import type { Project } from '../../project/project';
import { decoded } from '../decoded';
import { Opened } from '../opened';
import { pathOf, scopeOf, shownPath, uriOf } from '../paths';
import { ShownBar } from '../progress';
import { exitCodes, Misuse, type ExitCode, type Surroundings } from '../surroundings';
import { deliver, rewriteFile } from '../write-file';
import { askForMapping } from './import-questions';
import { quietOption, type Runner } from './shared';

interface ImportOptions {
  readonly to?: string;
  readonly preset?: string;
  readonly mapping?: string;
  readonly saveMapping?: string;
  readonly source?: string;
  readonly sourceUrl?: string;
  readonly report?: string;
  readonly dryRun?: true;
  readonly quiet?: true;
}

/** Adds `dealgraph import`. */
export function addImport(program: Command, run: Runner): void {
  program
    .command('import')
    .summary('make deals of spreadsheets')
    .description(
      'Makes deals of the rows of CSV files, and holdings of files of ownership. Each row becomes a deal, or is reported with the reason; what cannot be read ' +
        'exactly is kept as it stands, in a field. Importing again changes what the file says otherwise now, and keeps what ' +
        'was written by hand.',
    )
    .argument(
      '<files...>',
      'CSV files, entities of FollowTheMoney as JSON lines, or statements of BODS 0.4; - for the standard input',
    )
    .option('--to <file>', 'the deal file that they go to; the standard output where none is named', dealFile)
    .option('--preset <name>', `what the columns are, for ${presets.map(({ name }) => name).join(', ')}`)
    .option('--mapping <file>', 'a file that says what the columns are')
    .option('--save-mapping <file>', 'write down what the columns are, for the next time')
    .option('--source <title>', 'where the files are from, which the deals cite')
    .option('--source-url <address>', 'where they can be read')
    .option(
      '--report <file>',
      'write rows that are no deals, and values that were kept as they stand, to a CSV file',
    )
    .option('--dry-run', 'write nothing, and say what would happen')
    .addOption(quietOption('say no more than what went wrong, and show no progress'))
    .addHelpText(
      'after',
      `
Exit codes: 0 where each row became a deal, 1 where some are reported, 2 where it was called wrongly.

Examples:
  dealgraph import rounds.csv --to deals/rounds.deal
  dealgraph import deals.csv --mapping columns.json --to deals/desk.deal --report left.csv
  dealgraph import acquisitions.csv --preset crunchbase-acquisitions --to acquisitions.deal --dry-run`,
    )
    .action((files: string[], options: ImportOptions) =>
      run((surroundings) => importFiles(files, options, surroundings)),
    );
}

function dealFile(path: string): string {
  if (!path.endsWith('.deal') && path !== '-')
    throw new InvalidArgumentError('It is a deal file, such as deals/rounds.deal.');
  return path;
}

interface Read {
  readonly file: string;
  readonly table: Table;
  readonly mapping: Mapping;
}

async function importFiles(
  files: readonly string[],
  options: ImportOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { err, folder } = surroundings;
  const { quiet = false, to } = options;
  const target = to === undefined || to === '-' ? undefined : resolve(folder, to);
  const read: Read[] = [];
  for (const file of files) read.push(await readFile(file, options, surroundings));
  if (options.saveMapping !== undefined && read[0]) {
    deliver(mappingText(read[0].mapping, read[0].table.headers), options.saveMapping, surroundings);
  }

  const opened = target === undefined ? undefined : await openAround(target, surroundings, quiet);
  const project = opened && target !== undefined ? projectFor(opened, target) : undefined;
  const importer = new Importer(project);
  const bar = new ShownBar('Importing', 'rows', err, !quiet);
  for (const { file, table, mapping } of read)
    importer.add(file === '-' ? 'input' : file, table, mapping, bar);
  bar.done();
  const plan = planOf(importer, project, target === undefined ? undefined : uriOf(target));
  if (options.dryRun !== true) write(target, plan, project, surroundings);
  if (options.report !== undefined && options.dryRun !== true) {
    deliver(stringify(reportRows(plan.imported.report)), options.report, surroundings);
  }
  const { dryRun = false, report } = options;
  const isToFile = target !== undefined;
  const lines = importSummary(plan, { isQuiet: quiet, isDry: dryRun, isToFile, reportFile: report });
  err.write(lines.map((line) => `${line}\n`).join(''));
  return plan.imported.report.reported.length > 0 ? exitCodes.found : exitCodes.fine;
}

async function readFile(file: string, options: ImportOptions, surroundings: Surroundings): Promise<Read> {
  const text = file === '-' ? await surroundings.readInput() : textOf(file, surroundings);
  const graph = options.preset === undefined && options.mapping === undefined ? graphIn(text) : undefined;
  for (const note of options.quiet ? [] : (graph?.notes ?? [])) surroundings.err.write(`${file}: ${note}\n`);
  const said = graph ?? (await mappingFor(file, text, options, surroundings));
  const { source, sourceUrl } = options;
  if (sourceUrl !== undefined && !/^https?:\/\/[^\s<>]+$/.test(sourceUrl)) {
    throw new Misuse(`--source-url is an address such as https://example.com, not “${sourceUrl}”.`);
  }
  const mapping: Mapping = {
    ...said.mapping,
    source: {
      ...said.mapping.source,
      ...(source !== undefined && { title: source }),
      ...(sourceUrl !== undefined && { url: sourceUrl }),
    },
  };
  return { file, table: said.table, mapping };
}

/** Files of ownership tell by themselves what they are. */
function graphIn(text: string): GraphTable | undefined {
  if (isFollowTheMoney(text)) return readFollowTheMoney(text);
  return isBeneficialOwnership(text) ? readBeneficialOwnership(text) : undefined;
}

function textOf(file: string, { folder }: Surroundings): string {
  const path = resolve(folder, file);
  if (!existsSync(path)) throw new Misuse(`There is no file “${file}”.`);
  try {
    return decoded(readFileSync(path));
  } catch (error) {
    throw new Misuse(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** What the columns of a file are: as a mapping or a preset says, as its headers tell, or as somebody answers. */
async function mappingFor(
  file: string,
  text: string,
  { preset: name, mapping: path, saveMapping, quiet }: ImportOptions,
  surroundings: Surroundings,
): Promise<{ readonly table: Table; readonly mapping: Mapping }> {
  if (path !== undefined) return mappingIn(path, text, surroundings);
  if (name !== undefined) {
    const preset = presetNamed(name);
    if (!preset) throw new Misuse(`There is no preset “${name}”. There are:\n${presetList()}`);
    const table = readTable(text, { isHeader: (cells) => isOf(preset, cells) });
    if (!table.headers.some((header) => preset.mapping.columns.has(headerKey(header)))) {
      throw new Misuse(`${file} has none of the columns of ${name}. It has ${table.headers.join(', ')}.`);
    }
    return { table, mapping: preset.mapping };
  }
  const table = readTable(text, { isHeader: (cells) => presetFor(cells) !== undefined });
  const preset = presetFor(table.headers);
  if (surroundings.isInteractive && file !== '-') {
    const { mapping, saveTo } = await askForMapping(file, table, saveMapping !== undefined);
    if (saveTo !== undefined) deliver(mappingText(mapping, table.headers), saveTo, surroundings);
    return { table, mapping };
  }
  if (!preset) throw new Misuse(howToMap(file, table, saveMapping, surroundings));
  if (!quiet) surroundings.err.write(`${file}: read as ${preset.title} (--preset ${preset.name}).\n`);
  return { table, mapping: preset.mapping };
}

function isOf({ told }: Preset, cells: readonly string[]): boolean {
  const keys = new Set(cells.map(headerKey));
  return told.every((names) => names.some((each) => keys.has(headerKey(each))));
}

function mappingIn(
  path: string,
  text: string,
  surroundings: Surroundings,
): { readonly table: Table; readonly mapping: Mapping } {
  const content = textOf(path, surroundings);
  // What it says of the table itself comes first, then what it says of columns that are there.
  const { mapping: first } = readMapping(content);
  const table = readTable(text, {
    ...(first.delimiter !== undefined && { delimiter: first.delimiter }),
    ...(first.headerLine !== undefined && { headerLine: first.headerLine }),
    isHeader: (cells) => {
      const keys = new Set(cells.map(headerKey));
      return [...first.columns.keys()].filter((header) => keys.has(header)).length > 1;
    },
  });
  const { mapping, problems } = readMapping(content, table.headers);
  if (problems.length > 0)
    throw new Misuse(`${path} cannot be used:\n${problems.map((each) => `  ${each}\n`).join('')}`.trimEnd());
  const roles = new Set([...mapping.columns.values()].map(({ is }) => is));
  if (!roles.has('giver') && !roles.has('receiver') && !roles.has('lead')) {
    throw new Misuse(`${path} names no column as “giver” or “receiver”, so that nobody would be in a deal.`);
  }
  return { table, mapping };
}

function presetList(): string {
  return presets.map(({ name, title }) => `  ${name}  ${title}`).join('\n');
}

/** What to do where nobody says what the columns are: a guess, to be looked at. */
function howToMap(file: string, table: Table, saved: string | undefined, surroundings: Surroundings): string {
  const guess = mappingText(guessedMapping(table, emptyMapping), table.headers);
  const unknown = `Nobody says what the columns of ${file} are, and no preset has its headers: ${table.headers.join(', ')}.`;
  if (saved !== undefined) {
    deliver(guess, saved, surroundings);
    return `${unknown}\nA guess stands in ${saved}: look at it, and call this again with --mapping ${saved}.`;
  }
  return [
    unknown,
    'With --save-mapping columns.json a guess is written down, to be put right and named by --mapping; in a terminal this asks. The guess:',
    guess.trimEnd(),
    'Or name a preset by --preset:',
    presetList(),
  ].join('\n');
}

/** The projects around a file that need not be there yet. */
async function openAround(target: string, surroundings: Surroundings, quiet: boolean): Promise<Opened> {
  let folder = dirname(target);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return Opened.open(scopeOf([folder], surroundings), surroundings, {
    showsProgress: !quiet,
    mayBeEmpty: true,
  });
}

/** The project that a file is in, or will be: the one whose folder is the nearest around it. */
function projectFor({ projects }: Opened, target: string): Project | undefined {
  const uri = uriOf(target);
  return projects
    .filter(({ root }) => uri.startsWith(root.endsWith('/') ? root : `${root}/`))
    .toSorted((one, other) => other.root.length - one.root.length)[0];
}

/** Writes what is planned, or all that is new to the standard output. */
function write(
  target: string | undefined,
  { files, records }: ImportPlan,
  project: Project | undefined,
  surroundings: Surroundings,
): void {
  if (target === undefined) {
    deliver(textOfRecords(records), undefined, surroundings);
    return;
  }
  // What nobody has read is not written over.
  for (const uri of files.keys()) {
    if (existsSync(pathOf(uri)) && !project?.document(uri)) {
      throw new Misuse(
        `${shownPath(uri, surroundings)} is there, and no part of the project: name another file by --to.`,
      );
    }
  }
  for (const [uri, text] of files) {
    const path = pathOf(uri);
    if (existsSync(path)) rewriteFile(uri, text.replace(/^\ufeff/, ''), surroundings);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
}
