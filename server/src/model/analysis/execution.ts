import { Big } from 'big.js';
import { ratio } from '../../values/multiple';
import { withBounds, type Range } from '../../values/range';
import type { Buckets } from '../deal';
import { commonCurrency } from './currency';

const HUNDRED = new Big(100);
const decimals = 6;

/**
 * How much of what is promised was handed over, in percent: executed ÷ promised, in the currency of most of it. Undefined
 * where nothing is promised, or nobody knows how much.
 */
export function executionOf({ promised, executed }: Buckets): Range | undefined {
  const currency = commonCurrency([promised]);
  const whole = promised.totals.find((total) => total.currency === currency);
  if (!whole || currency === undefined) return undefined;
  const done = executed.totals.find((total) => total.currency === currency);
  if (!done) return { min: new Big(0), max: new Big(0), approximate: false, undisclosed: false };
  const share = ratio(done, whole);
  // No more can have been handed over than was promised, however far apart the bounds lie.
  const percent = (value: Big | undefined) => {
    const scaled = value?.times(HUNDRED).round(decimals);
    return scaled?.gt(HUNDRED) ? HUNDRED : scaled;
  };
  return share && withBounds(share, percent(share.min), percent(share.max) ?? HUNDRED);
}
