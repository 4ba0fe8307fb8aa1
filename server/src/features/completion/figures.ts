import * as l10n from '@vscode/l10n';
import type { PropertyName } from '../../language/schema';
import { formsOf, moneyFactOf, sumOf } from '../../model/deal';
import { factsOf, moneyOf, type Declaration } from '../../model/declaration';
import { describeMoney, formatMoney, type Money } from '../../values/money';
import { isExact } from '../../values/range';
import { subtractSums, type MoneySum } from '../../values/sum';

/** A figure that follows from what a deal says already. */
export interface FollowingFigure {
  readonly text: string;
  readonly detail: string;
}

/**
 * The money that a line is most likely about: what is left of the amount for a tranche or a payment, and what tranches
 * come to for an amount. Only exact figures follow exactly.
 */
export function figuresFor(deal: Declaration | undefined, property: PropertyName): FollowingFigure[] {
  if (!deal) return [];
  if (property === 'amount' || property === 'budget') {
    const tranches = onlyTotal(sumOf(factsOf(deal, 'tranche'), formsOf(deal)));
    return tranches ? [{ text: formatMoney(tranches), detail: l10n.t('what the tranches come to') }] : [];
  }
  if (property !== 'tranche' && property !== 'paid') return [];
  const whole = moneyFactOf(deal);
  const money = moneyOf(whole);
  if (!whole || !money || money.per) return [];
  const forms = formsOf(deal);
  const rest = onlyTotal(subtractSums(sumOf([whole], forms), sumOf(factsOf(deal, property), forms)));
  return rest ? [{ text: formatMoney(rest), detail: l10n.t('the rest of {0}', describeMoney(money)) }] : [];
}

/** The money of a sum where it is one exact figure above nothing. */
function onlyTotal(sum: MoneySum): Money | undefined {
  const [total] = sum.totals;
  if (!total || sum.totals.length > 1 || sum.undisclosed > 0) return undefined;
  return isExact(total.range) && total.range.min?.gt(0) ? total : undefined;
}
