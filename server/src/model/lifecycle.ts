import { statuses, type Commitment, type StatusName } from '../language/schema';
import { compareDates, type DealDate } from '../values/date';
import { factsOf, type Declaration, type Fact } from './declaration';

/** One `status` line. */
export interface StatusEvent {
  readonly status: StatusName;
  /** Absent where no date is given. */
  readonly on?: DealDate;
  readonly fact: Fact;
}

/** All status lines of a deal by date. Those without a date come last, in the order in which they are written. */
export function statusHistory(declaration: Declaration): StatusEvent[] {
  const events = factsOf(declaration, 'status').flatMap((fact): StatusEvent[] => {
    const value = fact.values[0];
    if (value?.type !== 'choice' || !value.status) return [];
    const on = fact.on ?? fact.from;
    return [{ status: value.status, ...(on && { on }), fact }];
  });
  return events.sort((a, b) => (a.on && b.on ? compareDates(a.on, b.on) : a.on ? -1 : b.on ? 1 : 0));
}

/** What has happened by a day, as far as it can have: a half-known date counts from its earliest reading. */
export function happenedBy(events: readonly StatusEvent[], day: number): StatusEvent[] {
  return events.filter(({ on }) => !on || on.earliest <= day);
}

/** How a deal stands on a day. */
export interface Standing {
  /** The latest status; absent where the deal states none by then. */
  readonly status?: StatusName;
  /** Its date. */
  readonly on?: DealDate;
  /** What that makes of its money. A deal without a status is stated as a fact, and counts as promised. */
  readonly commitment: Exclude<Commitment, 'keep'>;
  /** Whether it was closed at some time, whatever came later. */
  readonly wasClosed: boolean;
}

/** How a deal stands on a day by its status lines. */
export function standingOf(declaration: Declaration, day: number): Standing {
  const events = happenedBy(statusHistory(declaration), day);
  let commitment: Standing['commitment'] = 'promise';
  let wasClosed = false;
  for (const { status } of events) {
    const { commitment: next } = statuses[status];
    if (status === 'closed') wasClosed = true;
    if (next !== 'keep') commitment = next;
  }
  const last = events.at(-1);
  return { ...(last && { status: last.status }), ...(last?.on && { on: last.on }), commitment, wasClosed };
}

/** Whether a deal states that it has not begun by that day: its first status lies later. */
export function liesAhead(declaration: Declaration, day: number): boolean {
  const events = statusHistory(declaration);
  return events.length > 0 && happenedBy(events, day).length === 0;
}

/** The date that places a deal in time: of its latest status by that day, else its own `on`, else of its amount or tranches. */
export function dateOfDeal(declaration: Declaration, day: number): DealDate | undefined {
  const standing = standingOf(declaration, day);
  if (standing.on) return standing.on;
  for (const name of ['on', 'amount', 'budget', 'tranche', 'valuation', 'member', 'provides'] as const) {
    for (const fact of factsOf(declaration, name)) {
      const value = fact.values[0];
      if (name === 'on' && value?.type === 'date') return value.date;
      const date = fact.on ?? fact.from;
      if (date) return date;
    }
  }
  return undefined;
}
