import type { Range } from '../../values/range';
import { percentOf } from '../../values/share';
import { addSums, emptySum, isEmpty, type MoneySum } from '../../values/sum';
import type { Corpus } from '../corpus';
import { factsOf, namesIn, type Declaration } from '../declaration';
import { endsOf } from '../flow';
import { sumsByYear, type YearSum } from '../sums';
import { commonCurrency, openRangeIn } from './currency';

/** How much of a year's money was put up by several together. */
export interface ConsortiumYear {
  /** Undefined for money that lies in no single year. */
  readonly year: YearSum['year'];
  readonly together: MoneySum;
  readonly alone: MoneySum;
  /** Of both, in percent, in the currency of most of it; undefined where no amount is known. */
  readonly percent: Range | undefined;
}

/**
 * The money that deals promise, year by year, the first one first, by whether several put it up together: a venture or
 * project of two or more, or a round or investment with two or more investors. Capital and plans alone: purchases need
 * no partners.
 */
export function consortiaByYear(corpus: Corpus, deals: readonly Declaration[]): ConsortiumYear[] {
  const financing = deals.filter(isFinancing);
  const years = new Map<YearSum['year'], { together: MoneySum; alone: MoneySum }>();
  for (const which of ['together', 'alone'] as const) {
    const own = financing.filter((deal) => isConsortium(deal, corpus.asOf) === (which === 'together'));
    for (const { year, sums } of sumsByYear(corpus, own)) {
      const promised = sums.reduce((sum, { buckets }) => addSums(sum, buckets.promised), emptySum);
      if (isEmpty(promised)) continue;
      years.set(year, { ...(years.get(year) ?? { together: emptySum, alone: emptySum }), [which]: promised });
    }
  }
  return [...years]
    .sort(([a = Infinity], [b = Infinity]) => a - b)
    .map(([year, { together, alone }]) => ({ year, together, alone, percent: shareOf(together, alone) }));
}

/** Whether several put up the money of a deal. */
export function isConsortium(deal: Declaration, day: number): boolean {
  if (deal.kind === 'venture') return new Set(factsOf(deal, 'member').flatMap(namesIn)).size > 1;
  if (deal.kind === 'project') return new Set([...deal.left, ...deal.right]).size > 1;
  const { payers } = endsOf(deal, day);
  return payers.parties.length > 1 || (payers.parties.length === 1 && payers.others);
}

/** Whether a deal is for capital or a plan. */
export function isFinancing({ kind }: Declaration): boolean {
  return kind === 'venture' || kind === 'project' || kind === 'investment' || kind === 'round';
}

function shareOf(part: MoneySum, rest: MoneySum): Range | undefined {
  const currency = commonCurrency([part, rest]);
  if (currency === undefined) return undefined;
  return percentOf(openRangeIn(part, currency), openRangeIn(rest, currency));
}
