import * as l10n from '@vscode/l10n';
import { compareCurrencies } from './currency';
import { describeMoney, type Amount } from './money';
import { add, subtract, type Range } from './range';

/** What was added up in one currency. */
export interface CurrencyTotal {
  readonly currency: string;
  readonly range: Range;
}

/** Totals side by side, one per currency: no exchange rate is assumed. Immutable. */
export interface MoneySum {
  /** At most one per currency, the most used currencies first. */
  readonly totals: readonly CurrencyTotal[];
  /** How many parts are undisclosed even in their currency. */
  readonly undisclosed: number;
}

/** The sum of nothing. */
export const emptySum: MoneySum = { totals: [], undisclosed: 0 };

/** The sum with `money` added to the total of its currency. Turn recurring money into a total first: `totalOver`. */
export function addMoney(sum: MoneySum, money: Amount): MoneySum {
  return money.currency === ''
    ? { totals: sum.totals, undisclosed: sum.undisclosed + 1 }
    : { totals: addTotal(sum.totals, money), undisclosed: sum.undisclosed };
}

/** Both sums together. */
export function addSums(a: MoneySum, b: MoneySum): MoneySum {
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  return {
    totals: b.totals.reduce(addTotal, a.totals),
    undisclosed: a.undisclosed + b.undisclosed,
  };
}

/** What is left of a sum without another one, currency by currency; what is left of nothing is not in it. */
export function subtractSums(a: MoneySum, b: MoneySum): MoneySum {
  const totals = a.totals.map((total) => {
    const taken = b.totals.find(({ currency }) => currency === total.currency);
    return taken ? { currency: total.currency, range: subtract(total.range, taken.range) } : total;
  });
  return {
    totals: totals.filter(({ range }) => range.max === undefined || range.max.gt(0)),
    undisclosed: a.undisclosed,
  };
}

function addTotal(totals: readonly CurrencyTotal[], part: CurrencyTotal): readonly CurrencyTotal[] {
  const { currency, range } = part;
  const [first] = totals;
  if (!first) return [{ currency, range }];
  if (first.currency === currency && totals.length === 1) {
    return [{ currency, range: add(first.range, range) }];
  }
  const at = totals.findIndex((total) => compareCurrencies(total.currency, currency) >= 0);
  const present = totals[at];
  if (present?.currency === currency) {
    return totals.with(at, { currency, range: add(present.range, range) });
  }
  return totals.toSpliced(at === -1 ? totals.length : at, 0, { currency, range });
}

/** Whether nothing was added yet. */
export function isEmpty(sum: MoneySum): boolean {
  return sum.totals.length === 0 && sum.undisclosed === 0;
}

/** The sum for a sentence, localized: `$11B + €2B + undisclosed`; `nothing` for the sum of nothing. */
export function describeSum(sum: MoneySum): string {
  const parts = sum.totals.map((total) => describeMoney(total));
  if (sum.undisclosed === 1) parts.push(l10n.t('undisclosed'));
  else if (sum.undisclosed > 1) parts.push(l10n.t('{0} undisclosed', sum.undisclosed));
  return parts.length === 0 ? l10n.t('nothing') : parts.join(' + ');
}
