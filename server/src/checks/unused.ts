import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { kinds } from '../language/schema';
import { isHeaderBroken } from '../language/item';
import { nameSpan } from '../model/declaration';
import type { NameCheck } from '../project/check';

export const unused: NameCheck = {
  scope: 'names',
  code: 'unused',
  severity: 'warning',
  title: 'A party, source or resource that nothing refers to',
  docs: 'Declared and never used: a name that was mistyped elsewhere, or what is left of a deal that was removed. Units of another party, and people with a role at one, count as used.',
  examples: {
    bad: 'company Google\ncompany Anthropic\ncompany Microsoft\n\ninvestment Deal: Google -> Anthropic { amount $1B per <https://example.com> }\n',
    good: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Anthropic { amount $1B per <https://example.com> }\n',
  },
  run: (declaration, own) => {
    const { group } = kinds[declaration.kind];
    if (group !== 'party' && group !== 'evidence' && group !== 'vocabulary') return [];
    if (own.isMentioned) return [];
    // A header that cannot be read may name something else.
    if (isHeaderBroken(declaration.item)) return [];
    // A unit, or somebody with a role, is there for the party that it belongs to.
    const belongs = declaration.mentions.some((mention) => mention.target === 'party');
    if (belongs) return [];
    return [
      {
        span: nameSpan(declaration),
        message: l10n.t('The {0} “{1}” is never used.', declaration.kind, excerpt(declaration.name)),
        unnecessary: true,
        removable: true,
      },
    ];
  },
};
