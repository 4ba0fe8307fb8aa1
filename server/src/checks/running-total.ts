import * as l10n from '@vscode/l10n';
import { factOf } from '../model/declaration';
import { runningTotalsOf, type TotalPart } from '../model/running-total';
import { describeMoney, formatMoney } from '../values/money';
import { add, certainlyDifferent, isExact, type Range } from '../values/range';
import { asReported } from '../values/rounding';
import type { PartyCheck } from '../project/check';

export const runningTotal: PartyCheck = {
  scope: 'party',
  code: 'running-total',
  severity: 'warning',
  title: 'A running total is not what the deals come to',
  docs: 'The `total` of a deal is what its payers have promised the receiver in all, this deal included: the earlier deals between the same parties with money for the same purpose (capital, debt or grants) and this one. Deals that were over by then, are only talked about or came later do not count. What may count or not (without a date, of several investors, of a unit or parent of the investor) can add anything from nothing to all of it, and each figure may be rounded as far as its last digit says, by 10% at most: it is told only where no reading fits. Where currencies differ nothing is said.',
  examples: {
    bad: 'company Google\ncompany Anthropic\n\ninvestment First: Google -> Anthropic {\n  amount $2B       per <https://example.com>\n  status announced on 2023-10-27\n}\n\ninvestment Second: Google -> Anthropic {\n  amount $1B    per <https://example.com>\n  total  $4B    per <https://example.com>\n  status closed on 2025-01\n}\n',
    good: 'company Google\ncompany Anthropic\n\ninvestment First: Google -> Anthropic {\n  amount $2B       per <https://example.com>\n  status announced on 2023-10-27\n}\n\ninvestment Second: Google -> Anthropic {\n  amount $1B    per <https://example.com>\n  total  $3B    per <https://example.com>\n  status closed on 2025-01\n}\n',
  },
  run: ({ party, deals }, corpus) =>
    runningTotalsOf(corpus, party.name, deals).flatMap(({ deal, fact, money, parts }) => {
      const [value] = fact.values;
      const range = parts.map((part) => part.range).reduce(add);
      if (!value || !certainlyDifferent(range, asReported(money.range, value.node.text))) return [];
      const sum = { currency: money.currency, range: shown(parts) };
      const { start, end } = value.node;
      return [
        {
          at: deal,
          span: { start: fact.node.start, end: value.node.end },
          message: isExact(sum.range)
            ? l10n.t(
                'The running total says {0}, but the deals come to {1}: {2}. Correct it, or the deal that is missing or wrong.',
                describeMoney(money),
                describeMoney(sum),
                written(parts),
              )
            : l10n.t(
                'The running total says {0}, which does not fit what the deals come to, {1}: {2}. Correct it, or the deal that is missing or wrong.',
                describeMoney(money),
                describeMoney(sum),
                written(parts),
              ),
          ...(isExact(sum.range) && {
            fixes: [
              {
                title: l10n.t('Change the running total to {0}', formatMoney(sum)),
                edits: [{ start, end, text: formatMoney(sum) }],
              },
            ],
          }),
          related: parts.map((part) => ({
            declaration: part.deal,
            span:
              (factOf(part.deal, 'amount') ?? factOf(part.deal, 'tranche'))?.node ?? part.deal.node.keyword,
            message: part.isSure
              ? l10n.t('{0} of it', part.money ? describeMoney(part.money) : l10n.t('undisclosed'))
              : l10n.t(
                  '{0} that may be counted in',
                  part.money ? describeMoney(part.money) : l10n.t('undisclosed'),
                ),
          })),
        },
      ];
    }),
};

/** The sum as the figures are written. */
function shown(parts: readonly TotalPart[]): Range {
  return parts
    .map(({ money, range, isSure }) =>
      money ? (isSure ? money.range : { ...money.range, min: range.min }) : range,
    )
    .reduce(add);
}

function written(parts: readonly TotalPart[]): string {
  return parts
    .map(({ deal, money }) =>
      l10n.t('{0} (“{1}”)', money ? describeMoney(money) : l10n.t('undisclosed'), deal.title),
    )
    .join(' + ');
}
