import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { kinds } from '../language/schema';
import type { NameNode } from '../language/tree';
import { sellsExistingShares } from '../model/deal';
import { isUndisclosed, type Declaration } from '../model/declaration';
import type { LocalCheck } from '../project/check';

export const selfDealing: LocalCheck = {
  scope: 'item',
  code: 'self-dealing',
  severity: 'error',
  title: 'A party deals with itself',
  docs: 'Nobody invests in, supplies, buys or merges with itself, and no exchange rate leads from a currency to itself: one of the two names is another one. A company that buys back its own shares does so from somebody, in a deal of `type tender` or `type secondary`, of which nothing is said. Nor does a party stand twice on the same side. _Fix all_ removes a name that stands twice on one side.',
  examples: {
    bad: 'company Google\ncompany Microsoft\ncompany OpenAI\n\nlicense Code: Microsoft -> Microsoft { provides data per <https://example.com> }\n\ninvestment Deal: Google, Google -> OpenAI { amount $1B per <https://example.com> }\n',
    good: 'company Google\ncompany Microsoft\ncompany OpenAI\n\nlicense Code: Microsoft -> OpenAI { provides data per <https://example.com> }\n\ninvestment Deal: Google -> OpenAI { amount $1B per <https://example.com> }\n',
  },
  concerns: ({ declaration }) => declaration !== undefined && hasTwoNames(declaration),
  run: ({ declaration, item }) => {
    if (!declaration || areAllDifferent(declaration)) return [];
    if (!hasTwoNames(declaration) || sellsExistingShares(declaration)) return [];
    const { left, right } = declaration.sides;
    const seen = new Map<string, NameNode>();
    return [...left, ...right].flatMap((node) => {
      if (isUndisclosed(node) || node.text.trim() === '') return [];
      const first = seen.get(node.text);
      if (!first) {
        seen.set(node.text, node);
        return [];
      }
      const name = excerpt(node.text);
      const side = left.includes(node) ? left : right;
      const before = side[side.indexOf(node) - 1];
      return [
        {
          span: node,
          message: !side.includes(first)
            ? l10n.t('“{0}” stands on both sides. Correct one of the two names.', name)
            : l10n.t('“{0}” stands twice on one side. Remove one of the two names.', name),
          related: [{ declaration, span: first, message: l10n.t('the first “{0}”', name) }],
          ...(side.includes(first) &&
            // A comment between the names may be about either of them.
            before &&
            onlyComma.test(item.text.slice(before.end, node.start)) && {
              fixes: [
                {
                  title: l10n.t('Remove “{0}”', name),
                  edits: [{ start: before.end, end: node.end, text: '' }],
                  preferred: true,
                  isSafe: true,
                },
              ],
            }),
        },
      ];
    });
  },
};

const onlyComma = /^\s*,\s*$/;

/** Whether no name stands on its sides twice, as on nearly all. */
function areAllDifferent({ left, right }: Declaration): boolean {
  if (left.length === 1 && right.length === 1) return left[0] !== right[0];
  return new Set([...left, ...right]).size === left.length + right.length;
}

/** Whether it joins parties, or currencies, by its relation. */
function hasTwoNames({ kind, operator, sides: { left, right } }: Declaration): boolean {
  const { relation } = kinds[kind];
  if (relation === 'none' || relation === 'claim') return false;
  return operator !== undefined ? left.length + right.length > 1 : left.length > 1;
}
