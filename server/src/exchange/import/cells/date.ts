import { earliestDay, latestDay } from '../../../model/plausible-dates';
import { daysInMonth } from '../../../values/calendar';
import { dayOf, readDate } from '../../../values/date';
import { formatDay } from '../../../values/day';
import { blank, plain, saysNothing, unread, type Cell } from './cell';

/** The order in which a column writes day, month and year where it writes them as numbers. */
export type DateOrder = 'YMD' | 'MDY' | 'DMY';

const numeric = /^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d{2})$/;

/**
 * The order of a column's dates, told by all of them together: one `13/01/2020` tells of every `03/04/2020`.
 * @returns `ambiguous` where none tells, `mixed` where they differ
 */
export function dateOrderOf(texts: Iterable<string>): DateOrder | 'ambiguous' | 'mixed' {
  let isDayFirst = false;
  let isMonthFirst = false;
  for (const text of texts) {
    const [, first, , second] = numeric.exec(withoutTime(plain(text))) ?? [];
    if (first === undefined || second === undefined) continue;
    if (Number(first) > 12 && Number(second) <= 12) isDayFirst = true;
    if (Number(second) > 12 && Number(first) <= 12) isMonthFirst = true;
  }
  if (isDayFirst && isMonthFirst) return 'mixed';
  return isDayFirst ? 'DMY' : isMonthFirst ? 'MDY' : 'ambiguous';
}

/** Whether a date could be read in two ways. */
export function isTwoFaced(text: string): boolean {
  const [, first, , second] = numeric.exec(withoutTime(plain(text))) ?? [];
  return first !== undefined && first !== second && Number(first) <= 12 && Number(second) <= 12;
}

/**
 * Reads a cell of a date.
 * @returns the date as it is written in a deal file: a day, or as much of it as is certain
 */
export function readDateCell(text: string, order: DateOrder | 'ambiguous' | 'mixed'): Cell<string> {
  const whole = plain(text);
  const nothing = saysNothing(whole);
  if (nothing) return blank;
  const content = withoutTime(whole);
  const read =
    numericDate(content, order) ?? yearFirst(content) ?? withMonthName(content) ?? serialDay(content);
  if (read) return read;
  const own = readDate(content);
  if (!own.ok) return unread('It is no date.');
  const { earliest, latest } = own.value;
  const isPlausible =
    (!Number.isFinite(earliest) || earliest >= earliestDay) &&
    (!Number.isFinite(latest) || latest <= latestDay);
  return isPlausible ? { is: 'value', value: content } : implausible;
}

const implausible = unread('Nobody made deals then.');
const impossible = unread('There is no such day.');

/** `2020-01-31T00:00:00Z`, `1/31/2020 12:00:00 AM`. */
function withoutTime(text: string): string {
  return text.replace(
    /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/,
    '',
  );
}

function numericDate(text: string, order: DateOrder | 'ambiguous' | 'mixed'): Cell<string> | undefined {
  const [, first, , second, year] = numeric.exec(text) ?? [];
  if (first === undefined || second === undefined || year === undefined) return undefined;
  const [one, two] = [Number(first), Number(second)];
  const whole = year.length === 4 ? Number(year) : century(Number(year));
  const lossy = year.length === 2 ? 'Its year has two digits.' : undefined;
  if (one > 12 || two > 12 || one === two || order === 'MDY' || order === 'DMY') {
    // Where it could be one alone, it is that one, whatever the column is.
    const isDayFirst = one > 12 ? true : two > 12 ? false : order === 'DMY';
    return dayCell(whole, isDayFirst ? two : one, isDayFirst ? one : two, lossy);
  }
  if (order === 'YMD') return unread('It does not begin with the year.');
  const cell = yearCell(whole);
  return cell.is === 'value' ? { ...cell, isLossy: 'Day and month could be either way round.' } : cell;
}

/** As spreadsheets read years of two digits. */
function century(year: number): number {
  return year < 30 ? 2000 + year : 1900 + year;
}

