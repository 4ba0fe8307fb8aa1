import type { DealDate } from '../values/date';
import { fromDay } from '../values/date';
import { certainlyGreater, haveSameBounds } from '../values/range';
import {
  addSums,
  emptySum,
  isEmpty,
  rangeIn,
  subtractSums,
  unknownShare,
  type MoneyForm,
  type MoneySum,
} from '../values/sum';
import {
  addBuckets,
  bucketsOf,
  emptyBuckets,
  formsOf,
  hasMoney,
  sumOf,
  tranchesBy,
  wholeOf,
  type Buckets,
} from './deal';
import { factsOf, type Declaration, type Fact } from './declaration';
import { moneyDateOf, spanOf, standingOf } from './lifecycle';
import { dayOfLine, isOf, reportedOnce } from './money-line';

/** A year of money; undefined for money without a date, or with one that does not lie within one year. */
export type MoneyYear = number | undefined;

/** The money of a deal in one year. */
export interface YearPart {
  readonly year: MoneyYear;
  readonly buckets: Buckets;
}

/** The year in which a date lies. */
export function yearOf(date: DealDate | undefined): MoneyYear {
  if (!date || !Number.isFinite(date.earliest) || !Number.isFinite(date.latest)) return undefined;
  const { year } = fromDay(date.earliest);
  return fromDay(date.latest).year === year ? year : undefined;
}

/**
 * The money of a deal on a day, year by year, in the currencies in which it is written; together the years come to what
 * the deal does. Tranches and payments count in the years of their dates, all else in that of the deal's. Where tranches
 * contradict the amount, all of it counts in the year of the deal.
 */
export function partsByYear(deal: Declaration, day: number): YearPart[] {
  const buckets = bucketsOf(deal, day);
  if (!hasMoney(buckets)) return [];
  const year = yearOf(moneyDateOf(deal, day));
  const { commitment } = standingOf(deal, day);
  const payments = factsOf(deal, 'paid');
  const paid = payments.filter((payment) => isOf(payment, day));
  const tranches = factsOf(deal, 'tranche');
  const executedBy = payments.length > 0 ? paid : tranchesBy(deal, day).made;
  // What is told by payments alone lies where they do.
  const isPaid = commitment === 'talk' || isEmpty(wholeOf(deal));
  const promisedBy = commitment === 'over' ? executedBy : isPaid ? paid : tranches;
  const rumoredBy = paid.length > 0 ? [] : tranches;
  const forms = formsOf(deal);
  const parts: YearPart[] = [
    ...split(buckets.promised, promisedBy, year, forms, 'promised'),
    ...split(buckets.executed, executedBy, year, forms, 'executed'),
    ...split(buckets.rumored, rumoredBy, year, forms, 'rumored'),
  ];
  const byYear = new Map<MoneyYear, Buckets>();
  for (const part of parts) {
    byYear.set(part.year, addBuckets(byYear.get(part.year) ?? emptyBuckets, part.buckets));
  }
  return [...byYear]
    .map(([each, sum]) => ({ year: each, buckets: sum }))
    .sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity));
}

/** A sum by the years of the lines that it is made of; what these leave lies in the year of the deal. */
function split(
  sum: MoneySum,
  lines: readonly Fact[],
  yearOfDeal: MoneyYear,
  forms: readonly MoneyForm[],
  certainty: keyof Buckets,
): YearPart[] {
  if (isEmpty(sum)) return [];
  const part = (year: MoneyYear, own: MoneySum): YearPart => ({
    year,
    buckets: { ...emptyBuckets, [certainty]: own },
  });
  const whole = [part(yearOfDeal, sum)];
  const byYear = new Map<MoneyYear, Fact[]>();
  for (const line of reportedOnce(lines, dayOfLine)) {
    const span = spanOf(line);
    const year = span ? yearOf(span) : yearOfDeal;
    const own = byYear.get(year);
    if (own) own.push(line);
    else byYear.set(year, [line]);
  }
  if (byYear.size === 0) return whole;
  const years = [...byYear].map(([year, own]) => [year, sumOf(own, forms)] as const);
  const told = years.reduce((all, [, own]) => addSums(all, own), emptySum);
  if (haveSameTotals(sum, told)) {
    const undisclosed = sum.undisclosed - told.undisclosed;
    const rest = undisclosed > 0 ? [part(yearOfDeal, { ...emptySum, undisclosed })] : [];
    return [...years.map(([year, own]) => part(year, own)), ...rest];
  }
  if (told.totals.some(({ currency, range }) => contradicts(sum, currency, range))) return whole;
  const rest = subtractSums(sum, { ...told, undisclosed: 0 });
  if (told.undisclosed === 0) {
    const parts = years.map(([year, own]) => part(year, own));
    return isEmpty(rest) ? parts : [...parts, part(yearOfDeal, rest)];
  }
  // What is left is somewhere in the undisclosed ones, or in none of them.
  const share = unknownShare(rest);
  const known = (own: MoneySum) => (own.undisclosed > 0 ? addSums({ ...own, undisclosed: 0 }, share) : own);
  return [...years.map(([year, own]) => part(year, known(own))), part(yearOfDeal, share)];
}

function contradicts(
  sum: MoneySum,
  currency: string,
  range: Parameters<typeof certainlyGreater>[0],
): boolean {
  const whole = rangeIn(sum, currency);
  return !whole || certainlyGreater(range, whole);
}

function haveSameTotals(a: MoneySum, b: MoneySum): boolean {
  return (
    a.totals.length === b.totals.length &&
    a.undisclosed >= b.undisclosed &&
    a.totals.every(({ currency, range }) => {
      const other = rangeIn(b, currency);
      return other !== undefined && haveSameBounds(range, other);
    })
  );
}
