import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { textOfRecords } from '../../exchange/text-of';
import { neutralized } from '../../exchange/export/formulas';
import { Importer } from '../../exchange/import/imported';
import { guessedMapping } from '../../exchange/import/guess';
import { isProjectJson } from '../../exchange/import/json';
import {
  inputByMapping,
  inputByPreset,
  projectAround,
  recognizedInput,
  type Input,
  type InputReading,
} from '../../exchange/import/input';
import { emptyMapping, type Mapping } from '../../exchange/import/mapping';
import { mappingText } from '../../exchange/import/mapping-file';
import { presetNamed, presets } from '../../exchange/import/presets';
import { reportRows } from '../../exchange/import/report';
import { readTable, type Table } from '../../exchange/import/table';
import { importSummary } from '../../exchange/import/summary';
import { planOf, type ImportPlan } from '../../exchange/import/plan';
import type { Project } from '../../project/project';
import { decoded } from '../../decoded';
import { Opened } from '../opened';
import { configFolderAround, pathOf, scopeOf, shownPath, uriOf } from '../paths';
import { ShownBar } from '../progress';
import { exitCodes, Misuse, type ExitCode, type Surroundings } from '../surroundings';
import { messageOf } from '../message-of';
import { printable } from '../printable';
import { deliver, rewriteFile, writeText } from '../write-file';
import { importProject } from './import-project';
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
  readonly overwrite?: true;
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
        'was written by hand. A project that was exported as JSON comes back as its files.',
    )
    .argument(
      '<files...>',
      'CSV files, entities of FollowTheMoney as JSON lines, statements of BODS 0.4, or one project as JSON; - for the standard input',
    )
    .option(
      '--to <file>',
      'the deal file that they go to, or the folder of a project; the standard output where none is named',
    )
    .option('--preset <name>', `what the columns are, for ${presets.map(({ name }) => name).join(', ')}`)
    .option('--mapping <file>', 'a file that says what the columns are')
    .option('--save-mapping <file>', 'write down what the columns are, for the next time')
    .option('--source <title>', 'where the files are from, which the deals cite')
    .option('--source-url <address>', 'where they can be read')
    .option(
      '--report <file>',
      'write rows that are no deals, and values that were kept as they stand, to a CSV file',
    )
    .option('--overwrite', 'write over files that say another thing than the project that is imported')
    .option('--dry-run', 'write nothing, and say what would happen')
    .addOption(quietOption('say no more than what went wrong, and show no progress'))
    .addHelpText(
      'after',
      `
Exit codes: 0 where each row became a deal, 1 where some are reported, 2 where it was called wrongly.

Examples:
  dealgraph import rounds.csv --to deals/rounds.deal
  dealgraph import deals.csv --mapping columns.json --to deals/desk.deal --report left.csv
  dealgraph import acquisitions.csv --preset crunchbase-acquisitions --to acquisitions.deal --dry-run
  dealgraph import dealgraph-project.json --to copy`,
    )
    .action((files: string[], options: ImportOptions) =>
      run((surroundings) => importFiles(files, options, surroundings)),
    );
}

interface Given {
  readonly file: string;
  readonly text: string;
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
  const given: Given[] = [];
  for (const file of files) {
    given.push({ file, text: file === '-' ? await surroundings.readInput() : textOf(file, surroundings) });
  }
  const project = given.find(({ text }) => isProjectJson(text));
  return project
    ? importOneProject(project, given, options, surroundings)
    : importTables(given, options, surroundings);
}

function importOneProject(
  { file, text }: Given,
  given: readonly Given[],
  options: ImportOptions,
  surroundings: Surroundings,
): ExitCode {
  if (given.length > 1) throw new Misuse(`${file} is a whole project: import it by itself.`);
  const { to, overwrite = false, dryRun = false, quiet = false } = options;
  for (const name of ['preset', 'mapping', 'saveMapping', 'source', 'sourceUrl', 'report'] as const) {
    if (options[name] === undefined) continue;
    const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new Misuse(`${file} is a whole project, to which --${flag} says nothing: leave it out.`);
  }
  if (to?.endsWith('.deal') === true) {
    throw new Misuse(`${file} is a whole project: name a folder for its files by --to, not ${to}.`);
  }
  return importProject(
    file,
    text,
    { to, overwrites: overwrite, isDry: dryRun, isQuiet: quiet },
    surroundings,
  );
}

async function importTables(
  given: readonly Given[],
  options: ImportOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { err, folder } = surroundings;
  const { quiet = false, to, overwrite = false } = options;
  if (overwrite) {
    throw new Misuse('--overwrite is for a project as JSON. Deal files are brought up to date without it.');
  }
  if (to !== undefined && to !== '-' && !to.endsWith('.deal')) {
    throw new Misuse(`--to is a deal file, such as deals/rounds.deal, not “${to}”.`);
  }
  checkPlaces(given, options, folder);
  const target = to === undefined || to === '-' ? undefined : resolve(folder, to);
  const read: Read[] = [];
  for (const each of given) read.push(await inputWithSource(each, options, surroundings));
  if (options.saveMapping !== undefined && read[0]) {
    deliver(mappingText(read[0].mapping, read[0].table.headers), options.saveMapping, surroundings);
  }

  const opened = target === undefined ? undefined : await openAround(target, surroundings, quiet);
  const project = opened && target !== undefined ? projectAround(opened.projects, uriOf(target)) : undefined;
  const importer = new Importer(project);
  const bar = new ShownBar('Importing', 'rows', err, !quiet);
  for (const { file, table, mapping } of read)
    importer.add(file === '-' ? 'input' : file, table, mapping, bar);
  bar.done();
  const plan = planOf(importer, project, target === undefined ? undefined : uriOf(target));
  if (options.dryRun !== true) write(target, plan, project, surroundings);
  if (options.report !== undefined && options.dryRun !== true) {
    const rows = reportRows(plan.imported.report).map((cells) => cells.map(neutralized));
    deliver(stringify(rows), options.report, surroundings);
  }
  const { dryRun = false, report } = options;
  const isToFile = target !== undefined;
  const others = report === undefined ? '; --report writes all of them to a file' : `, all in ${report}`;
  const lines = importSummary(plan, { isQuiet: quiet, isDry: dryRun, isToFile, others });
  err.write(lines.map((line) => `${printable(line)}\n`).join(''));
  if (!quiet && !dryRun && isToFile && plan.files.size > 0) {
    err.write(`Wrote ${[...plan.files.keys()].map((uri) => shownPath(uri, surroundings)).join(', ')}.\n`);
  }
  return plan.imported.report.reported.length > 0 ? exitCodes.found : exitCodes.fine;
}

