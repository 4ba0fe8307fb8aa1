import { totalOver } from '../values/rate';
import type { Amount } from '../values/money';
import { add, hasOneValue, spanning, type Range } from '../values/range';
import { asReported, withinOnePercent } from '../values/rounding';
import { sumOf, termOf } from './deal';
import { factsOf, type Declaration, type Fact } from './declaration';
import { amountIn, asMeant, dayOfLine, reportedOnce } from './money-line';

/** Money as one of several sources reports it. */
export interface Reading {
  /** The line that reports it; absent where it is a sum. */
  readonly fact: Fact | undefined;
  /** As it is written. */
  readonly money: Amount;
  /** What it can be, as far as its figures are rounded, and as sources differ over parts of it. */
  readonly covered: Range;
}

/**
 * The money of a deal as a whole, once for each line that reports it: its `amount`s, or else its `budget`s; the sum of its
 * tranches where it has neither. Undefined stands for what cannot be measured, such as a rate without a duration.
 */
export function wholesOf(deal: Declaration): (Reading | undefined)[] {
  const amounts = factsOf(deal, 'amount');
  const lines = amounts.length > 0 ? amounts : factsOf(deal, 'budget');
  if (lines.length === 0) return [sumReported(factsOf(deal, 'tranche'))];
  return lines.map((line) => readingOf(line, deal));
}

/** The money of a line; undefined where it is undisclosed, or cannot be told. */
export function readingOf(line: Fact, deal: Declaration): Reading | undefined {
  const written = line.money;
  const over = line.over ?? termOf(deal);
  const money = written?.per ? over && totalOver(asMeant(written), over) : amountIn(written);
  if (!money || money.currency === '' || money.range.undisclosed) return undefined;
  const { range } = money;
  return { fact: line, money, covered: hasOneValue(range) ? asReported(range, textOf(line)) : range };
}

/**
 * The sum of instalments or payments. Where sources differ over those of one day, what any of them reports is covered, and
 * each figure by one percent at most where it is rounded. Undefined where one cannot be added to the others.
 */
export function sumReported(lines: readonly Fact[]): Reading | undefined {
  const [money, another] = sumOf(lines).totals;
  if (!money || another) return undefined;
  const counted = new Set(reportedOnce(lines, dayOfLine));
  const days = new Map<string | Fact, { counted: Range[]; others: Range[] }>();
  for (const line of lines) {
    const part = amountIn(line.money);
    if (!part || part.currency !== money.currency || part.range.undisclosed) return undefined;
    const range = hasOneValue(part.range) ? withinOnePercent(part.range, textOf(line)) : part.range;
    const key = dayOfLine(line) ?? line;
    const day = days.get(key) ?? { counted: [], others: [] };
    days.set(key, day);
    (counted.has(line) ? day.counted : day.others).push(range);
  }
  const covered = [...days.values()]
    .map((day) => {
      const sums = [day.counted.reduce(add), ...day.others];
      return (day.others.length > 1 ? [...sums, day.others.reduce(add)] : sums).reduce(spanning);
    })
    .reduce(add);
  return { fact: undefined, money, covered };
}

function textOf({ values: [value] }: Fact): string {
  return value?.node.text ?? '';
}

/** All readings, where each of them is known and in the currency; undefined where one of them may fit anything. */
export function allIn(
  currency: string,
  readings: readonly (Reading | undefined)[],
): readonly [Reading, ...Reading[]] | undefined {
  const known = readings.flatMap((reading) => (reading?.money.currency === currency ? [reading] : []));
  const [first, ...rest] = known;
  return first && known.length === readings.length ? [first, ...rest] : undefined;
}
