import * as l10n from '@vscode/l10n';
import { compareCurrencies, minorDigitsOf } from './currency';
import { conversionAt, together, type Conversion, type ExchangeRate } from './exchange';
import { describeMoney, type Amount } from './money';
import {
  add,
  cappedBy,
  haveSameBounds,
  multiply,
  NOUGHT,
  rounded,
  subtract,
  UNDISCLOSED,
  upTo,
  withBounds,
  type Range,
} from './range';

/** What was added up in one currency. */
export interface CurrencyTotal {
  readonly currency: string;
  readonly range: Range;
}

/** In what money is really handed over, in the order in which it is told. */
export const moneyForms = ['cash', 'credits', 'compute', 'shares'] as const;
export type MoneyForm = (typeof moneyForms)[number];

/** Totals side by side. */
export interface Totals {
  /** At most one per currency, the most used currencies first. */
  readonly totals: readonly CurrencyTotal[];
  /** How many parts are undisclosed even in their currency. */
  readonly undisclosed: number;
}

/** The part of a sum that is handed over in one form. */
export interface FormPart extends Totals {
  readonly form: MoneyForm;
}

/** Money, currency by currency; no exchange rate is assumed, and those that were used are told. Immutable. */
export interface MoneySum extends Totals {
  /** What of it is handed over in which form, as far as that is said; at most one part per form, in their order. */
  readonly forms: readonly FormPart[];
  /** What of it was of other currencies; at most one per currency, the most used currencies first. */
  readonly conversions: readonly Conversion[];
}

const none: readonly never[] = [];
const nothing: Totals = { totals: none, undisclosed: 0 };

/** The sum of nothing. */
export const emptySum: MoneySum = { ...nothing, forms: none, conversions: none };

/**
 * The sum with `money` added to the total of its currency. Turn recurring money into a total first: `totalOver`.
 * @param forms in which it is handed over; of several, nobody knows how much in which
 */
export function addMoney(sum: MoneySum, money: Amount, forms: readonly MoneyForm[] = none): MoneySum {
  const { totals, undisclosed } = plus(sum, money);
  if (forms.length === 0) return { totals, undisclosed, forms: sum.forms, conversions: sum.conversions };
  const part = plus(nothing, money);
  const own = forms.length > 1 ? unknownTotals(part) : part;
  const parts = moneyForms.flatMap((form) => (forms.includes(form) ? [{ form, ...own }] : []));
  return { totals, undisclosed, forms: addForms(sum.forms, parts), conversions: sum.conversions };
}

function plus({ totals, undisclosed }: Totals, money: CurrencyTotal): Totals {
  return money.currency === ''
    ? { totals, undisclosed: undisclosed + 1 }
    : { totals: addTotal(totals, money), undisclosed };
}

/** Both sums together. */
export function addSums(a: MoneySum, b: MoneySum): MoneySum {
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  const { totals, undisclosed } = addTotals(a, b);
  return {
    totals,
    undisclosed,
    forms: addForms(a.forms, b.forms),
    conversions: b.conversions.reduce(addConversion, a.conversions),
  };
}

function addTotals(a: Totals, b: Totals): Totals {
  return { totals: b.totals.reduce(addTotal, a.totals), undisclosed: a.undisclosed + b.undisclosed };
}

function addTotal(totals: readonly CurrencyTotal[], part: CurrencyTotal): readonly CurrencyTotal[] {
  const { currency, range } = part;
  const [first] = totals;
  if (!first) return [{ currency, range }];
  if (first.currency === currency && totals.length === 1) {
    return [{ currency, range: add(first.range, range) }];
  }
  const at = totals.findIndex((total) => compareCurrencies(total.currency, currency) >= 0);
  const present = totals[at];
  if (present?.currency === currency) {
    return totals.with(at, { currency, range: add(present.range, range) });
  }
  return totals.toSpliced(at === -1 ? totals.length : at, 0, { currency, range });
}

function addForms(a: readonly FormPart[], b: readonly FormPart[]): readonly FormPart[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return moneyForms.flatMap((form) => {
    const parts = [...a, ...b].filter((part) => part.form === form);
    return parts.length > 0 ? [{ form, ...parts.reduce(addTotals, nothing) }] : [];
  });
}

