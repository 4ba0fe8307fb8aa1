/// <reference lib="dom" />
// How evenly a page draws while something is done to it, seen from within.
import { summary } from '../results.mjs';

/**
 * @typedef {object} Frames
 * @property {number} count
 * @property {number} median milliseconds from one frame to the next
 * @property {number} p95
 * @property {number} late  share of frames that came later than a screen of 60 Hz wants them
 * @property {number} lost  share of frames that came after more than one of these was missed
 */

/** Put into a page: watches its frames from `start` to `stop`. */
export function startFrames() {
  /** @type {number[]} */
  let frames = [];
  let running = false;
  const step = (/** @type {number} */ at) => {
    if (!running) return;
    requestAnimationFrame(step);
    frames.push(at);
  };
  Object.assign(window, {
    watchedFrames: {
      start() {
        frames = [];
        running = true;
        requestAnimationFrame(step);
      },
      stop() {
        running = false;
        return frames;
      },
    },
  });
}

/** A frame of a screen of 60 Hz, and how exactly it is told. */
const frame = 1000 / 60;
const slack = 4;

/**
 * Watches the frames of a page while something is done to it.
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<void>} act
 * @returns {Promise<Frames>}
 */
export async function framesOf(page, act) {
  await page.evaluate(() => Reflect.get(window, 'watchedFrames').start());
  await act();
  /** @type {number[]} */
  const frames = await page.evaluate(() => Reflect.get(window, 'watchedFrames').stop());
  const gaps = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
  const { median, p95 } = summary(gaps);
  const share = (/** @type {number} */ limit) => gaps.filter((gap) => gap > limit).length / gaps.length;
  return { count: gaps.length, median, p95, late: share(frame + slack), lost: share(2 * frame + slack) };
}
