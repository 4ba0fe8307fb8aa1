import { Big } from 'big.js';
import type { Money } from '../values/money';
import { NOUGHT, type Range } from '../values/range';
import type { Value } from './value';

/** Why a figure cannot be. */
export type Impossibility = 'negative' | 'no share' | 'more than there is';

/** All that the households of the world own is some $500T (UBS, Global Wealth Report 2025). */
const mostMoney = new Big('1e15');

/** The unit of any other currency may be worth much less; no economy comes to so many of its own. */
const mostOfOtherMoney = new Big('1e18');

/** Currencies with a unit that is worth about as much as a dollar. */
const strongCurrencies: ReadonlySet<string> = new Set(['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'SGD']);

const hundred = new Big(100);

/** Why a figure cannot be; undefined for one that can, and for what is no figure. */
export function whyImpossible(value: Value | undefined): Impossibility | undefined {
  switch (value?.type) {
    case 'money':
      return whyImpossibleMoney(value.money);
    case 'quantity':
      return isAnywhere(value.quantity.range, isNegative) ? 'negative' : undefined;
    case 'percent':
      return isAnywhere(value.range, (bound) => isNegative(bound) || bound.gt(hundred))
        ? 'no share'
        : undefined;
    case 'multiple':
    case 'number':
      return isAnywhere(value.range, isNegative) ? 'negative' : undefined;
    default:
      return undefined;
  }
}

/** Why an amount, or what recurs of it, cannot be; undefined for one that can. */
export function whyImpossibleMoney({ currency, range }: Money): Impossibility | undefined {
  // A whole number that a double holds is less than any limit.
  if (range.whole !== undefined) return range.whole < 0 ? 'negative' : undefined;
  if (isAnywhere(range, isNegative)) return 'negative';
  const most = strongCurrencies.has(currency) ? mostMoney : mostOfOtherMoney;
  return isAnywhere(range, (bound) => bound.gt(most)) ? 'more than there is' : undefined;
}

function isAnywhere({ min, max }: Range, is: (bound: Big) => boolean): boolean {
  return (min !== undefined && is(min)) || (max !== undefined && max !== min && is(max));
}

function isNegative(bound: Big): boolean {
  return bound.lt(NOUGHT);
}