function addConversion(all: readonly Conversion[], one: Conversion): readonly Conversion[] {
  const at = all.findIndex(({ from }) => compareCurrencies(from, one.from) >= 0);
  const present = all[at];
  return present?.from === one.from
    ? all.with(at, together(present, one))
    : all.toSpliced(at === -1 ? all.length : at, 0, one);
}

/**
 * What is left of a sum without another one, currency by currency; what is left of nothing is not in it. Where some of
 * what is taken is undisclosed or of a currency that the sum does not have, all of it may have been taken. To be asked
 * before anything is converted.
 */
export function subtractSums(a: MoneySum, b: MoneySum): MoneySum {
  if (isEmpty(b)) return a;
  const left = subtractTotals(a, b);
  if (a.forms.length === 0) return { ...left, forms: none, conversions: none };
  const unsaid = subtractTotals(b, b.forms.reduce(addTotals, nothing));
  const forms = a.forms.map((part) => {
    const rest = subtractTotals(part, b.forms.find(({ form }) => form === part.form) ?? nothing);
    const least = subtractTotals(rest, unsaid);
    const totals = rest.totals.flatMap(({ currency, range }) => {
      const whole = rangeIn(left, currency);
      const min = rangeIn(least, currency)?.min ?? NOUGHT;
      return whole ? [{ currency, range: cappedBy(withBounds(range, min, range.max), whole) }] : [];
    });
    return { form: part.form, totals, undisclosed: rest.undisclosed };
  });
  return { ...left, forms: withoutEmpty(forms), conversions: none };
}

function subtractTotals(a: Totals, b: Totals): Totals {
  const mayBeMore = b.undisclosed > 0 || b.totals.some(({ currency }) => !rangeIn(a, currency));
  const totals = a.totals.map(({ currency, range }) => {
    const taken = rangeIn(b, currency);
    const left = taken ? subtract(range, taken) : range;
    return { currency, range: mayBeMore ? upTo(left) : left };
  });
  return {
    totals: totals.filter(({ range }) => range.max === undefined || range.max.gt(0)),
    undisclosed: a.undisclosed,
  };
}

/** What a sum comes to in one currency; undefined where nothing of it is of that one. */
export function rangeIn({ totals }: Totals, currency: string): Range | undefined {
  return totals.find((total) => total.currency === currency)?.range;
}

/** An unknown share of a sum: in each currency anything from nothing to all of it. */
export function unknownShare(sum: MoneySum): MoneySum {
  if (isEmpty(sum)) return sum;
  const { forms, conversions } = sum;
  const { totals, undisclosed } = unknownTotals(sum);
  const parts =
    forms.length === 0 ? forms : forms.map((part) => ({ form: part.form, ...unknownTotals(part) }));
  return { totals, undisclosed, forms: parts, conversions };
}

function unknownTotals({ totals, undisclosed }: Totals): Totals {
  return {
    totals: totals.map(({ currency, range }) => ({
      currency,
      // Of "at least $1B" not even the most is known.
      range: range.max === undefined ? UNDISCLOSED : upTo(range),
    })),
    undisclosed,
  };
}

/**
 * A sum with other totals, which are parts of those that it has. Where all was handed over in one form, so are they;
 * else what of them is in which form is no more than before, and no more than there is.
 */
export function withTotals(sum: MoneySum, totals: readonly CurrencyTotal[]): MoneySum {
  const part = { totals, undisclosed: sum.undisclosed };
  const forms = sum.forms.map((whole) => ({
    form: whole.form,
    totals: whole.totals.flatMap(({ currency, range }) => {
      const [before, now] = [rangeIn(sum, currency), rangeIn(part, currency)];
      if (!before || !now) return [];
      if (before === now) return [{ currency, range }];
      return [{ currency, range: haveSameBounds(range, before) ? now : cappedBy(upTo(range), now) }];
    }),
    undisclosed: whole.undisclosed,
  }));
  return { ...part, forms: withoutEmpty(forms), conversions: none };
}

