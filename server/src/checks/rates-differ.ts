import * as l10n from '@vscode/l10n';
import { Big } from 'big.js';
import { publishedRates, type PublishedRate } from '../model/rates';
import { describeDate } from '../values/date';
import { formatNumber } from '../values/plain-number';
import { certainlyDifferent, hasOneValue, inverse, rounded, withBounds, type Range } from '../values/range';
import { asWritten } from '../values/rounding';
import type { Fix, PlacedFound, ProjectCheck } from '../project/check';

/**
 * So much may two rates of one day be apart: what bid and ask, and the hours at which different houses fix their rates,
 * come to on all but a few days of a decade. A digit too many, or a rate the wrong way round, is further off.
 */
const tolerance = new Big('0.01');
/** So many rates are compared before others have their turn. */
const atOnce = 64;
/** Rates are published with so many. */
const decimals = 4;

export const ratesDiffer: ProjectCheck = {
  scope: 'project',
  code: 'rates-differ',
  severity: 'warning',
  title: 'Two exchange rates of one pair and one day contradict each other',
  docs: 'Two `rate`s between the same currencies, in the same direction or the other way round, that are of the same day and more than 1% apart. Within 1% lie bid and ask, and what different houses publish for one day. Each rate counts as far as it is rounded, and bounds as bounds. Which of the two a sum takes depends on the direction in which it converts. Months, quarters and years are not compared: a rate may be that of any day in them, or their mean.',
  examples: {
    bad: 'fx EURUSD: EUR -> USD { rate 1.0842 on 2025-01-31 }\n\nfx USDEUR: USD -> EUR { rate 1.0842 on 2025-01-31 }\n',
    good: 'fx EURUSD: EUR -> USD { rate 1.0842 on 2025-01-31 }\n\nfx USDEUR: USD -> EUR { rate 0.9223 on 2025-01-31 }\n',
  },
  *run(corpus) {
    const first = new Map<string, PublishedRate>();
    const found: PlacedFound[] = [];
    for (const [index, rate] of publishedRates(corpus.ofKind('fx')).entries()) {
      if (index % atOnce === 0) yield;
      const { from, to, on } = rate.step;
      if (on.earliest !== on.latest || on.approximate || on.uncertain) continue;
      const key = [...[from, to].sort(), on.earliest].join(' ');
      const other = first.get(key);
      if (!other) first.set(key, rate);
      else if (certainlyDifferent(tolerated(covered(other, from)), covered(rate, from)))
        found.push(told(rate, other));
    }
    return found;
  },
};

/** What a rate can be as far as it is rounded: how much of the other currency one unit of `from` buys. */
function covered({ step: { from: own, rate }, fact }: PublishedRate, from: string): Range {
  const range = hasOneValue(rate) ? asWritten(rate, fact.values[0]?.node.text ?? '') : rate;
  return own === from ? range : inverse(range);
}

function tolerated(range: Range): Range {
  const { min, max } = range;
  return withBounds(range, min?.minus(min.times(tolerance)), max?.plus(max.times(tolerance)));
}

/** Writes what the other rate comes to; a rate that would be rounded to nothing is none. */
function restating({ values: [value] }: PublishedRate['fact'], text: string): Fix[] {
  if (!value || text === '0') return [];
  const { start, end } = value.node;
  return [{ title: l10n.t('Change the rate to {0}', text), edits: [{ start, end, text }] }];
}

function told({ step, declaration, fact }: PublishedRate, other: PublishedRate): PlacedFound {
  const { from, to, rate, on } = step;
  const date = describeDate(on);
  const [own, others] = [formatNumber(rate), formatNumber(other.step.rate)];
  const isSameWay = other.step.from === from;
  const text = formatNumber(isSameWay ? other.step.rate : rounded(inverse(other.step.rate), decimals));
  const message = isSameWay
    ? l10n.t(
        '1 {0} is {2} {1} here, and {3} {1} in “{4}” on the same day ({5}). Correct one of the two rates.',
        from,
        to,
        own,
        others,
        other.declaration.title,
        date,
      )
    : l10n.t(
        '1 {0} is {2} {1} here, so 1 {1} is {3} {0}; in “{5}” it is {4} {0} on the same day ({6}). Correct one of the two rates.',
        from,
        to,
        own,
        formatNumber(rounded(inverse(rate), decimals)),
        others,
        other.declaration.title,
        date,
      );
  return {
    at: declaration,
    span: fact.node,
    message,
    fixes: restating(fact, text),
    related: [
      {
        declaration: other.declaration,
        span: other.fact.node,
        message: l10n.t('1 {0} is {1} {2} here', other.step.from, others, other.step.to),
      },
    ],
  };
}
