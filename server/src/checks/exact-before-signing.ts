import * as l10n from '@vscode/l10n';
import { factsOf, isUnsure, type Declaration, type Fact } from '../model/declaration';
import { hasOwnStatusWord, isTalk, standingOf } from '../model/lifecycle';
import { describeMoney } from '../values/money';
import { isExact } from '../values/range';
import { modifierAfter } from '../project/edits';
import type { LocalCheck } from '../project/check';

export const exactBeforeSigning: LocalCheck = {
  scope: 'item',
  code: 'exact-before-signing',
  severity: 'warning',
  title: 'An exact figure is stated as a fact while the deal is only talked about',
  docs: 'As long as a deal is rumored, in talks or in a letter of intent, its money is not settled. An `amount` or `budget` then is “about” (`~$2B`), has bounds (`$1B..$2B`), or says how sure it is: `likely`, `uncertain` or `speculative`.',
  examples: {
    bad: 'fund Lightspeed\ncompany Anthropic\n\nround SeriesE: Lightspeed -> Anthropic {\n  amount $2B   per <https://example.com>\n  status talks on 2025-01\n}\n',
    good: 'fund Lightspeed\ncompany Anthropic\n\nround SeriesE: Lightspeed -> Anthropic {\n  amount $2B   per <https://example.com> likely\n  status talks on 2025-01\n}\n',
  },
  concerns: ({ declaration }) =>
    declaration !== undefined &&
    factsOf(declaration, 'status').some((fact) => isTalk(fact) || !hasOwnStatusWord(fact)) &&
    figuresOf(declaration).some((fact) => !isUnsure(fact)),
  run: ({ declaration }, { asOf }) => {
    if (!declaration || declaration.kind === 'claim') return [];
    const { status, commitment } = standingOf(declaration, asOf);
    if (!status || commitment !== 'talk') return [];
    return figuresOf(declaration).flatMap((fact) => {
      const [value] = fact.values;
      if (!fact.money || !value || isUnsure(fact) || !isExact(fact.money.range)) return [];
      return [
        {
          span: { start: fact.node.start, end: value.node.end },
          message: l10n.t(
            '{0} is stated as a fact, but the deal is only “{1}”. Write “about” with “~”, or how sure it is, such as “likely”.',
            describeMoney(fact.money),
            status,
          ),
          fixes: [
            {
              title: l10n.t('Add “{0}”', 'likely'),
              edits: [modifierAfter(fact.node, 'likely')],
              preferred: true,
            },
            {
              title: l10n.t('Write “about”: {0}', `~${value.node.text}`),
              edits: [{ start: value.node.start, end: value.node.start, text: '~' }],
            },
          ],
        },
      ];
    });
  },
};

function figuresOf(declaration: Declaration): Fact[] {
  return [...factsOf(declaration, 'amount'), ...factsOf(declaration, 'budget')];
}
