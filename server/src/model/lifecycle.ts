import {
  properties,
  statuses,
  type Commitment,
  type PropertyName,
  type StatusName,
  type StatusWord,
} from '../language/schema';
import { compareDates, overlaps, type DealDate } from '../values/date';
import { dateOf, factsOf, type Declaration, type Fact } from './declaration';
import { remembered, rememberedByDay } from './remembered';

/** One `status` line. */
export interface StatusEvent {
  readonly status: StatusName;
  /** Undefined where no date is given. */
  readonly on: DealDate | undefined;
  readonly fact: Fact;
}

/** Whether all declarations of the same structure have the same status in that line: it is written as the word itself. */
export function hasOwnStatusWord({ values: [value] }: Fact): boolean {
  return value?.type === 'choice' && !value.node.quoted && value.word === value.status;
}

/** Whether a status line says that a deal is only talked about. */
export function isTalk({ values: [value] }: Fact): boolean {
  return (
    value?.type === 'choice' && value.status !== undefined && statuses[value.status].commitment === 'talk'
  );
}

/**
 * All status lines of a deal in the order in which they happened: by date, and where dates overlap, in the order of a
 * deal's life (announced before closed). A line without a date happened after the line above it.
 */
export const statusHistory = remembered((declaration): readonly StatusEvent[] => {
  const written: StatusEvent[] = [];
  for (const fact of factsOf(declaration, 'status')) {
    const value = fact.values[0];
    if (value?.type !== 'choice' || !value.status) continue;
    written.push({ status: value.status, on: fact.on ?? fact.from, fact });
  }
  // Most deals have one, and all of them are gone through when the day moves.
  if (written.length < 2) return written;
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
 * How many events of a history have happened by a day, as far as they can have: a half-known date counts from its
 * earliest reading. Nothing has happened that follows what still lies ahead.
 */
function countBy(history: readonly StatusEvent[], day: number): number {
  const ahead = history.findIndex(({ on }) => on && on.earliest > day);
  return ahead < 0 ? history.length : ahead;
}

/** The date of the latest event that has one, has happened by a day and is one of those. */
function lastDatedBy(
  history: readonly StatusEvent[],
  day: number,
  isOne: (event: StatusEvent) => boolean = () => true,
): DealDate | undefined {
  for (let at = countBy(history, day) - 1; at >= 0; at--) {
    const event = history[at]!;
    if (event.on && isOne(event)) return event.on;
  }
  return undefined;
}

/** How a deal stands on a day. */
export interface Standing {
  /** The latest status; undefined where the deal states none by then. */
  readonly status: StatusName | undefined;
  /** Its date. */
  readonly on: DealDate | undefined;
  /** What that makes of its money. A deal without a status is stated as a fact, and counts as promised. */
  readonly commitment: Exclude<Commitment, 'keep'>;
  /** Whether it was closed at some time, whatever came later. */
  readonly wasClosed: boolean;
  /** The status that the money counts by: the latest one that lets it be talked about, promised or done. */
  readonly countedBy: StatusEvent | undefined;
}

/**
 * How a deal stands on a day by its status lines. Rumors and talks about a deal that is announced already say nothing
 * new of it, unless it was over.
 */
export const standingOf = rememberedByDay((declaration, day): Standing => {
  let last: StatusEvent | undefined;
  let countedBy: StatusEvent | undefined;
  let commitment: Standing['commitment'] | undefined;
  let wasClosed = false;
  const history = statusHistory(declaration);
  const count = countBy(history, day);
  for (let at = 0; at < count; at++) {
    const event = history[at]!;
    const { commitment: next } = statuses[event.status];
    if (next === 'talk' && (commitment === 'promise' || commitment === 'done')) continue;
    last = event;
    if (event.status === 'closed') wasClosed = true;
    if (next !== 'keep') commitment = next;
    if (next !== 'keep' && next !== 'over') countedBy = event;
  }
  return {
    status: last?.status,
    on: last?.on,
    commitment: commitment ?? 'promise',
    wasClosed,
    countedBy,
  };
});

/**
 * Whether a deal has not begun by a day, as far as its dates tell. It begins with its first status; where that has no
 * date, on the deal's own `on`; where it states no status, on the first of the dates of its own, of its amount, its
 * tranches and its payments. Money that runs from a later date on is promised before.
 */
export const liesAhead = rememberedByDay((declaration, day): boolean => {
  const history = statusHistory(declaration);
  if (history.length > 0 && countBy(history, day) === 0) return true;
  if (lastDatedBy(history, day)) return false;
  const own = dateOf(declaration, 'on');
  const dates = own ? [own] : [];
  if (history.length === 0) {
    for (const name of ['amount', 'budget', 'tranche', 'paid'] as const) {
      for (const { on, from } of factsOf(declaration, name)) {
        if (on) dates.push(on);
        else if (from) return false;
      }
    }
  }
  return dates.length > 0 && dates.every(({ earliest }) => earliest > day);
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
  const dated = lastDatedBy(statusHistory(declaration), day);
  if (dated) return dated;
  const line = firstDated(declaration);
  return line?.on ?? line?.from;
});

/**
 * The date of a deal's money, where no line of it has its own: of the status that it counts by, else that of the deal.
 * Who amends, pauses or ends a deal does not move its money.
 */
export const moneyDateOf = rememberedByDay((declaration, day): DealDate | undefined => {
  const { countedBy } = standingOf(declaration, day);
  if (countedBy?.on) return countedBy.on;
  const own = dateOf(declaration, 'on');
  if (own) return own;
  const dated = lastDatedBy(statusHistory(declaration), day, (event) => !isAside(event));
  return dated ?? spanOf(firstDated(declaration));
});

/** The days on which what a line says can have happened; undefined where it names none. */
export function spanOf(line: Pick<Fact, 'on' | 'from' | 'until'> | undefined): DealDate | undefined {
  const { on, from, until } = line ?? {};
  if (on || !from) return on;
  const openEnd = !until || until.openEnd;
  return {
    ...from,
    latest: Math.max(from.latest, until?.latest ?? Infinity),
    precision: 'interval',
    openEnd,
  };
}

/** Whether an event says nothing of how much is promised or done. */
function isAside({ status }: StatusEvent): boolean {
  const { commitment } = statuses[status];
  return commitment === 'keep' || commitment === 'over';
}

/** The line that dates a deal which does not say itself when it was: of several lines that go together the earliest. */
function firstDated(declaration: Declaration): Fact | undefined {
  for (const name of datingProperties) {
    const dated = factsOf(declaration, name).flatMap((fact) => {
      const span = spanOf(fact);
      return span ? [{ fact, span }] : [];
    });
    if (properties[name].many) dated.sort((a, b) => compareDates(a.span, b.span));
    if (dated.length > 0) return dated[0]!.fact;
  }
  return undefined;
}

const datingProperties = [
  'amount',
  'budget',
  'tranche',
  'paid',
  'valuation',
  'member',
  'provides',
] as const satisfies readonly PropertyName[];
