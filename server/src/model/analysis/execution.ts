import { haveSameBounds, type Range } from '../../values/range';
import { percentOf } from '../../values/share';
import { addSums, emptySum, subtractSums, type MoneySum } from '../../values/sum';
import { bucketsInBase } from '../conversion';
import type { Corpus } from '../corpus';
import type { Buckets } from '../deal';
import { capitalPartsOf, type Ecosystem } from '../ecosystem';
import { commonCurrency, openRangeIn } from './currency';

/**
 * How much of what is promised was handed over, in percent: executed ÷ promised over some deals, in the currency of most
 * of it. What is still outstanding is worked out deal by deal, so that a closed one of unknown size counts as done.
 *
 * @returns undefined where nothing is promised, or nobody knows how much
 */
export function executionOf(parts: readonly Buckets[]): Range | undefined {
  const promised = parts.reduce((sum, part) => addSums(sum, part.promised), emptySum);
  const executed = parts.reduce((sum, part) => addSums(sum, part.executed), emptySum);
  const outstanding = parts.reduce((sum, part) => addSums(sum, outstandingOf(part)), emptySum);
  const currency = commonCurrency([promised]);
  if (currency === undefined) return undefined;
  return percentOf(openRangeIn(executed, currency), openRangeIn(outstanding, currency));
}

/** What is promised in a deal and not handed over yet. */
function outstandingOf({ promised, executed }: Buckets): MoneySum {
  const isDone =
    promised.totals.length === executed.totals.length &&
    promised.totals.every(({ range }, index) => haveSameBounds(range, executed.totals[index]!.range));
  return isDone ? emptySum : subtractSums(promised, executed);
}

/** How much of the capital that is promised to an ecosystem was handed over: see `executionOf`. */
export function executionOfEcosystem(corpus: Corpus, ecosystem: Ecosystem): Range | undefined {
  return executionOf(
    capitalPartsOf(corpus, ecosystem).map(({ deal, buckets }) => bucketsInBase(corpus, deal, buckets)),
  );
}
