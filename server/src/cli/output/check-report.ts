import type { CheckedFile } from '../problem';
import type { Sink, Surroundings } from '../surroundings';

/** What a run of the checks has found. */
export interface CheckReport {
  readonly files: readonly CheckedFile[];
  /** The days as of which the projects were seen, as they are written. */
  readonly asOf: readonly string[];
  readonly surroundings: Surroundings;
  /** What is written to: colours follow it. */
  readonly sink: Sink;
}

/** Writes a report for whoever reads it. */
export type CheckWriter = (report: CheckReport) => string;
