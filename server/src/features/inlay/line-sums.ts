import * as l10n from '@vscode/l10n';
import { formsOf, moneyFactOf, sumOf, wholeOf } from '../../model/deal';
import { factsOf, moneyOf, type Declaration } from '../../model/declaration';
import { describeSum, isEmpty } from '../../values/sum';
import type { LineHint } from './hint';

/** What the lines of a deal come to: its tranches beside the amount, its payments, money that recurs over its time. */
export function lineSums(deal: Declaration): LineHint[] {
  return [...tranches(deal), ...payments(deal), ...recurring(deal)];
}

function tranches(deal: Declaration): LineHint[] {
  const lines = factsOf(deal, 'tranche');
  const sum = sumOf(lines, formsOf(deal));
  const last = lines.at(-1);
  if (!last || isEmpty(sum)) return [];
  const whole = moneyFactOf(deal);
  if (!whole) return lines.length > 1 ? [{ fact: last, text: l10n.t('Σ {0}', describeSum(sum)) }] : [];
  if (moneyOf(whole)?.per) return [];
  const count = lines.length;
  // What is all of it needs no second figure beside the first.
  if (describeSum(sum) === describeSum(sumOf([whole], formsOf(deal)))) {
    return count > 1 ? [{ fact: whole, text: l10n.t('= {0} tranches', count) }] : [];
  }
  const text =
    count === 1
      ? l10n.t('1 tranche: {0}', describeSum(sum))
      : l10n.t('{0} tranches: {1}', count, describeSum(sum));
  return [{ fact: whole, text }];
}

function payments(deal: Declaration): LineHint[] {
  const lines = factsOf(deal, 'paid');
  const last = lines.at(-1);
  const sum = sumOf(lines, formsOf(deal));
  return last && lines.length > 1 && !isEmpty(sum)
    ? [{ fact: last, text: l10n.t('Σ {0} paid', describeSum(sum)) }]
    : [];
}

function recurring(deal: Declaration): LineHint[] {
  const fact = moneyFactOf(deal);
  const whole = wholeOf(deal);
  return fact && moneyOf(fact)?.per && !isEmpty(whole)
    ? [{ fact, text: l10n.t('= {0} in all', describeSum(whole)) }]
    : [];
}
