import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import { kinds, type PropertyName } from '../language/schema';
import { citedBy, citedSources } from '../model/citation';
import { factsOf, type Declaration, type Fact } from '../model/declaration';
import { describeMoney, type Amount } from '../values/money';
import { certainlyGreater } from '../values/range';
import type { Found, LocalCheck } from '../project/check';

/** Properties whose figures are worth a second look. */
const figures: readonly PropertyName[] = ['amount', 'budget', 'total', 'valuation', 'value'];

export const singleSource: LocalCheck = {
  scope: 'item',
  code: 'single-source',
  severity: 'warning',
  title: 'A large figure with one source only',
  docs: 'Figures above `secondSourceAbove` in `dealgraph.json` want a second source. It looks at amounts, budgets, running totals and valuations in the currency of that setting, and counts the sources of the line, of other lines that report the same property, and of the whole declaration; where none of these cites any, all that the declaration cites. Whether two sources are really two is for [`same-origin`](same-origin.md) to say. Without the setting nothing is told.',
  examples: {
    config: '{ "secondSourceAbove": "$1B" }',
    bad: 'company Amazon\ncompany Anthropic\n\ninvestment Deal: Amazon -> Anthropic { amount $4B per <https://example.com/a> }\n',
    good: 'company Amazon\ncompany Anthropic\n\ninvestment Deal: Amazon -> Anthropic { amount $4B per <https://example.com/a>, <https://example.com/b> }\n',
  },
  concerns: ({ declaration }) =>
    declaration !== undefined &&
    kinds[declaration.kind].wantsSource &&
    figures.some((name) => factsOf(declaration, name).length > 0),
  run: ({ declaration }, { settings: { secondSourceAbove } }) => {
    if (!declaration || !secondSourceAbove || !kinds[declaration.kind].wantsSource) return [];
    const told = new Set<string>();
    return figures.flatMap((name) => {
      const found = judged(declaration, factsOf(declaration, name), secondSourceAbove);
      // What one more source would mend is told once.
      if (!found || told.has(found.source)) return [];
      told.add(found.source);
      return [found.finding];
    });
  },
};

/** The one source of a large figure, and what is to be said of it. */
function judged(
  declaration: Declaration,
  lines: readonly Fact[],
  threshold: Amount,
): { source: string; finding: Found } | undefined {
  const large = lines.find(
    ({ money }) =>
      money &&
      !money.per &&
      money.currency === threshold.currency &&
      certainlyGreater(money.range, threshold.range),
  );
  if (!large?.money) return undefined;
  const stated = [...lines, ...factsOf(declaration, 'per')];
  const own = new Set(stated.flatMap(citedBy).map(({ text }) => text));
  const cited = own.size > 0 ? own : new Set(citedSources(declaration).map(({ text }) => text));
  const [only] = cited;
  if (only === undefined || cited.size > 1) return undefined;
  return {
    source: only,
    finding: {
      span: { start: large.node.start, end: large.values[0]?.node.end ?? large.node.end },
      message: l10n.t(
        '{0} is above {1} and has one source only, {2}. Cite a second one that does not take it from there.',
        describeMoney(large.money),
        describeMoney(threshold),
        excerpt(only),
      ),
    },
  };
}
