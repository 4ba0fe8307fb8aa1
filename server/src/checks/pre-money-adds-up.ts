import * as l10n from '@vscode/l10n';
import { Big } from 'big.js';
import { mixesShares } from '../model/deal';
import { factOf, factsOf, type Declaration, type Fact } from '../model/declaration';
import { wholesOf, type Reading } from '../model/readings';
import { overlaps } from '../values/date';
import { describeMoney, formatMoney, type Amount } from '../values/money';
import { add, certainlyDifferent, isExact, subtract, withBounds, type Range } from '../values/range';
import { asWritten } from '../values/rounding';
import type { Found, LocalCheck } from '../project/check';

export const preMoneyAddsUp: LocalCheck = {
  scope: 'item',
  code: 'pre-money-adds-up',
  severity: 'error',
  title: 'Pre-money and new money do not come to the post-money valuation',
  docs: 'The post-money valuation is the pre-money valuation and the new money. Where a deal states both valuations (`valuation $58B pre`, `valuation $60B post`), it is told if neither the last digit of the figures nor 1% of the post-money explains the difference, and no reading of the bounds does. Money for existing shares is no new money: of a `secondary` or `tender` nothing is said, nor of a `convertible` or an `IPO`, where both are mixed. Where sources differ over one of the three, it is told only where no reported figure fits. A `debt` that is part of the round may or may not be in it.',
  examples: {
    bad: 'fund Lightspeed\ncompany Anthropic\n\nround SeriesE: Lightspeed -> Anthropic {\n  amount    $2B   per <https://example.com>\n  valuation $60B  pre\n  valuation $65B  post\n}\n',
    good: 'fund Lightspeed\ncompany Anthropic\n\nround SeriesE: Lightspeed -> Anthropic {\n  amount    $3.5B  per <https://example.com>\n  valuation $58B   pre\n  valuation $61.5B post\n}\n',
  },
  concerns: ({ declaration }) =>
    declaration !== undefined &&
    (['pre', 'post'] as const).every((flag) =>
      factsOf(declaration, 'valuation').some(({ flags }) => flags.has(flag)),
    ),
  run: ({ declaration }) => {
    if (declaration?.kind !== 'round' && declaration?.kind !== 'investment') return [];
    const wholes = wholesOf(declaration);
    // Where sources differ, what one of them says may be right.
    const found = valuationsOf(declaration, 'pre').flatMap((pre) =>
      valuationsOf(declaration, 'post').flatMap((post) =>
        wholes.map((whole) => judged(declaration, pre, post, whole)),
      ),
    );
    return found.every((each) => each.length > 0) ? (found[0] ?? []) : [];
  },
};

function judged(declaration: Declaration, pre: Fact, post: Fact, whole: Reading | undefined): Found[] {
  const raised = whole?.money;
  if (!pre.money || !post.money || !raised || mixesShares(declaration)) return [];
  if (pre.money.currency !== post.money.currency || raised.currency !== post.money.currency) return [];
  if (pre.on && post.on && !overlaps(pre.on, post.on)) return [];
  const newMoney = withoutDebt(declaration, raised.range, raised.currency);
  const sum = add(pre.money.range, newMoney);
  const rounded = add(written(pre, pre.money.range), roundedMoney(whole.fact, newMoney));
  const isRounding = !certainlyDifferent(rounded, written(post, post.money.range));
  if (isRounding || !certainlyDifferent(sum, withinOnePercent(post.money.range))) return [];
  const [stated] = post.values;
  const expected: Amount = { currency: raised.currency, range: sum };
  return [
    {
      span: { start: post.node.start, end: stated?.node.end ?? post.node.end },
      message: l10n.t(
        'The pre-money valuation of {0} and {1} of new money come to {2}, post-money says {3}. Correct one of the three.',
        describeMoney(pre.money),
        describeMoney({ currency: raised.currency, range: newMoney }),
        describeMoney(expected),
        describeMoney(post.money),
      ),
      related: [pre, factOf(declaration, 'amount') ?? factOf(declaration, 'tranche') ?? pre]
        .filter((fact, index, all) => all.indexOf(fact) === index)
        .map((fact) => ({
          declaration,
          span: fact.node,
          message: l10n.t('the “{0}” it is measured against', fact.name),
        })),
      ...(stated &&
        isExact(sum) && {
          fixes: [
            {
              title: l10n.t('Change the post-money valuation to {0}', formatMoney(expected)),
              edits: [{ start: stated.node.start, end: stated.node.end, text: formatMoney(expected) }],
            },
          ],
        }),
    },
  ];
}

function valuationsOf(deal: Declaration, basis: 'pre' | 'post'): Fact[] {
  return factsOf(deal, 'valuation').filter(({ flags }) => flags.has(basis));
}

/** What may be equity of the money: the debt may have been counted in. */
function withoutDebt(deal: Declaration, raised: Range, currency: string): Range {
  const debt = factOf(deal, 'debt')?.money;
  if (!debt) return raised;
  const least = debt.currency === currency ? subtract(raised, debt.range).min : new Big(0);
  return withBounds(raised, least, raised.max);
}

function written({ values: [value] }: Fact, range: Range): Range {
  return asWritten(range, value?.node.text ?? '');
}

/** The new money as far as its figure is rounded; tranches count as they are. */
function roundedMoney(amount: Fact | undefined, newMoney: Range): Range {
  return amount ? written(amount, newMoney) : newMoney;
}

const ninetyNine = new Big('0.99');
const hundredAndOne = new Big('1.01');

function withinOnePercent(range: Range): Range {
  return withBounds(range, range.min?.times(ninetyNine), range.max?.times(hundredAndOne));
}
