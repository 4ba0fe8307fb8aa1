import { compareCurrencies } from '../../values/currency';
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
