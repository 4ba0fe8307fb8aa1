import { Big } from 'big.js';
import * as fc from 'fast-check';
import type { Range } from '../../src/values/range';

/** How many cases a property tries. */
export const PROPERTY_RUNS = Number(process.env['PROPERTY_RUNS'] ?? 1000);

/** Milliseconds for a test of many cases or of megabytes; only a hang takes as long. */
export const PATIENCE = 120_000;

/** Any text, half of it made of what literals are made of, so that readers get past the first character. */
export function anyText(...pieces: string[]): fc.Arbitrary<string> {
  const common = [
    '0',
    '1',
    '12',
    '007',
    '.',
    '..',
    ',',
    '-',
    '~',
    '<',
    '>',
    '=',
    ' ',
    '/',
    'e9',
    'K',
    'undisclosed',
  ];
  const piece = fc.constantFrom(...common, ...pieces);
  return fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
  );
}

/** A decimal number within the limits of a literal. */
export function decimal({ min = -1e15, max = 1e15 }: { min?: number; max?: number } = {}): fc.Arbitrary<Big> {
  return fc
    .tuple(fc.maxSafeInteger(), fc.integer({ min: -9, max: 12 }))
    .map(([digits, exponent]) => new Big(digits + 'e' + exponent))
    .filter((value) => value.gte(min) && value.lte(max));
}

/** A range that no check would complain about. */
export function soundRange(): fc.Arbitrary<Range> {
  const positive = decimal({ min: 0 });
  const two = fc.tuple(positive, positive);
  return fc.oneof(
    positive.map((value) => ({ min: value, max: value, approximate: false, undisclosed: false })),
    positive.map((value) => ({ min: value, max: value, approximate: true, undisclosed: false })),
    positive.map((max) => ({ min: new Big(0), max, approximate: false, undisclosed: false })),
    positive.map((min) => ({ min, max: undefined, approximate: false, undisclosed: false })),
    two.map(([a, b]) => ({
      min: a.lt(b) ? a : b,
      max: a.lt(b) ? b : a,
      approximate: false,
      undisclosed: false,
    })),
    two.map(([a, b]) => ({
      min: a.lt(b) ? a : b,
      max: a.lt(b) ? b : a,
      approximate: true,
      undisclosed: false,
    })),
    fc.constant({ min: new Big(0), max: undefined, approximate: false, undisclosed: true }),
  );
}

/** Any range that a literal can state, unsound ones included. */
export function writtenRange(): fc.Arbitrary<Range> {
  return fc.oneof(
    soundRange(),
    fc
      .tuple(decimal(), decimal(), fc.boolean())
      .map(([min, max, approximate]) => ({ min, max, approximate, undisclosed: false })),
    fc
      .tuple(decimal(), fc.boolean())
      .map(([min, approximate]) => ({ min, max: undefined, approximate, undisclosed: false })),
  );
}

/** The bounds as plain text, so that equal numbers compare equal whatever they were computed from. */
export function plain(range: Range): string {
  const marks = (range.approximate ? '~' : '') + (range.undisclosed ? '?' : '');
  return `${marks}[${bound(range.min)}, ${bound(range.max)}]`;
}

function bound(value: Big | undefined): string {
  return value === undefined ? '∞' : value.plus(0).toFixed();
}
