import type { Big } from 'big.js';
import type { Amount } from '../../values/money';
import { inBase } from '../conversion';
import type { Corpus } from '../corpus';
import type { Declaration } from '../declaration';
import { wholeOf } from '../deal';
import { commonCurrency } from './currency';
import { isBinding } from './standing';

/** What it takes to be in. */
export interface Barrier {
  /** Half of the commitments are at most this much, half at least. */
  readonly median: Amount;
  /** Of how many. */
  readonly count: number;
}

/** Fewer say nothing of what is usual. */
const fewest = 3;

/**
 * The median commitment of some deals as of the corpus' day: of what is promised or done, in the currency of most of it, deals
 * without a known amount left out. With bounds it lies between the median of the least and that of the most.
 *
 * @returns undefined for fewer than three
 */
export function barrierOf(corpus: Corpus, deals: readonly Declaration[]): Barrier | undefined {
  const sums = deals
    .filter((deal) => isBinding(deal, corpus.asOf))
    .map((deal) => inBase(corpus, deal, wholeOf(deal)));
  const currency = commonCurrency(sums);
  const ranges = sums.flatMap(({ totals }) =>
    totals.flatMap((total) => (total.currency === currency && !total.range.undisclosed ? [total.range] : [])),
  );
  if (currency === undefined || ranges.length < fewest) return undefined;
  const range = {
    min: medianOf(ranges.map(({ min }) => min)),
    max: medianOf(ranges.map(({ max }) => max)),
    approximate: ranges.some(({ approximate }) => approximate),
    undisclosed: false,
  };
  return { median: { currency, range }, count: ranges.length };
}

/** The one in the middle, or the mean of the two there; undefined stands for without limit. */
function medianOf(values: readonly (Big | undefined)[]): Big | undefined {
  const sorted = values.toSorted((a, b) => (a && b ? a.cmp(b) : a ? -1 : b ? 1 : 0));
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper && lower && upper.plus(lower).div(2);
}
