import { Big } from 'big.js';
import { between, hasOneValue, withBounds, type Range } from '../../values/range';
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
  /** Undefined where the bounds do not tell in which band it lies, or not all contributions are known. */
  readonly band: ConcentrationBand | undefined;
  /** The largest first. */
  readonly shares: readonly Share[];
  /** The currency in which it was measured. */
  readonly currency: string;
  /** Whose contributions are not all known in that currency; by name. */
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
 * Bounds of the contributions give bounds of the shares and of the index: all readings lie within, of those that are
 * known.
 *
 * @param whole what all contributions come to together, where nobody else contributes: who has less leaves more to the
 *   others
 * @returns undefined where fewer than two contribute a known amount in the same currency
 */
export function concentrationOf(
  parts: ReadonlyMap<string, MoneySum>,
  whole?: MoneySum,
): Concentration | undefined {
  const currency = commonCurrency([...parts.values()]);
  if (currency === undefined) return undefined;
  const known: { name: string; range: Range }[] = [];
  const leftOut: string[] = [];
  for (const [name, { totals, undisclosed }] of parts) {
    const [total, ...others] = totals;
    const isKnown = total?.currency === currency && others.length === 0 && undisclosed === 0;
    if (isKnown && total.range.max?.gt(NOUGHT)) known.push({ name, range: total.range });
    else leftOut.push(name);
  }
  if (known.length < 2) return undefined;
  const all = leftOut.length === 0 && whole ? soleRangeIn(whole, currency) : undefined;
  const ranges = within(
    known.map(({ range }) => range),
    all,
  );
  const total = all && hasOneValue(all) && all.max?.gt(NOUGHT) ? all.max : undefined;
  const percents = total ? ranges.map((range) => percentOfTotal(range, total)) : sharesOf(ranges);
  const shares = known.map(({ name }, index): Share => ({ name, percent: percents[index]! }));
  const index = total ? indexOfTotal(ranges, total) : indexOf(ranges);
  return {
    index,
    band: whole && leftOut.length === 0 ? bandOf(index) : undefined,
    shares: shares.toSorted(byShare),
    currency,
    leftOut: leftOut.sort(),
  };
}

/** What a sum is where all of it is known in one currency. */
function soleRangeIn({ totals, undisclosed }: MoneySum, currency: string): Range | undefined {
  const [total, ...others] = totals;
  return total?.currency === currency && others.length === 0 && undisclosed === 0 ? total.range : undefined;
}

/** What parts can be that come to a whole together: no less than the others leave, and no more. */
function within(parts: readonly Range[], whole: Range | undefined): readonly Range[] {
  if (whole?.min === undefined || whole.max === undefined) return parts;
  const least = parts.reduce((sum, { min = NOUGHT }) => sum.plus(min), NOUGHT);
  const most = parts.reduce((sum, { max = NOUGHT }) => sum.plus(max), NOUGHT);
  return parts.map((range) => {
    const { min = NOUGHT, max = NOUGHT } = range;
    const low = whole.min!.minus(most.minus(max));
    const high = whole.max!.minus(least.minus(min));
    const bounded = withBounds(range, low.gt(min) ? low : min, high.lt(max) ? high : max);
    // Parts that cannot come to the whole are somebody else's to tell of.
    return bounded.min!.gt(bounded.max!) ? range : bounded;
  });
}

function percentOfTotal(range: Range, total: Big): Range {
  const percent = (value: Big | undefined) => value?.times(100).div(total).round(decimals);
  return withBounds(range, percent(range.min), percent(range.max));
}

/**
 * The bounds of the index where the contributions come to a known total. The sum of squares is the smallest where all are
 * as close to one level as they can be. It is no larger than what the chords over the bounds make of it, which is least
 * where those with the highest ends have what is left over.
 */
function indexOfTotal(parts: readonly Range[], total: Big): Range {
  const index = (squares: Big) => squares.times(most).div(total.times(total)).round(decimals);
  const upper = index(mostSquares(parts, total));
  return {
    min: index(leastSquares(parts, total)),
    max: upper.gt(most) ? most : upper,
    approximate: parts.some(({ approximate }) => approximate),
    undisclosed: false,
  };
}

