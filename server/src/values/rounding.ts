import { Big } from 'big.js';
import { magnitudeOf } from '../language/figure-words';
import { withBounds, type Range } from './range';

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
