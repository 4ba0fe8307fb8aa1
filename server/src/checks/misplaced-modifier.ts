import * as l10n from '@vscode/l10n';
import { isProperty, modifiers, properties, takesProperty } from '../language/schema';
import type { LocalCheck } from '../project/check';

/** Modifiers of which a property can have only one. */
const exclusiveGroups = [
  ['pre', 'post'],
  ['likely', 'uncertain', 'speculative'],
] as const;

export const misplacedModifier: LocalCheck = {
  scope: 'item',
  code: 'misplaced-modifier',
  severity: 'error',
  title: 'A modifier stands where it means nothing, or twice',
  docs: 'Each property takes certain modifiers, each of them once; `pre` and `post`, and the degrees of confidence, exclude each other.',
  examples: {
    bad: 'company OpenAI { founded 2015 exclusive }\n\ncompany Oracle { parent OpenAI }\n',
    good: 'company OpenAI { founded 2015 likely }\n\ncompany Oracle { parent OpenAI }\n',
  },
  concerns: 'by structure',
  run: ({ item }) => {
    const kind = item.declaration?.kind;
    if (!kind) return [];
    return (item.declaration?.body?.properties ?? []).flatMap((property) => {
      const key = property.key.text;
      if (!isProperty(key) || !takesProperty(kind, key)) return [];
      const allowed = properties[key].modifiers;
      const seen = new Set<string>();
      return property.modifiers.flatMap(({ name, start, wordEnd, end }) => {
        const span = { start, end: wordEnd };
        const remove = { title: l10n.t('Remove “{0}”', name), edits: [{ start, end, text: '' }] };
        if (!allowed.includes(name)) {
          const message =
            allowed.length > 0
              ? l10n.t('“{0}” takes no “{1}”. It takes: {2}.', key, name, allowed.join(', '))
              : l10n.t('“{0}” takes no “{1}”.', key, name);
          return [{ span, message, fixes: [remove] }];
        }
        const rival = exclusiveGroups
          .find((group) => group.some((other) => other === name))
          ?.find((other) => seen.has(other));
        const repeated = seen.has(name);
        seen.add(name);
        if (repeated) {
          return [
            {
              span,
              message: modifiers[name].list
                ? l10n.t('“{0}” stands twice on one line. Several values go into one list with commas.', name)
                : l10n.t('“{0}” stands twice on one line.', name),
              fixes: [remove],
            },
          ];
        }
        return rival
          ? [{ span, message: l10n.t('“{0}” and “{1}” exclude each other.', rival, name), fixes: [remove] }]
          : [];
      });
    });
  },
};
