import * as l10n from '@vscode/l10n';
import { contributingLines } from '../model/contribution';
import { factOf, factsOf, type Fact } from '../model/declaration';
import { amountIn } from '../model/money-line';
import { describeMoney, formatMoney, type Amount } from '../values/money';
import { certainlyGreater } from '../values/range';
import { asWritten } from '../values/rounding';
import { addMoney, emptySum } from '../values/sum';
import type { LocalCheck } from '../project/check';

export const membersExceedBudget: LocalCheck = {
  scope: 'item',
  code: 'members-exceed-budget',
  severity: 'warning',
  title: 'The members put in more than the budget',
  docs: 'What the members of a venture put in, each with its own amount or several together with one, is part of its budget. It is told where even the least of it is more than the budget, as far as all figures are rounded. Less is no mistake: the rest is not allocated yet.',
  examples: {
    bad: 'company SoftBank\ncompany Oracle\n\nventure Stargate {\n  budget $20B per <https://example.com>\n  member SoftBank as equity with $19B\n  member Oracle as equity with $7B\n}\n',
    good: 'company SoftBank\ncompany Oracle\n\nventure Stargate {\n  budget $100B..$500B per <https://example.com>\n  member SoftBank as equity with $19B\n  member Oracle as equity with $7B\n}\n',
  },
  concerns: ({ declaration }) =>
    declaration?.kind === 'venture' && factOf(declaration, 'budget') !== undefined,
  run: ({ declaration }) => {
    const budget = declaration && factOf(declaration, 'budget');
    const [stated] = budget?.values ?? [];
    const money = amountIn(budget?.money);
    if (declaration?.kind !== 'venture' || !budget || !money || !stated) return [];
    // What several put in together counts once, and so does what several sources say of one part.
    const members = contributingLines(declaration).filter((fact) => fact.name === 'member');
    const sumOf = (amount: (fact: Fact, own: Amount) => Amount) =>
      members.reduce((sum, fact) => {
        const own = amountIn(fact.with);
        return own ? addMoney(sum, amount(fact, own)) : sum;
      }, emptySum);
    const least = sumOf((fact, own) => ({ ...own, range: asWritten(own.range, ownTextOf(fact)) }));
    const [part] = least.totals;
    if (!part || least.totals.length > 1 || part.currency !== money.currency) return [];
    if (!certainlyGreater(part.range, asWritten(money.range, stated.node.text))) return [];
    const [sum = part] = sumOf((_, own) => own).totals;
    return [
      {
        span: { start: budget.node.start, end: stated.node.end },
        message: l10n.t(
          'The members put in {0}, the budget is {1}. Correct a contribution or the budget.',
          describeMoney(sum),
          describeMoney(money),
        ),
        related: members.map((fact) => ({
          declaration,
          span: fact.node,
          message: l10n.t('{0} of it', fact.with ? describeMoney(fact.with) : ''),
        })),
        // Where sources differ over the budget, another one of them may be right.
        ...(factsOf(declaration, 'budget').length === 1 && {
          fixes: [
            {
              title: l10n.t('Change the “{0}” to {1}', 'budget', formatMoney(sum)),
              edits: [{ start: stated.node.start, end: stated.node.end, text: formatMoney(sum) }],
            },
          ],
        }),
      },
    ];
  },
};

/** The text of the member's own amount. */
function ownTextOf(fact: Fact): string {
  return fact.node.modifiers.find(({ name }) => name === 'with')?.values[0]?.text ?? '';
}
