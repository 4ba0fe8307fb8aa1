import * as l10n from '@vscode/l10n';
import { Big } from 'big.js';
import { excerpt } from '../language/excerpt';
import { misread, type Misreading } from './result';
import { isDigit, isSpace, isWord, type Scanner } from './scanner';

/** Most digits before the decimal point that a number may have, its suffix multiplied out. */
const MAX_INTEGER_DIGITS = 30;
/** Most digits after the decimal point that a number may have, its suffix multiplied out. */
export const MAX_FRACTION_DIGITS = 12;
// Far above both limits together; keeps absurd input away from the decimal library.
const MAX_WRITTEN_LENGTH = 100;

/** A decimal number as it stands in a literal, before its suffix is known. */
export interface WrittenNumber {
  /** Sign, digits and at most one point; no grouping. */
  readonly digits: string;
  /** Power of ten of its suffix: 9 for `B`; undefined where none is written. */
  readonly magnitude: number | undefined;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads unsigned digits with optional groups of three and an optional fraction, leaving any suffix to the caller.
 * Stops before `..`, which belongs to the range.
 */
export function scanNumber(scanner: Scanner, negative: boolean): WrittenNumber | Misreading {
  const { text } = scanner;
  const start = scanner.pos;
  if (!isDigit(scanner.code)) return noNumber(scanner);
  const continental = /^\d{1,3}(?:\.\d{3})+,\d+/.exec(text.slice(start, start + MAX_WRITTEN_LENGTH))?.[0];
  if (continental !== undefined) {
    const mended = continental.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));
    return decimalPoint(text, start, start + continental.length, mended);
  }
  const grouped = scanInteger(scanner);
  if (grouped === undefined) return wronglyGrouped(text, start, scanner.pos);
  if (scanner.code === POINT && text.charCodeAt(scanner.pos + 1) !== POINT) {
    scanner.pos++;
    const fraction = scanner.pos;
    while (isDigit(scanner.code)) scanner.pos++;
    if (scanner.pos === fraction) {
      return misread(l10n.t('Digits are missing after the decimal point, as in “1.5”.'), start, scanner.pos);
    }
    if (scanner.code === POINT && isDigit(text.charCodeAt(scanner.pos + 1))) {
      return misread(
        l10n.t('A number has one decimal point, as in “1.5”; a range takes two in a row, as in “1..5”.'),
        start,
        scanner.pos + 1,
      );
    }
  }
  const exponent = scanExponent(scanner, start);
  if (exponent !== undefined) return exponent;
  const end = scanner.pos;
  if (end - start > MAX_WRITTEN_LENGTH) return tooLarge(start, end);
  const written = text.slice(start, end);
  const digits = grouped ? written.replaceAll(',', '') : written;
  return { digits: negative ? '-' + digits : digits, magnitude: undefined, start, end };
}

const COMMA = 44;
const POINT = 46;

/** Steps over an integer. Says whether it had groups; undefined if they are not of three digits. */
function scanInteger(scanner: Scanner): boolean | undefined {
  const { text } = scanner;
  let group = scanner.pos;
  while (isDigit(scanner.code)) scanner.pos++;
  let grouped = false;
  let wellFormed = scanner.pos - group <= 3;
  while (scanner.code === COMMA && isDigit(text.charCodeAt(scanner.pos + 1))) {
    grouped = true;
    group = ++scanner.pos;
    while (isDigit(scanner.code)) scanner.pos++;
    wellFormed &&= scanner.pos - group === 3;
  }
  return grouped && !wellFormed ? undefined : grouped;
}

/** A comma that groups no three digits; with one or two digits behind it, it is meant as a decimal point. */
function wronglyGrouped(text: string, start: number, end: number): Misreading {
  const written = text.slice(start, end);
  if (!/^\d+,\d{1,2}$/.test(written) || written.length > MAX_WRITTEN_LENGTH) {
    return misread(
      l10n.t('Commas group three digits, and decimals take a point: “1,000,000” or “1.5”.'),
      start,
      end,
    );
  }
  return decimalPoint(text, start, end, written.replace(',', '.'));
}

function decimalPoint(text: string, start: number, end: number, mended: string): Misreading {
  const whole = text.slice(0, start) + mended + text.slice(end);
  return misread(l10n.t('Decimals take a point: write “{0}”.', excerpt(whole)), start, end, mended);
}

/** `1e9` is no form of ours: says so, or that it is too large; undefined where there is no exponent. */
function scanExponent(scanner: Scanner, start: number): Misreading | undefined {
  if ((scanner.code | 32) !== 101) return undefined;
  const { text } = scanner;
  let at = scanner.pos + 1;
  const sign = text.charAt(at);
  if (sign === '+' || sign === '-') at++;
  if (!isDigit(text.charCodeAt(at))) return undefined;
  const firstDigit = at;
  while (at < text.length && isDigit(text.charCodeAt(at))) at++;
  scanner.pos = at;
  const exponent = Number(text.slice(firstDigit, Math.min(at, firstDigit + 9)));
  if (sign !== '-' && exponent >= MAX_INTEGER_DIGITS) return tooLarge(start, at);
  return misread(l10n.t('Write the number out or with a suffix: “1,000,000” or “1M”.'), start, at);
}

