import { dateOf, type Declaration, type Fact } from '../../model/declaration';
import { liesAhead, standingOf, type Standing } from '../../model/lifecycle';
import { turnsOf } from '../../model/steady';
import { formatDay } from '../../values/day';

/** How something stands from a day on, up to and including another one. */
export interface DealState {
  /** `-Infinity` where no date is known. */
  readonly from: number;
  /** `Infinity` for what still holds. */
  readonly to: number;
  readonly status: Standing['status'];
  readonly isOver: boolean;
}

/**
 * How a deal stands through time, the first state first; before it the deal has not begun.
 * @param line of a fact that is no deal: what dates it
 */
export function statesOf(declaration: Declaration, line?: Fact): readonly DealState[] {
  return line ? [spanOfLine(declaration, line)] : statesOfDeal(declaration);
}

function statesOfDeal(deal: Declaration): DealState[] {
  const states: DealState[] = [];
  const days = [...new Set([-Infinity, ...turnsOf(deal)])]
    .filter((day) => day < Infinity)
    .sort((a, b) => a - b);
  for (const day of days) {
    if (liesAhead(deal, day)) continue;
    const { status, commitment } = standingOf(deal, day);
    const last = states.at(-1);
    const isOver = commitment === 'over';
    if (last && last.status === status && last.isOver === isOver) continue;
    if (last) states[states.length - 1] = { ...last, to: day - 1 };
    states.push({ from: day, to: Infinity, status, isOver });
  }
  return states;
}

function spanOfLine(declaration: Declaration, { from, on, until }: Fact): DealState {
  const start = from ?? on ?? dateOf(declaration, 'on');
  return {
    from: start?.earliest ?? -Infinity,
    to: until?.latest ?? Infinity,
    status: undefined,
    isOver: false,
  };
}

/** When something stands, without the time after it was over: the days of each stretch, both included. */
export function spellsOf(states: readonly DealState[]): { readonly from: number; readonly to: number }[] {
  const spells: { from: number; to: number }[] = [];
  for (const { from, to, isOver } of states) {
    if (isOver || from > to) continue;
    const last = spells.at(-1);
    if (last && last.to + 1 === from) last.to = to;
    else spells.push({ from, to });
  }
  return spells;
}

/** A day as other programs read it; undefined for an open end, and for one out of their years. */
export function isoDay(day: number | undefined): string | undefined {
  if (day === undefined || !Number.isFinite(day)) return undefined;
  const text = formatDay(day);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
}
