import * as l10n from '@vscode/l10n';
import { Big } from 'big.js';
import { factOf, type Fact } from '../model/declaration';
import { describeMoney, type Money } from '../values/money';
import { ratio } from '../values/multiple';
import { describePercent } from '../values/percent';
import { certainlyDifferent, withBounds, type Range } from '../values/range';
import { asWritten } from '../values/rounding';
import type { LocalCheck } from '../project/check';

export const stakeFitsValuation: LocalCheck = {
  scope: 'item',
  code: 'stake-fits-valuation',
  severity: 'warning',
  title: 'A stake is not what the amount buys at the valuation',
  docs: 'Whoever puts in new money holds amount ÷ post-money valuation of the party. Each of the three figures may be rounded as far as its last digit says, and bounds are taken as bounds: it is told only where no reading fits. Without `post` nothing is said.',
  examples: {
    bad: 'company Amazon\ncompany Anthropic\n\ninvestment Deal: Amazon -> Anthropic {\n  amount    $4B per <https://example.com>\n  stake     20%\n  valuation $60B post\n}\n',
    good: 'company Amazon\ncompany Anthropic\n\ninvestment Deal: Amazon -> Anthropic {\n  amount    $4B per <https://example.com>\n  stake     6.7%\n  valuation $60B post\n}\n',
  },
  concerns: ({ declaration }) =>
    declaration !== undefined &&
    factOf(declaration, 'amount') !== undefined &&
    factOf(declaration, 'stake') !== undefined &&
    factOf(declaration, 'valuation')?.flags.has('post') === true,
  run: ({ declaration }) => {
    if (declaration?.kind !== 'round' && declaration?.kind !== 'investment') return [];
    const amount = factOf(declaration, 'amount');
    const stake = factOf(declaration, 'stake');
    const valuation = factOf(declaration, 'valuation');
    if (!amount?.money || !valuation?.money || !valuation.flags.has('post')) return [];
    const [stated] = stake?.values ?? [];
    if (!stake || stated?.type !== 'percent' || stated.range.undisclosed) return [];
    const bought = shareOf(written(amount, amount.money), written(valuation, valuation.money));
    if (!bought || !certainlyDifferent(bought, asWritten(stated.range, stated.node.text))) return [];
    const share = shareOf(amount.money, valuation.money) ?? bought;
    return [
      {
        span: { start: stake.node.start, end: stated.node.end },
        message: l10n.t(
          '{0} at a post-money valuation of {1} buys {2}, stake says {3}. Correct one of the three.',
          describeMoney(amount.money),
          describeMoney(valuation.money),
          describePercent(withBounds(share, share.min?.round(decimals), share.max?.round(decimals))),
          describePercent(stated.range),
        ),
        related: [amount, valuation].map((fact) => ({
          declaration,
          span: fact.node,
          message: l10n.t('the “{0}” it is measured against', fact.name),
        })),
      },
    ];
  },
};

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
