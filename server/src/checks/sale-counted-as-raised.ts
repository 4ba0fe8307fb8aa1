import * as l10n from '@vscode/l10n';
import { sellsExistingShares } from '../model/deal';
import { factOf, namesIn } from '../model/declaration';
import { propertyBefore } from '../project/edits';
import type { Fix, LocalCheck } from '../project/check';
import { excerpt } from '../language/excerpt';

export const saleCountedAsRaised: LocalCheck = {
  scope: 'item',
  code: 'sale-counted-as-raised',
  severity: 'warning',
  title: 'The money of a sale of existing shares counts as raised',
  docs: 'Where somebody sells existing shares, the money goes to the `seller` and the company raises nothing. An investment or round with a `seller` counts as a sale only with `type secondary` or `type tender`; without it all of its money counts as new. Where a round has both, the sellers’ part is a deal of its own.',
  examples: {
    bad: 'fund Thrive\nperson Founders\ncompany OpenAI\n\nround Sale: Thrive -> OpenAI {\n  amount $1B per <https://example.com>\n  seller Founders\n}\n',
    good: 'fund Thrive\nperson Founders\ncompany OpenAI\n\nround Sale: Thrive -> OpenAI {\n  amount $1B per <https://example.com>\n  seller Founders\n  type   secondary\n}\n',
  },
  concerns: ({ declaration }) =>
    (declaration?.kind === 'round' || declaration?.kind === 'investment') &&
    factOf(declaration, 'seller') !== undefined,
  run: ({ item, declaration }) => {
    if (declaration?.kind !== 'round' && declaration?.kind !== 'investment') return [];
    const seller = factOf(declaration, 'seller');
    if (!seller || sellsExistingShares(declaration)) return [];
    const type = factOf(declaration, 'type');
    const last = type?.values.at(-1)?.node;
    const fixes: Fix[] = [
      {
        title: l10n.t('Say that existing shares are sold: “type secondary”'),
        edits: [
          last
            ? { start: last.end, end: last.end, text: ', secondary' }
            : propertyBefore(item, seller.node, 'type secondary'),
        ],
        preferred: type === undefined,
      },
    ];
    const who = namesIn(seller)
      .map((name) => excerpt(name))
      .join(', ');
    return [
      {
        span: seller.node,
        message: who
          ? l10n.t(
              'The money goes to {0}, who sells, but counts as raised. Write “type secondary”, or the part that is sold as a deal of its own.',
              who,
            )
          : l10n.t(
              'The money goes to whoever sells, but counts as raised. Write “type secondary”, or the part that is sold as a deal of its own.',
            ),
        // A line of types that could not be read is for its own check.
        ...((!type || last) && { fixes }),
      },
    ];
  },
};
