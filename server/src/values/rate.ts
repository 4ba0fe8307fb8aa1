import type { Big } from 'big.js';
import { minorDigitsOf } from './currency';
import { inMonths, type Duration } from './duration';
import type { Amount, Money, Period } from './money';
import { withBounds } from './range';

const MONTHS: Readonly<Record<Period, number>> = { year: 12, quarter: 3, month: 1 };

/**
 * What recurring money comes to over a duration, rounded to the minor unit of its currency: `$6B/year` over `18mo`
 * is `$9B`. Money that does not recur is its own total.
 */
export function totalOver(money: Money, duration: Duration): Amount {
  const { currency, range, per } = money;
  if (per === undefined) return money;
  const { months, per: parts } = inMonths(duration);
  const period = parts.times(MONTHS[per]);
  const digits = minorDigitsOf(currency);
  const total = (amount: Big | undefined) => amount?.times(months).div(period).round(digits);
  return { currency, range: withBounds(range, total(range.min), total(range.max)) };
}
