import * as l10n from '@vscode/l10n';
import type { Corpus } from '../../model/corpus';
import type { StepUp, ValuationBasis, ValuationFigure, ValuationPoint } from '../../model/valuation';
import { describeDate } from '../../values/date';
import { describeMoney } from '../../values/money';
import { disputedText } from './disputes';

/** What is said of a valuation, part by part: `$60B`, `in talks`, `January 2025`. */
export function pointParts(corpus: Corpus, point: ValuationPoint): string[] {
  const { money, basis, inTalks, on } = point;
  return [
    describeMoney(money),
    basis && l10n.t('{0}-money', basis),
    inTalks ? l10n.t('in talks') : undefined,
    on && describeDate(on),
    valuationDispute(corpus, point),
  ].filter((part) => part !== undefined);
}

/** Says who disputes a valuation; undefined where nobody does. */
export function valuationDispute(corpus: Corpus, { declaration }: ValuationPoint): string | undefined {
  return disputedText(corpus, declaration, [declaration.kind === 'valuation' ? 'value' : 'valuation']);
}

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
