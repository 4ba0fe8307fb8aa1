import { env } from 'vscode';

/** A day that is written as `2025-01-31`, for a label: `31 Jan 2025`. */
export function shortDay(day: string): string {
  return inWords(day, 'short');
}

/** The same for a sentence: `31 January 2025`. */
export function longDay(day: string): string {
  return inWords(day, 'long');
}

function inWords(day: string, month: 'short' | 'long'): string {
  // The server words its dates in the same order.
  const locale = env.language === 'en' ? 'en-GB' : env.language;
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
