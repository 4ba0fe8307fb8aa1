import { CommanderError } from 'commander';
import { addCompletions } from './completions';
import { tellFailure } from './failure';
import { programFor } from './program';
import { exitCodes, type ExitCode, type Surroundings } from './surroundings';

/**
 * Runs a command line.
 * @param words what stands behind `dealgraph`
 * @returns the exit code; never throws
 */
export async function runCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { err } = surroundings;
  let code: number = exitCodes.fine;
  const run = async (act: (surroundings: Surroundings) => Promise<ExitCode>) => {
    code = await act(surroundings);
  };
  const program = programFor(run, surroundings);
  addCompletions(program);
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.misused;
    return tellFailure(error, err);
  }
}
