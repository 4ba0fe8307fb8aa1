import * as l10n from '@vscode/l10n';
import { backingDeals, backingOf } from '../model/analysis/backing';
import { concentrationOf } from '../model/analysis/concentration';
import { isBinding } from '../model/analysis/standing';
import { nameSpan } from '../model/declaration';
import { describeRange } from '../values/bounds';
import { formatNumber } from '../values/plain-number';
import { describePercent } from '../values/percent';
import { exact, roundedOutwards } from '../values/range';
import { withDisputes } from '../project/disputed';
import type { EcosystemCheck } from '../project/check';

/** So many of the largest are named. */
const mostNamed = 3;

export const concentration: EcosystemCheck = {
  scope: 'ecosystem',
  code: 'concentration',
  severity: 'information',
  title: 'Few backers have put in most of the capital of an ecosystem',
  docs: 'The Herfindahl-Hirschman index of what the backers have promised the hubs and their units, units counted with their group: Σ share² × 10,000 for shares of the whole. It is told where the index is certainly above 1,800, “highly concentrated” in the US Merger Guidelines of 2023 (§2.1). It speaks of what is written down here, not of a market. Nothing is told where somebody has put in an amount that is not known, or in a currency without a rate.',
  examples: {
    bad: 'company Hub\ncompany A\ncompany B\ninvestment First: A -> Hub { amount $9B per <https://example.com>; status closed on 2024 }\ninvestment Second: B -> Hub { amount $1B per <https://example.com>; status closed on 2024 }\necosystem Around { hub Hub }\n',
    good: 'company Hub\ncompany A\ninvestment First: A -> Hub { amount $9B per <https://example.com>; status closed on 2024 }\necosystem Around { hub Hub }\n',
  },
  noFix: 'nothing is wrong; it is a figure of the ecosystem.',
  run: (ecosystem, corpus) => {
    const { byGroup, whole } = backingOf(corpus, ecosystem);
    const found = concentrationOf(byGroup, whole);
    if (found?.band !== 'high') return [];
    const { declaration } = ecosystem;
    const shares = found.shares
      .slice(0, mostNamed)
      .map(({ name, percent }) =>
        l10n.t('{0} {1}', corpus.find(name)?.title ?? name, describePercent(roundedOutwards(percent, 0))),
      );
    const deals = backingDeals(corpus, ecosystem).filter((deal) => isBinding(deal, corpus.asOf));
    return [
      withDisputes(corpus, deals, {
        at: declaration,
        span: nameSpan(declaration),
        message: l10n.t(
          'The capital of “{0}” is highly concentrated: an index of {1} over these files ({2}).',
          declaration.title,
          describeRange(roundedOutwards(found.index, 0), (index) => formatNumber(exact(index))),
          shares.join(', '),
        ),
      }),
    ];
  },
};
