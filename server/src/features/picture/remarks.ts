import * as l10n from '@vscode/l10n';
import { enumerate } from '../summary/names';

/** How much of what a picture is about has no line or point of its own. */
export interface LeftOut {
  /** Points that are drawn together with others, and in how many. */
  readonly together: number;
  readonly groups: number;
  /** Deals between those who are drawn as one. */
  readonly inside: number;
  /** Deals that name nobody on one side, and those of one with itself. */
  readonly untied: number;
  readonly withItself: number;
  /** Titles of people without deals. */
  readonly beside: readonly string[];
  /** Titles of deals that do not say when they begin. */
  readonly undated: readonly string[];
  /** Deals whose money cannot be told in the currency. */
  readonly unvalued: number;
  readonly currency: string;
  /** Ecosystems without an outline. */
  readonly hulls: number;
  /** Among so many deals circles are looked for, where there are more of them. */
  readonly circlesUnmarked: number | undefined;
}

/** What is drawn together, left out or cannot be told, in sentences. */
export function* remarksOn(left: LeftOut): Generator<string, void> {
  const { together, groups, inside, untied, withItself, beside, undated, unvalued, currency, hulls } = left;
  if (together > 0) {
    yield groups === 1
      ? l10n.t(
          '{0} with less money and fewer deals are drawn together in 1 point. Show more, or a picture around one of them.',
          together,
        )
      : l10n.t(
          '{0} with less money and fewer deals are drawn together in {1} points. Show more, or a picture around one of them.',
          together,
          groups,
        );
  }
  if (inside === 1) yield l10n.t('1 deal is between parties that are drawn as one.');
  if (inside > 1) yield l10n.t('{0} deals are between parties that are drawn as one.', inside);
  if (untied === 1) yield l10n.t('1 deal names nobody on one side, so it has no line.');
  if (untied > 1) yield l10n.t('{0} deals name nobody on one side, so they have no line.', untied);
  if (withItself === 1) yield l10n.t('1 deal is of a party with itself, so it has no line.');
  if (withItself > 1) yield l10n.t('{0} deals are of a party with itself, so they have no line.', withItself);
  if (beside.length > 0) yield l10n.t('People without deals have no point: {0}.', enumerate(beside));
  if (undated.length === 1) {
    yield l10n.t('1 deal does not say when it begins and is shown on every day: {0}.', undated[0]!);
  }
  if (undated.length > 1) {
    yield l10n.t(
      '{0} deals do not say when they begin and are shown on every day: {1}.',
      undated.length,
      enumerate(undated),
    );
  }
  if (unvalued === 1) {
    yield l10n.t(
      'The money of 1 deal cannot be told in {0}; its line is thin. An exchange rate (fx) helps.',
      currency,
    );
  }
  if (unvalued > 1) {
    yield l10n.t(
      'The money of {0} deals cannot be told in {1}; their lines are thin. An exchange rate (fx) helps.',
      unvalued,
      currency,
    );
  }
  if (hulls === 1) yield l10n.t('1 smaller ecosystem has no outline.');
  if (hulls > 1) yield l10n.t('{0} smaller ecosystems have no outline.', hulls);
  if (left.circlesUnmarked !== undefined) {
    yield l10n.t('Circular money is not marked among more than {0} deals.', left.circlesUnmarked);
  }
}
