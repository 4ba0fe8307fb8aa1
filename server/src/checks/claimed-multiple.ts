import * as l10n from '@vscode/l10n';
import { isProperty, type PropertyName } from '../language/schema';
import type { Corpus } from '../model/corpus';
import { factOf, factsOf, type Declaration, type Fact, type Mention } from '../model/declaration';
import { describeMoney, type Money } from '../values/money';
import { describeMultiple, formatMultiple, ratio } from '../values/multiple';
import { certainlyDifferent, hasOneValue, isExact, rounded, type Range } from '../values/range';
import { asWritten } from '../values/rounding';
import type { Fix, Found, RelatedCheck } from '../project/check';

export const claimedMultiple: RelatedCheck = {
  scope: 'related',
  code: 'claimed-multiple',
  severity: 'warning',
  title: 'A claimed multiple is not what the two figures come to',
  docs: 'A claim that asserts or confirms a `multiple` of something is held against the figures: what it names (`SeriesE.valuation`), divided by what stands behind `of`. Both may be rounded as far as their last digit says, and so may a multiple without bounds; it is told only where no figures that sources report for the two fit. Forecasts, and multiples that are disputed or denied, are let pass.',
  examples: {
    bad: 'person Analyst\ncompany Anthropic\nvaluation Before: Anthropic { value $18.5B on 2024-02 per <https://example.com> }\nvaluation Now: Anthropic { value $60B on 2025-01 per <https://example.com> }\n\nclaim Fourfold: Analyst asserts Now.value {\n  multiple >4x of Before per <https://example.com>\n}\n',
    good: 'person Analyst\ncompany Anthropic\nvaluation Before: Anthropic { value $18.5B on 2024-02 per <https://example.com> }\nvaluation Now: Anthropic { value $60B on 2025-01 per <https://example.com> }\n\nclaim Threefold: Analyst asserts Now.value {\n  multiple >3x of Before per <https://example.com>\n}\n',
  },
  concerns: (declaration) => isHeld(declaration) && factOf(declaration, 'multiple') !== undefined,
  run: (claim, corpus) => {
    const [multiple] = factsOf(claim, 'multiple');
    const [claimed] = multiple?.values ?? [];
    const base = claim.mentions.find(({ role }) => role === 'of');
    if (!isHeld(claim) || !multiple || !base || claimed?.type !== 'multiple' || claimed.range.undisclosed)
      return [];
    const stated = hasOneValue(claimed.range) ? asWritten(claimed.range, claimed.node.text) : claimed.range;
    const targets = claim.mentions.filter(({ role }) => role === 'right');
    return targets
      .flatMap((target) => judged(corpus, multiple, stated, claimed.range, target, base))
      .slice(0, 1);
  },
};

function isHeld({ kind, operator }: Declaration): boolean {
  return kind === 'claim' && (operator === 'asserts' || operator === 'confirms');
}

/** A figure that a claim speaks of. */
interface Figure {
  readonly declaration: Declaration;
  readonly fact: Fact;
  readonly money: Money;
}

function judged(
  corpus: Corpus,
  multiple: Fact,
  stated: Range,
  claimed: Range,
  target: Mention,
  base: Mention,
): Found[] {
  const property = propertyOf(corpus, target);
  const above = figuresOf(corpus, target, property);
  const below = figuresOf(corpus, base, propertyOf(corpus, base, property));
  const pairs = above.flatMap((figure) => below.map((other) => ({ figure, other })));
  const isUnfit = ({ figure, other }: (typeof pairs)[number]) => {
    const quotient = ratio(written(figure), written(other));
    return quotient !== undefined && certainlyDifferent(quotient, stated);
  };
  const [first] = pairs;
  if (!first || !pairs.every(isUnfit)) return [];
  const { figure, other } = first;
  const quotient = ratio(figure.money, other.money);
  return [
    {
      span: { start: multiple.node.start, end: multiple.values[0]?.node.end ?? multiple.node.end },
      message: l10n.t(
        '{0} is {1} of {2}, the claim says {3}. Correct one of the three, or what it is measured against.',
        describeMoney(figure.money),
        quotient ? describeMultiple(quotient) : '',
        describeMoney(other.money),
        describeMultiple(claimed),
      ),
      ...(quotient && isExact(quotient) && { fixes: [restating(multiple, rounded(quotient, decimals))] }),
      related: [figure, other].map(({ declaration, fact, money }) => ({
        declaration,
        span: fact.node,
        message: l10n.t('{0} of “{1}”', describeMoney(money), declaration.title),
      })),
    },
  ];
}

/** So many decimals of a multiple are written. */
const decimals = 2;

function restating({ node, values: [value] }: Fact, quotient: Range): Fix {
  const { start, end } = value?.node ?? node;
  const text = formatMultiple(quotient);
  return { title: l10n.t('Change the multiple to {0}', text), edits: [{ start, end, text }] };
}

function written({ money, fact }: Figure): Money {
  return { ...money, range: asWritten(money.range, fact.values[0]?.node.text ?? '') };
}

/** Properties that say what a party is worth. */
const worth: readonly PropertyName[] = ['valuation', 'value'];

/** The property that a mention means: the one behind the name; else that of the other figure, or what something is worth. */
function propertyOf(corpus: Corpus, { name, path }: Mention, other?: PropertyName): PropertyName | undefined {
  if (path) return isProperty(path.text) ? path.text : undefined;
  const declaration = corpus.find(name);
  if (!declaration) return undefined;
  const candidates = other && !worth.includes(other) ? [other] : worth;
  return candidates.find((property) => factOf(declaration, property));
}

/** The figures that sources report for one property. */
function figuresOf(corpus: Corpus, { name }: Mention, property: PropertyName | undefined): Figure[] {
  const declaration = corpus.find(name);
  if (!declaration || !property) return [];
  return factsOf(declaration, property).flatMap((fact) =>
    fact.money && !fact.money.range.undisclosed ? [{ declaration, fact, money: fact.money }] : [],
  );
}
