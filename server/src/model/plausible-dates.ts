import { dayOf } from '../values/date';

/** The first companies with shares were founded after this day. */
export const earliestDay = dayOf(1500, 1, 1);

/** Nobody plans beyond this day. */
export const latestDay = dayOf(2100, 12, 31);
