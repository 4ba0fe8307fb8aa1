import { contributionsTo } from '../../model/contribution';
import type { Corpus } from '../../model/corpus';
import { wholeOf } from '../../model/deal';
import type { Declaration } from '../../model/declaration';
import type { Amount } from '../../picture/amount';
import { compareCurrencies } from '../../values/currency';
import { isExact, type Range } from '../../values/range';
import { rangeIn, type MoneySum } from '../../values/sum';

/**
 * The currency in which the money of some deals is drawn: the project's base currency, else the one that most of them
 * use; null where they have no money. Yields for each deal.
 */
export function* currencyOf(
  { settings: { baseCurrency } }: Corpus,
  deals: Iterable<Declaration>,
): Generator<number, string | null> {
  const uses = new Map<string, number>();
  for (const deal of deals) {
    yield 1;
    for (const { currency } of totalsOf(deal)) {
      if (baseCurrency !== undefined) return baseCurrency;
      uses.set(currency, (uses.get(currency) ?? 0) + 1);
    }
  }
  return mostUsed(uses);
}

/** The money of a deal, or what is said of its parts where nothing is said of the whole. */
function totalsOf(deal: Declaration): MoneySum['totals'] {
  const { totals } = wholeOf(deal);
  return totals.length > 0 ? totals : contributionsTo(deal, Infinity).flatMap(({ money }) => money.totals);
}

/** The currency that is used most often; null where none is. */
export function mostUsed(uses: ReadonlyMap<string, number>): string | null {
  const [first] = [...uses].sort(([a, m], [b, n]) => n - m || compareCurrencies(a, b));
  return first?.[0] ?? null;
}

/** What a sum weighs in a drawing, as one number in one currency; null where nobody knows. */
export function weightOf(sum: MoneySum, currency: string | null): number | null {
  const range = currency === null ? undefined : rangeIn(sum, currency);
  return range ? middleOf(range) : null;
}

/** What is known of a sum in one currency, for a drawing; null where nobody knows. */
export function amountOf(sum: MoneySum, currency: string | null): Amount | null {
  const range = currency === null ? undefined : rangeIn(sum, currency);
  const middle = range && middleOf(range);
  if (!range || middle === null || middle === undefined) return null;
  if (isExact(range)) return middle;
  const { min, max, approximate } = range;
  return { min: min?.toNumber() ?? null, max: max?.toNumber() ?? null, approximate };
}

/** The number that a range is drawn by: the middle of its bounds, else the only one; null where neither says anything. */
export function middleOf({ min, max, undisclosed }: Range): number | null {
  // At least nothing is not known to be anything.
  if (undisclosed || (!max && min?.lte(0))) return null;
  const middle = min && max ? (min.eq(max) ? min : min.plus(max).div(2)) : (min ?? max);
  const number = middle?.toNumber();
  return number !== undefined && Number.isFinite(number) ? number : null;
}
