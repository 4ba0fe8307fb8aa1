import { statuses, type Commitment, type StatusName, type StatusWord } from '../language/schema';
import { compareDates, overlaps, type DealDate } from '../values/date';
import { dateOf, factsOf, type Fact } from './declaration';
import { remembered, rememberedByDay } from './remembered';

/** One `status` line. */
export interface StatusEvent {
  readonly status: StatusName;
  /** Absent where no date is given. */
  readonly on?: DealDate;
  readonly fact: Fact;
}

/**
 * All status lines of a deal in the order in which they happened: by date, and where dates overlap, in the order of a
 * deal's life (announced before closed). A line without a date happened after the line above it.
 */
export const statusHistory = remembered((declaration): readonly StatusEvent[] => {
  const written = factsOf(declaration, 'status').flatMap((fact): StatusEvent[] => {
    const value = fact.values[0];
    if (value?.type !== 'choice' || !value.status) return [];
    const on = fact.on ?? fact.from;
    return [{ status: value.status, ...(on && { on }), fact }];
  });
  const history: StatusEvent[] = [];
  for (const event of written.filter(isDated).sort((a, b) => compareDates(a.on, b.on))) {
    place(history, history.length, event);
  }
  written.forEach((event, index) => {
    if (event.on) return;
    const above = written[index - 1];
    // Nothing begins with its end.
    const first = stepOf(event) === undefined ? history.length : 0;
    place(history, above ? history.indexOf(above) + 1 : first, event);
  });
  return history;
});

/** Puts an event at an index, or as far from it as its neighbours by their dates may stand on its other side. */
function place(history: StatusEvent[], index: number, event: StatusEvent): void {
  let at = index;
  while (at > 0 && isLaterStep(history[at - 1]!, event) && mayCoincide(history[at - 1]!, event)) at--;
  while (at < history.length && isLaterStep(event, history[at]!) && mayCoincide(event, history[at]!)) at++;
  history.splice(at, 0, event);
}

function isLaterStep(a: StatusEvent, b: StatusEvent): boolean {
  const later = stepOf(a);
  const earlier = stepOf(b);
  return later !== undefined && earlier !== undefined && later > earlier;
}

function mayCoincide(a: StatusEvent, b: StatusEvent): boolean {
  return !a.on || !b.on || overlaps(a.on, b.on);
}

function stepOf({ status }: StatusEvent): number | undefined {
  const word: StatusWord = statuses[status];
  return word.step;
}

function isDated(event: StatusEvent): event is StatusEvent & { readonly on: DealDate } {
  return event.on !== undefined;
}

/**
 * What of a history has happened by a day, as far as it can have: a half-known date counts from its earliest reading.
 * Nothing has happened that follows what still lies ahead.
 */
export function happenedBy(history: readonly StatusEvent[], day: number): StatusEvent[] {
  const ahead = history.findIndex(({ on }) => on && on.earliest > day);
  return ahead < 0 ? [...history] : history.slice(0, ahead);
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

/**
 * How a deal stands on a day by its status lines. Rumors and talks about a deal that is announced already say nothing
 * new of it, unless it was over.
 */
export const standingOf = rememberedByDay((declaration, day): Standing => {
  let last: StatusEvent | undefined;
  let commitment: Standing['commitment'] | undefined;
  let wasClosed = false;
  for (const event of happenedBy(statusHistory(declaration), day)) {
    const { commitment: next } = statuses[event.status];
    if (next === 'talk' && (commitment === 'promise' || commitment === 'done')) continue;
    last = event;
    if (event.status === 'closed') wasClosed = true;
    if (next !== 'keep') commitment = next;
  }
  return {
    ...(last && { status: last.status }),
    ...(last?.on && { on: last.on }),
    commitment: commitment ?? 'promise',
    wasClosed,
  };
});

/** Whether a deal states that it has not begun by that day: its first status lies later. */
export const liesAhead = rememberedByDay((declaration, day): boolean => {
  const events = statusHistory(declaration);
  return events.length > 0 && happenedBy(events, day).length === 0;
});

/**
 * The date that places a deal in time: of its status on that day, else its own `on`, else of its latest dated status
 * by then, else of its amount or tranches.
 */
export const dateOfDeal = rememberedByDay((declaration, day): DealDate | undefined => {
  const standing = standingOf(declaration, day);
  if (standing.on) return standing.on;
  const own = dateOf(declaration, 'on');
  if (own) return own;
  const dated = happenedBy(statusHistory(declaration), day).findLast(isDated);
  if (dated) return dated.on;
  for (const name of ['amount', 'budget', 'tranche', 'valuation', 'member', 'provides'] as const) {
    for (const fact of factsOf(declaration, name)) {
      const date = fact.on ?? fact.from;
      if (date) return date;
    }
  }
  return undefined;
});
