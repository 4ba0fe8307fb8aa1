import { printable } from './printable';
import { exitCodes, Misuse, type ExitCode, type Sink } from './surroundings';

/** Tells what went wrong: what the caller has to put right, or a defect. @returns the exit code for it */
export function tellFailure(error: unknown, err: Sink): ExitCode {
  if (error instanceof Misuse) {
    err.write(`${printable(error.message)}\n`);
    return exitCodes.misused;
  }
  err.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  err.write('This is a defect of Dealgraph.\n');
  return exitCodes.defect;
}
