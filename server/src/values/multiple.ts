import * as l10n from '@vscode/l10n';
import { Big } from 'big.js';
import { describeRange, formatRange, isUndisclosed, rangeOf, scanBounds, type BoundPart } from './bounds';
import type { Money } from './money';
import { formatPlain, scanNumber, trailing } from './number';
import { UNDISCLOSED, type Range } from './range';
import { misread, read, type Misreading, type Reading } from './result';
import { Scanner } from './scanner';

const DISPLAYED_DECIMALS = 2;
const NOUGHT = new Big(0);

/** Reads how many times as much: `3.24x`, `> 3x`, `2..3x`, with the bounds that money has. */
export function readMultiple(text: string): Reading<Range> {
  if (isUndisclosed(text)) return read(UNDISCLOSED);
  const scanner = new Scanner(text);
  const literal = scanBounds(scanner, scanTimes);
  if ('ok' in literal) return literal;
  const last = literal.second ?? literal.first;
  if (last.unit === undefined) {
    return misread(l10n.t('A multiple ends with “x”, as in “3.24x”.'), last.number.start, last.number.end);
  }
  const range = rangeOf(literal);
  return range.ok ? (trailing(scanner) ?? range) : range;
}

function scanTimes(scanner: Scanner): BoundPart | Misreading {
  const negative = scanner.accept('-');
  const number = scanNumber(scanner, negative);
  if ('ok' in number) return number;
  scanner.skipSpace();
  const times = scanner.accept('x') || scanner.accept('X') || scanner.accept('×');
  return { number, unit: times ? 'x' : undefined };
}

/**
 * The multiple to be shown, rounded to two decimals (below 1 to two significant digits): `3.24x`. Reading it gives
 * an equal range where nothing had to be rounded.
 */
export function formatMultiple(range: Range): string {
  return formatRange(range, (value) => formatPlain(displayed(value)) + 'x');
}

/** The multiple for a sentence, localized: `3.24×`, `at least 3×`. */
export function describeMultiple(range: Range): string {
  return describeRange(range, (value) => formatPlain(displayed(value)) + '×');
}

function displayed(value: Big): Big {
  return value.round(value.e < 0 ? DISPLAYED_DECIMALS - 1 - value.e : DISPLAYED_DECIMALS);
}

/**
 * How many times `b` the amount `a` is, by interval division; every quotient of a reading of `a` and one of `b` lies
 * in it, to 20 decimals. Undefined where it means nothing: different currencies or periods, an undisclosed side,
 * a negative one, or a `b` that is nought.
 */
export function ratio(a: Money, b: Money): Range | undefined {
  if (a.currency !== b.currency || a.per !== b.per || a.range.undisclosed || b.range.undisclosed)
    return undefined;
  const { min: leastA, max: mostA } = a.range;
  const { min: leastB, max: mostB } = b.range;
  if (leastA === undefined || leastB === undefined || leastA.lt(NOUGHT) || leastB.lt(NOUGHT))
    return undefined;
  if (mostB?.lte(NOUGHT)) return undefined;
  return {
    min: mostB === undefined ? NOUGHT : leastA.div(mostB),
    max: mostA === undefined || leastB.eq(NOUGHT) ? undefined : mostA.div(leastB),
    approximate: a.range.approximate || b.range.approximate,
    undisclosed: false,
  };
}
