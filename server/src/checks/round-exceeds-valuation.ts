import * as l10n from '@vscode/l10n';
import type { Item } from '../language/item';
import { findModifier } from '../language/tree';
import { factOf, factsOf, moneyOf, type Declaration, type Fact } from '../model/declaration';
import { allIn, readingOf, wholesOf } from '../model/readings';
import { describeMoney } from '../values/money';
import { certainlyGreater } from '../values/range';
import { swapped } from '../project/edits';
import type { Fix, LocalCheck } from '../project/check';

export const roundExceedsValuation: LocalCheck = {
  scope: 'item',
  code: 'round-exceeds-valuation',
  severity: 'error',
  title: 'A round is larger than its post-money valuation',
  docs: 'The post-money valuation includes the new money, so the round cannot be larger. Without `post` nothing is said: the figure may be a pre-money valuation; nor where a `debt` is part of the round, or it is `convertible`. Where sources differ, it is told only where no reported figure fits.',
  examples: {
    bad: 'fund Lightspeed\ncompany Anthropic\n\nround SeriesE: Lightspeed -> Anthropic {\n  amount    $60B per <https://example.com>\n  valuation $2B post\n}\n',
    good: 'fund Lightspeed\ncompany Anthropic\n\nround SeriesE: Lightspeed -> Anthropic {\n  amount    $2B per <https://example.com>\n  valuation $60B post\n}\n',
  },
  concerns: ({ declaration }) => declaration !== undefined && postMoneysOf(declaration).length > 0,
  run: ({ item, declaration }) => {
    if (declaration?.kind !== 'round' && declaration?.kind !== 'investment') return [];
    const stated = factOf(declaration, 'amount') ?? factOf(declaration, 'tranche');
    const [valuation] = postMoneysOf(declaration);
    const posts = postMoneysOf(declaration).map((fact) => readingOf(fact, declaration));
    const worth = moneyOf(valuation);
    if (!stated || !valuation || !worth || borrowsPart(declaration)) return [];
    const wholes = allIn(worth.currency, wholesOf(declaration));
    const worths = allIn(worth.currency, posts);
    const isLarger = wholes?.every((whole) =>
      worths?.every((other) => certainlyGreater(whole.money.range, other.money.range)),
    );
    if (!wholes || !worths || !isLarger) return [];
    const [{ money: raised }] = wholes;
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
        fixes: fixesFor(item, declaration, stated, valuation),
      },
    ];
  },
};

/** The two figures the other way round, and the valuation as one without the new money, where each stands once. */
function fixesFor(item: Item, deal: Declaration, stated: Fact, valuation: Fact): Fix[] {
  const post = findModifier(valuation.node, 'post');
  const [raised, worth] = [stated.values[0]?.node, valuation.values[0]?.node];
  if (!post || !raised || !worth || factsOf(deal, 'valuation').length > 1) return [];
  const parts = ['tranche', 'paid', 'lead', 'stake'] as const;
  const isAlone = factsOf(deal, 'amount').length === 1 && !parts.some((name) => factOf(deal, name));
  return [
    ...(isAlone ? [{ title: l10n.t('Swap the two figures'), edits: swapped(item, raised, worth) }] : []),
    {
      title: l10n.t('Change to “{0}”', 'pre'),
      edits: [{ start: post.start, end: post.wordEnd, text: 'pre' }],
    },
  ];
}

/** The post-money valuations, one for each source; pre-money ones may stand beside them. */
function postMoneysOf(deal: Declaration): Fact[] {
  return factsOf(deal, 'valuation').filter(({ flags }) => flags.has('post'));
}

/** Whether a part of the money buys no shares that the valuation counts: it is borrowed. */
function borrowsPart(deal: Declaration): boolean {
  return (
    factOf(deal, 'debt') !== undefined ||
    factsOf(deal, 'type').some(({ values }) =>
      values.some((value) => value.type === 'choice' && value.word === 'convertible'),
    )
  );
}