function noNumber(scanner: Scanner): Misreading {
  const start = scanner.pos;
  if (scanner.accept('.')) {
    if (scanner.code === POINT) return misread(l10n.t('A number is missing before “..”.'), start, start + 2);
    const digits = scanner.takeWhile(isDigit);
    return misread(
      l10n.t('Write the nought before the decimal point: “0.{0}”.', excerpt(digits || '5')),
      start,
      scanner.pos,
    );
  }
  const found = scanner.takeWhile(isWord);
  if (found !== '') {
    return misread(l10n.t('A number is expected instead of “{0}”.', excerpt(found)), start, scanner.pos);
  }
  return scanner.atEnd
    ? misread(l10n.t('A number is missing, as in “1.5” or “1,000”.'), start, start)
    : misread(l10n.t('A number is expected instead of “{0}”.', scanner.text.charAt(start)), start, start + 1);
}

function tooLarge(start: number, end: number): Misreading {
  return misread(
    l10n.t(
      'The number is too large or too long: at most {0} digits before and {1} after the decimal point.',
      MAX_INTEGER_DIGITS,
      MAX_FRACTION_DIGITS,
    ),
    start,
    end,
  );
}

/** The exact value of a written number; `magnitude` stands in where it has no suffix of its own. */
export function valueOf(written: WrittenNumber, magnitude?: number): Big | Misreading {
  const power = written.magnitude ?? magnitude ?? 0;
  const value = new Big(power === 0 ? written.digits : written.digits + 'e' + power);
  const fractionDigits = value.c.length - 1 - value.e;
  return value.e >= MAX_INTEGER_DIGITS || fractionDigits > MAX_FRACTION_DIGITS
    ? tooLarge(written.start, written.end)
    : value;
}

/** The number with all its digits, the integer ones in groups of three: `1,234.5`. */
export function formatPlain(value: Big): string {
  return sign(value) + place(value.c.join(''), value.e);
}

/**
 * The shortest text that keeps every digit: with the suffix K, M, B or T if at most three digits stay behind the
 * point, else plain. `18500000000` → `18.5B`, `1234567` → `1,234,567`.
 */
export function formatCompact(value: Big): string {
  const digits = value.c.join('');
  let shortest = place(digits, value.e);
  for (const { suffix, power } of SUFFIXES) {
    if (value.e < power || digits.length - 1 - (value.e - power) > SUFFIXED_FRACTION_DIGITS) continue;
    const candidate = place(digits, value.e - power) + suffix;
    // Suffixes rise: of two equally short forms the later has the larger suffix and the smaller number.
    if (candidate.length <= shortest.length) shortest = candidate;
  }
  return sign(value) + shortest;
}

/**
 * Like `formatCompact`, but a long figure is rounded and then says so with a leading `≈`: `≈1.235B`.
 * @param longest so many characters are not too long
 */
export function formatForProse(value: Big, longest = LONGEST_IN_PROSE): string {
  const full = formatCompact(value);
  if (full.length <= longest) return full;
  const power = SUFFIXES.findLast((suffix) => value.e >= suffix.power)?.power ?? 0;
  const rounded = value.round(SUFFIXED_FRACTION_DIGITS - power);
  if (rounded.eq(0) || rounded.eq(value)) return full;
  return '≈' + formatCompact(rounded);
}

const SUFFIXES: readonly { readonly suffix: string; readonly power: number }[] = [
  { suffix: 'K', power: 3 },
  { suffix: 'M', power: 6 },
  { suffix: 'B', power: 9 },
  { suffix: 'T', power: 12 },
];
const SUFFIXED_FRACTION_DIGITS = 3;
const LONGEST_IN_PROSE = 12;

function sign(value: Big): string {
  return value.s < 0 && value.c[0] !== 0 ? '-' : '';
}

/** Sets the point behind `exponent + 1` of the significant digits, with noughts and groups where needed. */
function place(digits: string, exponent: number): string {
  if (exponent < 0) return '0.' + '0'.repeat(-exponent - 1) + digits;
  const integer = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return fraction === '' ? group(integer) : group(integer) + '.' + fraction;
}

function group(integer: string): string {
  if (integer.length <= 3) return integer;
  let at = integer.length % 3 || 3;
  let text = integer.slice(0, at);
  for (; at < integer.length; at += 3) text += ',' + integer.slice(at, at + 3);
  return text;
}

/** Complains about whatever follows a literal that is complete; undefined if nothing does. */
export function trailing(scanner: Scanner): Misreading | undefined {
  scanner.skipSpace();
  if (scanner.atEnd) return undefined;
  let end = scanner.text.length;
  while (isSpace(scanner.text.charCodeAt(end - 1))) end--;
  return misread(
    l10n.t('“{0}” does not belong to the value.', excerpt(scanner.text.slice(scanner.pos, end))),
    scanner.pos,
    end,
  );
}
