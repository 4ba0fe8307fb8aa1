import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { kinds } from '../language/schema';
import { nameSpan } from '../model/declaration';
import type { LocalCheck } from '../project/check';

export const noSource: LocalCheck = {
  scope: 'item',
  code: 'no-source',
  severity: 'warning',
  title: 'A fact without a source',
  docs: 'Deals, valuations, holdings, metrics and claims say where they were read: `per` with the name of a source or an address, on the line of the figure or on a line of its own for the whole declaration.',
  examples: {
    bad: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Anthropic { amount $1B }\n',
    good: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Anthropic { amount $1B per <https://example.com> }\n',
  },
  concerns: 'by structure',
  run: ({ item, declaration }) => {
    if (!declaration || !kinds[declaration.kind].wantsSource) return [];
    const { node, name, kind } = declaration;
    const cites = node.body?.properties.some(
      (property) =>
        property.key.text === 'per' || property.modifiers.some((modifier) => modifier.name === 'per'),
    );
    // What could not be read may hold it.
    if (cites || item.problems.length > 0) return [];
    return [
      {
        span: nameSpan(declaration),
        message: l10n.t(
          'The {0} “{1}” has no source. Say where it was read: “per source-name” or “per <https://…>”.',
          kind,
          excerpt(name),
        ),
      },
    ];
  },
};
