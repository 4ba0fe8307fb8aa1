import * as l10n from '@vscode/l10n';
import type { Span } from '../language/tree';
import type { Fact } from '../model/declaration';
import { earliestDay, latestDay } from '../model/plausible-dates';
import { describeDate, type DealDate } from '../values/date';
import type { Found, LocalCheck } from '../project/check';

export const implausibleDate: LocalCheck = {
  scope: 'item',
  code: 'implausible-date',
  severity: 'warning',
  title: 'A date in a year that nobody can mean',
  docs: 'Dates lie between 1500 and 2100; only `founded` may be earlier. A digit too many or two that changed places are the usual reason.',
  examples: {
    bad: 'company Amazon\ncompany Anthropic\n\ninvestment Deal: Amazon -> Anthropic {\n  amount  $4B per <https://example.com>\n  tranche $4B on 2203-09-25\n}\n',
    good: 'company Amazon\ncompany Anthropic\n\ninvestment Deal: Amazon -> Anthropic {\n  amount  $4B per <https://example.com>\n  tranche $4B on 2023-09-25\n}\n',
  },
  concerns: () => false,
  looksAtValues: true,
  run: ({ declaration }) => (declaration?.facts ?? []).flatMap(datesOf),
};

function datesOf(fact: Fact): Found[] {
  const lowest = fact.name === 'founded' ? -Infinity : earliestDay;
  const found = fact.values.flatMap((value) =>
    value.type === 'date' ? judged(value.date, value.node, lowest) : [],
  );
  for (const name of ['on', 'from', 'until'] as const) {
    const date = fact[name];
    if (date && !isPlausible(date, earliestDay)) {
      const node = fact.node.modifiers.find((modifier) => modifier.name === name)?.values[0];
      found.push(...judged(date, node ?? fact.node, earliestDay));
    }
  }
  return found;
}

function judged(date: DealDate, span: Span, lowest: number): Found[] {
  if (isPlausible(date, lowest)) return [];
  return [
    {
      span: { start: span.start, end: span.end },
      message: l10n.t('{0} is a year that nobody can mean. Correct the date.', describeDate(date)),
    },
  ];
}

/** Whether the date can lie where dates do; an open end says nothing. */
function isPlausible(date: DealDate, lowest: number): boolean {
  return date.latest >= lowest && (date.earliest === -Infinity || date.earliest <= latestDay);
}
