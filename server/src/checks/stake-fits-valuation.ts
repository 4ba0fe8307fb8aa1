import * as l10n from '@vscode/l10n';
import { Big } from 'big.js';
import { sellsExistingShares } from '../model/deal';
import { factOf, factsOf, type Declaration, type Fact } from '../model/declaration';
import { describeMoney, type Money } from '../values/money';
import { ratio } from '../values/multiple';
import { describePercent, formatPercent } from '../values/percent';
import { add, certainlyDifferent, isExact, withBounds, type Range } from '../values/range';
import { asWritten } from '../values/rounding';
import type { LocalCheck } from '../project/check';

export const stakeFitsValuation: LocalCheck = {
  scope: 'item',
  code: 'stake-fits-valuation',
  severity: 'warning',
  title: 'A stake is not what the amount buys at the valuation',
  docs: 'Whoever puts in new money holds amount ÷ post-money valuation of the party; of a pre-money valuation the post-money is pre-money and the amount. Each of the three figures may be rounded as far as its last digit says, and bounds are taken as bounds: it is told only where no reading fits. Without `post` or `pre` nothing is said, nor of existing shares (`secondary`, `tender`) at a pre-money valuation.',
  examples: {
    bad: 'company Amazon\ncompany Anthropic\n\ninvestment Deal: Amazon -> Anthropic {\n  amount    $4B per <https://example.com>\n  stake     20%\n  valuation $60B post\n}\n',
    good: 'company Amazon\ncompany Anthropic\n\ninvestment Deal: Amazon -> Anthropic {\n  amount    $4B per <https://example.com>\n  stake     6.7%\n  valuation $60B post\n}\n',
  },
  concerns: ({ declaration }) =>
    declaration !== undefined &&
    factOf(declaration, 'amount') !== undefined &&
    factOf(declaration, 'stake') !== undefined &&
    factsOf(declaration, 'valuation').some(({ flags }) => flags.has('post') || flags.has('pre')),
  run: ({ declaration }) => {
    if (declaration?.kind !== 'round' && declaration?.kind !== 'investment') return [];
    const amount = factOf(declaration, 'amount');
    const stake = factOf(declaration, 'stake');
    const valuation = valuationOf(declaration);
    if (!amount?.money || !valuation?.money) return [];
    const [stated] = stake?.values ?? [];
    if (!stake || stated?.type !== 'percent' || stated.range.undisclosed) return [];
    const rounded = written(amount, amount.money);
    const bought = shareOf(rounded, postMoneyOf(valuation, written(valuation, valuation.money), rounded));
    if (!bought || !certainlyDifferent(bought, asWritten(stated.range, stated.node.text))) return [];
    const share = shareOf(amount.money, postMoneyOf(valuation, valuation.money, amount.money)) ?? bought;
    const bounds = withBounds(share, share.min?.round(decimals), share.max?.round(decimals));
    const shown = describePercent(bounds);
    const [paid, worth, held] = [
      describeMoney(amount.money),
      describeMoney(valuation.money),
      describePercent(stated.range),
    ];
    return [
      {
        span: { start: stake.node.start, end: stated.node.end },
        message: valuation.flags.has('post')
          ? l10n.t(
              '{0} at a post-money valuation of {1} buys {2}, stake says {3}. Correct one of the three.',
              paid,
              worth,
              shown,
              held,
            )
          : l10n.t(
              '{0} on top of a pre-money valuation of {1} buys {2}, stake says {3}. Correct one of the three.',
              paid,
              worth,
              shown,
              held,
            ),
        ...(isExact(bounds) && {
          fixes: [
            {
              title: l10n.t('Change the stake to {0}', formatPercent(bounds)),
              edits: [{ start: stated.node.start, end: stated.node.end, text: formatPercent(bounds) }],
            },
          ],
        }),
        related: [amount, valuation].map((fact) => ({
          declaration,
          span: fact.node,
          message: l10n.t('the “{0}” it is measured against', fact.name),
        })),
      },
    ];
  },
};

/** The valuation that a stake is measured against: the post-money one where it is stated. */
function valuationOf(deal: Declaration): Fact | undefined {
  const valuations = factsOf(deal, 'valuation');
  return (
    valuations.find(({ flags }) => flags.has('post')) ??
    (sellsExistingShares(deal) ? undefined : valuations.find(({ flags }) => flags.has('pre')))
  );
}

/** The worth with the new money in it. */
function postMoneyOf({ flags }: Fact, worth: Money, amount: Money): Money {
  if (flags.has('post') || worth.currency !== amount.currency) return worth;
  return { ...worth, range: add(worth.range, amount.range) };
}

const decimals = 2;
const HUNDRED = new Big(100);

function written(fact: Fact, money: Money): Money {
  return { ...money, range: asWritten(money.range, fact.values[0]?.node.text ?? '') };
}

/** How much of the valuation the amount is, in percent. */
function shareOf(amount: Money, valuation: Money): Range | undefined {
  const share = ratio(amount, valuation);
  return share && withBounds(share, share.min?.times(HUNDRED), share.max?.times(HUNDRED));
}