/** The same money, of which more is known: what of it is handed over in which form. */
export function withForms(sum: MoneySum, parts: readonly FormPart[]): MoneySum {
  if (isEmpty(sum)) return sum;
  const forms = parts.map(({ form, totals, undisclosed }) => ({
    form,
    totals: totals.flatMap(({ currency, range }) => {
      const whole = rangeIn(sum, currency);
      return whole ? [{ currency, range: cappedBy(range, whole) }] : [];
    }),
    undisclosed,
  }));
  return { ...sum, forms: withoutEmpty(forms) };
}

function withoutEmpty(forms: readonly FormPart[]): readonly FormPart[] {
  return forms.filter(({ totals, undisclosed }) => totals.length + undisclosed > 0);
}

/** The rate for money of a currency, and whether it is older than a year on the day that it is used for. */
export interface KnownRate {
  readonly exchange: ExchangeRate;
  readonly isOld: boolean;
}

/**
 * A sum in another currency, as far as rates are known; what has none stays as it is beside it. Nothing is rounded.
 * @param rateOf the rate for a currency; not asked for `to` itself
 */
export function convertSum(
  sum: MoneySum,
  to: string,
  rateOf: (currency: string) => KnownRate | undefined,
): MoneySum {
  if (sum.totals.every(({ currency }) => currency === to)) return sum;
  const [only] = sum.totals;
  if (sum.totals.length === 1 && only && sum.forms.length === 0 && sum.conversions.length === 0) {
    // Most deals are of one currency and say nothing of forms.
    const rate = rateOf(only.currency);
    if (!rate) return sum;
    const range = multiply(only.range, rate.exchange.rate);
    return {
      totals: [{ currency: to, range }],
      undisclosed: sum.undisclosed,
      forms: none,
      conversions: [conversionAt(rate.exchange, only.range, rate.isOld)],
    };
  }
  const rates = new Map(
    sum.totals.map(({ currency }) => [currency, currency === to ? undefined : rateOf(currency)]),
  );
  const converted = ({ totals, undisclosed }: Totals): Totals => ({
    totals: totals
      .map((total) => {
        const rate = rates.get(total.currency)?.exchange.rate;
        return rate ? { currency: to, range: multiply(total.range, rate) } : total;
      })
      .reduce(addTotal, none),
    undisclosed,
  });
  return {
    ...converted(sum),
    forms: sum.forms.map((part) => ({ form: part.form, ...converted(part) })),
    conversions: sum.totals.reduce((all, { currency, range }) => {
      const rate = rates.get(currency);
      return rate ? addConversion(all, conversionAt(rate.exchange, range, rate.isOld)) : all;
    }, sum.conversions),
  };
}

/** A sum with what was converted rounded to the minor unit of its currency. */
export function inMinorUnits(sum: MoneySum): MoneySum {
  const { conversions } = sum;
  if (conversions.length === 0) return sum;
  const tidy = ({ totals, undisclosed }: Totals): Totals => ({
    totals: totals.map(({ currency, range }) => ({
      currency,
      range: conversions.some(({ to }) => to === currency) ? rounded(range, minorDigitsOf(currency)) : range,
    })),
    undisclosed,
  });
  return { ...tidy(sum), forms: sum.forms.map((part) => ({ form: part.form, ...tidy(part) })), conversions };
}

/** Whether nothing was added yet. */
export function isEmpty(sum: Totals): boolean {
  return sum.totals.length === 0 && sum.undisclosed === 0;
}

/** Of what was converted nobody wants to read every digit: figures with more characters are rounded. */
const longestConverted = 7;

/** The sum for a sentence, localized: `$11B + €2B + undisclosed`; `nothing` for the sum of nothing. */
export function describeSum(sum: MoneySum): string {
  return describeTotals(inMinorUnits(sum), sum.conversions);
}

/**
 * Totals for a sentence.
 * @param conversions what of them was converted
 */
export function describeTotals(
  { totals, undisclosed }: Totals,
  conversions: readonly Conversion[] = none,
): string {
  const parts = totals.map((total) =>
    describeMoney(total, conversions.some(({ to }) => to === total.currency) ? longestConverted : undefined),
  );
  if (undisclosed === 1) parts.push(l10n.t('undisclosed'));
  else if (undisclosed > 1) parts.push(l10n.t('{0} undisclosed', undisclosed));
  return parts.length === 0 ? l10n.t('nothing') : parts.join(' + ');
}
