import * as l10n from '@vscode/l10n';
import { sellsExistingShares, totalOf } from '../model/deal';
import { factsOf, type Declaration, type Fact } from '../model/declaration';
import { dateOfDeal, liesAhead, standingOf } from '../model/lifecycle';
import { certainlyBefore, compareDates, describeDate, type DealDate } from '../values/date';
import { describeMoney, type Money } from '../values/money';
import { add, certainlyGreater, subtract, withBounds, type Range } from '../values/range';
import { asWritten } from '../values/rounding';
import type { PartyCheck } from '../project/check';

export const downRound: PartyCheck = {
  scope: 'party',
  code: 'down-round',
  severity: 'information',
  title: 'A round values a company below the round before it',
  docs: 'A down round: its pre-money valuation lies below the post-money valuation of the last round before it. Where only one of the two is stated, the other one follows from the amount (post-money is pre-money and new money); where a deal does not say which one it states, it is held to be whichever makes no down round. Figures count as far as they are rounded, and bounds as bounds, so that it is told only where no reading fits. Secondary sales, deals that are only talked about and those that have fallen out set no price.',
  examples: {
    bad: 'fund Sequoia\ncompany Klarna\n\nround First: Sequoia -> Klarna {\n  amount    $639M  per <https://example.com>\n  valuation $45.6B post\n  status    closed on 2021-06-10\n}\n\nround Second: Sequoia -> Klarna {\n  amount    $800M  per <https://example.com>\n  valuation $6.7B  post\n  status    closed on 2022-07-11\n}\n',
    good: 'fund Sequoia\ncompany Klarna\n\nround First: Sequoia -> Klarna {\n  amount    $639M  per <https://example.com>\n  valuation $45.6B post\n  status    closed on 2021-06-10\n}\n\nround Second: Sequoia -> Klarna {\n  amount    $800M  per <https://example.com>\n  valuation $46.7B post\n  status    closed on 2022-07-11\n}\n',
  },
  run: ({ party, deals }, { asOf }) => {
    const rounds = deals
      .flatMap((deal) => pricedRound(deal, party.name, asOf))
      .sort((a, b) => compareDates(a.on, b.on));
    return rounds.flatMap((round, index) => {
      const before = rounds.slice(0, index).findLast(({ on }) => certainlyBefore(on, round.on));
      if (!before || before.money.currency !== round.money.currency) return [];
      if (!certainlyGreater(before.after, round.before)) return [];
      return [
        {
          at: round.deal,
          span: { start: round.fact.node.start, end: round.fact.values[0]?.node.end ?? round.fact.node.end },
          message: l10n.t(
            'A down round: {0} after {1} in “{2}” ({3}).',
            valuationText(round),
            valuationText(before),
            before.deal.title,
            describeDate(before.on),
          ),
          related: [
            {
              declaration: before.deal,
              span: before.fact.node,
              message: l10n.t('valued at {0} before', valuationText(before)),
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
  readonly fact: Fact;
  readonly money: Money;
  readonly on: DealDate;
  /** What the company was worth before the new money at most, and after it at least, as far as figures are rounded. */
  readonly before: Range;
  readonly after: Range;
}

function pricedRound(deal: Declaration, company: string, day: number): PricedRound[] {
  if ((deal.kind !== 'round' && deal.kind !== 'investment') || !deal.states('valuation')) return [];
  const on = dateOfDeal(deal, day);
  if (!on || sellsExistingShares(deal)) return [];
  if (deal.right.length !== 1 || deal.right[0] !== company || liesAhead(deal, day)) return [];
  const { commitment } = standingOf(deal, day);
  const valuations = factsOf(deal, 'valuation');
  // Of both, the one with the new money in it is the one that is reported.
  const fact = valuations.find(({ flags }) => flags.has('post')) ?? valuations[0];
  if (commitment === 'over' || commitment === 'talk' || !fact?.money || fact.money.range.undisclosed)
    return [];
  const { money } = fact;
  const worth = asWritten(money.range, fact.values[0]?.node.text ?? '');
  const raised = totalOf(deal);
  const isKnown = raised?.currency === money.currency;
  const before = isKnown && fact.flags.has('post') ? reduced(worth, raised.range) : worth;
  const after = isKnown && fact.flags.has('pre') ? add(worth, raised.range) : worth;
  return [{ deal, fact, money, on, before, after }];
}

/** The worth without the new money; `subtract` keeps bounds that are not known open. */
function reduced(worth: Range, raised: Range): Range {
  const { min, max } = subtract(worth, raised);
  return withBounds(worth, min, max);
}

function valuationText({ fact, money }: PricedRound): string {
  if (fact.flags.has('post')) return l10n.t('{0} post-money', describeMoney(money));
  if (fact.flags.has('pre')) return l10n.t('{0} pre-money', describeMoney(money));
  return describeMoney(money);
}
