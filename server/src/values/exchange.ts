import { compareDates, type DealDate } from './date';
import { add, spanning, type Range } from './range';

/** A published rate: how much of the second currency a unit of the first one bought. */
export interface RateStep {
  readonly from: string;
  readonly to: string;
  readonly rate: Range;
  readonly on: DealDate;
}

/** How much of one currency a unit of another one buys. */
export interface ExchangeRate {
  readonly from: string;
  readonly to: string;
  readonly rate: Range;
  /** The date of the older one where it is made of two. */
  readonly on: DealDate;
  /** One published rate, or two through a third currency. Those published for the other direction divide. */
  readonly steps: readonly RateStep[];
}

/** Money of one currency that was converted on its way into a sum, and by which rates. */
export interface Conversion {
  readonly from: string;
  readonly to: string;
  /** What it came to in its own currency. */
  readonly range: Range;
  /** The rate, where it was one and the same for all of it. */
  readonly only: ExchangeRate | undefined;
  /** From the lowest rate to the highest. */
  readonly rate: Range;
  /** The dates of the first rate and of the last one. */
  readonly first: DealDate;
  readonly last: DealDate;
  /** Whether a rate was older than a year on the day that it was used for. */
  readonly isOld: boolean;
}

/** A conversion at one rate. */
export function conversionAt(exchange: ExchangeRate, range: Range, isOld: boolean): Conversion {
  const { from, to, rate, on } = exchange;
  return { from, to, range, only: exchange, rate, first: on, last: on, isOld };
}

/** Two conversions between the same currencies as one. */
export function together(a: Conversion, b: Conversion): Conversion {
  const range = add(a.range, b.range);
  const isOld = a.isOld || b.isOld;
  if (a.only && a.only === b.only) return { ...a, range, isOld };
  return {
    from: a.from,
    to: a.to,
    range,
    only: undefined,
    rate: spanning(a.rate, b.rate),
    first: compareDates(a.first, b.first) <= 0 ? a.first : b.first,
    last: compareDates(a.last, b.last) >= 0 ? a.last : b.last,
    isOld,
  };
}
