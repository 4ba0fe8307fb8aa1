import type { Command } from 'commander';

/** Adds `dealgraph lsp`, the language server for other editors. */
export function addLsp(program: Command): void {
  program
    .command('lsp')
    .summary('run the language server for other editors')
    .description(
      'Runs the language server over the standard input and output, for editors other than VS Code.',
    )
    .option('--stdio', 'as many editors add by themselves; it is always so')
    .allowUnknownOption()
    .action(async () => {
      // The library finds the way to talk among the arguments.
      if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
      await import('../../main.node');
      // It ends the process itself, when its client does.
      await new Promise(() => {});
    });
}
