import { dateAfter, onDay, type DealDate } from '../values/date';
import { factOf, type Declaration, type Fact } from './declaration';

/** A day on which something ends, and the line that says so. */
export interface End {
  readonly on: DealDate;
  readonly fact: Fact;
}

/** When the term of a deal ends, the last day of it; undefined where it does not say since when it runs. */
export function endOfTerm(deal: Declaration): End | undefined {
  const fact = factOf(deal, 'term');
  const [value] = fact?.values ?? [];
  const start = fact?.from ?? fact?.on;
  if (!fact || !start || value?.type !== 'duration') return undefined;
  if (fact.until) return { on: fact.until, fact };
  const after = dateAfter(start, value.duration);
  // Of a day, the last one is the day before. Of a month or year, it may lie in the one before or in this one.
  return { on: start.precision === 'day' ? onDay(after.latest - 1) : after, fact };
}
