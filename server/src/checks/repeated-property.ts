import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { isProperty, properties, takesProperty } from '../language/schema';
import type { Item } from '../language/item';
import { TokenKind } from '../language/lexer';
import { tokensOf } from '../language/tokens';
import { findModifier, type PropertyNode } from '../language/tree';
import { propertyRemoval } from '../project/edits';
import type { Fix, LocalCheck } from '../project/check';

export const repeatedProperty: LocalCheck = {
  scope: 'item',
  code: 'repeated-property',
  severity: 'error',
  title: 'A property stands twice and nothing tells the two apart',
  docs: 'Where sources differ, write one line for each with its own `per`: the first is the working figure. Figures of different days get their own `on`; a valuation before the new money (`pre`) may stand beside one after it (`post`). A quick fix removes one of the lines; of two that say the same, _Fix all_ removes the second.',
  examples: {
    bad: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Anthropic {\n  amount $1B per <https://example.com/a>\n  amount $2B per <https://example.com/a>\n}\n',
    good: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Anthropic {\n  amount $1B per <https://example.com/a>\n  amount ~$1.1B per <https://example.com/b>\n}\n',
  },
  concerns: ({ item, declaration }) => {
    const once = (item.declaration?.body?.properties ?? []).flatMap(({ key: { text } }) =>
      isProperty(text) && declaration && takesProperty(declaration.kind, text) && !properties[text].many
        ? [text]
        : [],
    );
    return new Set(once).size < once.length;
  },
  run: ({ item, declaration }) => {
    const node = item.declaration;
    if (!node?.kind || !declaration) return [];
    const { kind } = node;
    const seen = new Map<string, PropertyNode>();
    return (node.body?.properties ?? []).flatMap((property) => {
      const name = property.key.text;
      if (property.broken || !isProperty(name) || !takesProperty(kind, name) || properties[name].many)
        return [];
      const key = `${name} ${evidenceOf(property)}`;
      const first = seen.get(key);
      if (!first) {
        seen.set(key, property);
        return [];
      }
      return [
        {
          span: property.key,
          message: l10n.t(
            '“{0}” stands twice. Remove one line, or say who reports which with different sources: “{0} … per source”.',
            name,
          ),
          related: [{ declaration, span: first.key, message: l10n.t('the first “{0}”', name) }],
          fixes: removals(item, name, first, property),
        },
      ];
    });
  },
};

/** Removes one of two lines: the second where both say the same, else whichever is chosen. */
function removals(item: Item, name: string, first: PropertyNode, second: PropertyNode): Fix[] {
  if (wordsOf(item, second) !== wordsOf(item, first)) {
    return [second, first].map((line) => ({
      title: l10n.t('Remove “{0}”', excerptOf(item, line)),
      edits: [propertyRemoval(item, line)],
    }));
  }
  return [
    {
      title: l10n.t('Remove the second “{0}”', name),
      edits: [propertyRemoval(item, second)],
      preferred: true,
      // What is broken around it may be read otherwise without it.
      ...(item.isSound && { isSafe: true as const }),
    },
  ];
}

function excerptOf({ text }: Item, { start, end }: PropertyNode): string {
  return excerpt(text.slice(start, end).split(/\s+/).join(' '));
}

/** What stands in a line, its comments included, however it is spaced out. */
function wordsOf(item: Item, { start, end }: PropertyNode): string {
  return tokensOf(item)
    .filter((token) => token.start >= start && token.end <= end && !isSpace(token.kind))
    .map((token) => item.text.slice(token.start, token.end))
    .join('\n');
}

function isSpace(kind: TokenKind): boolean {
  return kind === TokenKind.Whitespace || kind === TokenKind.Newline;
}

/** What sets a line apart from another one of the same property: its sources, its date, and whether new money is in it. */
function evidenceOf(property: PropertyNode): string {
  const basis = (['pre', 'post'] as const).filter((name) => findModifier(property, name)).join();
  const evidence = (['per', 'on', 'from', 'until'] as const).map(
    (name) =>
      findModifier(property, name)
        ?.values.map((value) => value.text)
        .join() ?? '',
  );
  return [basis, ...evidence].join('|');
}
