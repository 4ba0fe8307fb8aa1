import { readDate } from '../../values/date';

const months = 'jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec'.split(',');
const monthNames =
  'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

const anyMonth =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const day = String.raw`\d{1,2}(?:st|nd|rd|th)?`;

/** A month as people write it, with what tells its day and year: `May 2024`, `12 May 2024`, `May 12, 2024`. */
const monthPattern = new RegExp(
  String.raw`(?:\b(?<before>${day})\s+)?\b(?<month>${anyMonth})\b\.?(?:\s+(?<after>${day}),?(?=\s+\d{4}\b))?(?:,?\s+(?<year>\d{4})\b)?`,
  'g',
);

/** A line with its dates as deal files have them; undefined where it names a month of nobody knows which year. */
export function withDates(line: string): string | undefined {
  let written = '';
  let from = 0;
  for (const match of line.matchAll(monthPattern)) {
    const { before, month = '', after, year } = match.groups ?? {};
    if (year === undefined) return undefined;
    written += `${line.slice(from, match.index)}${dateOf(year, month, before ?? after)}`;
    from = match.index + match[0].length;
  }
  return written + line.slice(from);
}

/** What stands in a date for a year, or a year and a month, that are not written yet: no date, so that none is made up. */
export const toFillIn = /^YYYY(?:-MM)?/;

/** A date of which the year is still missing at the end of a line: `in May`, `on 12 May 20`, `on May 12,`. */
const begunMonth = new RegExp(
  String.raw`(?<how>\b[Ii]n\s+)?(?:\b(?<before>${day})\s+)?\b(?<month>${anyMonth})\b\.?(?:\s+(?<after>\d{1,2}(?:[a-z]{1,2}\b)?)(?<comma>,?))?(?:,?\s+\d{1,3})?,?\s*$`,
);

/** The start of a date behind a word that one follows: a day, a year, or the first letters of a month. */
const begunAnyhow =
  /\b(?:[Ii]n\s+(?:1|19\d?|2|20\d?|(?<inMonth>[A-Z][a-z]*))|[Oo]n\s+(?:1|19\d?|2|20\d?|(?:(?<onDay>\d{1,2})(?:[a-z]{1,2})?)(?:\s+(?<onMonth>[A-Z][a-z]*))?|(?<alone>[A-Z][a-z]*)))\s*$/;

/** A date as deal files write it, less its end. */
const begunFigures = /\b(?<year>\d{4})-(?:(?<part>\d\d|[QH]\d)-\d?|\w?)$/;

/**
 * The date that is still being written at the end of a line, as far as it is known, and the line without it. Undefined where
 * none is begun there.
 */
export function begunDate(line: string): { readonly rest: string; readonly date: string } | undefined {
  const figures = begunFigures.exec(line);
  if (figures) {
    const { year = '', part } = figures.groups ?? {};
    const date = part === undefined ? year : `${year}-${part}`;
    return readDate(date).ok ? { rest: line.slice(0, figures.index), date } : undefined;
  }
  const named = begunMonth.exec(line);
  if (named) {
    const { how, before, month = '', after, comma } = named.groups ?? {};
    // `in May 20` goes on as `2024`, `on May 20` is a day.
    const isYear =
      after !== undefined && /^\d+$/.test(after) && comma === '' && (how ?? before) !== undefined;
    const date = dateOf('YYYY', month, before ?? (isYear ? undefined : after));
    return { rest: line.slice(0, named.index), date };
  }
  const begun = begunAnyhow.exec(line);
  if (!begun) return undefined;
  const { inMonth, onDay, onMonth, alone } = begun.groups ?? {};
  const letters = inMonth ?? onMonth ?? alone;
  if (letters !== undefined && !monthNames.some((name) => name.startsWith(letters))) return undefined;
  if (onDay !== undefined && !isDayOfMonth(onDay)) return undefined;
  return {
    rest: line.slice(0, begun.index),
    date: `YYYY-MM${onDay === undefined ? '' : `-${onDay.padStart(2, '0')}`}`,
  };
}

function isDayOfMonth(text: string): boolean {
  return Number(text) >= 1 && Number(text) <= 31;
}

/** A date as deal files have it, of its parts as people write them. */
function dateOf(year: string, month: string, dayOfMonth: string | undefined): string {
  const number = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const parts = [number, ...(dayOfMonth === undefined ? [] : [Number.parseInt(dayOfMonth, 10)])];
  return [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
}
