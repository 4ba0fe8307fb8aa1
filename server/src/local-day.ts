import { dayOf } from './values/date';

/** The day number (days since 1970-01-01) that a clock's time falls on in its own time zone. */
export function localDay(now: Date): number {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
