import * as l10n from '@vscode/l10n';
import { backingDeals } from '../model/analysis/backing';
import { capitalOf } from '../model/ecosystem';
import { standingOf } from '../model/lifecycle';
import { nameSpan } from '../model/declaration';
import { addSums, describeSum, isEmpty } from '../values/sum';
import type { EcosystemCheck } from '../project/check';

export const withoutRumors: EcosystemCheck = {
  scope: 'ecosystem',
  code: 'without-rumors',
  severity: 'information',
  title: 'How the capital of an ecosystem changes without what is only talked about',
  docs: 'What is only rumored or in talks never counts as promised. A headline figure often does count it: here is what the capital of the hubs and their units comes to with it and without it. It is told where anything is only talked about.',
  examples: {
    bad: 'company Hub\ncompany A\ninvestment First: A -> Hub { amount $1B per <https://example.com>; status closed on 2024-12 }\ninvestment Second: A -> Hub { amount ~$2B per <https://example.com>; status talks on 2025-01 }\necosystem Around { hub Hub }\n',
    good: 'company Hub\ncompany A\ninvestment First: A -> Hub { amount $1B per <https://example.com>; status closed on 2024-12 }\necosystem Around { hub Hub }\n',
  },
  run: (ecosystem, corpus) => {
    const { promised, rumored } = capitalOf(corpus, ecosystem);
    if (isEmpty(rumored)) return [];
    const { declaration } = ecosystem;
    const talkedAbout = backingDeals(corpus, ecosystem).filter(
      (deal) => standingOf(deal, corpus.asOf).commitment === 'talk',
    );
    return [
      {
        at: declaration,
        span: nameSpan(declaration),
        message: l10n.t(
          'The capital of “{0}” is {1} promised. With the {2} that are only talked about it would be {3}.',
          declaration.title,
          describeSum(promised),
          describeSum(rumored),
          describeSum(addSums(promised, rumored)),
        ),
        related: talkedAbout.map((deal) => ({
          declaration: deal,
          span: nameSpan(deal),
          message: l10n.t('only talked about'),
        })),
      },
    ];
  },
};
