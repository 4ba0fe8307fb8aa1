import { Command } from 'commander';
import { addCheck } from './commands/check';
import { addExport } from './commands/export';
import { addFormat } from './commands/format';
import { addGraph } from './commands/graph';
import { addImport } from './commands/import';
import { addLsp } from './commands/lsp';
import { addNew } from './commands/new';
import { addQuery } from './commands/query';
import { addReport } from './commands/report';
import { addStats } from './commands/stats';
import type { Runner } from './commands/shared';
import type { Sink } from './surroundings';
import { version } from './version';

/** All commands of `dealgraph`, in the order in which help tells them. */
export function programFor(run: Runner, sinks: { readonly out: Sink; readonly err: Sink }): Command {
  const program = new Command('dealgraph')
    .description('Deals and alliances as plain text: checks them, adds them up, and takes them in and out.')
    .version(version, '-V, --version', 'say which version this is')
    .helpOption('-h, --help', 'say how a command is used')
    .configureOutput({
      writeOut: (text) => sinks.out.write(text),
      writeErr: (text) => sinks.err.write(text),
      getOutHelpWidth: () => sinks.out.columns ?? 100,
      getErrHelpWidth: () => sinks.err.columns ?? 100,
      getOutHasColors: () => sinks.out.hasColours,
      getErrHasColors: () => sinks.err.hasColours,
    })
    .showHelpAfterError('(--help says how it is used)')
    .exitOverride();
  addCheck(program, run);
  addFormat(program, run);
  addQuery(program, run);
  addStats(program, run);
  addReport(program, run);
  addGraph(program, run);
  addExport(program, run);
  addNew(program, run);
  addImport(program, run);
  addLsp(program);
  return program;
}
