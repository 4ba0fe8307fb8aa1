import { Big } from 'big.js';
import { fromDay } from '../../values/date';
import { exact, type Range } from '../../values/range';
import { percentOf } from '../../values/share';
import { addSums, emptySum, type MoneySum } from '../../values/sum';
import { bucketsOf, endsOf } from '../deal';
import { factsOf, namesIn, type Declaration } from '../declaration';
import { dateOfDeal } from '../lifecycle';
import { commonCurrency } from './currency';

/** How much of a year's money was put up by several together. */
export interface ConsortiumYear {
  /** Undefined for deals without a date. */
  readonly year: number | undefined;
  readonly together: MoneySum;
  readonly alone: MoneySum;
  /** Of both, in percent, in the currency of most of it; undefined where no amount is known. */
  readonly percent: Range | undefined;
}

/**
 * The money that deals promise, year by year, by whether several put it up together: a venture or project of two or
 * more, or a round or investment with two or more investors. Capital and plans alone: purchases need no partners.
 */
export function consortiaByYear(deals: readonly Declaration[], day: number): ConsortiumYear[] {
  const years = new Map<number | undefined, { together: MoneySum; alone: MoneySum }>();
  for (const deal of deals) {
    if (!isFinancing(deal)) continue;
    const { promised } = bucketsOf(deal, day);
    if (promised.totals.length === 0) continue;
    const earliest = dateOfDeal(deal, day)?.earliest;
    const year = earliest === undefined || !Number.isFinite(earliest) ? undefined : fromDay(earliest).year;
    const sums = years.get(year) ?? { together: emptySum, alone: emptySum };
    const which = isConsortium(deal) ? 'together' : 'alone';
    years.set(year, { ...sums, [which]: addSums(sums[which], promised) });
  }
  return [...years]
    .sort(([a = -Infinity], [b = -Infinity]) => b - a)
    .map(([year, { together, alone }]) => ({ year, together, alone, percent: shareOf(together, alone) }));
}

/** Whether several put up the money of a deal. */
export function isConsortium(deal: Declaration): boolean {
  if (deal.kind === 'venture') return new Set(factsOf(deal, 'member').flatMap(namesIn)).size > 1;
  if (deal.kind === 'project') return new Set([...deal.left, ...deal.right]).size > 1;
  const { payers } = endsOf(deal);
  return payers.parties.length > 1 || (payers.parties.length === 1 && payers.others);
}

function isFinancing({ kind }: Declaration): boolean {
  return kind === 'venture' || kind === 'project' || kind === 'investment' || kind === 'round';
}

function shareOf(part: MoneySum, rest: MoneySum): Range | undefined {
  const currency = commonCurrency([part, rest]);
  const inCurrency = ({ totals }: MoneySum) => totals.find((total) => total.currency === currency)?.range;
  if (currency === undefined) return undefined;
  return percentOf(inCurrency(part) ?? nothing, inCurrency(rest) ?? nothing);
}

const nothing = exact(new Big(0));