function leastSquares(parts: readonly Range[], total: Big): Big {
  const squaresAt = (level: Big) =>
    parts.reduce((sum, { min = NOUGHT, max = NOUGHT }) => {
      const value = level.lt(min) ? min : level.gt(max) ? max : level;
      return sum.plus(value.times(value));
    }, NOUGHT);
  const ends = [
    ...parts.map(({ min = NOUGHT }) => ({ at: min, step: 1 })),
    ...parts.map(({ max = NOUGHT }) => ({ at: max, step: -1 })),
  ].sort((a, b) => a.at.cmp(b.at));
  let sum = parts.reduce((all, { min = NOUGHT }) => all.plus(min), NOUGHT);
  let free = 0;
  let level = ends[0]?.at ?? NOUGHT;
  for (const { at, step } of ends) {
    const reached = sum.plus(at.minus(level).times(free));
    if (free > 0 && reached.gte(total)) return squaresAt(level.plus(total.minus(sum).div(free)));
    sum = reached;
    level = at;
    free += step;
  }
  return squaresAt(level);
}

function mostSquares(parts: readonly Range[], total: Big): Big {
  let left = parts.reduce((rest, { min = NOUGHT }) => rest.minus(min), total);
  let squares = parts.reduce((sum, { min = NOUGHT }) => sum.plus(min.times(min)), NOUGHT);
  const bySlope = parts
    .map(({ min = NOUGHT, max = NOUGHT }) => ({ slope: min.plus(max), room: max.minus(min) }))
    .sort((a, b) => b.slope.cmp(a.slope));
  for (const { slope, room } of bySlope) {
    const taken = room.lt(left) ? room : left;
    squares = squares.plus(slope.times(taken));
    left = left.minus(taken);
  }
  return squares;
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

/**
 * Where every contribution that can is at one level, that level is Σ x² ÷ Σ x over those that cannot: they lie below it
 * with all that they can be, or above it with the least. Levels are tried from one end of a contribution to the next.
 */
function smallest(parts: readonly Range[]): Big {
  const ends = [
    ...parts.map(({ min = NOUGHT }) => ({ at: min, isMax: false })),
    ...parts.map(({ max = NOUGHT }) => ({ at: max, isMax: true })),
  ].sort((a, b) => a.at.cmp(b.at) || Number(a.isMax) - Number(b.isMax));
  // At the lowest level all are above it; each least that is passed brings one to the level, each most keeps one below.
  let free = 0;
  let sum = parts.reduce((total, { min = NOUGHT }) => total.plus(min), NOUGHT);
  let squares = parts.reduce((total, { min = NOUGHT }) => total.plus(min.times(min)), NOUGHT);
  let least = most;
  const consider = (level: Big) => {
    const all = sum.plus(level.times(free));
    if (all.lte(NOUGHT)) return;
    const index = squares
      .plus(level.times(level).times(free))
      .times(most)
      .div(all.times(all))
      .round(decimals);
    if (index.lt(least)) least = index;
  };
  ends.forEach(({ at, isMax }, index) => {
    if (isMax) {
      free--;
      sum = sum.plus(at);
      squares = squares.plus(at.times(at));
    } else {
      free++;
      sum = sum.minus(at);
      squares = squares.minus(at.times(at));
    }
    const next = ends[index + 1]?.at ?? at;
    consider(at);
    if (free === 0 || sum.lte(NOUGHT)) return;
    const level = squares.div(sum);
    if (level.gt(at) && level.lt(next)) consider(level);
  });
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
  const least = parts.reduce((total, { min = NOUGHT }) => total.plus(min), NOUGHT);
  const most = parts.reduce((total, { max = NOUGHT }) => total.plus(max), NOUGHT);
  const isApproximate = parts.some(({ approximate }) => approximate);
  return parts.map((range) => {
    const { min = NOUGHT, max = NOUGHT } = range;
    const rest = { ...between(least.minus(min), most.minus(max)), approximate: isApproximate };
    return percentOf(range, rest) ?? range;
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
