import * as l10n from '@vscode/l10n';
import { totalOf } from '../model/deal';
import { factOf, factsOf, moneyOf, type Declaration, type Fact } from '../model/declaration';
import { describeMoney } from '../values/money';
import { certainlyGreater } from '../values/range';
import type { LocalCheck } from '../project/check';

export const roundExceedsValuation: LocalCheck = {
  scope: 'item',
  code: 'round-exceeds-valuation',
  severity: 'error',
  title: 'A round is larger than its post-money valuation',
  docs: 'The post-money valuation includes the new money, so the round cannot be larger. Without `post` nothing is said: the figure may be a pre-money valuation.',
  examples: {
    bad: 'fund Lightspeed\ncompany Anthropic\n\nround SeriesE: Lightspeed -> Anthropic {\n  amount    $60B per <https://example.com>\n  valuation $2B post\n}\n',
    good: 'fund Lightspeed\ncompany Anthropic\n\nround SeriesE: Lightspeed -> Anthropic {\n  amount    $2B per <https://example.com>\n  valuation $60B post\n}\n',
  },
  concerns: ({ declaration }) => declaration !== undefined && postMoneyOf(declaration) !== undefined,
  run: ({ declaration }) => {
    if (declaration?.kind !== 'round' && declaration?.kind !== 'investment') return [];
    const stated = factOf(declaration, 'amount') ?? factOf(declaration, 'tranche');
    const valuation = postMoneyOf(declaration);
    const raised = totalOf(declaration);
    const worth = moneyOf(valuation);
    if (!stated || !valuation || !raised || !worth) return [];
    if (raised.currency !== worth.currency || !certainlyGreater(raised.range, worth.range)) return [];
    return [
      {
        span: { start: stated.node.start, end: stated.node.values[0]?.end ?? stated.node.end },
        message: l10n.t(
          'The round of {0} is larger than its post-money valuation of {1}, which includes it. Correct one of the two, or write “pre”.',
          describeMoney(raised),
          describeMoney(worth),
        ),
        related: [
          {
            declaration,
            span: valuation.node,
            message: l10n.t('post-money valuation of {0}', describeMoney(worth)),
          },
        ],
      },
    ];
  },
};

/** The first post-money valuation; a pre-money one may stand beside it. */
function postMoneyOf(deal: Declaration): Fact | undefined {
  return factsOf(deal, 'valuation').find(({ flags }) => flags.has('post'));
}
