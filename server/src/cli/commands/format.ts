import type { Command } from 'commander';
import { DealDocument } from '../../language/document';
import { formatItems } from '../../language/format/items';
import { counted } from '../numbers';
import { Opened } from '../opened';
import { scopeOf, shownPath } from '../paths';
import { exitCodes, type ExitCode, type Surroundings } from '../surroundings';
import { rewriteFile } from '../write-file';
import { quietOption, type Runner } from './shared';

interface FormatOptions {
  readonly check?: true;
  readonly quiet?: true;
}

/** Adds `dealgraph format`. */
export function addFormat(program: Command, run: Runner): void {
  program
    .command('format')
    .summary('set deal files in the one style')
    .description(
      'Sets deal files in the one style, as the editor does. Comments stay, and what cannot be read stays as it is.',
    )
    .argument('[paths...]', 'files and folders; this folder where none is named; - for the standard input')
    .option('--check', 'change nothing, and fail where something would change')
    .addOption(quietOption('say no names of files'))
    .addHelpText(
      'after',
      `
Exit codes: 0 where all is well, 1 where --check found something, 2 where it was called wrongly.

Examples:
  dealgraph format
  dealgraph format --check deals
  cat race.deal | dealgraph format -`,
    )
    .action((paths: string[], options: FormatOptions) =>
      run((surroundings) => format(paths, options, surroundings)),
    );
}

async function format(
  paths: readonly string[],
  options: FormatOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { check = false, quiet = false } = options;
  if (paths.length === 1 && paths[0] === '-') return formatInput(check, surroundings);
  const scope = scopeOf(paths, surroundings);
  const opened = await Opened.open(scope, surroundings, { showsProgress: !quiet });
  const { out, err } = surroundings;
  let changed = 0;
  for (const uri of opened.uris) {
    const document = opened.workspace.projectOf(uri)?.document(uri);
    const text = document && formatted(document);
    if (text === undefined || text === document?.text) continue;
    changed++;
    if (!quiet) out.write(`${shownPath(uri, surroundings)}\n`);
    if (!check) rewriteFile(uri, text, surroundings);
  }
  const all = counted(opened.uris.length, 'file');
  if (!quiet) {
    if (changed === 0) err.write(`${all} in the one style already.\n`);
    else err.write(check ? `${changed} of ${all} would change.\n` : `${changed} of ${all} changed.\n`);
  }
  return check && changed > 0 ? exitCodes.found : exitCodes.fine;
}

async function formatInput(check: boolean, surroundings: Surroundings): Promise<ExitCode> {
  const document = DealDocument.parse(await surroundings.readInput());
  const text = formatted(document);
  if (check) return text === document.text ? exitCodes.fine : exitCodes.found;
  surroundings.out.write(text);
  return exitCodes.fine;
}

function formatted(document: DealDocument): string {
  return formatItems(document.items)
    .map(({ text }) => text)
    .join('');
}
