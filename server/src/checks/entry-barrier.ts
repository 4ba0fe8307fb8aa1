import * as l10n from '@vscode/l10n';
import { backingDeals } from '../model/analysis/backing';
import { barrierOf } from '../model/analysis/barrier';
import { isBinding } from '../model/analysis/standing';
import { nameSpan } from '../model/declaration';
import { describeMoney } from '../values/money';
import { withDisputes } from '../project/disputed';
import type { EcosystemCheck } from '../project/check';

export const entryBarrier: EcosystemCheck = {
  scope: 'ecosystem',
  code: 'entry-barrier',
  severity: 'information',
  title: 'What it usually takes to back an ecosystem',
  docs: 'The median of the commitments with which backers put capital into the hubs and their units: of deals that are announced, signed or closed, in the currency of most of them. It is told from three commitments on. With bounds the median lies between that of the least and that of the most.',
  examples: {
    bad: 'company Hub\ncompany A\ninvestment First: A -> Hub { amount $1B per <https://example.com>; status closed on 2022 }\ninvestment Second: A -> Hub { amount $2B per <https://example.com>; status closed on 2023 }\ninvestment Third: A -> Hub { amount $4B per <https://example.com>; status closed on 2024 }\necosystem Around { hub Hub }\n',
    good: 'company Hub\ncompany A\ninvestment First: A -> Hub { amount $1B per <https://example.com>; status closed on 2022 }\ninvestment Second: A -> Hub { amount $2B per <https://example.com>; status closed on 2023 }\necosystem Around { hub Hub }\n',
  },
  noFix: 'nothing is wrong; it is a figure of the ecosystem.',
  run: (ecosystem, corpus) => {
    const deals = backingDeals(corpus, ecosystem).filter((deal) => isBinding(deal, corpus.asOf));
    const barrier = barrierOf(corpus, deals);
    if (!barrier) return [];
    const { declaration } = ecosystem;
    return [
      withDisputes(corpus, deals, {
        at: declaration,
        span: nameSpan(declaration),
        message: l10n.t(
          'At least half of the {0} commitments to “{1}” are {2} or more.',
          barrier.count,
          declaration.title,
          describeMoney(barrier.median),
        ),
      }),
    ];
  },
};
