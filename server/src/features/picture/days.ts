import type { DealDate } from '../../values/date';

/** Two days with all between them; the same one twice where it is known. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/**
 * The days in which something is drawn: an open end reaches to the day as of which it is seen, an open start is where the
 * date ends. Undefined where neither end is known.
 */
export function daysOf({ earliest, latest }: DealDate, asOf: number): Days | undefined {
  if (Number.isFinite(earliest)) {
    return { from: earliest, to: Number.isFinite(latest) ? latest : Math.max(earliest, asOf) };
  }
  return Number.isFinite(latest) ? { from: latest, to: latest } : undefined;
}
