import * as l10n from '@vscode/l10n';
import type { Corpus } from '../model/corpus';
import { factOf, factsOf, namesIn, type Declaration } from '../model/declaration';
import { holdsOn, parentsOf } from '../model/group';
import { circleFrom } from '../model/circle';
import { propertyRemoval, textOfLine } from '../project/edits';
import type { RelatedCheck, RelatedPlace } from '../project/check';

/** So many parties of a circle are named; the rest is counted. */
const shown = 8;

export const ownershipCycle: RelatedCheck = {
  scope: 'related',
  code: 'ownership-cycle',
  severity: 'error',
  title: 'A party is a unit of itself',
  docs: 'Whoever follows `parent` from a party never comes back to it. The circle is named, the first eight parties of it, and told once: at the party whose name comes first. Only `parent` lines count that can hold on the day as of which the project is seen.',
  examples: {
    bad: 'company Alphabet { parent DeepMind }\ncompany Google { parent Alphabet }\ncompany DeepMind { parent Google }\n',
    good: 'company Alphabet\ncompany Google { parent Alphabet }\ncompany DeepMind { parent Google }\n',
  },
  concerns: (declaration) => factOf(declaration, 'parent') !== undefined,
  run: (declaration, corpus) => {
    if (corpus.find(declaration.name) !== declaration) return [];
    const circle = circleFrom(declaration.name, (name) => parentsIn(corpus, name));
    const line = factsOf(declaration, 'parent').find(
      (fact) => holdsOn(fact, corpus.asOf) && namesIn(fact).includes(circle?.[1] ?? ''),
    );
    if (!circle || !line) return [];
    const title = (name: string) => corpus.find(name)?.title ?? name;
    const way = circle.slice(0, shown).map(title);
    const hidden = circle.length - 1 - shown;
    return [
      {
        span: line.node,
        message:
          circle.length === 2
            ? l10n.t('{0} is its own parent. Remove the line, or name another party.', declaration.title)
            : hidden > 0
              ? l10n.t(
                  '{0} is a unit of itself: {1}, and {2} more up to it. Remove one of these parents.',
                  declaration.title,
                  way.join(' → '),
                  hidden,
                )
              : l10n.t(
                  '{0} is a unit of itself: {1}. Remove one of these parents.',
                  declaration.title,
                  circle.map(title).join(' → '),
                ),
        // What is in a list with others is the user's to take out.
        fixes:
          line.values.length === 1
            ? [
                {
                  title: l10n.t('Remove “{0}”', textOfLine(declaration, line)),
                  edits: [propertyRemoval(declaration.item, line.node)],
                  preferred: circle.length === 2,
                },
              ]
            : [],
        related: circle.slice(1, Math.min(shown, circle.length - 1)).flatMap((name) => placeOf(corpus, name)),
      },
    ];
  },
};

function parentsIn(corpus: Corpus, name: string): readonly string[] {
  const declaration = corpus.find(name);
  return declaration ? parentsOf(declaration, corpus.asOf) : [];
}

function placeOf(corpus: Corpus, name: string): RelatedPlace[] {
  const declaration: Declaration | undefined = corpus.find(name);
  const line = declaration && factsOf(declaration, 'parent').find((fact) => holdsOn(fact, corpus.asOf));
  return line
    ? [{ declaration, span: line.node, message: l10n.t('the parent of {0}', declaration.title) }]
    : [];
}
