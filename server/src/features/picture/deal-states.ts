import * as l10n from '@vscode/l10n';
import type { Declaration } from '../../model/declaration';
import { liesAhead, standingOf } from '../../model/lifecycle';
import { turnsOf } from '../../model/steady';
import type { TiedDeal } from '../../picture/graph';
import { describeDate } from '../../values/date';

/** How a deal stands from a day on until the next state. */
export type DealState = TiedDeal['states'][number];

/** Whether nothing says when anything of a deal happens: it is there on every day. */
export function isUndated(deal: Declaration): boolean {
  return turnsOf(deal).length === 0;
}

/**
 * How a deal stands through time, the first state first; before it the deal has not begun. A deal of which no date is
 * known has one state, from ever on.
 */
export function statesOf(deal: Declaration): readonly DealState[] {
  const states: DealState[] = [];
  const turns = turnsOf(deal);
  const days = [...new Set([-Infinity, ...turns])].filter((day) => day < Infinity).sort((a, b) => a - b);
  for (const day of days) {
    if (liesAhead(deal, day)) continue;
    const { commitment, status, on } = standingOf(deal, day);
    const text = !status
      ? turns.length === 0
        ? l10n.t('neither status nor date said')
        : l10n.t('no status stated')
      : on
        ? l10n.t('{0}, {1}', status, describeDate(on))
        : turns.length === 0
          ? l10n.t('{0}, no date said', status)
          : status;
    const last = states.at(-1);
    if (last?.firmness === commitment && last.text === text) continue;
    states.push({ from: Number.isFinite(day) ? day : null, text, firmness: commitment });
  }
  return states;
}
