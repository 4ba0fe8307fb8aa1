import * as l10n from '@vscode/l10n';
import { inBaseOn } from '../../model/conversion';
import type { Corpus } from '../../model/corpus';
import { emptyBuckets, type Buckets } from '../../model/deal';
import { stepUp, valuationsOf, type ValuationPoint } from '../../model/valuation';
import type { ValuationChart, ValuationLine, ValuationMark } from '../../picture/valuation';
import { describeMultiple } from '../../values/multiple';
import { addMoney, emptySum, rangeIn, type MoneySum } from '../../values/sum';
import { withRemarks } from '../summary/figures';
import { enumerate, titleOf } from '../summary/names';
import { conversionRemark } from '../summary/sums';
import { pointParts, stepText, valuationDispute } from '../summary/valuation';
import { daysOf } from './days';
import type { Scope } from './scope';
import { middleOf, mostUsed } from './weight';

/** More lines than this nobody tells apart. */
const mostLines = 12;

/** What was found and cannot be drawn. */
interface LeftOut {
  undated: number;
  undisclosed: number;
  readonly currencies: Set<string>;
}

interface Valued {
  readonly party: string;
  readonly points: readonly ValuationPoint[];
  /** In the base currency where the project has one, as far as rates are known. */
  readonly sums: readonly MoneySum[];
}

/** What the parties of a picture were valued at by the corpus' day; of a picture around a party, that party alone. */
export function* valuationChartOf(scope: Scope): Generator<number, ValuationChart> {
  const { corpus, title, about } = scope;
  const all: Valued[] = [];
  for (const party of about.type === 'party' ? [about.name] : scope.parties) {
    const points = valuationsOf(corpus, party).filter(({ money }) => !money.per);
    yield 1 + points.length;
    if (points.length > 0) all.push({ party, points, sums: points.map((point) => sumOf(corpus, point)) });
  }
  const currency = currencyIn(corpus, all);
  const left: LeftOut = { undated: 0, undisclosed: 0, currencies: new Set() };
  const lines = all
    .map((valued) => lineOf(corpus, valued, currency, left))
    .filter(({ marks }) => marks.length > 0)
    .sort((a, b) => lastValue(b) - lastValue(a) || (a.name < b.name ? -1 : 1));
  const shown = lines.slice(0, mostLines).reverse();
  return {
    title,
    asOf: corpus.asOf,
    today: corpus.today,
    currency: shown.length > 0 ? currency : null,
    lines: shown,
    remarks: [
      ...moreLines(lines.slice(mostLines)),
      ...remarksOn(left, currency),
      ...converted(corpus, shown, all),
    ],
  };
}

function lastValue({ marks }: ValuationLine): number {
  return marks.at(-1)?.value ?? 0;
}

/** The base currency where anything is told in it, else the one that most figures are in. */
function currencyIn({ settings: { baseCurrency } }: Corpus, all: readonly Valued[]): string | null {
  const uses = new Map<string, number>();
  for (const { sums } of all) {
    for (const { currency } of sums.flatMap(({ totals }) => totals)) {
      if (currency === baseCurrency) return currency;
      uses.set(currency, (uses.get(currency) ?? 0) + 1);
    }
  }
  return mostUsed(uses);
}

/** The money of a valuation in the base currency, at the rates of its own date, as far as these are known. */
function sumOf(corpus: Corpus, { money, on }: ValuationPoint): MoneySum {
  const sum = addMoney(emptySum, { currency: money.currency, range: money.range });
  return inBaseOn(corpus, () => Math.min(on?.latest ?? corpus.asOf, corpus.asOf), sum);
}

function lineOf(
  corpus: Corpus,
  { party, points, sums }: Valued,
  currency: string | null,
  left: LeftOut,
): ValuationLine {
  const marks = points.flatMap((point, index) => markOf(corpus, point, sums[index]!, currency, left));
  const step = stepUp(points);
  return {
    name: party,
    title: titleOf(corpus, party),
    marks,
    ...(step?.multiple && { stepUp: withRemarks(describeMultiple(step.multiple), [stepText(step)]) }),
  };
}

function markOf(
  corpus: Corpus,
  point: ValuationPoint,
  sum: MoneySum,
  currency: string | null,
  left: LeftOut,
): ValuationMark[] {
  const range = currency === null ? undefined : rangeIn(sum, currency);
  if (!range) {
    for (const total of sum.totals) left.currencies.add(total.currency);
    if (sum.totals.length === 0) left.undisclosed++;
    return [];
  }
  const value = middleOf(range);
  const days = point.on && daysOf(point.on, corpus.asOf);
  if (value === null) left.undisclosed++;
  else if (!days) left.undated++;
  if (value === null || !days) return [];
  const { declaration, basis, inTalks } = point;
  return [
    {
      name: declaration.name,
      ...days,
      min: range.min?.toNumber() ?? null,
      max: range.max?.toNumber() ?? null,
      value,
      approximate: range.approximate,
      ...(basis && { basis }),
      inTalks,
      disputed: valuationDispute(corpus, point) !== undefined,
      text: pointParts(corpus, point).join(', '),
    },
  ];
}

function moreLines(lines: readonly ValuationLine[]): string[] {
  if (lines.length === 0) return [];
  return [
    l10n.t('Lower valuations are not drawn: those of {0}.', enumerate(lines.map((line) => line.title))),
  ];
}

function remarksOn({ undated, undisclosed, currencies }: LeftOut, currency: string | null): string[] {
  const remarks: string[] = [];
  if (undated > 0) {
    remarks.push(
      undated === 1
        ? l10n.t('1 valuation has no date and is not drawn.')
        : l10n.t('{0} valuations have no date and are not drawn.', undated),
    );
  }
  if (undisclosed > 0) {
    remarks.push(
      undisclosed === 1
        ? l10n.t('1 valuation is undisclosed and is not drawn.')
        : l10n.t('{0} valuations are undisclosed and are not drawn.', undisclosed),
    );
  }
  if (currencies.size > 0) {
    remarks.push(
      l10n.t(
        'Not drawn, since only {0} is: valuations in {1}.',
        currency ?? '',
        enumerate([...currencies].sort()),
      ),
    );
  }
  return remarks;
}

/** By which rates what is drawn was converted. */
function converted(corpus: Corpus, shown: readonly ValuationLine[], all: readonly Valued[]): string[] {
  const names = new Set(shown.map(({ name }) => name));
  const sums = all.filter(({ party }) => names.has(party)).flatMap((valued) => valued.sums);
  const buckets = sums
    .filter(({ conversions }) => conversions.length > 0)
    .map((promised): Buckets => ({ ...emptyBuckets, promised }));
  const remark = conversionRemark(corpus, buckets);
  return remark === undefined ? [] : [remark];
}
