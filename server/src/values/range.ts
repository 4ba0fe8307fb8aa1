import { Big } from 'big.js';

/**
 * What is known of a number: its bounds, both inclusive. A missing bound is unlimited.
 *
 * `$8B` has equal bounds, `<$2B` ("up to") reaches from 0, `>$1B` ("at least") has no `max`,
 * `~$14B` has equal bounds and is `approximate`. Of an undisclosed number only `min` 0 is known.
 * `min` above `max` can be written and is kept: a check reports it.
 */
export interface Range {
  readonly min: Big | undefined;
  readonly max: Big | undefined;
  readonly approximate: boolean;
  readonly undisclosed: boolean;
  /** The number where exactly one is meant and a double holds it as an integer: such are added without big decimals. */
  readonly whole?: number;
}

/** Exactly one number, an integer that a double holds; the decimal is made when somebody asks for it. */
class WholeRange implements Range {
  readonly approximate = false;
  readonly undisclosed = false;
  #decimal: Big | undefined;

  constructor(readonly whole: number) {}

  get min(): Big {
    return (this.#decimal ??= new Big(this.whole));
  }

  get max(): Big {
    return this.min;
  }
}

/**
 * How far "about" may be off, as a share of the figure, before two figures contradict each other.
 * Ten percent is what rounding to one significant digit costs at most in the upper half of a decade,
 * and generous for press figures given with two.
 */
export const APPROXIMATE_TOLERANCE = new Big('0.1');

export const NOUGHT = new Big(0);

/** A number that nobody has told: not negative, otherwise unknown. */
export const UNDISCLOSED: Range = { min: NOUGHT, max: undefined, approximate: false, undisclosed: true };

/** The range of a number that is known exactly. */
export function exact(value: Big): Range {
  // At most fifteen digits before the point and none behind it.
  if (value.e < 15 && value.c.length <= value.e + 1) return new WholeRange(value.toNumber());
  return { min: value, max: value, approximate: false, undisclosed: false };
}

/** From nought up to `max`: what `<` says. */
export function atMost(max: Big): Range {
  return { min: NOUGHT, max, approximate: false, undisclosed: false };
}

/** From `min` on without limit: what `>` says. */
export function atLeast(min: Big): Range {
  return { min, max: undefined, approximate: false, undisclosed: false };
}

/** From `min` to `max`, as written: nothing is swapped. */
export function between(min: Big, max: Big): Range {
  return { min, max, approximate: false, undisclosed: false };
}

/** Other bounds, known as well as those of `range`. */
export function withBounds(range: Range, min: Big | undefined, max: Big | undefined): Range {
  const { approximate, undisclosed } = range;
  return { min, max, approximate, undisclosed };
}

/** The same bounds, said to be only about right. */
export function about({ min, max, undisclosed }: Range): Range {
  return { min, max, approximate: true, undisclosed };
}

/** Whether exactly one number is meant. */
export function isExact(range: Range): boolean {
  return !range.approximate && hasOneValue(range);
}

/** Whether both bounds are the same number, "about" or not. */
export function hasOneValue(range: Range): boolean {
  return (
    range.min !== undefined && range.max !== undefined && (range.min === range.max || range.min.eq(range.max))
  );
}

/** Whether both reach from the same number to the same number. */
export function haveSameBounds(a: Range, b: Range): boolean {
  return a === b || (isSameBound(a.min, b.min) && isSameBound(a.max, b.max));
}

function isSameBound(a: Big | undefined, b: Big | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.eq(b));
}

function isZero(range: Range): boolean {
  return isExact(range) && range.min !== undefined && range.min.eq(NOUGHT);
}

/**
 * Interval addition: every sum of a number of `a` and a number of `b` lies in the result.
 * The sum is approximate if a part is. Something known plus something undisclosed is "at least the known";
 * the sum stays undisclosed only if nothing but nought is added to it.
 */
export function add(a: Range, b: Range): Range {
  if (a.whole !== undefined && b.whole !== undefined) {
    const sum = a.whole + b.whole;
    if (Number.isSafeInteger(sum)) return new WholeRange(sum);
  }
  const min = plus(a.min, b.min);
  return {
    min,
    max: a.min === a.max && b.min === b.max ? min : plus(a.max, b.max),
    approximate: a.approximate || b.approximate,
    undisclosed: (a.undisclosed && (b.undisclosed || isZero(b))) || (b.undisclosed && isZero(a)),
  };
}

function plus(a: Big | undefined, b: Big | undefined): Big | undefined {
  return a === undefined || b === undefined ? undefined : a.plus(b);
}

/** The unknown share of a whole: anything from nought to all of it. */
export function upTo(whole: Range): Range {
  const { min, max } = whole;
  return withBounds(whole, min?.lt(NOUGHT) ? min : NOUGHT, max?.lt(NOUGHT) ? NOUGHT : max);
}

/** The bounds as they are meant where they are written the wrong way round. */
export function inOrder(range: Range): Range {
  return range.whole === undefined && isInverted(range) ? withBounds(range, range.max, range.min) : range;
}

