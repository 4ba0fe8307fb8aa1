import * as l10n from '@vscode/l10n';
import type { ModifierName } from '../../language/schema';
import { noteOf, type Fact } from '../../model/declaration';
import { whyImpossible, whyImpossibleMoney } from '../../model/impossible-figure';
import type { Value } from '../../model/value';
import { describeDate, type DealDate } from '../../values/date';
import { formatDuration } from '../../values/duration';
import { describeMoney } from '../../values/money';
import { describeMultiple } from '../../values/multiple';
import { describePercent } from '../../values/percent';
import { formatNumber } from '../../values/plain-number';
import { describeQuantity } from '../../values/quantity';
import { describeSum, type MoneySum } from '../../values/sum';

/** A figure for a sentence; undefined for values that are none. */
export function describeFigure(value: Value | undefined): string | undefined {
  switch (value?.type) {
    case 'money':
      return describeMoney(value.money);
    case 'quantity':
      return describeQuantity(value.quantity);
    case 'percent':
      return describePercent(value.range);
    case 'multiple':
      return describeMultiple(value.range);
    case 'number':
      return formatNumber(value.range);
    default:
      return undefined;
  }
}

/** A sum for a sentence; where nobody has told any figure it is said so. */
export function describeTotal(sum: MoneySum): string {
  return sum.totals.every(({ range }) => range.undisclosed)
    ? l10n.t('an undisclosed amount')
    : describeSum(sum);
}

const forms = ['cash', 'credits', 'shares', 'compute'] as const satisfies readonly ModifierName[];

/**
 * What a line says of its figure besides its sources: when, how long, in which form, how sure, and its note.
 * @param own the date of the whole declaration, for a line that says neither when nor from when
 */
export function remarksOn(fact: Fact, own?: DealDate): (string | undefined)[] {
  const { on, from, until } = fact;
  return [
    whenOf({ on: on ?? (from ? undefined : own), from, until }),
    fact.over && l10n.t('over {0}', formatDuration(fact.over)),
    ...forms.filter((form) => fact.flags.has(form)),
    confidenceOf(fact),
    impossibleOf(fact),
    noteOf(fact),
  ];
}

/** Says of a line with a figure that cannot be that it is in no sum. */
export function impossibleOf(fact: Fact): string | undefined {
  const isImpossible = whyImpossible(fact.values[0]) ?? (fact.with && whyImpossibleMoney(fact.with));
  return isImpossible && l10n.t('not counted: impossible');
}

/** The figure of a fact with what is said of it: `about $18M a year (2024, likely)`; undefined where it has none. */
export function describeFact(fact: Fact): string | undefined {
  const figure = describeFigure(fact.values[0]);
  return figure && withRemarks(figure, remarksOn(fact));
}

/** When a fact holds, in prose; undefined where it does not say. */
export function whenOf({ on, from, until }: Pick<Fact, 'on' | 'from' | 'until'>): string | undefined {
  const parts = [
    on && describeDate(on),
    from && l10n.t('from {0}', describeDate(from)),
    until && l10n.t('until {0}', describeDate(until)),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/** How sure a fact is, in a word; undefined where it is stated as such. */
export function confidenceOf({ flags }: Fact): string | undefined {
  if (flags.has('likely')) return l10n.t('likely');
  if (flags.has('uncertain')) return l10n.t('uncertain');
  return flags.has('speculative') ? l10n.t('speculative') : undefined;
}

/** A text with remarks behind it in parentheses, each once. */
export function withRemarks(text: string, remarks: readonly (string | undefined)[]): string {
  const made = new Set(remarks.filter((remark) => remark !== undefined && remark !== ''));
  return made.size > 0 ? l10n.t('{0} ({1})', text, [...made].join(', ')) : text;
}
