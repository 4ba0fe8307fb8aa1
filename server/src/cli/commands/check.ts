import { Option, type Command } from 'commander';
import { fixedText } from '../../features/actions/fix-all';
import { formatDay } from '../../values/day';
import { dayNamed } from '../day';
import { endAfter } from '../defects';
import { counted } from '../numbers';
import { Opened } from '../opened';
import type { CheckWriter } from '../output/check-report';
import { githubAnnotations } from '../output/github';
import { checkJson } from '../output/json';
import { prettyReport } from '../output/pretty';
import { sarifLog } from '../output/sarif';
import { scopeOf, shownPath, type Scope } from '../paths';
import { checkedFiles, countOf, type CheckedFile } from '../problem';
import { exitCodes, Misuse, type ExitCode, type Surroundings } from '../surroundings';
import { watched } from '../watch';
import { deliver, rewriteFile } from '../write-file';
import { asOfOption, countIn, quietOption, type Runner } from './shared';

const writers = {
  pretty: prettyReport,
  json: checkJson,
  sarif: sarifLog,
  github: githubAnnotations,
} satisfies Record<string, CheckWriter>;

interface CheckOptions {
  readonly format: keyof typeof writers;
  readonly output?: string;
  readonly asOf?: string;
  readonly maxWarnings?: number;
  readonly fix?: true;
  readonly watch?: true;
  readonly quiet?: true;
}

/** A mended file can have something else to mend, but not for ever. */
const mostRounds = 10;

/** Adds `dealgraph check`. */
export function addCheck(program: Command, run: Runner): void {
  program
    .command('check')
    .summary('say what does not add up')
    .description(
      'Runs all checks on deal files, as the editor does. Whole projects are read, since what a file means depends on the ' +
        'others; said is what concerns the paths.',
    )
    .argument('[paths...]', 'files and folders; this folder where none is named; - for the standard input')
    .addOption(
      new Option('-f, --format <format>', 'how problems are written')
        .choices(Object.keys(writers))
        .default('pretty'),
    )
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .addOption(asOfOption())
    .option('--max-warnings <count>', 'fail where there are more warnings', countIn)
    .option('--fix', 'mend what can be mended without anybody looking at it, in the files')
    .option('--watch', 'go on, and check again whenever a file changes')
    .addOption(quietOption('say errors only, and no progress'))
    .addHelpText(
      'after',
      `
Exit codes: 0 without errors, 1 with errors or too many warnings, 2 where it was called wrongly or a file cannot be read,
3 for a defect of Dealgraph.

Examples:
  dealgraph check
  dealgraph check deals --as-of 2025-01-31 --max-warnings 0
  dealgraph check --format sarif --output dealgraph.sarif`,
    )
    .action((paths: string[], options: CheckOptions) =>
      run((surroundings) => check(paths, options, surroundings)),
    );
}

async function check(
  paths: readonly string[],
  options: CheckOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const scope = scopeOf(paths, surroundings);
  const { asOf, quiet = false } = options;
  if (scope.input !== undefined && (options.fix || options.watch)) {
    throw new Misuse('--fix and --watch are for files, not for the standard input.');
  }
  const opened = await Opened.open(scope, surroundings, {
    ...(asOf !== undefined && { asOf: dayNamed(asOf, surroundings.today) }),
    showsProgress: !quiet,
  });
  if (options.fix) await mend(opened, scope, surroundings);
  const code = report(opened, scope, options, surroundings);
  if (!options.watch) return code;
  const { err } = surroundings;
  err.write('Watching for changes. Ctrl+C ends it.\n');
  await watched(scope.folders, surroundings, async (changes) => {
    await opened.changed(changes);
    err.write(`\n${changes.map(({ uri }) => shownPath(uri, surroundings)).join(', ')} changed.\n`);
    if (options.fix) await mend(opened, scope, surroundings);
    report(opened, scope, options, surroundings);
  });
  return exitCodes.fine;
}

/** Mends what is certain, and again what that leads to. */
async function mend(opened: Opened, scope: Scope, surroundings: Surroundings): Promise<void> {
  const mended = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const changed: string[] = [];
    for (const project of opened.projects) {
      const findings = opened.findingsOf(project);
      for (const uri of project.uris.filter((each) => scope.includes(each))) {
        const text = fixedText(findings, project.document(uri)!, uri);
        if (text === undefined) continue;
        rewriteFile(uri, text, surroundings);
        changed.push(uri);
      }
    }
    if (changed.length === 0) break;
    await opened.changed(changed.map((uri) => ({ uri, isGone: false })));
    for (const uri of changed) mended.add(uri);
  }
  if (mended.size === 0) return;
  const names = [...mended].map((uri) => shownPath(uri, surroundings)).join(', ');
  surroundings.err.write(`Mended ${counted(mended.size, 'file')}: ${names}.\n`);
}

function report(opened: Opened, scope: Scope, options: CheckOptions, surroundings: Surroundings): ExitCode {
  const { format, output, maxWarnings = Infinity, quiet = false } = options;
  const all = checkedFiles(opened, scope);
  const { error, warning } = countOf(all);
  const asked = opened.projects.filter(({ uris }) => uris.some((uri) => scope.includes(uri)));
  const days = new Set(asked.map(({ asOf }) => formatDay(asOf)));
  const { out, err } = surroundings;
  const sink = output === undefined ? out : { ...out, hasColours: false };
  const files = quiet ? all.map(errorsIn) : all;
  deliver(writers[format]({ files, asOf: [...days].sort(), surroundings, sink }), output, surroundings);
  const end = endAfter(opened, surroundings);
  if (end !== exitCodes.fine) return end;
  if (warning > maxWarnings) {
    err.write(`There are ${counted(warning, 'warning')}, more than the ${maxWarnings} of --max-warnings.\n`);
  }
  return error > 0 || warning > maxWarnings ? exitCodes.found : exitCodes.fine;
}

function errorsIn(file: CheckedFile): CheckedFile {
  return { ...file, problems: file.problems.filter(({ severity }) => severity === 'error') };
}
