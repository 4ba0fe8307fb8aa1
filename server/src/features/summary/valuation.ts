import * as l10n from '@vscode/l10n';
import type { StepUp, ValuationBasis, ValuationFigure } from '../../model/valuation';
import { describeMoney } from '../../values/money';

/** What a step-up compares: `$18.5B post-money → $58B pre-money, without $2B of new money`. */
export function stepText({ before, after }: StepUp): string {
  const [from, to] = [before, after].map(({ money }) => describeMoney(money));
  return before.basis !== after.basis && before.basis && after.basis
    ? l10n.t('{0} → {1}', figureText(before), figureText(after))
    : l10n.t('{0} → {1}, {2}', from ?? '', to ?? '', comparisonText({ before, after }));
}

/** On which basis a step-up compares, in a few words: `post to pre`, `post to post`. */
export function comparisonText({ before, after }: Pick<StepUp, 'before' | 'after'>): string {
  if (!before.basis && !after.basis) return l10n.t('pre or post not said');
  if (!before.basis || !after.basis) {
    const { money } = before.basis ? after : before;
    return l10n.t('pre or post not said of {0}', describeMoney(money));
  }
  return l10n.t('{0} to {1}', basisWord(before.basis), basisWord(after.basis));
}

function figureText({ money, basis, newMoney }: ValuationFigure): string {
  const figure = describeMoney(money);
  if (basis === 'pre') {
    return newMoney
      ? l10n.t('{0} without the {1} raised', figure, describeMoney(newMoney))
      : l10n.t('{0} pre-money', figure);
  }
  return newMoney
    ? l10n.t('{0} with the {1} raised', figure, describeMoney(newMoney))
    : l10n.t('{0} post-money', figure);
}

function basisWord(basis: ValuationBasis): string {
  return basis === 'pre' ? l10n.t('pre') : l10n.t('post');
}
