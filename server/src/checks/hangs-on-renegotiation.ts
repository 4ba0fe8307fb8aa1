import * as l10n from '@vscode/l10n';
import { factsOf } from '../model/declaration';
import { liesAhead, standingOf, statusHistory } from '../model/lifecycle';
import { describeDate } from '../values/date';
import type { RelatedCheck } from '../project/check';

export const hangsOnRenegotiation: RelatedCheck = {
  scope: 'related',
  code: 'hangs-on-renegotiation',
  severity: 'information',
  title: 'A deal hangs together with a contract that is being renegotiated',
  docs: 'A deal that `relates` to a contract may change with it. It is told as long as the contract is `renegotiating` on the day as of which the project is seen, and of deals that are not over themselves.',
  examples: {
    bad: 'company Microsoft\ncompany OpenAI\ncompany SoftBank\n\nlicense Code: Microsoft -> OpenAI {\n  provides data          per <https://example.com>\n  status   signed        on 2019\n  status   renegotiating on 2025-01\n}\n\ninvestment Deal: SoftBank -> OpenAI {\n  amount  $10B per <https://example.com>\n  relates Code\n}\n',
    good: 'company Microsoft\ncompany OpenAI\ncompany SoftBank\n\nlicense Code: Microsoft -> OpenAI {\n  provides data          per <https://example.com>\n  status   signed        on 2019\n  status   renegotiating on 2024-10\n  status   amended       on 2025-01\n}\n\ninvestment Deal: SoftBank -> OpenAI {\n  amount  $10B per <https://example.com>\n  relates Code\n}\n',
  },
  noFix: 'nothing is wrong; it goes away when the contract is amended or ends.',
  concerns: (declaration) => declaration.kind !== 'claim' && factsOf(declaration, 'relates').length > 0,
  run: (deal, corpus) => {
    const { asOf } = corpus;
    if (deal.kind === 'claim' || liesAhead(deal, asOf) || standingOf(deal, asOf).commitment === 'over')
      return [];
    return factsOf(deal, 'relates').flatMap(({ values }) =>
      values.flatMap((value) => {
        const contract = value.type === 'reference' ? corpus.find(value.name) : undefined;
        if (!contract || contract === deal || contract.kind === 'claim') return [];
        const { status, on } = standingOf(contract, asOf);
        const event = statusHistory(contract).findLast((each) => each.status === status && each.on === on);
        if (status !== 'renegotiating' || !event) return [];
        return [
          {
            span: value.node,
            message: on
              ? l10n.t(
                  '“{0}” is being renegotiated, {1}: what hangs together with it may change.',
                  contract.title,
                  describeDate(on),
                )
              : l10n.t(
                  '“{0}” is being renegotiated: what hangs together with it may change.',
                  contract.title,
                ),
            related: [
              { declaration: contract, span: event.fact.node, message: l10n.t('being renegotiated') },
            ],
          },
        ];
      }),
    );
  },
};
