import * as l10n from '@vscode/l10n';
import { Big } from 'big.js';
import { excerpt } from '../language/excerpt';
import { dayOf, daysInMonth, fromDay } from './calendar';
import { trailing } from './number';
import { misread, read, type Reading } from './result';
import { isDigit, isWord, Scanner } from './scanner';

/** A length of time in the parts in which it was written: `1y6mo` has one year and six months. */
export interface Duration {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
}

/** Days of a mean year of the Gregorian calendar: 97 leap years in 400. */
const DAYS_PER_YEAR = new Big('365.2425');

const MAX_DIGITS = 6;

type Part = keyof Duration;

const PARTS: readonly Part[] = ['years', 'months', 'weeks', 'days'];

const SUFFIX: Readonly<Record<Part, string>> = { years: 'y', months: 'mo', weeks: 'w', days: 'd' };

const PART_BY_WORD = new Map<string, Part>([
  ['y', 'years'],
  ['yr', 'years'],
  ['year', 'years'],
  ['years', 'years'],
  ['mo', 'months'],
  ['month', 'months'],
  ['months', 'months'],
  ['w', 'weeks'],
  ['wk', 'weeks'],
  ['week', 'weeks'],
  ['weeks', 'weeks'],
  ['d', 'days'],
  ['day', 'days'],
  ['days', 'days'],
]);

/** Reads `10y`, `18mo`, `6w`, `90d` or several of them from the longest to the shortest, as `1y6mo`. */
export function readDuration(text: string): Reading<Duration> {
  const scanner = new Scanner(text);
  const duration = { years: 0, months: 0, weeks: 0, days: 0 };
  let following = 0;
  do {
    const code = scanner.skipSpace();
    const start = scanner.pos;
    if (!isDigit(code)) {
      return following > 0 && !scanner.atEnd
        ? (trailing(scanner) ?? read(duration))
        : misread(
            l10n.t('A duration is expected, as in “10y”, “18mo”, “6w” or “90d”.'),
            start,
            Math.max(text.length, start),
          );
    }
    const digits = scanner.takeWhile(isDigit);
    if (digits.length > MAX_DIGITS) {
      return misread(l10n.t('The duration is too long: at most {0} digits.', MAX_DIGITS), start, scanner.pos);
    }
    if (scanner.code === POINT) {
      return misread(
        l10n.t('Durations take whole numbers: “1y6mo” is one and a half years.'),
        start,
        scanner.pos + 1,
      );
    }
    scanner.skipSpace();
    const wordStart = scanner.pos;
    const word = scanner.takeWhile(isWord);
    const part = word.length > LONGEST_WORD ? undefined : PART_BY_WORD.get(word.toLowerCase());
    if (part === undefined) {
      return word === ''
        ? misread(
            l10n.t('A duration needs a unit: “{0}y”, “{0}mo”, “{0}w” or “{0}d”.', digits),
            start,
            wordStart,
          )
        : misread(
            word === 'm'
              ? l10n.t('Months are written “mo”, as in “18mo”.')
              : l10n.t('“{0}” is no unit of time. Use y, mo, w or d, as in “18mo”.', excerpt(word)),
            wordStart,
            scanner.pos,
          );
    }
    const order = PARTS.indexOf(part);
    if (order < following) {
      return misread(
        l10n.t('Each unit of time stands once, the longest first, as in “1y6mo”.'),
        start,
        scanner.pos,
      );
    }
    following = order + 1;
    duration[part] = Number(digits);
    scanner.skipSpace();
  } while (!scanner.atEnd);
  return read(duration);
}

const POINT = 46;
const LONGEST_WORD = 6;

/** The canonical text: `1y6mo`. Reading it gives an equal duration. */
export function formatDuration(duration: Duration): string {
  const text = PARTS.filter((part) => duration[part] !== 0)
    .map((part) => duration[part] + SUFFIX[part])
    .join('');
  return text === '' ? '0d' : text;
}

/**
 * The duration in months of the calendar, weeks and days counted by the mean Gregorian year: `months` divided by `per`,
 * which nobody has rounded yet.
 */
export function inMonths(duration: Duration): { readonly months: Big; readonly per: Big } {
  const months = new Big(duration.years * 12 + duration.months);
  const days = duration.weeks * 7 + duration.days;
  if (days === 0) return { months, per: new Big(1) };
  return { months: months.times(DAYS_PER_YEAR).plus(days * 12), per: DAYS_PER_YEAR };
}

/**
 * The day that lies a duration after another one. Years and months are those of the calendar: a month after 31 January
 * is the last day of February.
 */
export function dayAfter(day: number, { years, months, weeks, days }: Duration): number {
  const from = fromDay(day);
  const count = (from.year + years) * 12 + from.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return dayOf(year, month, Math.min(from.day, daysInMonth(year, month))) + weeks * 7 + days;
}
