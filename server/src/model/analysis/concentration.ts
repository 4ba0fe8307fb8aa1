import { Big } from 'big.js';
import { between, type Range } from '../../values/range';
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
 * @param isWhole whether nobody else contributes
 * @returns undefined where fewer than two contribute a known amount in the same currency
 */
export function concentrationOf(
  parts: ReadonlyMap<string, MoneySum>,
  isWhole = true,
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
  const ranges = known.map(({ range }) => range);
  const percents = sharesOf(ranges);
  const shares = known.map(({ name }, index): Share => ({ name, percent: percents[index]! }));
  const index = indexOf(ranges);
  return {
    index,
    band: isWhole && leftOut.length === 0 ? bandOf(index) : undefined,
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
