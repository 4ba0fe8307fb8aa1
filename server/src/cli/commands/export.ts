import { Option, type Command } from 'commander';
import { bodsFile } from '../../exchange/export/bods';
import { csvFiles } from '../../exchange/export/csv';
import { ftmFile } from '../../exchange/export/ftm';
import { gexfFile } from '../../exchange/export/gexf';
import { graphmlFile } from '../../exchange/export/graphml';
import { projectJson } from '../../exchange/export/json';
import type { Exported } from '../../exchange/export/exported';
import { kumuFiles } from '../../exchange/export/kumu';
import {
  isOfParquetExport,
  parquetFiles,
  partitionings,
  type Partitioning,
} from '../../exchange/export/parquet';
import { aroundEcosystem, wholeOf, type Selection } from '../../exchange/export/selection';
import { configFileName } from '../../project/config';
import type { Project } from '../../project/project';
import { prefixOf } from '../../project/uri-path';
import { dayNamed } from '../day';
import { Opened } from '../opened';
import { scopeOf } from '../paths';
import { pictureText } from '../picture-text';
import { exitCodes, Misuse, type ExitCode, type Surroundings } from '../surroundings';
import { deliverFiles } from '../write-file';
import { asOfOption, quietOption, type Runner } from './shared';

interface ExportOptions {
  readonly format: keyof typeof formats;
  readonly output?: string;
  readonly asOf?: string;
  readonly ecosystem?: string;
  readonly bom?: true;
  readonly crlf?: true;
  readonly partitionBy?: Partitioning;
  readonly overwrite?: true;
  readonly quiet?: true;
}

/** What an export is made of. */
interface Wanted {
  readonly selection: Selection;
  /** The text of the project's `dealgraph.json`. */
  readonly config: string | undefined;
  readonly options: ExportOptions;
}

const formats = {
  json: ({ selection, config }) => projectJson(selection, config),
  csv: ({ selection, options: { bom = false, crlf = false } }) =>
    csvFiles(selection, { hasMark: bom, lineEnd: crlf ? '\r\n' : '\n' }),
  dot: ({ selection, options }) => pictureText(selection, options.ecosystem, 'dot'),
  mermaid: ({ selection, options }) => pictureText(selection, options.ecosystem, 'mermaid'),
  gexf: ({ selection }) => gexfFile(selection),
  graphml: ({ selection }) => graphmlFile(selection),
  parquet: ({ selection, options }) => parquetFiles(selection, options.partitionBy),
  ftm: ({ selection }) => ftmFile(selection),
  kumu: ({ selection }) => kumuFiles(selection),
  bods: ({ selection }) => bodsFile(selection),
} satisfies Record<string, (wanted: Wanted) => Exported>;

/** Adds `dealgraph export`. */
export function addExport(program: Command, run: Runner): void {
  program
    .command('export')
    .summary('write the deals in another format')
    .description(
      'Writes a project, or the deals around an ecosystem, for other programs. What a format cannot hold is told.',
    )
    .argument(
      '[path]',
      'a file or folder of the project; this folder where none is named; - for the standard input',
    )
    .addOption(
      new Option('-f, --format <format>', 'what is written')
        .choices(Object.keys(formats))
        .makeOptionMandatory(),
    )
    .option(
      '-o, --output <path>',
      'the file that is written, or the folder where there are several; the standard output without it',
    )
    .addOption(asOfOption())
    .option('--ecosystem <name>', 'the deals around an ecosystem only')
    .option('--bom', 'for csv: a byte order mark, by which Excel tells UTF-8')
    .option('--crlf', 'for csv: line ends as on Windows')
    .addOption(
      new Option('--partition-by <what>', 'for parquet: a folder for each year, kind or currency').choices(
        partitionings,
      ),
    )
    .option('--overwrite', 'for parquet: remove what an earlier export left in the folder')
    .addOption(quietOption('say nothing of what is left out'))
    .addHelpText(
      'after',
      `
docs/export.md says what each format holds.

Examples:
  dealgraph export --format json --output deals.json
  dealgraph export --format csv --output tables --as-of 2025-01-31
  dealgraph export --format parquet --output lake --partition-by year
  dealgraph export deals --format json --ecosystem OpenAIEcosystem`,
    )
    .action((path: string | undefined, options: ExportOptions) =>
      run((surroundings) => exportProject(path, options, surroundings)),
    );
}

async function exportProject(
  path: string | undefined,
  options: ExportOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { format, output, asOf, ecosystem, overwrite = false, quiet = false } = options;
  if ((options.bom || options.crlf) && format !== 'csv') throw new Misuse('--bom and --crlf are for csv.');
  if (options.partitionBy && format !== 'parquet') throw new Misuse('--partition-by is for parquet.');
  if (overwrite && format !== 'parquet') throw new Misuse('--overwrite is for parquet.');
  const scope = scopeOf(path === undefined ? [] : [path], surroundings);
  const opened = await Opened.open(scope, surroundings, {
    ...(asOf !== undefined && { asOf: dayNamed(asOf, surroundings.today) }),
    showsProgress: !quiet,
  });
  const project = opened.onlyProject;
  const selection = ecosystem === undefined ? wholeOf(project) : around(project, ecosystem);
  const config = opened.workspace.configProblems(`${prefixOf(project.root)}${configFileName}`)?.text;
  const { files, dropped, remarks = [] } = write(format, { selection, config, options });
  // Whoever reads a table in folders reads all that lies in them.
  const earlier = format === 'parquet' ? { isOfIt: isOfParquetExport, overwrites: overwrite } : undefined;
  deliverFiles(files, output, surroundings, earlier);
  if (!quiet) {
    const { err } = surroundings;
    if (dropped.length > 0) err.write(`Left out: ${dropped.join('; ')}.\n`);
    for (const remark of remarks) err.write(`${remark}\n`);
  }
  return exitCodes.fine;
}

function write(format: keyof typeof formats, wanted: Wanted): Exported {
  return formats[format](wanted);
}

function around(project: Project, name: string): Selection {
  const selection = aroundEcosystem(project, name);
  if (selection) return selection;
  const known = [...project.ofKind('ecosystem')].map((each) => each.name).sort();
  throw new Misuse(
    known.length > 0
      ? `There is no ecosystem “${name}”. There is ${known.join(', ')}.`
      : `There is no ecosystem “${name}”; the project declares none.`,
  );
}
