import type { KnownRate, MoneySum } from '../values/sum';
import { convertSum } from '../values/sum';
import type { Corpus } from './corpus';
import { eachBucket, type Buckets } from './deal';
import type { Declaration } from './declaration';
import { moneyDateOf } from './lifecycle';

/** A rate that is older than this on the day that it is used for is told of as old. */
const daysOfYear = 366;

/**
 * The money of a deal in the project's base currency, at the rates of the deal's date, as far as these are known; the
 * same where the project has no base currency. All money of a deal is told at one rate, its instalments included, so that
 * its parts add up to the whole. Nothing is rounded.
 */
export function inBase(corpus: Corpus, deal: Declaration, sum: MoneySum): MoneySum {
  if (corpus.settings.baseCurrency === undefined || sum.totals.length === 0) return sum;
  return inBaseOn(corpus, () => rateDayOf(corpus, deal), sum);
}

/**
 * Money in the project's base currency at the rates of a day, as far as these are known; the same where the project has
 * no base currency.
 */
export function inBaseOn(corpus: Corpus, dayOf: () => number, sum: MoneySum): MoneySum {
  const { baseCurrency } = corpus.settings;
  if (baseCurrency === undefined) return sum;
  return convertSum(sum, baseCurrency, (currency) => rateFor(corpus, dayOf(), currency, baseCurrency));
}

/** The money of a deal by certainty in the project's base currency: see `inBase`. */
export function bucketsInBase(corpus: Corpus, deal: Declaration, buckets: Buckets): Buckets {
  return corpus.settings.baseCurrency === undefined
    ? buckets
    : eachBucket(buckets, (sum) => inBase(corpus, deal, sum));
}

function rateFor(corpus: Corpus, day: number, currency: string, base: string): KnownRate | undefined {
  const exchange = corpus.rates.on(currency, base, day);
  return exchange && { exchange, isOld: day - exchange.on.latest > daysOfYear };
}

/**
 * The day whose rates hold for a deal: the last one on which its money can lie, and none after the day as of which the
 * project is seen, since no later rate is known by then.
 */
export function rateDayOf({ asOf }: Corpus, deal: Declaration): number {
  return Math.min(moneyDateOf(deal, asOf)?.latest ?? asOf, asOf);
}