function yearFirst(text: string): Cell<string> | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const parts = compact ?? /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  if (!parts) return undefined;
  const [, year = '', month, day] = parts;
  // As databases say that no more than the year, or the month, is known.
  if (month === undefined || (Number(month) === 0 && (day === undefined || Number(day) === 0))) {
    return yearCell(Number(year));
  }
  if (day === undefined || Number(day) === 0) return monthCell(Number(year), Number(month));
  return dayCell(Number(year), Number(month), Number(day));
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `5 January 2020`, `Jan 5, 2020`, `05-Jan-20`, `January 2020`, `Q1 2020`, `1Q20`. */
function withMonthName(text: string): Cell<string> | undefined {
  const quarter = /^(?:Q([1-4])|([1-4])Q)[\s'-]*(\d{4}|\d{2})$/i.exec(text) ?? undefined;
  if (quarter) {
    const year = fullYear(quarter[3]!);
    return isPlausibleYear(year)
      ? { is: 'value', value: `${year}-Q${quarter[1] ?? quarter[2]}` }
      : implausible;
  }
  const words = text.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+/i, '');
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*(?:of\s+)?([a-z]{3,9})\.?[\s\-/,']*(\d{4}|\d{2})$/i.exec(words);
  const monthFirst = /^([a-z]{3,9})\.?[\s\-/]*(\d{1,2})(?:st|nd|rd|th)?(?:\s*,\s*|\s+|-)(\d{4})$/i.exec(
    words,
  );
  const alone = /^([a-z]{3,9})\.?[\s\-/,']*(\d{4})$/i.exec(words);
  const [name, day, year] = dayFirst
    ? [dayFirst[2], dayFirst[1], dayFirst[3]]
    : monthFirst
      ? [monthFirst[1], monthFirst[2], monthFirst[3]]
      : [alone?.[1], undefined, alone?.[2]];
  if (name === undefined || year === undefined) return undefined;
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (month === 0 || !isMonthName(name.toLowerCase(), month)) return undefined;
  const lossy = year.length === 2 ? 'Its year has two digits.' : undefined;
  return day === undefined
    ? monthCell(fullYear(year), month)
    : dayCell(fullYear(year), month, Number(day), lossy);
}

const monthNames = [
  'january', 'february', 'march', 'april', 'may', 'june',
  'july', 'august', 'september', 'october', 'november', 'december',
]; // prettier-ignore

function isMonthName(word: string, month: number): boolean {
  return monthNames[month - 1]?.startsWith(word) === true || word === 'sept';
}

function fullYear(year: string): number {
  return year.length === 4 ? Number(year) : century(Number(year));
}

/** Days since the end of 1899, as spreadsheets keep dates: of 1954 to 2100. */
function serialDay(text: string): Cell<string> | undefined {
  if (!/^\d{5}(?:\.0+)?$/.test(text)) return undefined;
  const days = Math.trunc(Number(text));
  if (days < 20_000 || days > 73_000) return undefined;
  return { is: 'value', value: formatDay(dayOf(1899, 12, 30) + days), isLossy: 'It is the number of a day.' };
}

function isPlausibleYear(year: number): boolean {
  return dayOf(year, 1, 1) >= earliestDay && dayOf(year, 12, 31) <= latestDay;
}

function yearCell(year: number): Cell<string> {
  if (year === 0) return impossible;
  return isPlausibleYear(year) ? { is: 'value', value: String(year) } : implausible;
}

function monthCell(year: number, month: number): Cell<string> {
  if (month < 1 || month > 12) return impossible;
  const cell = yearCell(year);
  return cell.is === 'value' ? { is: 'value', value: `${cell.value}-${pad(month)}` } : cell;
}

function dayCell(year: number, month: number, day: number, isLossy?: string): Cell<string> {
  const cell = monthCell(year, month);
  if (cell.is !== 'value') return cell;
  if (day < 1 || day > daysInMonth(year, month)) return impossible;
  return { is: 'value', value: `${cell.value}-${pad(day)}`, ...(isLossy !== undefined && { isLossy }) };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
