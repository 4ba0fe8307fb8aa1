import * as l10n from '@vscode/l10n';
import { mixesShares, sellsExistingShares } from '../model/deal';
import { factsOf, type Declaration, type Fact } from '../model/declaration';
import { dateOfDeal, liesAhead, standingOf } from '../model/lifecycle';
import { wholesOf } from '../model/readings';
import { certainlyBefore, compareDates, describeDate, type DealDate } from '../values/date';
import { describeMoney, type Amount, type Money } from '../values/money';
import { add, certainlyGreater, spanning, subtract, withBounds, type Range } from '../values/range';
import { asWritten } from '../values/rounding';
import type { PartyCheck } from '../project/check';

export const downRound: PartyCheck = {
  scope: 'party',
  code: 'down-round',
  severity: 'information',
  title: 'A round values a company below the round before it',
  docs: 'A down round: its pre-money valuation lies below the post-money valuation of the last round before it. Where only the other one of the two is stated, it follows from the amount (post-money is pre-money and new money); without an amount, a post-money valuation that is below the one before is enough, since its pre-money is lower still. Where a deal does not say which one it states, it is held to be whichever makes no down round, and where a part of the amount may be debt or existing shares, nothing is worked out from it. Figures count as far as they are rounded, bounds as bounds, and what several sources report all together, so that it is told only where no reading fits. Secondary sales, deals that are only talked about and those that have fallen out set no price.',
  examples: {
    bad: 'fund Sequoia\ncompany Klarna\n\nround First: Sequoia -> Klarna {\n  amount    $639M  per <https://example.com>\n  valuation $45.6B post\n  status    closed on 2021-06-10\n}\n\nround Second: Sequoia -> Klarna {\n  amount    $800M  per <https://example.com>\n  valuation $6.7B  post\n  status    closed on 2022-07-11\n}\n',
    good: 'fund Sequoia\ncompany Klarna\n\nround First: Sequoia -> Klarna {\n  amount    $639M  per <https://example.com>\n  valuation $45.6B post\n  status    closed on 2021-06-10\n}\n\nround Second: Sequoia -> Klarna {\n  amount    $800M  per <https://example.com>\n  valuation $46.7B post\n  status    closed on 2022-07-11\n}\n',
  },
  noFix: 'nothing is wrong where the prices are right.',
  run: ({ party, deals }, { asOf }) => {
    const rounds = deals
      .flatMap((deal) => pricedRound(deal, party.name, asOf))
      .sort((a, b) => compareDates(a.on, b.on));
    return rounds.flatMap((round, index) => {
      const last = rounds.slice(0, index).findLast(({ on }) => certainlyBefore(on, round.on));
      const [before] = round.before;
      const [after] = last?.after ?? [];
      if (!last || !before || !after || !isBelow(round.before, last.after)) return [];
      return [
        {
          at: round.deal,
          span: {
            start: before.fact.node.start,
            end: before.fact.values[0]?.node.end ?? before.fact.node.end,
          },
          message: l10n.t(
            'A down round: {0} is below {1} of “{2}” ({3}).',
            textBefore(before),
            textAfter(after),
            last.deal.title,
            describeDate(last.on),
          ),
          related: [
            {
              declaration: last.deal,
              span: after.fact.node,
              message: l10n.t('valued at {0} before', valuationText(after)),
            },
          ],
        },
      ];
    });
  },
};

/** A round that sets a price. */
interface PricedRound {
  readonly deal: Declaration;
  readonly on: DealDate;
  /** What the company was worth before the new money, by each line that counts. */
  readonly before: readonly Worth[];
  /** What it was worth with the new money. */
  readonly after: readonly Worth[];
}

/** What a company is worth by one line. */
interface Worth {
  readonly fact: Fact;
  /** As the line states it. */
  readonly stated: Money;
  readonly basis: 'pre' | 'post' | undefined;
  /** The new money by which it was worked out from what is stated, and what it comes to. */
  readonly moved?: { readonly by: Amount; readonly to: Amount };
  /** What it can be as far as figures are rounded. */
  readonly covered: Range;
}

/** Whether all that is reported before the money of a round lies below all that is reported of the round before it. */
function isBelow(before: readonly Worth[], after: readonly Worth[]): boolean {
  return before.every((low) =>
    after.every(
      (high) => low.stated.currency === high.stated.currency && certainlyGreater(high.covered, low.covered),
    ),
  );
}

