import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { alignment, daysInMonth, dayOf, fromDay } from './calendar';
import type { DealDate, Precision } from './date';
import { monthAndYear } from './date-prose';
import { interning } from './interning';
import { misread, read, type Misreading, type Reading } from './result';
import { isDigit, isSpace } from './scanner';

const MIN_YEAR = 1000;
const MAX_YEAR = 2999;

// EDTF writes a season in place of the month, from 21 (spring) to 24 (winter). As days they are the meteorological
// seasons of the north; winter is named after the year in which it begins.
const FIRST_SEASON = 21;
const LAST_SEASON = 24;
const FIRST_SPRING_MONTH = 3;

/**
 * Reads a date of EDTF level 1 (loc.gov/standards/datetime): `2025`, `2025-01`, `2025-01-21`, `201X`, `20XX`,
 * `2025-XX`, seasons `2025-21` to `2025-24`, `2019~`, `2019?`, `2019%`, intervals `2019/2024` and `2019/..`;
 * and our own short forms `2025-Q1`, `~2019`, `2019..2024`, `2019..`, `..2024`. Years run from 1000 to 2999.
 */
export const readDate: (text: string) => Reading<DealDate> = interning(readOnce);

function readOnce(text: string): Reading<DealDate> {
  const slash = text.indexOf('/');
  const dots = slash === -1 ? text.indexOf('..') : -1;
  if (slash === -1 && dots === -1) {
    const date = scanDate(text, 0, text.length);
    return 'ok' in date ? date : read(date);
  }
  return slash === -1 ? readInterval(text, dots, dots + 2) : readInterval(text, slash, slash + 1);
}

function readInterval(text: string, startEnd: number, endStart: number): Reading<DealDate> {
  const start = isOpen(text, 0, startEnd) ? undefined : scanDate(text, 0, startEnd);
  if (start !== undefined && 'ok' in start) return start;
  const end = isOpen(text, endStart, text.length) ? undefined : scanDate(text, endStart, text.length);
  if (end !== undefined && 'ok' in end) return end;
  if (start === undefined && end === undefined) {
    return misread(
      l10n.t('A period needs a start or an end, as in “2019..” or “2019..2024”.'),
      0,
      text.length,
    );
  }
  if (start !== undefined && end !== undefined && end.latest < start.earliest) {
    return misread(
      l10n.t('The period ends before it starts: write the earlier date first, as in “2019..2024”.'),
      0,
      text.length,
    );
  }
  return read({
    earliest: start?.earliest ?? -Infinity,
    latest: end?.latest ?? Infinity,
    precision: 'interval',
    approximate: start?.approximate === true || end?.approximate === true,
    uncertain: start?.uncertain === true || end?.uncertain === true,
    openStart: start === undefined,
    openEnd: end === undefined,
  });
}

/** Whether nothing, or the `..` of EDTF, stands for this end of an interval. */
function isOpen(text: string, from: number, to: number): boolean {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === end || (end - start === 2 && text.startsWith('..', start));
}

function scanDate(text: string, from: number, to: number): DealDate | Misreading {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  const outerStart = start;
  const outerEnd = end;
  let approximate = false;
  let uncertain = false;
  if (text.charCodeAt(start) === TILDE) {
    approximate = true;
    start++;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
  }
  const mark = end > start ? text.charCodeAt(end - 1) : 0;
  if (mark === TILDE || mark === QUESTION || mark === PERCENT) {
    approximate ||= mark !== QUESTION;
    uncertain = mark !== TILDE;
    end--;
  }
  const days = scanDays(text, start, end);
  if (days === undefined) return noDate(text.slice(start, end), outerStart, outerEnd);
  if ('ok' in days) return days;
  const { earliest, latest, precision } = days;
  return { earliest, latest, precision, approximate, uncertain, openStart: false, openEnd: false };
}

const TILDE = 126;
const QUESTION = 63;
const PERCENT = 37;
const HYPHEN = 45;
const LOWER_Q = 113;
const LOWER_X = 120;

interface Days {
  readonly earliest: number;
  readonly latest: number;
  readonly precision: Precision;
}

/** The days of a date without its marks; undefined where the text has no form of a date. */
function scanDays(text: string, start: number, end: number): Days | Misreading | undefined {
  const length = end - start;
  if (length !== 4 && length !== 6 && length !== 7 && length !== 10) return undefined;
  const masked = (isMask(text, start + 3) ? 1 : 0) + (isMask(text, start + 2) ? 1 : 0);
  if (masked > 0) {
    if (length !== 4 || !isMask(text, start + 3)) return undefined;
    return scanYears(text, start, masked);
  }
  const year = digits(text, start, 4);
  if (year === undefined) return undefined;
  if (year < MIN_YEAR || year > MAX_YEAR) return yearOutside(start);
  if (length === 4) {
    return { earliest: dayOf(year, 1, 1), latest: dayOf(year, 12, 31), precision: 'year' };
  }
  const hyphen = text.charCodeAt(start + 4) === HYPHEN;
  if (length === (hyphen ? 7 : 6)) {
    const quarter = hyphen ? start + 5 : start + 4;
    if ((text.charCodeAt(quarter) | 32) === LOWER_Q) return scanQuarter(text, year, quarter);
  }
  if (!hyphen || length === 6) return undefined;
  return scanMonth(text, year, start, length);
}

function scanYears(text: string, start: number, masked: number): Days | Misreading | undefined {
  const known = digits(text, start, 4 - masked);
  if (known === undefined) return undefined;
  const span = masked === 1 ? 10 : 100;
  const year = known * span;
  if (year < MIN_YEAR || year > MAX_YEAR) return yearOutside(start);
  return {
    earliest: dayOf(year, 1, 1),
    latest: dayOf(year + span - 1, 12, 31),
    precision: masked === 1 ? 'decade' : 'century',
  };
}

