import * as l10n from '@vscode/l10n';
import { nameSpan } from '../model/declaration';
import { sumsOfEcosystem, type PurposeSum } from '../model/sums';
import { addSums, describeSum, isEmpty } from '../values/sum';
import { withDisputes } from '../project/disputed';
import type { EcosystemCheck } from '../project/check';

export const withoutRumors: EcosystemCheck = {
  scope: 'ecosystem',
  code: 'without-rumors',
  severity: 'information',
  title: 'How the totals of an ecosystem change without what is only talked about',
  docs: 'What is only rumored or in talks never counts as promised. A headline figure often does count it: here is what the totals of the hubs and their units come to with it and without it, those that differ: the capital that others put into them, and the debt, grants, acquisitions, contracts and plans of all deals that tie somebody to them.',
  examples: {
    bad: 'company Hub\ncompany A\ninvestment First: A -> Hub { amount $1B per <https://example.com>; status closed on 2024-12 }\ninvestment Second: A -> Hub { amount ~$2B per <https://example.com>; status talks on 2025-01 }\necosystem Around { hub Hub }\n',
    good: 'company Hub\ncompany A\ninvestment First: A -> Hub { amount $1B per <https://example.com>; status closed on 2024-12 }\necosystem Around { hub Hub }\n',
  },
  noFix: 'nothing is wrong; it is a figure of the ecosystem.',
  run: (ecosystem, corpus) => {
    const { capital, sums } = sumsOfEcosystem(corpus, ecosystem);
    const totals: PurposeSum[] = [
      { purpose: 'capital', ...capital },
      // What hubs put into others is no capital of theirs.
      ...sums.filter(({ purpose }) => purpose !== 'capital'),
    ];
    const changing = totals.filter(({ buckets }) => !isEmpty(buckets.rumored));
    const [first, ...others] = changing;
    if (!first) return [];
    const { declaration } = ecosystem;
    const { promised, rumored } = first.buckets;
    const isCapitalAlone = first.purpose === 'capital' && others.length === 0;
    const talkedAbout = changing.flatMap(({ parts }) =>
      parts.filter(({ deal, buckets }) => !isEmpty(buckets.rumored) && corpus.find(deal.name) === deal),
    );
    const deals = changing.flatMap(({ parts }) => parts.map(({ deal }) => deal));
    return [
      withDisputes(corpus, deals, {
        at: declaration,
        span: nameSpan(declaration),
        message: isCapitalAlone
          ? l10n.t(
              'The capital of “{0}” is {1} promised. With the {2} that are only talked about it would be {3}.',
              declaration.title,
              describeSum(promised),
              describeSum(rumored),
              describeSum(addSums(promised, rumored)),
            )
          : l10n.t(
              'With what is only talked about “{0}” would come to more than is promised: {1}.',
              declaration.title,
              changing.map(changeOf).join(', '),
            ),
        related: talkedAbout.map(({ deal }) => ({
          declaration: deal,
          span: nameSpan(deal),
          message: l10n.t('only talked about'),
        })),
      }),
    ];
  },
};

/** What one total would be, and is. */
function changeOf({ purpose, buckets: { promised, rumored } }: PurposeSum): string {
  const [less, more] = [describeSum(promised), describeSum(addSums(promised, rumored))];
  switch (purpose) {
    case 'capital':
      return l10n.t('capital of {1} instead of {0}', less, more);
    case 'debt':
      return l10n.t('debt of {1} instead of {0}', less, more);
    case 'grant':
      return l10n.t('grants of {1} instead of {0}', less, more);
    case 'purchase':
      return l10n.t('acquisitions of {1} instead of {0}', less, more);
    case 'trade':
      return l10n.t('contracts of {1} instead of {0}', less, more);
    case 'plan':
      return l10n.t('plans of {1} instead of {0}', less, more);
  }
}
