import * as l10n from '@vscode/l10n';
import type { Big } from 'big.js';
import { excerpt } from '../language/excerpt';
import { magnitudeOf } from '../language/figure-words';
import {
  describeRange,
  formatRange,
  isUndisclosed,
  rangeOf,
  scanBounds,
  type BoundLiteral,
  type BoundPart,
} from './bounds';
import {
  formatCompact,
  formatForProse,
  formatPlain,
  MAX_FRACTION_DIGITS,
  scanNumber,
  trailing,
  valueOf,
} from './number';
import { about, between, UNDISCLOSED, type Range } from './range';
import { misread, read, type Misreading, type Reading } from './result';
import { isDigit, isWord, Scanner } from './scanner';
import { commonUnit, findUnit, nearestUnits, type Unit } from './units';

/** So many of a unit, with the bounds that money has. */
export interface Quantity {
  readonly range: Range;
  /** The unit's word in the table; empty for an undisclosed quantity. */
  readonly unit: string;
}

/** Reads `6GW`, `131072 GPUs`, `1.2M chips`, `~10GW`, `500MW..1GW`, `10..20GW`, `<5 racks`, `undisclosed`. */
export function readQuantity(text: string): Reading<Quantity> {
  if (isUndisclosed(text)) return read({ range: UNDISCLOSED, unit: '' });
  const scanner = new Scanner(text);
  const literal = scanBounds(scanner, scanCount);
  if ('ok' in literal) return literal;
  const { first, second } = literal;
  const last = second ?? first;
  const unit = last.unit ?? first.unit;
  if (unit === undefined) {
    return misread(
      l10n.t('Say of what: “{0}GW” or “{0} GPUs”.', excerpt(text.slice(last.number.start, last.number.end))),
      last.number.start,
      last.number.end,
    );
  }
  const mixed = first.unit !== undefined && first.unit !== unit;
  const quantity = mixed
    ? acrossUnits(literal, first.unit, unit, scanner.pos)
    : withUnit(rangeOf(literal), unit);
  return quantity.ok ? (trailing(scanner) ?? quantity) : quantity;
}

function withUnit(range: Reading<Range>, unit: string): Reading<Quantity> {
  return range.ok ? read({ range: range.value, unit }) : range;
}

/** `500MW..1GW`: both ends in the larger of their units. */
function acrossUnits(literal: BoundLiteral, lower: string, upper: string, end: number): Reading<Quantity> {
  const { first, second = first } = literal;
  const from = findUnit(lower);
  const to = findUnit(upper);
  const unit = from && to && commonUnit(from, to);
  if (!unit || !from || !to) {
    return misread(
      l10n.t('Both ends of a range count the same, not “{0}” and “{1}”.', lower, upper),
      first.number.start,
      end,
    );
  }
  const min = valueOf(first.number);
  if ('ok' in min) return min;
  const max = valueOf(second.number);
  if ('ok' in max) return max;
  const range = between(convert(min, from, unit), convert(max, to, unit));
  return read({ range: literal.approximate ? about(range) : range, unit: unit.word });
}

/** The same measured in another unit of the dimension. Exact but for feet and acres, which are rounded. */
function convert(value: Big, from: Unit, to: Unit): Big {
  return from === to ? value : value.times(from.factor).div(to.factor).round(MAX_FRACTION_DIGITS);
}

function scanCount(scanner: Scanner): BoundPart | Misreading {
  const negative = scanner.accept('-');
  const number = scanNumber(scanner, negative);
  if ('ok' in number) return number;
  let end = scanner.pos;
  let magnitude: number | undefined;
  scanner.skipSpace();
  let start = scanner.pos;
  let word = scanUnitWord(scanner);
  let unit = findUnit(word);
  if (unit === undefined) {
    magnitude = magnitudeOf(word);
    if (magnitude !== undefined) {
      end = scanner.pos;
      scanner.skipSpace();
      start = scanner.pos;
      word = scanUnitWord(scanner);
      unit = findUnit(word);
    }
  }
  if (unit !== undefined) end = scanner.pos;
  else if (word !== '') return unknownUnit(word, start);
  scanner.pos = end;
  return {
    number: magnitude === undefined ? number : { ...number, magnitude, end },
    unit: unit?.word,
  };
}

/** A word that may go on with digits, as `m2` does, or with `/s`. */
function scanUnitWord(scanner: Scanner): string {
  const word = scanner.takeWhile(isWord);
  if (word === '') return word;
  return word + scanner.takeWhile(isDigit) + (scanner.accept('/s') ? '/s' : '');
}

function unknownUnit(word: string, start: number): Misreading {
  const near = nearestUnits(word);
  return misread(
    near.length === 0
      ? l10n.t('“{0}” is no known unit, such as “GW”, “GPUs” or “people”.', excerpt(word))
      : l10n.t(
          '“{0}” is no known unit. Did you mean {1}?',
          word,
          near.map((unit) => '“' + unit + '”').join(', '),
        ),
    start,
    start + word.length,
  );
}

/** The canonical text: `6GW`, `131,072 GPUs`, `1.2M chips`. Reading it gives an equal quantity. */
export function formatQuantity(quantity: Quantity): string {
  return formatRange(quantity.range, writer(quantity.unit, formatCompact));
}

/** The quantity for a sentence, localized: `about 10GW`, `up to 400 people`; long figures are rounded behind `≈`. */
export function describeQuantity(quantity: Quantity): string {
  return describeRange(quantity.range, writer(quantity.unit, formatForProse));
}

function writer(word: string, count: (value: Big) => string): (value: Big) => string {
  // A suffix before a symbol would read as a prefix of the unit: 1.5K before MW.
  return findUnit(word)?.symbol === true
    ? (value) => formatPlain(value) + word
    : (value) => count(value) + ' ' + word;
}
