import { Big } from 'big.js';
import { add, exact, type Range } from '../../values/range';
import { percentOf } from '../../values/share';
import type { MoneySum } from '../../values/sum';
import { commonCurrency } from './currency';

/** How concentrated something is, in the bands of the US Merger Guidelines. */
export type ConcentrationBand = 'low' | 'moderate' | 'high';

/** A party's part of a whole. */
export interface Share {
  readonly name: string;
  readonly percent: Range;
}

/** How a sum is spread over those who contribute to it. */
export interface Concentration {
  /** From near nought, for many with little each, to 10,000 for one who has it all. */
  readonly index: Range;
  /** Undefined where the bounds do not tell in which band it lies. */
  readonly band: ConcentrationBand | undefined;
  /** The largest first. */
  readonly shares: readonly Share[];
  /** The currency in which it was measured. */
  readonly currency: string;
  /** Who contributes in other currencies only, or nobody knows how much; by name. */
  readonly leftOut: readonly string[];
}

const bands = { moderate: new Big(1000), high: new Big(1800) };
const NOUGHT = new Big(0);
/** The index of one who has it all. */
const most = new Big(10_000);

/**
 * The Herfindahl-Hirschman index of some contributions: the sum of the squares of their shares in percent; bands at
 * 1,000 and 1,800 (US Merger Guidelines 2023, §2.1). It says something of what is written down here, not of a market.
 *
 * Bounds of the contributions give bounds of the shares and of the index: all readings lie within.
 *
 * @returns undefined where fewer than two contribute a known amount in the same currency
 */
export function concentrationOf(parts: ReadonlyMap<string, MoneySum>): Concentration | undefined {
  const currency = commonCurrency([...parts.values()]);
  if (currency === undefined) return undefined;
  const known: { name: string; range: Range }[] = [];
  const leftOut: string[] = [];
  for (const [name, { totals }] of parts) {
    const range = totals.find((total) => total.currency === currency)?.range;
    if (range?.max?.gt(NOUGHT)) known.push({ name, range });
    else leftOut.push(name);
  }
  if (known.length < 2) return undefined;
  const ranges = known.map(({ range }) => range);
  const percents = sharesOf(ranges);
  const shares = known.map(({ name }, index): Share => ({ name, percent: percents[index]! }));
  const index = indexOf(ranges);
  return {
    index,
    band: bandOf(index),
    shares: shares.toSorted(byShare),
    currency,
    leftOut: leftOut.sort(),
  };
}

/**
 * The bounds of the index over all readings of the contributions. The index depends on their proportions alone, and the
 * sets where it is at most so much are convex. So it is the smallest where all contributions come as close to one level
 * as they can, and the largest where each is at one of its ends.
 */
function indexOf(parts: readonly Range[]): Range {
  return {
    min: smallest(parts),
    max: largest(parts),
    approximate: parts.some(({ approximate }) => approximate),
    undisclosed: false,
  };
}

function indexFor(values: readonly Big[]): Big {
  const sum = values.reduce((total, value) => total.plus(value), NOUGHT);
  if (sum.lte(NOUGHT)) return most;
  const squares = values.reduce((total, value) => total.plus(value.times(value)), NOUGHT);
  return squares.times(most).div(sum.times(sum)).round(decimals);
}

/** Where every contribution that can is at one level, that level is Σ x² ÷ Σ x over those that cannot. */
function smallest(parts: readonly Range[]): Big {
  const ends = parts.flatMap(({ min = NOUGHT, max = NOUGHT }) => [min, max]);
  const at = (level: Big) =>
    parts.map(({ min = NOUGHT, max = NOUGHT }) => (level.lt(min) ? min : level.gt(max) ? max : level));
  let least = most;
  const consider = (level: Big) => {
    const index = indexFor(at(level));
    if (index.lt(least)) least = index;
  };
  for (const end of ends) {
    consider(end);
    // The level for those who would be kept from it around this end.
    const kept = at(end).filter(
      (value, index) => !value.eq(end) || parts[index]!.min?.eq(parts[index]!.max ?? NOUGHT),
    );
    const sum = kept.reduce((total, value) => total.plus(value), NOUGHT);
    if (sum.gt(NOUGHT))
      consider(kept.reduce((total, value) => total.plus(value.times(value)), NOUGHT).div(sum));
  }
  return least;
}

/** With more bounds than this it would take too long to try all their ends. */
const mostTried = 12;

function largest(parts: readonly Range[]): Big {
  const open = parts.filter(({ min, max }) => !min?.eq(max ?? NOUGHT));
  if (open.length > mostTried) return largestOfShares(parts);
  const fixed = parts.filter((part) => !open.includes(part)).map(({ min = NOUGHT }) => min);
  const ends = open.map(({ min = NOUGHT, max = NOUGHT }) => [Number(min), Number(max)] as const);
  const sum = fixed.reduce((total, value) => total + Number(value), 0);
  const squares = fixed.reduce((total, value) => total + Number(value) ** 2, 0);
  let best = 0;
  let highest = -1;
  // Which ends are the best is found quickly; the index itself is exact.
  for (let choice = 0; choice < 2 ** ends.length; choice++) {
    let all = sum;
    let squared = squares;
    ends.forEach((end, index) => {
      const value = end[(choice >> index) & 1]!;
      all += value;
      squared += value * value;
    });
    const index = all > 0 ? squared / (all * all) : 1;
    if (index > highest) {
      highest = index;
      best = choice;
    }
  }
  const chosen = open.map(({ min = NOUGHT, max = NOUGHT }, index) => ((best >> index) & 1 ? max : min));
  return indexFor([...fixed, ...chosen]);
}

/** A wider bound: as if each had the largest share that it can have. */
function largestOfShares(parts: readonly Range[]): Big {
  const sum = sharesOf(parts).reduce((total, { max = NOUGHT }) => total.plus(max.pow(2)), NOUGHT);
  return sum.gt(most) ? most : sum.round(decimals);
}

function sharesOf(parts: readonly Range[]): Range[] {
  return parts.map((range, index) => {
    const rest = parts.filter((_, other) => other !== index);
    return percentOf(range, rest.reduce(add, exact(NOUGHT))) ?? range;
  });
}

/** Decimals of the index. */
const decimals = 4;

function byShare(a: Share, b: Share): number {
  const compare = (of: (range: Range) => Big | undefined) =>
    (of(b.percent) ?? NOUGHT).cmp(of(a.percent) ?? NOUGHT);
  return compare(({ max }) => max) || compare(({ min }) => min) || (a.name < b.name ? -1 : 1);
}

function bandOf({ min = NOUGHT, max = most }: Range): ConcentrationBand | undefined {
  const of = (value: Big) => (value.gt(bands.high) ? 'high' : value.gt(bands.moderate) ? 'moderate' : 'low');
  return of(min) === of(max) ? of(min) : undefined;
}
