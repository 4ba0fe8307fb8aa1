/** A day of the proleptic Gregorian calendar; `month` and `day` count from 1. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_BEFORE_MONTH: readonly number[] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
// From 0001-01-01 to 1970-01-01.
const DAYS_BEFORE_1970 = 719_162;
const MEAN_YEAR = 365.2425;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days the month has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeap(year)) return 29;
  return (DAYS_BEFORE_MONTH[month] ?? 0) - (DAYS_BEFORE_MONTH[month - 1] ?? 0);
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

/** Days from 1970-01-01 to this day. The month has to be 1 to 12. */
export function dayOf(year: number, month: number, day: number): number {
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  return daysBeforeYear(year) + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay + day - 1 - DAYS_BEFORE_1970;
}

/** The calendar day that lies this many days after 1970-01-01. */
export function fromDay(dayNumber: number): CivilDay {
  const days = dayNumber + DAYS_BEFORE_1970;
  // The mean year is off by less than two days at any date, hence the estimate by at most one year.
  let year = Math.floor(days / MEAN_YEAR) + 1;
  while (daysBeforeYear(year) > days) year--;
  while (daysBeforeYear(year + 1) <= days) year++;
  let left = days - daysBeforeYear(year);
  let month = 1;
  while (left >= daysInMonth(year, month)) left -= daysInMonth(year, month++);
  return { year, month, day: left + 1 };
}

/** The first day of the month `months` after the month that begins or contains this day. */
export function firstOfMonth(dayNumber: number, months: number): number {
  const { year, month } = fromDay(dayNumber);
  const count = year * 12 + month - 1 + months;
  const shifted = Math.floor(count / 12);
  return dayOf(shifted, count - shifted * 12 + 1, 1);
}

/** The coarsest unit of the calendar in whose whole units the span from `first` to `last` can be told; an infinite end fits any. */
export function alignment(first: number, last: number): 'year' | 'month' | 'day' {
  const from = startAlignment(first);
  const to = startAlignment(last + 1);
  if (from === 'day' || to === 'day') return 'day';
  return from === 'month' || to === 'month' ? 'month' : 'year';
}

function startAlignment(dayNumber: number): 'year' | 'month' | 'day' {
  if (!Number.isFinite(dayNumber)) return 'year';
  const { month, day } = fromDay(dayNumber);
  return day !== 1 ? 'day' : month !== 1 ? 'month' : 'year';
}
