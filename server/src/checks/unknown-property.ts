import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { nearestWords } from '../language/nearest';
import { isProperty, properties, propertiesOf, propertyNames, takesProperty } from '../language/schema';
import type { LocalCheck } from '../project/check';

export const unknownProperty: LocalCheck = {
  scope: 'item',
  code: 'unknown-property',
  severity: 'error',
  title: 'A declaration has a property that its kind does not take',
  docs: 'The reference lists the properties of each kind. Columns of your own go into `field "name" "value"`.',
  examples: {
    bad: 'company Anthropic { fuonded 2021 }\n\ncompany OpenAI { parent Anthropic }\n',
    good: 'company Anthropic { founded 2021 }\n\ncompany OpenAI { parent Anthropic }\n',
  },
  concerns: 'by structure',
  run: ({ item }) => {
    const kind = item.declaration?.kind;
    if (!kind) return [];
    return (item.declaration?.body?.properties ?? []).flatMap(({ key, broken }) => {
      const name = key.text;
      if (isProperty(name) && takesProperty(kind, name)) return [];
      // A line that could not be read has its message already.
      if (broken) return [];
      const suggestions = isProperty(name) ? [] : nearestWords(name, propertiesOf(kind));
      const message = isProperty(name)
        ? l10n.t('This {1} takes no “{0}”; that belongs to: {2}.', name, kind, properties[name].on.join(', '))
        : suggestions.length > 0
          ? l10n.t('There is no property “{0}”. Did you mean “{1}”?', excerpt(name), suggestions[0] ?? '')
          : nearestWords(name, propertyNames).length > 0
            ? l10n.t('This {1} takes no “{0}”.', excerpt(name), kind)
            : l10n.t(
                'There is no property “{0}”. A column of your own is written: field "{0}" "value".',
                excerpt(name),
              );
      return [
        {
          span: key,
          message,
          fixes: suggestions.map((text, index) => ({
            title: l10n.t('Change to “{0}”', text),
            edits: [{ start: key.start, end: key.end, text }],
            preferred: index === 0,
          })),
        },
      ];
    });
  },
};
