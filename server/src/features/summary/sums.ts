import * as l10n from '@vscode/l10n';
import type { MoneyPurpose } from '../../language/schema';
import type { Corpus } from '../../model/corpus';
import type { Buckets } from '../../model/deal';
import { describeRange } from '../../values/bounds';
import { describeDate, type DealDate } from '../../values/date';
import type { Conversion, ExchangeRate } from '../../values/exchange';
import { describeMoney } from '../../values/money';
import { formatPlain } from '../../values/number';
import { haveSameBounds } from '../../values/range';
import {
  describeTotals,
  inMinorUnits,
  isEmpty,
  type FormPart,
  type MoneyForm,
  type MoneySum,
} from '../../values/sum';
import { withDispute } from './disputes';
import { describeTotal, withRemarks } from './figures';
import { dotted, escapeMarkdown, paragraphs } from './markdown';
import { enumerate } from './names';

/** Rates that are told together, from the lowest to the highest, have so many digits. */
const digitsOfRate = 6;

/** Sums in a few words: `$13B promised (of it $10B in credits), $2B executed, $2B in talks`; empty without money. */
export function bucketsLine({ promised, executed, rumored }: Buckets): string {
  return [
    isEmpty(promised) ? undefined : withForms(l10n.t('{0} promised', describeTotal(promised)), promised),
    isEmpty(executed) ? undefined : withForms(l10n.t('{0} executed', describeTotal(executed)), executed),
    isEmpty(rumored) ? undefined : withForms(l10n.t('{0} in talks', describeTotal(rumored)), rumored),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Sums of several purposes: each named, unless all money is of one. */
export function sumsLine(sums: ReadonlyMap<MoneyPurpose, Buckets>): string {
  const parts = [...sums]
    .map(([purpose, buckets]) => [purpose, bucketsLine(buckets)] as const)
    .filter(([, line]) => line !== '');
  if (parts.length === 1) return parts[0]![1];
  return dotted(parts.map(([purpose, line]) => `${purposeLabel(purpose)} ${line}`));
}

/** What money is for, in prose. */
export function purposeLabel(purpose: MoneyPurpose): string {
  switch (purpose) {
    case 'capital':
      return l10n.t('capital');
    case 'debt':
      return l10n.t('debt');
    case 'grant':
      return l10n.t('grants');
    case 'purchase':
      return l10n.t('acquisitions');
    case 'trade':
      return l10n.t('contracts');
    case 'plan':
      return l10n.t('plans');
  }
}

/** A text about a sum with what of it is handed over in which form behind it, as far as that is said. */
export function withForms(text: string, sum: MoneySum): string {
  return withRemarks(text, [formsText(sum)]);
}

/** What of a sum is handed over in which form: `of it $10B in credits`, `all in credits`; undefined where nobody says. */
export function formsText(sum: MoneySum): string | undefined {
  const { forms, conversions } = inMinorUnits(sum);
  if (forms.length === 0) return undefined;
  const only = onlyForm(sum);
  if (only) return allIn(only);
  return l10n.t(
    'of it {0}',
    enumerate(forms.map((part) => inForm(part.form, describePart(part, conversions)))),
  );
}

/** The form in which all of a sum is handed over; undefined where it is not one, or not known. */
export function onlyForm(sum: MoneySum): MoneyForm | undefined {
  const [part, more] = sum.forms;
  if (!part || more || part.undisclosed !== sum.undisclosed || part.totals.length !== sum.totals.length)
    return undefined;
  const isAll = part.totals.every(({ currency, range }, index) => {
    const whole = sum.totals[index];
    return whole?.currency === currency && haveSameBounds(whole.range, range);
  });
  return isAll ? part.form : undefined;
}

function describePart(part: FormPart, conversions: readonly Conversion[]): string {
  return part.totals.every(({ range }) => range.undisclosed)
    ? l10n.t('an undisclosed amount')
    : describeTotals(part, conversions);
}

/** Money in the form in which it is handed over: `$10B in credits`. */
export function inForm(form: MoneyForm, money: string): string {
  switch (form) {
    case 'cash':
      return l10n.t('{0} in cash', money);
    case 'credits':
      return l10n.t('{0} in credits', money);
    case 'compute':
      return l10n.t('{0} in computing time', money);
    case 'shares':
      return l10n.t('{0} in shares', money);
  }
}

function allIn(form: MoneyForm): string {
  switch (form) {
    case 'cash':
      return l10n.t('all in cash');
    case 'credits':
      return l10n.t('all in credits');
    case 'compute':
      return l10n.t('all in computing time');
    case 'shares':
      return l10n.t('all in shares');
  }
}

/** All that was converted for some sums, each certainty once: what is executed is promised as well. */
function convertedIn(sums: Iterable<Buckets>): readonly MoneySum[] {
  return [...sums].flatMap(({ promised, rumored }) => [promised, rumored]);
}

/** Which money of some sums is converted, in a few words: `€40M converted`; undefined where none is. */
export function convertedMark(sums: Iterable<Buckets>): string | undefined {
  const amounts = convertedIn(sums).flatMap(({ conversions }) => conversions.map(amountOf));
  return amounts.length > 0 ? l10n.t('{0} converted', enumerate(amounts)) : undefined;
}

/** By which rates money was converted: `€40M at 1.0842 (31 January 2025)`; undefined where none was. */
export function ratesText({ promised, rumored }: Buckets): string | undefined {
  return (
    dotted([
      ...new Set([promised, rumored].flatMap((sum) => sum.conversions.map((each) => conversionText(each)))),
    ]) || undefined
  );
}

/**
 * One conversion, with its rates.
 * @param amount what was converted, in words
 */
export function conversionText(conversion: Conversion, amount = amountOf(conversion)): string {
  const { only, first, last, isOld } = conversion;
  const dates = only || first === last ? describeDate(first) : spanText(first, last);
  const rate = only
    ? rateText(only)
    : describeRange(conversion.rate, (value) => formatPlain(value.prec(digitsOfRate)));
  return withRemarks(l10n.t('{0} at {1}', amount, rate), [
    dates,
    isOld ? l10n.t('more than a year before') : undefined,
  ]);
}

function amountOf({ from, range }: Conversion): string {
  return describeMoney({ currency: from, range });
}

/** A rate as it was published: `1.0842`, `1 / 150.2` the other way round, both steps through a third currency. */
function rateText({ from, steps }: ExchangeRate): string {
  let currency = from;
  const factors = steps.map((step) => {
    const isForward = step.from === currency;
    currency = isForward ? step.to : step.from;
    const rate = describeRange(step.rate, formatPlain);
    return isForward ? rate : l10n.t('1 / {0}', rate);
  });
  return factors.join(' × ');
}

function spanText(first: DealDate, last: DealDate): string {
  const [start, end] = [describeDate(first), describeDate(last)];
  return start === end ? start : l10n.t('{0} to {1}', start, end);
}

/**
 * What of some sums has no rate into the base currency: `no rate in time for £5M`; undefined where all has one, or where
 * there is no base currency.
 */
export function unconvertedText(base: string | undefined, sums: Iterable<Buckets>): string | undefined {
  if (base === undefined) return undefined;
  const amounts = convertedIn(sums).flatMap(({ totals }) =>
    totals.filter(({ currency }) => currency !== base).map((total) => describeMoney(total)),
  );
  return amounts.length > 0 ? l10n.t('no rate in time for {0}', enumerate([...new Set(amounts)])) : undefined;
}

/**
 * Sums of several purposes with all that is to be said of them: who disputes them, and by which rates they were
 * converted; empty where there is no money.
 */
export function sumsText(
  corpus: Corpus,
  sums: ReadonlyMap<MoneyPurpose, Buckets>,
  disputed: string | undefined,
): string {
  const line = sumsLine(sums);
  return line && dotted([withDispute(line, disputed), ...rateRemarks(corpus, [...sums.values()])]);
}

/** By which rates some sums were converted, and what has none. */
export function rateRemarks(corpus: Corpus, sums: readonly Buckets[]): (string | undefined)[] {
  return [...new Set(sums.map(ratesText)), unconvertedText(corpus.settings.baseCurrency, sums)];
}

/** By which rates some sums were converted, and what has none, in a sentence; undefined where there is nothing to say. */
export function conversionRemark(corpus: Corpus, sums: readonly Buckets[]): string | undefined {
  const remarks = rateRemarks(corpus, sums).filter((remark) => remark !== undefined);
  return remarks.length > 0
    ? l10n.t('Converted into {0}: {1}.', corpus.settings.baseCurrency ?? '', remarks.join('; '))
    : undefined;
}

/** The card of a group of deals: its sums, purpose by purpose. */
export function sumsCard(
  corpus: Corpus,
  title: string,
  deals: number,
  sums: ReadonlyMap<MoneyPurpose, Buckets>,
  disputed: string | undefined,
): string {
  const lines = [...sums].flatMap(([purpose, buckets]) => {
    const line = bucketsLine(buckets);
    if (!line) return [];
    const text = dotted([line, ...rateRemarks(corpus, [buckets])]);
    return [l10n.t('- {0}: {1}', purposeLabel(purpose), escapeMarkdown(text))];
  });
  return paragraphs(
    `**${escapeMarkdown(title)}** · ${deals === 1 ? l10n.t('1 deal') : l10n.t('{0} deals', deals)}`,
    lines.join('\n'),
    disputed && escapeMarkdown(l10n.t('The money is {0}.', disputed)),
  );
}
