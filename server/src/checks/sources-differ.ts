import * as l10n from '@vscode/l10n';
import { Big } from 'big.js';
import { excerpt } from '../language/excerpt';
import { properties, type PropertyName } from '../language/schema';
import { citedBy } from '../model/citation';
import type { Declaration, Fact } from '../model/declaration';
import { compareDates, type DealDate } from '../values/date';
import { describeMoney } from '../values/money';
import { describeMultiple } from '../values/multiple';
import { describePercent } from '../values/percent';
import { describeQuantity } from '../values/quantity';
import { certainlyDifferent, certainlyGreater, exact, isExact, type Range } from '../values/range';
import type { Found, LocalCheck } from '../project/check';

export const sourcesDiffer: LocalCheck = {
  scope: 'item',
  code: 'sources-differ',
  severity: 'warning',
  title: 'Sources report different figures of one thing',
  docs: 'A property that stands several times, each time with its own source, reports one figure several times. It is told where two of these figures cannot be the same by any reading of their bounds, with the figure of each source and how far they lie apart. The first counts in every sum. Figures of different days are no contradiction, nor are those in different currencies or units, and `pre` and `post` the new money. Nothing has to be mended: a comment can say which one is to be believed.',
  examples: {
    bad: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Anthropic {\n  amount $1B   per <https://example.com/a>\n  amount $1.2B per <https://example.com/b>\n}\n',
    good: 'company Google\ncompany Anthropic\n\ninvestment Deal: Google -> Anthropic {\n  amount $1B    per <https://example.com/a>\n  amount ~$1.1B per <https://example.com/b>\n}\n',
  },
  noFix: 'both figures are reported, and stay. Which of them counts is said by their order.',
  concerns: ({ declaration }) => declaration !== undefined && repeated(declaration).length > 0,
  run: ({ declaration }) =>
    declaration
      ? repeated(declaration).flatMap((lines) =>
          groupsOf(lines).flatMap((group) => judged(declaration, group)),
        )
      : [],
};

/** So many figures are named; the others stand beside them. */
const mostSaid = 4;

/** The lines of each property that stands several times, although it can be true only once. */
function repeated({ facts }: Declaration): Fact[][] {
  const byName = new Map<PropertyName, Fact[]>();
  for (const fact of facts) {
    const { many, list, pair } = properties[fact.name];
    if (many || list || pair) continue;
    const lines = byName.get(fact.name);
    if (lines) lines.push(fact);
    else byName.set(fact.name, [fact]);
  }
  return [...byName.values()].filter((lines) => lines.length > 1);
}

/** Those of the lines that speak of the same, as far as they cite something. */
function groupsOf(lines: readonly Fact[]): Fact[][] {
  const groups: Fact[][] = [];
  for (const fact of lines) {
    if (fact.sources.length === 0) continue;
    const group = groups.find(([first]) => first && isOfTheSame(first, fact));
    if (group) group.push(fact);
    else groups.push([fact]);
  }
  return groups.filter((group) => group.length > 1);
}

function isOfTheSame(a: Fact, b: Fact): boolean {
  return (
    isSameDate(a.on, b.on) &&
    isSameDate(a.from, b.from) &&
    isSameDate(a.until, b.until) &&
    (['pre', 'post'] as const).every((flag) => a.flags.has(flag) === b.flags.has(flag))
  );
}

function isSameDate(a: DealDate | undefined, b: DealDate | undefined): boolean {
  return a && b ? compareDates(a, b) === 0 : a === b;
}

/** A figure of one line, with what it is counted in. */
interface Figure {
  readonly fact: Fact;
  readonly unit: string;
  readonly range: Range;
  readonly write: (range: Range) => string;
}

function figureOf(fact: Fact): Figure[] {
  const [value] = fact.values;
  switch (value?.type) {
    case 'money': {
      const { money } = value;
      const write = (range: Range): string => describeMoney({ ...money, range });
      return [{ fact, unit: `${money.currency}/${money.per ?? ''}`, range: money.range, write }];
    }
    case 'quantity': {
      const { quantity } = value;
      const write = (range: Range) => describeQuantity({ ...quantity, range });
      return [{ fact, unit: quantity.unit, range: quantity.range, write }];
    }
    case 'percent':
      return [{ fact, unit: '%', range: value.range, write: describePercent }];
    case 'multiple':
      return [{ fact, unit: 'x', range: value.range, write: describeMultiple }];
    default:
      return [];
  }
}

function judged(declaration: Declaration, lines: readonly Fact[]): Found[] {
  const figures = lines.flatMap(figureOf).filter(({ range }) => !range.undisclosed);
  const [first] = figures;
  const other = figures.find((figure, index) =>
    figures.slice(0, index).some((before) => isOtherThan(before, figure)),
  );
  if (!first || !other) return [];
  const reports = figures.map(({ fact, range, write }) =>
    l10n.t('{0} ({1})', write(range), sourcesText(fact)),
  );
  const more = reports.length - mostSaid;
  const said =
    more > 0 ? l10n.t('{0} and {1} more', reports.slice(0, mostSaid).join(', '), more) : reports.join(', ');
  const name = first.fact.name;
  const apart = distanceIn(figures);
  return [
    {
      span: { start: other.fact.node.start, end: other.fact.values[0]?.node.end ?? other.fact.node.end },
      message:
        apart === undefined
          ? l10n.t('Sources differ over “{0}”: {1}. The first figure counts.', name, said)
          : l10n.t('Sources differ over “{0}” by {1}: {2}. The first figure counts.', name, apart, said),
      related: figures
        .filter(({ fact }) => fact !== other.fact)
        .map(({ fact, range, write }) => ({
          declaration,
          span: fact.node,
          message: l10n.t('{0} ({1})', write(range), sourcesText(fact)),
        })),
    },
  ];
}

/** Whether another source reports another figure; two figures of one source are a slip of the pen. */
function isOtherThan(a: Figure, b: Figure): boolean {
  return (
    sourcesText(a.fact) !== sourcesText(b.fact) && a.unit === b.unit && certainlyDifferent(a.range, b.range)
  );
}

function sourcesText(fact: Fact): string {
  return citedBy(fact)
    .map(({ text }) => excerpt(text))
    .join(', ');
}

const HUNDRED = new Big(100);

/** How far the smallest and the largest figure lie apart; undefined where they cannot be subtracted. */
function distanceIn(figures: readonly Figure[]): string | undefined {
  const [first] = figures;
  if (!first || figures.some(({ unit }) => unit !== first.unit)) return undefined;
  const smallest = figures.reduce((least, figure) =>
    certainlyGreater(least.range, figure.range) ? figure : least,
  );
  const largest = figures.reduce((most, figure) =>
    certainlyGreater(figure.range, most.range) ? figure : most,
  );
  const from = smallest.range.max;
  const to = largest.range.min;
  if (!from || !to || to.lte(from)) return undefined;
  const gap = to.minus(from);
  const text = first.write(exact(gap));
  const isKnown = isExact(smallest.range) && isExact(largest.range);
  if (from.eq(0) || first.unit === '%') return isKnown ? text : l10n.t('at least {0}', text);
  const share = describePercent(exact(gap.div(from).times(HUNDRED).round(1)));
  return isKnown ? l10n.t('{0}, which is {1}', text, share) : l10n.t('at least {0}', text);
}
