import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { fileTemplate } from '../../features/file-template';
import { withoutPlaces } from '../../features/snippet-text';
import { exitCodes, Misuse, type ExitCode, type Surroundings } from '../surroundings';
import { deliver } from '../write-file';
import type { Runner } from './shared';

/** Adds `dealgraph new`. */
export function addNew(program: Command, run: Runner): void {
  program
    .command('new')
    .summary('write a first deal file')
    .description(
      'Writes a file with two parties, a source and a deal, to be changed into what you have read.',
    )
    .argument('[file]', 'the file, which must not be there yet; - for the standard output', 'deals.deal')
    .action((file: string) => run((surroundings) => create(file, surroundings)));
}

async function create(file: string, surroundings: Surroundings): Promise<ExitCode> {
  const { folder, today, err } = surroundings;
  const path = file === '-' || file.endsWith('.deal') ? file : `${file}.deal`;
  if (path !== '-' && existsSync(resolve(folder, path))) throw new Misuse(`${path} is there already.`);
  deliver(`${withoutPlaces(fileTemplate(today)).replaceAll('\t', '  ')}\n`, path, surroundings);
  if (path !== '-') err.write(`Wrote ${path}. “dealgraph check ${path}” says what it still lacks.\n`);
  return exitCodes.fine;
}
