import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { isProperty, properties, takesProperty } from '../language/schema';
import type { Item } from '../language/item';
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
  const [own, other] = [wordsOf(item, second), wordsOf(item, first)];
  if (own !== other) {
    return [
      { title: l10n.t('Remove “{0}”', excerpt(own)), edits: [propertyRemoval(item, second)] },
      { title: l10n.t('Remove “{0}”', excerpt(other)), edits: [propertyRemoval(item, first)] },
    ];
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

function wordsOf({ text }: Item, { start, end }: PropertyNode): string {
  return text.slice(start, end).split(/\s+/).join(' ');
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