/** What a number of `range` can be where it does not exceed one of `limit`. */
export function cappedBy(range: Range, limit: Range): Range {
  const { min, max, approximate, undisclosed } = range;
  const most = smaller(max, limit.max);
  if (most === max) return range;
  return {
    min: smaller(min, most),
    max: most,
    approximate: approximate || limit.approximate,
    undisclosed: undisclosed && limit.undisclosed,
  };
}

function smaller(a: Big | undefined, b: Big | undefined): Big | undefined {
  return a === undefined || (b !== undefined && b.lt(a)) ? b : a;
}

/**
 * Interval multiplication by a factor that is not negative: every product of a number of `a` and a number of `factor`
 * lies in the result. It is approximate if either is.
 */
export function multiply(a: Range, factor: Range): Range {
  const { min, max } = a;
  const low = min && times(min, min.lt(NOUGHT) ? factor.max : (factor.min ?? NOUGHT));
  const high = max && times(max, max.lt(NOUGHT) ? (factor.min ?? NOUGHT) : factor.max);
  if (low && high && !a.approximate && !factor.approximate && !a.undisclosed && low.eq(high))
    return exact(low);
  return {
    min: low,
    max: high,
    approximate: a.approximate || factor.approximate,
    undisclosed: a.undisclosed,
  };
}

function times(a: Big, factor: Big | undefined): Big | undefined {
  return factor?.times(a) ?? (a.eq(NOUGHT) ? a : undefined);
}

/**
 * Division goes on for so many decimals: thirty digits before the point keep as many behind it. What is cut off is
 * rounded up, so that half a cent, which is rounded up at the end, does not become a little less.
 */
const Divisible = Big();
Divisible.DP = 60;
Divisible.RM = 3;

/** How often numbers of a range that are greater than nought go into one. */
export function inverse(range: Range): Range {
  const one = new Divisible(1);
  const inverted = (bound: Big | undefined) => (bound?.gt(NOUGHT) ? new Big(one.div(bound)) : undefined);
  const { min, max } = range;
  const low = max === undefined ? NOUGHT : inverted(max);
  return withBounds(range, low, max === min ? low : inverted(min));
}

/** The bounds rounded to so many decimals. */
export function rounded(range: Range, decimals: number): Range {
  if (range.whole !== undefined) return range;
  return withBounds(range, range.min?.round(decimals), range.max?.round(decimals));
}

/** The smallest range that holds both. */
export function spanning(a: Range, b: Range): Range {
  const least = a.min && b.min && (a.min.lt(b.min) ? a.min : b.min);
  const most = a.max && b.max && (a.max.gt(b.max) ? a.max : b.max);
  return {
    min: least,
    max: most,
    approximate: a.approximate || b.approximate,
    undisclosed: a.undisclosed && b.undisclosed,
  };
}

/** The bounds rounded to so many decimals, for people: where they differ, the lower one down and the upper one up. */
export function roundedOutwards(range: Range, decimals: number): Range {
  if (hasOneValue(range)) return withBounds(range, range.min?.round(decimals), range.max?.round(decimals));
  return withBounds(range, range.min?.round(decimals, roundDown), range.max?.round(decimals, roundUp));
}

const roundDown = 0;
const roundUp = 3;

/** Whether every reading of `a` is above every reading of `b`; "about" counts with `APPROXIMATE_TOLERANCE`. */
export function certainlyGreater(a: Range, b: Range): boolean {
  if (a.whole !== undefined && b.whole !== undefined) return a.whole > b.whole;
  const least = lowest(a);
  const most = highest(b);
  return least !== undefined && most !== undefined && least.gt(most);
}

/** Whether no reading of `a` is below a reading of `b`; "about" counts with `APPROXIMATE_TOLERANCE`. */
export function certainlyAtLeast(a: Range, b: Range): boolean {
  const least = lowest(a);
  const most = highest(b);
  return least !== undefined && most !== undefined && least.gte(most);
}

/** What is left of `a` without `b`, as far as the bounds tell; never less than nothing. */
export function subtract(a: Range, b: Range): Range {
  const left = (from: Big | undefined, taken: Big | undefined) => {
    const rest = from?.minus(taken ?? from);
    return rest?.lt(NOUGHT) ? NOUGHT : rest;
  };
  return {
    min: left(a.min, b.max),
    max: left(a.max, b.min ?? NOUGHT),
    approximate: a.approximate || b.approximate,
    undisclosed: a.undisclosed,
  };
}

/** Whether no reading of the bounds lets the two be the same number. */
export function certainlyDifferent(a: Range, b: Range): boolean {
  return certainlyGreater(a, b) || certainlyGreater(b, a);
}

// Bounds written the wrong way round are compared as meant, so that one slip is not reported twice.
function isInverted(range: Range): boolean {
  const { min, max } = range;
  return min !== max && min !== undefined && max !== undefined && min.gt(max);
}

function lowest(range: Range): Big | undefined {
  const bound = isInverted(range) ? range.max : range.min;
  return bound !== undefined && range.approximate
    ? bound.minus(bound.abs().times(APPROXIMATE_TOLERANCE))
    : bound;
}

function highest(range: Range): Big | undefined {
  const bound = isInverted(range) ? range.min : range.max;
  return bound !== undefined && range.approximate
    ? bound.plus(bound.abs().times(APPROXIMATE_TOLERANCE))
    : bound;
}
