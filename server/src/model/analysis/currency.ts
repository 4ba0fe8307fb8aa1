import { Big } from 'big.js';
import { compareCurrencies } from '../../values/currency';
import { add, exact, UNDISCLOSED, type Range } from '../../values/range';
import type { MoneySum } from '../../values/sum';

/** The currency that most sums are in, the more used one of several; undefined where none states any. */
export function commonCurrency(sums: readonly MoneySum[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { totals } of sums) {
    for (const { currency } of totals) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || compareCurrencies(a, b));
  return first?.[0];
}

/**
 * What a sum is in one currency, open above where a part of it is undisclosed, or is in another currency: nobody knows
 * how much that is.
 */
export function openRangeIn({ totals, undisclosed }: MoneySum, currency: string): Range {
  const known = totals.find((total) => total.currency === currency)?.range ?? nothing;
  return undisclosed > 0 || totals.some((total) => total.currency !== currency)
    ? add(known, UNDISCLOSED)
    : known;
}

const nothing = exact(new Big(0));
