import type { Corpus } from './corpus';
import { dateOf, factsOf, moneyOf, type Declaration } from './declaration';
import { moneyDateOf, statusHistory } from './lifecycle';

/** Days on which something stays the same: from one day on until before another. */
export interface DaySpan {
  readonly from: number;
  readonly until: number;
}

/** The days around that of the corpus on which a deal stands, is dated and counts in sums as it does on that one. */
export function steadySpanOf(corpus: Corpus, deal: Declaration): DaySpan {
  const { asOf } = corpus;
  const latest = isConverted(corpus, deal) ? (moneyDateOf(deal, asOf)?.latest ?? Infinity) : -Infinity;
  // Until its own date has passed, it is told at the rate of the day as of which it is seen.
  if (latest >= asOf) return { from: asOf, until: asOf + 1 };
  let from = latest;
  let until = Infinity;
  for (const day of turnsOf(deal)) {
    if (day <= asOf) from = Math.max(from, day);
    else until = Math.min(until, day);
  }
  return { from, until };
}

/** The days from which on something of a deal is otherwise. */
export function turnsOf(deal: Declaration): number[] {
  const days: number[] = [];
  for (const { on } of statusHistory(deal)) if (on) days.push(on.earliest);
  const own = dateOf(deal, 'on');
  if (own) days.push(own.earliest);
  for (const name of moneyLines) {
    for (const line of factsOf(deal, name)) {
      const on = line.on ?? line.from;
      if (on) days.push(on.earliest);
    }
  }
  return days;
}

const moneyLines = ['amount', 'budget', 'tranche', 'paid'] as const;

/** Whether a deal has money of another currency than the base currency. */
function isConverted({ settings: { baseCurrency } }: Corpus, deal: Declaration): boolean {
  if (baseCurrency === undefined) return false;
  return moneyLines.some((name) =>
    factsOf(deal, name).some((line) => {
      const currency = moneyOf(line)?.currency;
      return currency !== undefined && currency !== '' && currency !== baseCurrency;
    }),
  );
}