/** What is imported is not written over, nor any other file by a mapping that is saved. */
function checkPlaces(given: readonly Given[], { saveMapping, report }: ImportOptions, folder: string): void {
  if (saveMapping !== undefined && saveMapping !== '-' && existsSync(resolve(folder, saveMapping))) {
    throw new Misuse(
      `${saveMapping} is there already: name another file by --save-mapping, or take what it says by --mapping.`,
    );
  }
  const isInput = ({ file }: Given) =>
    report !== undefined && resolve(folder, file) === resolve(folder, report);
  if (given.some(isInput)) throw new Misuse(`${report} is what is imported: name another file by --report.`);
}

async function inputWithSource(
  { file, text }: Given,
  options: ImportOptions,
  surroundings: Surroundings,
): Promise<Read> {
  const { source, sourceUrl } = options;
  if (sourceUrl !== undefined && !/^https?:\/\/[^\s<>]+$/.test(sourceUrl)) {
    throw new Misuse(`--source-url is an address such as https://example.com, not “${sourceUrl}”.`);
  }
  const { table, mapping } = await inputOf(file, text, options, surroundings);
  const own = {
    ...mapping.source,
    ...(source !== undefined && { title: source }),
    ...(sourceUrl !== undefined && { url: sourceUrl }),
  };
  return { file, table, mapping: { ...mapping, source: own } };
}

function textOf(file: string, { folder }: Surroundings): string {
  const path = resolve(folder, file);
  if (!existsSync(path)) throw new Misuse(`There is no file “${file}”.`);
  try {
    return decoded(readFileSync(path));
  } catch (error) {
    throw new Misuse(`${file} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

/** What the columns of a file are: as a mapping or a preset says, as its headers tell, or as somebody answers. */
async function inputOf(
  file: string,
  text: string,
  { preset: name, mapping: path, saveMapping, quiet }: ImportOptions,
  surroundings: Surroundings,
): Promise<Input> {
  if (path !== undefined) return readable(path, inputByMapping(text, textOf(path, surroundings)));
  if (name !== undefined) {
    const preset = presetNamed(name);
    if (!preset) throw new Misuse(`There is no preset “${name}”. There are:\n${presetList()}`);
    return readable(file, inputByPreset(text, preset));
  }
  checkIsTable(file, text);
  const recognized = recognizedInput(text);
  if (surroundings.isInteractive && file !== '-' && (!recognized || recognized.preset)) {
    const table = recognized?.table ?? readTable(text);
    const { mapping, saveTo } = await askForMapping(file, table, saveMapping !== undefined, (path) =>
      existsSync(resolve(surroundings.folder, path)),
    );
    if (saveTo !== undefined) deliver(mappingText(mapping, table.headers), saveTo, surroundings);
    return { table, mapping };
  }
  if (!recognized) throw new Misuse(howToMap(file, readTable(text), saveMapping, surroundings));
  if (!quiet) {
    const how = recognized.preset ? ` (--preset ${recognized.preset.name})` : '';
    const lines = [`read as ${recognized.title}${how}.`, ...recognized.notes];
    surroundings.err.write(lines.map((line) => `${file}: ${line}\n`).join(''));
  }
  return recognized;
}

/** @throws {Misuse} where a file can be no table, and nothing else that can be imported */
function checkIsTable(file: string, text: string): void {
  if (text.trim() === '') throw new Misuse(`${file} is empty.`);
  if (file.endsWith('.deal')) {
    throw new Misuse(`${file} is a deal file: it needs no import, it belongs into the folder of a project.`);
  }
  if (!/^\ufeff?\s*[{[]/.test(text) || recognizedInput(text)) return;
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Misuse(`${file} is no JSON that can be read: ${messageOf(error)}`, { cause: error });
  }
  throw new Misuse(
    `${file} is JSON, but neither a project of Dealgraph, nor entities of FollowTheMoney, nor statements of BODS 0.4.`,
  );
}

function readable(file: string, reading: InputReading): Input {
  if (!('problems' in reading)) return reading;
  throw new Misuse(
    [`${file} cannot be used:`, ...reading.problems.map((problem) => `  ${problem}`)].join('\n'),
  );
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
async function openAround(
  target: string,
  surroundings: Surroundings,
  quiet: boolean,
): Promise<Opened | undefined> {
  const own = dirname(target);
  // A folder that is not there yet is in a project only where a `dealgraph.json` around it says so.
  const folder = existsSync(own) ? own : configFolderAround(own);
  if (folder === undefined) return undefined;
  return Opened.open(scopeOf([folder], surroundings), surroundings, {
    showsProgress: !quiet,
    mayBeEmpty: true,
  });
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
    else writeText(path, shownPath(uri, surroundings), text, true);
  }
}
