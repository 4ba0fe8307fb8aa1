// Everything that can be measured.
import { completion } from './completion.mjs';
import { day } from './day.mjs';
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

/**
 * How the measurement goes, and in which project: one with a single mistake, in the file that is typed in, or one with
 * a mistake in every file with deals, so that a server shows that it has read all of them. A mistake can cost a server
 * on every keystroke anywhere, so that there are no more than are needed.
 * @typedef {{run: Measurement, mistakes: 'one' | 'everywhere'}} Described
 */

/** @satisfies {Record<string, Described>} */
const all = {
  keystroke: { run: keystroke, mistakes: 'one' },
  declaration: { run: declaration, mistakes: 'one' },
  completion: { run: completion, mistakes: 'one' },
  'cold-open': { run: coldOpen, mistakes: 'everywhere' },
  'warm-open': { run: warmOpen, mistakes: 'everywhere' },
  name: { run: name, mistakes: 'one' },
  file: { run: file, mistakes: 'one' },
  day: { run: day, mistakes: 'one' },
};
/** @type {Record<keyof typeof all, Described>} */
export const measurements = all;
