import * as l10n from '@vscode/l10n';
import { executionOfEcosystem } from '../model/analysis/execution';
import type { Corpus } from '../model/corpus';
import { capitalOf, capitalPartsOf, type Ecosystem } from '../model/ecosystem';
import { nameSpan, type Declaration } from '../model/declaration';
import { describePercent } from '../values/percent';
import { roundedOutwards } from '../values/range';
import { describeSum, isEmpty } from '../values/sum';
import { withDisputes } from '../project/disputed';
import type { EcosystemCheck } from '../project/check';

const half = 50;

export const execution: EcosystemCheck = {
  scope: 'ecosystem',
  code: 'execution',
  severity: 'information',
  title: 'Less than half of the capital promised to an ecosystem was handed over',
  docs: 'Executed ÷ promised, over the capital that backers put into the hubs and their units: closed deals, or the sum of `paid` where it is given, against all that is announced, signed or closed. It is told from two such deals on, where the ratio is certainly below one half.',
  examples: {
    bad: 'company Hub\ncompany A\ninvestment First: A -> Hub {\n  amount $9B per <https://example.com>\n  paid   $1B on 2024-06\n  status signed on 2024\n}\ninvestment Second: A -> Hub { amount $2B per <https://example.com>; status signed on 2023 }\necosystem Around { hub Hub }\n',
    good: 'company Hub\ncompany A\ninvestment First: A -> Hub {\n  amount $9B per <https://example.com>\n  paid   $6B on 2024-06\n  status signed on 2024\n}\ninvestment Second: A -> Hub { amount $2B per <https://example.com>; status signed on 2023 }\necosystem Around { hub Hub }\n',
  },
  noFix: 'nothing is wrong; it is a figure of the ecosystem, and goes away when more is `paid`.',
  run: (ecosystem, corpus) => {
    const capital = capitalOf(corpus, ecosystem);
    const percent = executionOfEcosystem(corpus, ecosystem);
    const promised = promisedTo(ecosystem, corpus);
    // Of a single deal its own card says as much.
    if (!percent?.max?.lt(half) || promised.length < 2) return [];
    const { declaration } = ecosystem;
    const span = nameSpan(declaration);
    const message = isEmpty(capital.executed)
      ? l10n.t(
          'Of the {0} promised to “{1}” nothing is known to be handed over yet.',
          describeSum(capital.promised),
          declaration.title,
        )
      : l10n.t(
          'Of the {0} promised to “{1}” {2} was handed over: {3}.',
          describeSum(capital.promised),
          declaration.title,
          describeSum(capital.executed),
          describePercent(roundedOutwards(percent, 0)),
        );
    return [withDisputes(corpus, promised, { at: declaration, span, message })];
  },
};

/** The deals in which capital is promised to an ecosystem. */
function promisedTo(ecosystem: Ecosystem, corpus: Corpus): Declaration[] {
  return capitalPartsOf(corpus, ecosystem).flatMap(({ deal, buckets }) =>
    isEmpty(buckets.promised) ? [] : [deal],
  );
}
