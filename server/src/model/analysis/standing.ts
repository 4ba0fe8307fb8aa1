import type { Declaration } from '../declaration';
import { liesAhead, standingOf } from '../lifecycle';

/** Whether a deal binds somebody on a day: it is promised or done, neither only talked about nor over nor still ahead. */
export function isBinding(deal: Declaration, day: number): boolean {
  if (liesAhead(deal, day)) return false;
  const { commitment } = standingOf(deal, day);
  return commitment === 'promise' || commitment === 'done';
}
