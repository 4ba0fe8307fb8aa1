import * as l10n from '@vscode/l10n';
import { citedSources, olderThan } from '../model/citation';
import { factOf } from '../model/declaration';
import { statusHistory } from '../model/lifecycle';
import { describeDate } from '../values/date';
import type { RelatedCheck } from '../project/check';
import { relatedSources } from '../project/related-sources';

export const closingAfterSources: RelatedCheck = {
  scope: 'related',
  code: 'closing-after-sources',
  severity: 'warning',
  title: 'A deal is closed, but every source is older than the closing',
  docs: 'A source cannot know of a closing that came after it was published. It is told where all sources of the deal have a date and every one of them lies before the closing: a source for the closing is missing, or the date is a plan. An address without a date may be of any day.',
  examples: {
    bad: 'company Google\ncompany Anthropic\nsource announcement { published 2024-06-03 }\n\ninvestment Deal: Google -> Anthropic {\n  amount $1B per announcement\n  status closed on 2025-01\n}\n',
    good: 'company Google\ncompany Anthropic\nsource announcement { published 2024-06-03 }\nsource report { published 2025-01-20 }\n\ninvestment Deal: Google -> Anthropic {\n  amount $1B per announcement\n  status closed on 2025-01 per report\n}\n',
  },
  concerns: (declaration) => factOf(declaration, 'status') !== undefined,
  run: (declaration, corpus) => {
    const closing = statusHistory(declaration).findLast(({ status }) => status === 'closed');
    const on = closing?.on;
    if (!closing || !on || declaration.kind === 'claim') return [];
    const dated = olderThan(corpus, citedSources(declaration), on);
    if (!dated) return [];
    return [
      {
        span: closing.fact.node,
        message: l10n.t(
          'Closed {0}, but no source is of that day or later. Cite one that knows of the closing, or correct the date.',
          describeDate(on),
        ),
        related: relatedSources(dated),
      },
    ];
  },
};