function pricedRound(deal: Declaration, company: string, day: number): PricedRound[] {
  if ((deal.kind !== 'round' && deal.kind !== 'investment') || !deal.states('valuation')) return [];
  const on = dateOfDeal(deal, day);
  if (!on || sellsExistingShares(deal)) return [];
  if (deal.right.length !== 1 || deal.right[0] !== company || liesAhead(deal, day)) return [];
  const { commitment } = standingOf(deal, day);
  if (commitment === 'over' || commitment === 'talk') return [];
  const stated = factsOf(deal, 'valuation').flatMap(statedBy);
  const newMoney = newMoneyOf(deal);
  return [{ deal, on, before: worthsAt('pre', stated, newMoney), after: worthsAt('post', stated, newMoney) }];
}

function statedBy(fact: Fact): Worth[] {
  const { money: stated, flags } = fact;
  if (!stated || stated.range.undisclosed) return [];
  const basis = flags.has('pre') ? 'pre' : flags.has('post') ? 'post' : undefined;
  return [{ fact, stated, basis, covered: asWritten(stated.range, fact.values[0]?.node.text ?? '') }];
}

/** The worth before or after the new money: what is stated or may be stated of it, else what follows from the other one. */
function worthsAt(basis: 'pre' | 'post', stated: readonly Worth[], newMoney: NewMoney | undefined): Worth[] {
  const own = stated.filter((worth) => worth.basis === basis);
  if (own.length > 0) return [...own, ...stated.filter((worth) => !worth.basis)];
  return stated.map((worth) => movedBy(newMoney, worth, basis));
}

/** A worth with the new money added or taken away; without a basis it may be either, and stays. */
function movedBy(newMoney: NewMoney | undefined, worth: Worth, basis: 'pre' | 'post'): Worth {
  if (!worth.basis || newMoney?.money.currency !== worth.stated.currency) return worth;
  const move = basis === 'post' ? add : reduced;
  const { money, covered } = newMoney;
  const to = { currency: money.currency, range: move(worth.stated.range, money.range) };
  return { ...worth, moved: { by: money, to }, covered: move(worth.covered, covered) };
}

/** The worth without the new money; `subtract` keeps bounds that are not known open. */
function reduced(worth: Range, raised: Range): Range {
  const { min, max } = subtract(worth, raised);
  return withBounds(worth, min, max);
}

/** What comes into a company with a round. */
interface NewMoney {
  readonly money: Amount;
  /** As far as it is rounded, and as sources differ over it. */
  readonly covered: Range;
}

/** Undefined where it is not known, or a part of it may buy no new shares. */
function newMoneyOf(deal: Declaration): NewMoney | undefined {
  if (mixesShares(deal) || deal.states('debt')) return undefined;
  const [first, ...others] = wholesOf(deal);
  if (!first) return undefined;
  let { covered } = first;
  for (const other of others) {
    if (other?.money.currency !== first.money.currency) return undefined;
    covered = spanning(covered, other.covered);
  }
  return { money: first.money, covered };
}

function textBefore(worth: Worth): string {
  const { stated, basis, moved } = worth;
  if (moved) {
    return l10n.t(
      'the pre-money valuation of {0} ({1} post-money less {2} of new money)',
      describeMoney(moved.to),
      describeMoney(stated),
      describeMoney(moved.by),
    );
  }
  // The pre-money valuation is lower still.
  if (basis === 'post') return l10n.t('even the post-money valuation of {0}', describeMoney(stated));
  return textOf(worth);
}

function textAfter(worth: Worth): string {
  const { stated, moved } = worth;
  if (!moved) return textOf(worth);
  return l10n.t(
    'the post-money valuation of {0} ({1} pre-money and {2} of new money)',
    describeMoney(moved.to),
    describeMoney(stated),
    describeMoney(moved.by),
  );
}

function textOf({ stated, basis }: Worth): string {
  switch (basis) {
    case 'pre':
      return l10n.t('the pre-money valuation of {0}', describeMoney(stated));
    case 'post':
      return l10n.t('the post-money valuation of {0}', describeMoney(stated));
    case undefined:
      return l10n.t('the valuation of {0}', describeMoney(stated));
  }
}

function valuationText({ stated, basis }: Worth): string {
  switch (basis) {
    case 'pre':
      return l10n.t('{0} pre-money', describeMoney(stated));
    case 'post':
      return l10n.t('{0} post-money', describeMoney(stated));
    case undefined:
      return describeMoney(stated);
  }
}
