import * as l10n from '@vscode/l10n';
import { moneyDisputesOf } from '../model/claim';
import { isUnsure, nameSpan } from '../model/declaration';
import { runningTotalsOf, type TotalPart } from '../model/running-total';
import { describeMoney } from '../values/money';
import { add, certainlyDifferent } from '../values/range';
import { modifierAfter } from '../project/edits';
import type { PartyCheck } from '../project/check';

export const disputedInTotal: PartyCheck = {
  scope: 'party',
  code: 'disputed-in-total',
  severity: 'warning',
  title: 'A running total counts a disputed figure as if nobody doubted it',
  docs: 'A `total` is no surer than the deals in it. Where a claim disputes or denies one of these deals, or the figure of one, and the day of that claim has come, the total wants a word for how sure it is: `likely`, `uncertain` or `speculative`. A deal of which it is not certain that it is counted is looked at only where the total does not come out without it.',
  examples: {
    bad: 'company Google\ncompany Anthropic\nperson Analyst\n\ninvestment First: Google -> Anthropic {\n  amount $2B       per <https://example.com>\n  status announced on 2023-10-27\n}\n\ninvestment Second: Google -> Anthropic {\n  amount $1B    per <https://example.com>\n  total  $3B    per <https://example.com>\n  status closed on 2025-01\n}\n\nclaim Doubt: Analyst disputes First.amount { per <https://example.com> }\n',
    good: 'company Google\ncompany Anthropic\nperson Analyst\n\ninvestment First: Google -> Anthropic {\n  amount $2B       per <https://example.com>\n  status announced on 2023-10-27\n}\n\ninvestment Second: Google -> Anthropic {\n  amount $1B    per <https://example.com>\n  total  $3B    per <https://example.com> uncertain\n  status closed on 2025-01\n}\n\nclaim Doubt: Analyst disputes First.amount { per <https://example.com> }\n',
  },
  run: ({ party, deals }, corpus) =>
    runningTotalsOf(corpus, party.name, deals).flatMap(({ deal, fact, money, parts }) => {
      if (isUnsure(fact)) return [];
      const disputed = parts.flatMap((part) => {
        const claims = moneyDisputesOf(corpus, part.deal);
        return claims.length > 0 && isCounted(part, parts, money.range) ? [{ part, claims }] : [];
      });
      const [first] = disputed;
      if (!first) return [];
      return [
        {
          at: deal,
          span: { start: fact.node.start, end: fact.values[0]?.node.end ?? fact.node.end },
          message: l10n.t(
            'The running total of {0} counts “{1}”, whose figure is disputed. Say how sure the total is, such as “uncertain”.',
            describeMoney(money),
            first.part.deal.title,
          ),
          related: disputed.flatMap(({ claims }) =>
            claims.map((claim) => ({
              declaration: claim,
              span: nameSpan(claim),
              message: l10n.t('disputed here'),
            })),
          ),
          fixes: [
            { title: l10n.t('Add “{0}”', 'uncertain'), edits: [modifierAfter(fact.node, 'uncertain')] },
          ],
        },
      ];
    }),
};

/** Whether a part is in the total for sure, or the total does not come out without it. */
function isCounted(part: TotalPart, parts: readonly TotalPart[], total: TotalPart['range']): boolean {
  if (part.isSure) return true;
  const rest = parts.filter((other) => other !== part).map(({ range }) => range);
  return rest.length > 0 && certainlyDifferent(rest.reduce(add), total);
}