function scanQuarter(text: string, year: number, at: number): Days | Misreading {
  const quarter = digits(text, at + 1, 1);
  if (quarter === undefined || quarter < 1 || quarter > 4) {
    return misread(l10n.t('A year has the quarters Q1 to Q4, as in “2025-Q1”.'), at, at + 2);
  }
  return months(year, quarter * 3 - 2, 3, 'quarter');
}

function scanMonth(text: string, year: number, start: number, length: number): Days | Misreading | undefined {
  const dayAt = start + 8;
  if (length === 10 && text.charCodeAt(start + 7) !== HYPHEN) return undefined;
  const dayMasked = length === 10 && isMask(text, dayAt) && isMask(text, dayAt + 1);
  if (isMask(text, start + 5) && isMask(text, start + 6)) {
    return length === 7 || dayMasked ? months(year, 1, 12, 'year') : undefined;
  }
  const month = digits(text, start + 5, 2);
  if (month === undefined) return undefined;
  if (length === 7 && month >= FIRST_SEASON && month <= LAST_SEASON) {
    // The last winter would lead out of the years that can be written.
    if (year === MAX_YEAR && month === LAST_SEASON) return yearOutside(start);
    return months(year, FIRST_SPRING_MONTH + (month - FIRST_SEASON) * 3, 3, 'season');
  }
  if (month < 1 || month > 12) {
    return misread(
      l10n.t('There is no month {0}: months run from 01 to 12.', text.slice(start + 5, start + 7)),
      start + 5,
      start + 7,
    );
  }
  if (length === 7 || dayMasked) return months(year, month, 1, 'month');
  const day = digits(text, dayAt, 2);
  if (day === undefined) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) {
    return misread(
      l10n.t('{0} has {1} days.', monthAndYear(year, month), daysInMonth(year, month)),
      dayAt,
      dayAt + 2,
    );
  }
  const number = dayOf(year, month, day);
  return { earliest: number, latest: number, precision: 'day' };
}

/** The days of `count` months from this one on, which has to be in the year; winter reaches into the next. */
function months(year: number, month: number, count: number, precision: Precision): Days {
  const last = month + count - 1;
  const lastYear = last > 12 ? year + 1 : year;
  const lastMonth = last > 12 ? last - 12 : last;
  return {
    earliest: dayOf(year, month, 1),
    latest: dayOf(lastYear, lastMonth, daysInMonth(lastYear, lastMonth)),
    precision,
  };
}

function isMask(text: string, at: number): boolean {
  return (text.charCodeAt(at) | 32) === LOWER_X;
}

/** The number that `count` digits make, or undefined where one of them is none. */
function digits(text: string, start: number, count: number): number | undefined {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const code = text.charCodeAt(at);
    if (!isDigit(code)) return undefined;
    value = value * 10 + code - 48;
  }
  return value;
}

function yearOutside(start: number): Misreading {
  return misread(l10n.t('Years run from {0} to {1}.', MIN_YEAR, MAX_YEAR), start, start + 4);
}

const LONGEST_DATE = 10;

function noDate(text: string, start: number, end: number): Misreading {
  if (text.length <= LONGEST_DATE && /^\d{4}-\d{1,2}(-\d{1,2})?$/.test(text)) {
    return misread(l10n.t('Months and days have two digits, as in “2025-01-02”.'), start, end);
  }
  return text === ''
    ? misread(l10n.t('A date is expected, as in “2025”, “2025-01-21”, “2025-Q1” or “~2019”.'), start, end)
    : misread(
        l10n.t(
          '“{0}” is no date. Write the year first: “2025”, “2025-01”, “2025-01-21”, “2025-Q1” or “~2019”.',
          excerpt(text),
        ),
        start,
        end,
      );
}

/** The canonical text of a date; reading it gives an equal date. */
export function formatDate(date: DealDate): string {
  const { approximate, uncertain } = date;
  if (date.precision !== 'interval') {
    const text = formatDays(date.earliest, date.precision);
    if (uncertain) return text + (approximate ? '%' : '?');
    return approximate ? '~' + text : text;
  }
  const unit = alignment(date.earliest, date.latest);
  const start = date.openStart ? '' : formatDays(date.earliest, unit);
  const end = date.openEnd ? '' : formatDays(date.latest, unit);
  const mark = uncertain ? (approximate ? '%' : '?') : '';
  const tilde = approximate && !uncertain ? '~' : '';
  return date.openStart ? '..' + tilde + end + mark : tilde + start + mark + '..' + end;
}

/** The text of the unit of the calendar that holds this day. */
function formatDays(dayNumber: number, precision: Exclude<Precision, 'interval'>): string {
  const { year, month, day } = fromDay(dayNumber);
  switch (precision) {
    case 'century':
      return Math.floor(year / 100) + 'XX';
    case 'decade':
      return Math.floor(year / 10) + 'X';
    case 'year':
      return String(year);
    case 'season':
      return year + '-' + (FIRST_SEASON + (month - FIRST_SPRING_MONTH) / 3);
    case 'quarter':
      return year + '-Q' + Math.ceil(month / 3);
    case 'month':
      return year + '-' + twoDigits(month);
    case 'day':
      return year + '-' + twoDigits(month) + '-' + twoDigits(day);
  }
}

function twoDigits(value: number): string {
  return value < 10 ? '0' + value : String(value);
}
