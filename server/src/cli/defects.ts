import type { Opened } from './opened';
import { exitCodes, type ExitCode, type Surroundings } from './surroundings';

/** Says what went wrong in Dealgraph itself while it looked at projects, and how a command ends that did all else. */
export function endAfter({ defects }: Opened, { err }: Surroundings): ExitCode {
  if (defects.length === 0) return exitCodes.fine;
  err.write(`${defects.join('\n')}\nThis is a defect of Dealgraph. What else was found stands above.\n`);
  return exitCodes.defect;
}
