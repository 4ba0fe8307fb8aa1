import * as l10n from '@vscode/l10n';
import type { Item } from '../language/item';
import { factOf, factsOf, moneyOf, type Declaration, type Fact } from '../model/declaration';
import { allIn, sumReported, wholesOf } from '../model/readings';
import { describeMoney, formatMoney, type Amount } from '../values/money';
import { certainlyDifferent, isExact, subtract } from '../values/range';
import { propertyBefore } from '../project/edits';
import type { Fix, LocalCheck, RelatedPlace } from '../project/check';

export const tranchesAddUp: LocalCheck = {
  scope: 'item',
  code: 'tranches-add-up',
  severity: 'error',
  title: 'Tranches do not add up to the amount',
  docs: 'All tranches of a deal add up to its amount. With bounds it is an error only where no reading of them can be right: more than an “up to”, or sums that cannot meet. The amount may be rounded as far as its last digit says, by 10% at most, and each tranche by 1%. Where sources differ, it is an error only where no reported figure fits. Tranches in several currencies are not compared.',
  examples: {
    bad: 'company Amazon\ncompany Anthropic\n\ninvestment Deal: Amazon -> Anthropic {\n  amount  $8B per <https://example.com>\n  tranche $4B on 2023-09-25\n  tranche $3B on 2024-11-22\n}\n',
    good: 'company Amazon\ncompany Anthropic\n\ninvestment Deal: Amazon -> Anthropic {\n  amount  $8B per <https://example.com>\n  tranche $4B on 2023-09-25\n  tranche $4B on 2024-11-22\n}\n',
  },
  concerns: ({ declaration }) =>
    declaration !== undefined &&
    factOf(declaration, 'amount') !== undefined &&
    factOf(declaration, 'tranche') !== undefined,
  run: ({ item, declaration }) => {
    if (!declaration) return [];
    const amounts = factsOf(declaration, 'amount');
    const [amount] = amounts;
    const tranches = factsOf(declaration, 'tranche');
    if (!amount || amounts.some(({ money }) => money?.per) || tranches.some(cannotBeAdded)) return [];
    if (amounts.length === 1 && comeTo(tranches, amount)) return [];
    const reading = sumReported(tranches);
    const wholes = reading && allIn(reading.money.currency, wholesOf(declaration));
    if (!wholes || !wholes.every(({ covered }) => certainlyDifferent(reading.covered, covered))) return [];
    const sum = reading.money;
    const [{ money }] = wholes;
    const { min, max } = money.range;
    const isExact = min !== undefined && max !== undefined && !min.lt(max);
    const stated = amount.node.values[0] ?? amount.node;
    return [
      {
        span: { start: amount.node.start, end: stated.end },
        message: isExact
          ? l10n.t(
              'Tranches add up to {0}, amount says {1}. Correct a tranche or the amount.',
              describeMoney(sum),
              describeMoney(money),
            )
          : l10n.t(
              'Tranches add up to {0}, which does not fit the amount of {1}. Correct a tranche or the amount.',
              describeMoney(sum),
              describeMoney(money),
            ),
        related: relatedTranches(declaration, tranches),
        fixes: amounts.length === 1 ? fixesFor(item, amount, tranches, money, sum) : [],
      },
    ];
  },
};

/** Brings an exact amount and exact tranches together: by the amount, or by what is missing where that is more. */
function fixesFor(item: Item, amount: Fact, tranches: readonly Fact[], money: Amount, sum: Amount): Fix[] {
  const [stated, first] = [amount.values[0]?.node, tranches[0]];
  if (!stated || !first || !isExact(sum.range) || !isExact(money.range)) return [];
  const total = formatMoney(sum);
  const rest = subtract(money.range, sum.range);
  const missing = `tranche ${formatMoney({ ...money, range: rest })}`;
  return [
    {
      title: l10n.t('Change the amount to {0}', total),
      edits: [{ start: stated.start, end: stated.end, text: total }],
    },
    ...(rest.min?.gt(0)
      ? [{ title: l10n.t('Add “{0}”', missing), edits: [propertyBefore(item, first.node, missing)] }]
      : []),
  ];
}

function relatedTranches(declaration: Declaration, tranches: readonly Fact[]): RelatedPlace[] {
  return tranches.flatMap((tranche) => {
    const money = moneyOf(tranche);
    return money
      ? [{ declaration, span: tranche.node, message: l10n.t('tranche of {0}', describeMoney(money)) }]
      : [];
  });
}

/** Whether tranches are whole figures that come to just the amount, as most do; what several sources report is not asked. */
function comeTo(tranches: readonly Fact[], { money }: Fact): boolean {
  let left = money?.range.whole ?? -1;
  for (const { money: part, sources } of tranches) {
    if (part?.range.whole === undefined || part.currency !== money?.currency || sources.length > 0)
      return false;
    left -= part.range.whole;
  }
  return left === 0;
}

/** A tranche that could not be read, whose currency is unknown, or that is a rate leaves the sum open. */
function cannotBeAdded(tranche: Fact): boolean {
  const money = moneyOf(tranche);
  return !money || money.currency === '' || money.per !== undefined;
}
