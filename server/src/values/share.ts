import { Big } from 'big.js';
import type { Range } from './range';

const NOUGHT = new Big(0);
const HUNDRED = new Big(100);
const decimals = 6;

/**
 * How much of a whole one part is, in percent, given the part and the rest: from the least of the one beside the most
 * of the other to the reverse. All readings lie within. Rounded to six decimals.
 *
 * @returns undefined where the part and the rest can both be nothing
 */
export function percentOf(part: Range, rest: Range): Range | undefined {
  const min = share(part.min ?? NOUGHT, rest.max);
  const max = part.max === undefined ? HUNDRED : share(part.max, rest.min ?? NOUGHT);
  if (min === undefined || max === undefined) return undefined;
  return { min, max, approximate: part.approximate || rest.approximate, undisclosed: false };
}

/** @param rest undefined where it has no limit */
function share(part: Big, rest: Big | undefined): Big | undefined {
  if (rest === undefined) return NOUGHT;
  const whole = part.plus(rest);
  return whole.lte(NOUGHT) ? undefined : part.times(HUNDRED).div(whole).round(decimals);
}
