/** Money in a few characters: `$18.5B`. */
export function moneyFormat(currency: string, locale: string): (amount: number) => string {
  const compact = { notation: 'compact', maximumSignificantDigits: 3 } as const;
  // What is no code of a currency cannot be asked for.
  const isCode = /^[A-Z]{3}$/.test(currency);
  const format = isCode
    ? new Intl.NumberFormat(known(locale), {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        ...compact,
      })
    : new Intl.NumberFormat(known(locale), compact);
  return (amount) => (isCode ? format.format(amount) : `${currency} ${format.format(amount)}`.trim());
}

/** What of a date is written at a place of an axis. */
export type DateUnit = 'year' | 'month' | 'day';

/** A day, counted from 1970-01-01, in words of that unit: `2025`, `Jan`, `21 Jan`; `full` is all of it. */
export function dayFormat(locale: string, unit: DateUnit | 'full'): (day: number) => string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? dayFirst : known(locale), {
    ...parts[unit],
    timeZone: 'UTC',
  });
  return (day) => format.format(dateOf(day));
}

/** English as it is everywhere else here: `31 January 2025`. */
const dayFirst = 'en-GB';

const parts: Readonly<Record<DateUnit | 'full', Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { month: 'short' },
  day: { day: 'numeric', month: 'short' },
  full: { day: 'numeric', month: 'long', year: 'numeric' },
};

/** The beginning of a day, as others count time. */
export function dateOf(day: number): Date {
  return new Date(day * msOfDay);
}

/** The day that a time lies in. */
export function dayOf(date: Date): number {
  return Math.floor(date.getTime() / msOfDay);
}

const msOfDay = 86_400_000;

function known(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
