import * as l10n from '@vscode/l10n';
import { statuses } from '../language/schema';
import { factsOf } from '../model/declaration';
import { hasOwnStatusWord, isTalk, standingOf } from '../model/lifecycle';
import { describeDate } from '../values/date';
import type { LocalCheck } from '../project/check';

export const stale: LocalCheck = {
  scope: 'item',
  code: 'stale',
  severity: 'warning',
  title: 'A rumor or talks without news for a long time',
  docs: 'A deal that is only rumored, in talks or in a letter of intent, and of which nothing new was written down for 90 days (`staleAfterDays` in `dealgraph.json` says otherwise). It went on or came to nothing: add the new status, or the date of the last report. A half-known date counts from its last day.',
  examples: {
    bad: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Anthropic {\n  amount ~$1B per <https://example.com>\n  status talks on 2024-06\n}\n',
    good: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Anthropic {\n  amount ~$1B per <https://example.com>\n  status talks     on 2024-06\n  status withdrawn on 2024-09\n}\n',
  },
  concerns: ({ declaration }) =>
    declaration !== undefined &&
    factsOf(declaration, 'status').some((fact) => isTalk(fact) || !hasOwnStatusWord(fact)),
  run: ({ declaration }, { asOf, settings }) => {
    if (!declaration || declaration.kind === 'claim') return [];
    const { status, on, commitment } = standingOf(declaration, asOf);
    if (!status || statuses[status].commitment !== 'talk' || commitment !== 'talk' || !on) return [];
    const days = asOf - on.latest;
    if (!(days > settings.staleAfterDays)) return [];
    const line = factsOf(declaration, 'status').find((fact) => fact.on === on || fact.from === on);
    return [
      {
        span: line?.node ?? declaration.node,
        message: l10n.t(
          '“{0}” since {1}, and nothing new for {2} days. Write what became of it, or when it was last reported.',
          status,
          describeDate(on),
          days,
        ),
      },
    ];
  },
};
