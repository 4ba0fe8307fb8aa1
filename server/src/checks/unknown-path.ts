import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { nearestWords } from '../language/nearest';
import { isProperty, propertiesOf, takesProperty } from '../language/schema';
import { isBuiltIn } from '../model/declaration';
import type { MentionCheck } from '../project/check';

export const unknownPath: MentionCheck = {
  scope: 'mention',
  code: 'unknown-path',
  severity: 'error',
  title: 'A claim points at a property that its declaration cannot have',
  docs: 'Behind the dot stands one of the properties that the kind before it takes, as in `Stargate.budget` or `SeriesE.valuation`. Without a dot the claim is about the whole.',
  examples: {
    bad: 'person Musk\ncompany OpenAI\n\nventure Stargate {\n  member OpenAI\n  budget $100B per <https://example.com/plan>\n}\n\nclaim Doubts: Musk disputes Stargate.budgit { per <https://example.com/doubts> }\n',
    good: 'person Musk\ncompany OpenAI\n\nventure Stargate {\n  member OpenAI\n  budget $100B per <https://example.com/plan>\n}\n\nclaim Doubts: Musk disputes Stargate.budget { per <https://example.com/doubts> }\n',
  },
  run: (mention, targets) => {
    const { path, name } = mention;
    const [first] = targets;
    if (!path || !first || isBuiltIn(mention)) return undefined;
    const property = path.text;
    if (isProperty(property) && targets.some(({ kind }) => takesProperty(kind, property))) return undefined;
    const suggestions = nearestWords(property, propertiesOf(first.kind));
    const [nearest] = suggestions;
    return {
      span: path,
      message: nearest
        ? l10n.t(
            '“{0}” ({1}) has no “{2}”. Did you mean “{3}”?',
            excerpt(name),
            first.kind,
            excerpt(property),
            nearest,
          )
        : l10n.t('“{0}” ({1}) has no “{2}”.', excerpt(name), first.kind, excerpt(property)),
      fixes: suggestions.map((text, index) => ({
        title: l10n.t('Change to “{0}”', text),
        edits: [{ start: path.start, end: path.end, text }],
        preferred: index === 0,
      })),
    };
  },
};
