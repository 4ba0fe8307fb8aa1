import { alignment, firstOfMonth, fromDay, dayOf } from './calendar';
import { dayAfter, type Duration } from './duration';

export { dayOf, fromDay, type CivilDay } from './calendar';
export { describeDate } from './date-prose';
export { formatDate, readDate } from './edtf';

/** How finely a date is known; `interval` where it was written with two ends. */
export type Precision = 'day' | 'month' | 'quarter' | 'season' | 'year' | 'decade' | 'century' | 'interval';

/**
 * A date as far as it is known: the days on which it can lie. Days are counted from 1970-01-01 in the proleptic
 * Gregorian calendar, `latest` inclusive; an open end is infinite.
 */
export interface DealDate {
  readonly earliest: number;
  readonly latest: number;
  readonly precision: Precision;
  /** `~`: about. */
  readonly approximate: boolean;
  /** `?`: the source itself is not sure. */
  readonly uncertain: boolean;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/**
 * Whether every reading of `a` lies before every reading of `b`. About and uncertain dates reach one unit of their
 * precision further to both sides. A season can lie anywhere in its year, since none is fixed to days and they
 * differ by hemisphere.
 */
export function certainlyBefore(a: DealDate, b: DealDate): boolean {
  return lastDay(a) < firstDay(b);
}

/** Whether the two, as written, have a day in common. */
export function overlaps(a: DealDate, b: DealDate): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

/** Whether all days of `date`, as written, lie in `interval`. */
export function contains(interval: DealDate, date: DealDate): boolean {
  return interval.earliest <= date.earliest && date.latest <= interval.latest;
}

/** Exactly that day. */
export function onDay(day: number): DealDate {
  return {
    earliest: day,
    latest: day,
    precision: 'day',
    approximate: false,
    uncertain: false,
    openStart: false,
    openEnd: false,
  };
}

/** How many days lie at least between the two, as written; nought where they may be the same day. */
export function daysApart(a: DealDate, b: DealDate): number {
  return Math.max(0, a.earliest - b.latest, b.earliest - a.latest);
}

/** The date that lies a duration after another one, known as well as that. */
export function dateAfter(date: DealDate, duration: Duration): DealDate {
  const { earliest, latest } = date;
  const first = Number.isFinite(earliest) ? dayAfter(earliest, duration) : earliest;
  // The end of a month leads to the end of a month.
  const last = Number.isFinite(latest) ? dayAfter(latest + 1, duration) - 1 : latest;
  if (earliest === latest) return { ...date, earliest: first, latest: first };
  const months = duration.years * 12 + duration.months;
  const isAligned = duration.weeks + duration.days === 0 && months % Math.max(1, monthsOfUnit(date)) === 0;
  return { ...date, earliest: first, latest: last, precision: isAligned ? date.precision : 'interval' };
}

/** Order for sorting: by the earliest day, then by the latest. */
export function compareDates(a: DealDate, b: DealDate): number {
  return compare(a.earliest, b.earliest) || compare(a.latest, b.latest);
}

// Two infinite ends are equal, which their difference would not show.
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function firstDay(date: DealDate): number {
  const { earliest } = date;
  if (earliest === -Infinity) return earliest;
  const first = date.precision === 'season' ? dayOf(fromDay(earliest).year, 1, 1) : earliest;
  if (!isVague(date)) return first;
  const months = monthsOfUnit(date);
  return months === 0 ? first - 1 : firstOfMonth(first, -months);
}

function lastDay(date: DealDate): number {
  const { earliest, latest } = date;
  if (latest === Infinity) return latest;
  // A winter leads out of its year and ends later than that.
  const last = date.precision === 'season' ? Math.max(latest, dayOf(fromDay(earliest).year, 12, 31)) : latest;
  if (!isVague(date)) return last;
  const months = monthsOfUnit(date);
  return months === 0 ? last + 1 : firstOfMonth(last + 1, months) - 1;
}

function isVague(date: DealDate): boolean {
  return date.approximate || date.uncertain;
}

/** How many months the unit of a date has; 0 for a day. */
function monthsOfUnit(date: DealDate): number {
  switch (date.precision) {
    case 'century':
      return 1200;
    case 'decade':
      return 120;
    case 'year':
      return 12;
    case 'quarter':
    case 'season':
      return 3;
    case 'month':
      return 1;
    case 'day':
      return 0;
    case 'interval':
      return { year: 12, month: 1, day: 0 }[alignment(date.earliest, date.latest)];
  }
}
