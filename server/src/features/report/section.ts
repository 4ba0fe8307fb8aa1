import type { Block } from './content';
import type { Subject } from './subject';

/**
 * A part of a report: no blocks where it has nothing to say. Yields how much work each step was, counted in deals, so
 * that others have their turn in between.
 */
export type Section = (subject: Subject) => Generator<number, readonly Block[]>;
