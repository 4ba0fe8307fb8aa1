import * as l10n from '@vscode/l10n';
import type { Span } from '../language/tree';
import type { Fact } from '../model/declaration';
import { earliestDay, latestDay } from '../model/plausible-dates';
import { dayOf, describeDate, readDate, type DealDate } from '../values/date';
import type { Found, LocalCheck } from '../project/check';

/** Most of what is written down happened after this day, and what was meant is looked for there. */
const usualDay = dayOf(1900, 1, 1);

export const implausibleDate: LocalCheck = {
  scope: 'item',
  code: 'implausible-date',
  severity: 'warning',
  title: 'A date in a year that nobody can mean',
  docs: 'Dates lie between 1500 and 2100; only `founded` may be earlier. A digit too many or two that changed places are the usual reason. Where two digits of the year that change places make one that can be meant, a quick fix does so.',
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
    value.type === 'date' ? judged(value.date, value.node, lowest, value.node.text) : [],
  );
  for (const name of ['on', 'from', 'until'] as const) {
    const date = fact[name];
    if (date && !isPlausible(date, earliestDay)) {
      const node = fact.node.modifiers.find((modifier) => modifier.name === name)?.values[0];
      found.push(...judged(date, node ?? fact.node, earliestDay, node?.text));
    }
  }
  return found;
}

/** @param text the date as it is written */
function judged(date: DealDate, span: Span, lowest: number, text = ''): Found[] {
  if (isPlausible(date, lowest)) return [];
  return [
    {
      span: { start: span.start, end: span.end },
      message: l10n.t('{0} is a year that nobody can mean. Correct the date.', describeDate(date)),
      fixes: turned(text, lowest).map((written) => ({
        title: l10n.t('Change to {0}', written),
        edits: [{ start: span.start, end: span.end, text: written }],
      })),
    },
  ];
}

/** A date with two neighbouring digits of its years the other way round, each way that makes years of living memory. */
function turned(text: string, lowest: number): string[] {
  const turnedAt = [0, 1, 2].map((at) =>
    // Both ends of a range were written by the same hand.
    text.replaceAll(/\d{4}/g, (year) => year.slice(0, at) + year[at + 1] + year[at] + year.slice(at + 2)),
  );
  return [...new Set(turnedAt)].filter((written) => {
    const date = readDate(written);
    if (written === text || !date.ok || !isPlausible(date.value, lowest)) return false;
    const { earliest, latest } = date.value;
    return (earliest === -Infinity || earliest >= usualDay) && (latest === Infinity || latest <= latestDay);
  });
}

/** Whether the date can lie where dates do; an open end says nothing. */
function isPlausible(date: DealDate, lowest: number): boolean {
  return date.latest >= lowest && (date.earliest === -Infinity || date.earliest <= latestDay);
}
