// Everything that can be measured.
import { completion } from './completion.mjs';
import { declaration } from './declaration.mjs';
import { file } from './file.mjs';
import { keystroke } from './keystroke.mjs';
import { name } from './name.mjs';
import { coldOpen, warmOpen } from './open.mjs';

/**
 * @typedef {Record<string, number[] | 'none'>} Samples by figure: milliseconds, or megabytes of memory; `none` where
 *   the server has no such answer
 * @typedef {(start: () => import('../session.mjs').Session) => Promise<Samples>} Measurement
 */

/** @satisfies {Record<string, Measurement>} */
const all = {
  keystroke,
  declaration,
  completion,
  'cold-open': coldOpen,
  'warm-open': warmOpen,
  name,
  file,
};
/** @type {Record<keyof typeof all, Measurement>} */
export const measurements = all;
