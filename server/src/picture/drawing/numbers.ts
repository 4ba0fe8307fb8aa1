/** The signs of currencies that have one of their own; others are told by their code. */
const signs: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  CNY: 'CN¥',
  INR: '₹',
  KRW: '₩',
  CAD: 'C$',
  AUD: 'A$',
  HKD: 'HK$',
  SGD: 'S$',
  TWD: 'NT$',
  BRL: 'R$',
  ILS: '₪',
  NZD: 'NZ$',
  MXN: 'MX$',
  TRY: '₺',
  RUB: '₽',
  UAH: '₴',
  VND: '₫',
  PHP: '₱',
  THB: '฿',
  NGN: '₦',
};

/** How a currency is told in front of its amounts: `$`, `CHF`. */
export function currencySign(currency: string): string {
  return signs[currency] ?? currency;
}

/** Money as it is told in cards, whichever language the page is in: `$18.5B`, `CHF 2M`. */
export function moneyFormat(currency: string): (amount: number) => string {
  const sign = signs[currency] ?? (currency === '' ? '' : `${currency} `);
  return (amount) => {
    const text = compact(Math.abs(amount));
    const figure = text.startsWith('≈') ? `≈${sign}${text.slice(1)}` : sign + text;
    return amount < 0 && text !== '0' ? `-${figure}` : figure;
  };
}

const magnitudes = [
  ['K', 1e3],
  ['M', 1e6],
  ['B', 1e9],
  ['T', 1e12],
] as const;

/** More characters than this are too long for a figure. */
const longest = 12;

/** The shortest text that keeps every digit; a long one is rounded and says so. */
function compact(amount: number): string {
  // Nobody tells less than a hundredth, and sums of fractions leave less than that behind.
  const whole = amount < 1e13 ? Math.round(amount * 100) / 100 : amount;
  let shortest = figure(whole, 2);
  let rounded = whole;
  for (const [letter, size] of magnitudes) {
    if (whole < size) break;
    const part = Number((whole / size).toFixed(3));
    rounded = part * size;
    const candidate = figure(part, 3) + letter;
    const isAll = Math.abs(rounded - whole) <= whole * 1e-15;
    if (isAll && candidate.length <= shortest.length) shortest = candidate;
  }
  const isRound = Math.abs(rounded - whole) <= whole * 1e-15;
  return shortest.length <= longest || isRound ? shortest : `≈${compact(rounded)}`;
}

/** Made once: a number's own `toLocaleString` makes one at every call, and thousands of figures are written at once. */
const figureFormats = {
  2: new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }),
  3: new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 }),
};

function figure(value: number, decimals: keyof typeof figureFormats): string {
  return figureFormats[decimals].format(value);
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
