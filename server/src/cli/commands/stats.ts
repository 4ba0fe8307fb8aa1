import { Option, type Command } from 'commander';
import { interpret } from '../../model/interpret';
import { askedProjects } from '../asked-projects';
import { endAfter } from '../defects';
import { statsJson, statsOf, statsTable } from '../output/stats-report';
import { checkedFiles, countOf } from '../problem';
import type { ExitCode, Surroundings } from '../surroundings';
import { deliver } from '../write-file';
import { asOfOption, quietOption, type Runner } from './shared';

interface StatsOptions {
  readonly format: 'table' | 'json';
  readonly output?: string;
  readonly asOf?: string;
  readonly quiet?: true;
}

/** Adds `dealgraph stats`. */
export function addStats(program: Command, run: Runner): void {
  program
    .command('stats')
    .summary('count what there is')
    .description(
      'Counts files, declarations and problems, says how the deals stand, how many of them have a source, a date and an ' +
        'amount, and what they come to, purpose by purpose and currency by currency.',
    )
    .argument('[paths...]', 'files and folders; this folder where none is named; - for the standard input')
    .addOption(
      new Option('-f, --format <format>', 'how it is written').choices(['table', 'json']).default('table'),
    )
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .addOption(asOfOption())
    .addOption(quietOption('show no progress'))
    .addHelpText(
      'after',
      `
Exit codes: 0 where all is well, whatever the problems are; 2 where it was called wrongly or a file cannot be read,
3 for a defect of Dealgraph.

Examples:
  dealgraph stats
  dealgraph stats deals --as-of 2025-01-31 --format json`,
    )
    .action((paths: string[], options: StatsOptions) =>
      run((surroundings) => stats(paths, options, surroundings)),
    );
}

async function stats(
  paths: readonly string[],
  { format, output, asOf, quiet }: StatsOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const asked = await askedProjects(paths, { asOf, quiet }, surroundings);
  const { scope, opened, projects } = asked;
  const parts = projects.map((project) => {
    const uris = project.uris.filter((uri) => scope.includes(uri));
    const declarations = uris.flatMap((uri) =>
      (project.document(uri)?.items ?? []).flatMap((item) => interpret(item) ?? []),
    );
    return { project, declarations };
  });
  const found = statsOf(parts, {
    asOf: asked.asOf,
    files: opened.uris.length,
    problems: countOf(checkedFiles(opened, scope)),
  });
  const { out } = surroundings;
  const sink = output === undefined ? out : { ...out, isTerminal: false, hasColours: false };
  deliver(format === 'json' ? statsJson(found) : statsTable(found, sink), output, surroundings);
  return endAfter(opened, surroundings);
}
