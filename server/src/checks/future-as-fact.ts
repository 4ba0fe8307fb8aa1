import * as l10n from '@vscode/l10n';
import { properties, type PropertyName } from '../language/schema';
import { citedSources, olderThan, sourcesOf, type DatedSource } from '../model/citation';
import type { Corpus } from '../model/corpus';
import { isUnsure, type Declaration, type Fact } from '../model/declaration';
import { latestDay } from '../model/plausible-dates';
import { certainlyBefore, describeDate, onDay, type DealDate } from '../values/date';
import { modifierAfter } from '../project/edits';
import type { Fix, Found, RelatedCheck } from '../project/check';
import { relatedSources } from '../project/related-sources';

/** Lines that say what happened or was measured on a day. What is promised, planned or in force may lie ahead. */
const accomplished: ReadonlySet<PropertyName> = new Set([
  'status',
  'paid',
  'stake',
  'value',
  'revenue',
  'spending',
  'headcount',
  'users',
  'rate',
  'on',
  'founded',
  'closed',
  'published',
  'retrieved',
]);

export const futureAsFact: RelatedCheck = {
  scope: 'related',
  code: 'future-as-fact',
  severity: 'warning',
  title: 'What lies ahead is stated as a fact',
  docs: 'Nobody can know what happens later: a status, a payment, a figure, a publication with a date after today is a slip, or a plan that wants a word for how sure it is (`likely`, `uncertain`, `speculative`). Neither can a source: what a line states as done on a day on which all of its sources had been published for some time was a plan to them. The day as of which a project is seen plays no part in this, so that one can look back from any day without a word about what came later. What claims `expect` is let pass, and so are tranches, terms and budgets, which may lie ahead. Of a closing that no source of the deal knows of, [`closing-after-sources`](closing-after-sources.md) tells.',
  examples: {
    bad: 'company Google\ncompany Anthropic\nsource ft { published 2025-01-22 }\n\ninvestment Deal: Google -> Anthropic {\n  amount $1B per ft\n  paid   $1B on 2025-06 per ft\n}\n',
    good: 'company Google\ncompany Anthropic\nsource ft { published 2025-01-22 }\n\ninvestment Deal: Google -> Anthropic {\n  amount $1B per ft\n  paid   $1B on 2025-06 per ft likely\n}\n',
  },
  concerns: ({ facts }) => facts.some((fact) => accomplished.has(fact.name) && !isUnsure(fact)),
  run: (declaration, corpus) => {
    if (declaration.kind === 'claim' && declaration.operator === 'expects') return [];
    return declaration.facts.flatMap((fact) => {
      const on = accomplished.has(fact.name) ? dayOf(fact) : undefined;
      // A year that nobody can mean has its own message.
      if (!on || on.earliest > latestDay || isUnsure(fact)) return [];
      if (certainlyBefore(onDay(corpus.today), on)) return [ahead(fact, on)];
      const older = olderSources(declaration, fact, on, corpus);
      return older ? [unknownTo(older, fact, on)] : [];
    });
  },
};

/** The day that a line speaks of. */
function dayOf(fact: Fact): DealDate | undefined {
  const [value] = fact.values;
  if (value?.type === 'date') return value.date;
  return fact.on ?? (fact.name === 'status' ? fact.from : undefined);
}

function olderSources(
  declaration: Declaration,
  fact: Fact,
  on: DealDate,
  corpus: Corpus,
): DatedSource[] | undefined {
  const older = olderThan(corpus, sourcesOf(declaration, fact), on);
  const [value] = fact.values;
  const isClosing = fact.name === 'status' && value?.type === 'choice' && value.status === 'closed';
  return isClosing && olderThan(corpus, citedSources(declaration), on) ? undefined : older;
}

function ahead(fact: Fact, on: DealDate): Found {
  return {
    span: fact.node,
    message: properties[fact.name].modifiers.includes('likely')
      ? l10n.t(
          '{0} lies ahead, but is stated as a fact. Correct the date, or say how sure it is, such as “likely”.',
          describeDate(on),
        )
      : l10n.t('{0} lies ahead, but is stated as a fact. Correct the date.', describeDate(on)),
    fixes: markedLikely(fact),
  };
}

function unknownTo(older: readonly DatedSource[], fact: Fact, on: DealDate): Found {
  return {
    span: fact.node,
    message: l10n.t(
      'No source of this line is as late as {0}: to them it lay ahead. Cite one that knows of it, correct the date, or say how sure it is.',
      describeDate(on),
    ),
    related: relatedSources(older),
    fixes: markedLikely(fact),
  };
}

function markedLikely({ name, node }: Fact): Fix[] {
  if (!properties[name].modifiers.includes('likely')) return [];
  return [{ title: l10n.t('Add “{0}”', 'likely'), edits: [modifierAfter(node, 'likely')] }];
}
