import { Big } from 'big.js';
import { magnitudeOf } from '../language/figure-words';
import { APPROXIMATE_TOLERANCE, withBounds, type Range } from './range';

const NOUGHT = new Big(0);
const TEN = new Big(10);

/**
 * What a figure covers as it is written: `$18.5B` stands for whatever is rounded to it, from $18.45B to $18.55B. Zeros
 * before the point count as written: `$60B` is no rounder than to the billion. What is not negative stays so.
 *
 * @param text the figure's own text; of a range the coarser end counts for both
 */
export function asWritten(range: Range, text: string): Range {
  const half = unitOf(text).div(2);
  const { min, max } = range;
  const lower = min?.minus(half);
  return withBounds(range, lower?.lt(NOUGHT) && min?.gte(NOUGHT) ? NOUGHT : lower, max?.plus(half));
}

/**
 * What a figure covers where it is held against the sum of others: whatever is rounded to it, but no more than “about”
 * covers. `$2B` then stands for $1.8B to $2.2B: what is rounded further is not told by its first digit alone.
 *
 * @param text as for `asWritten`
 */
export function asReported(range: Range, text: string): Range {
  return roundedBy(range, text, APPROXIMATE_TOLERANCE);
}

const ONE_PERCENT = new Big('0.01');

/**
 * What a figure covers that is one part of a sum: whatever is rounded to it, but no more than one percent.
 *
 * @param text as for `asWritten`
 */
export function withinOnePercent(range: Range, text: string): Range {
  return roundedBy(range, text, ONE_PERCENT);
}

/** As far as a figure is rounded, but no further than a part of itself. */
function roundedBy(range: Range, text: string, part: Big): Range {
  const { min, max } = asWritten(range, text);
  const within = (bound: Big | undefined, own: Big | undefined) => {
    const most = own?.abs().times(part);
    if (!bound || !own || !most) return bound;
    return bound.lt(own.minus(most)) ? own.minus(most) : bound.gt(own.plus(most)) ? own.plus(most) : bound;
  };
  return withBounds(range, within(min, range.min), within(max, range.max));
}

/** The place value of the last digit written: a hundred million for `$18.5B`. */
function unitOf(text: string): Big {
  let unit: Big | undefined;
  // An end without a suffix shares that of the end behind it: `$100..500B`.
  let magnitude = 0;
  for (const [, , decimals = '', word = ''] of [
    ...text.matchAll(/(\d[\d,]*)(?:\.(\d+))?\s*([A-Za-z]*)/g),
  ].reverse()) {
    magnitude = magnitudeOf(word) ?? magnitude;
    const own = TEN.pow(magnitude - decimals.length);
    if (!unit || own.gt(unit)) unit = own;
  }
  return unit ?? NOUGHT;
}
