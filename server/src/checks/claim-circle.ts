import * as l10n from '@vscode/l10n';
import type { Corpus } from '../model/corpus';
import { circleFrom } from '../model/circle';
import { factOf, factsOf, namesIn } from '../model/declaration';
import { propertyRemoval, textOfLine } from '../project/edits';
import type { RelatedCheck } from '../project/check';
import { wayInWords } from '../project/way-in-words';

/** So many of the claims are led to. */
const mostRelated = 8;

export const claimCircle: RelatedCheck = {
  scope: 'related',
  code: 'claim-circle',
  severity: 'error',
  title: 'A claim is about itself, or claims answer each other in a circle',
  docs: 'A claim says something about another declaration, and answers claims that were made before it. Whoever follows `answers` from a claim never comes back to it. The whole circle is named, and told once: at the claim whose name comes first.',
  examples: {
    bad: 'person Musk\nperson Altman\nventure Stargate { budget $100B per <https://example.com> }\n\nclaim Doubt: Musk disputes Stargate.budget {\n  answers Reply\n  per     <https://example.com>\n}\n\nclaim Reply: Altman confirms Stargate.budget {\n  answers Doubt\n  per     <https://example.com>\n}\n',
    good: 'person Musk\nperson Altman\nventure Stargate { budget $100B per <https://example.com> }\n\nclaim Doubt: Musk disputes Stargate.budget { per <https://example.com> }\n\nclaim Reply: Altman confirms Stargate.budget {\n  answers Doubt\n  per     <https://example.com>\n}\n',
  },
  concerns: ({ kind }) => kind === 'claim',
  run: (claim, corpus) => {
    const own = claim.mentions.filter(
      ({ name, role }) => name === claim.name && (role === 'right' || role === 'about' || role === 'answers'),
    );
    const itself = own.map(({ node }) => ({
      span: node,
      message: l10n.t('The claim is about itself. Name what it is about.'),
    }));
    const answers = factOf(claim, 'answers');
    const circle =
      corpus.find(claim.name) === claim
        ? circleFrom(claim.name, (name) => answeredBy(corpus, name))
        : undefined;
    if (!answers || !circle || circle.length === 2) return itself;
    return [
      ...itself,
      {
        span: answers.node,
        message: l10n.t(
          'These claims answer each other: {0}. Whichever was made first answers nothing.',
          wayInWords(circle.map((name) => corpus.find(name)?.title ?? name)),
        ),
        fixes:
          answers.values.length === 1
            ? [
                {
                  title: l10n.t('It was made first: remove “{0}”', textOfLine(claim, answers)),
                  edits: [propertyRemoval(claim.item, answers.node)],
                },
              ]
            : [],
        related: circle.slice(1, Math.min(mostRelated, circle.length - 1)).flatMap((name) => {
          const declaration = corpus.find(name);
          const line = declaration && factOf(declaration, 'answers');
          return line
            ? [{ declaration, span: line.node, message: l10n.t('what “{0}” answers', declaration.title) }]
            : [];
        }),
      },
    ];
  },
};

function answeredBy(corpus: Corpus, name: string): string[] {
  const claim = corpus.find(name);
  return claim?.kind === 'claim' ? factsOf(claim, 'answers').flatMap(namesIn) : [];
}
