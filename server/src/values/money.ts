import * as l10n from '@vscode/l10n';
import type { Big } from 'big.js';
import { excerpt } from '../language/excerpt';
import { magnitudeOf, spelledCurrency } from '../language/figure-words';
import { describeRange, formatRange, isUndisclosed, rangeOf, scanBounds, type BoundPart } from './bounds';
import { currencyCodeOf, nearestCurrencies, symbolOf } from './currency';
import { interning } from './interning';
import { formatCompact, formatForProse, scanNumber, trailing, type WrittenNumber, valueOf } from './number';
import { UNDISCLOSED, type Range } from './range';
import { misread, read, type Misreading, type Reading } from './result';
import { isDigit, isSpace, isWord, Scanner } from './scanner';

/** The period of recurring money. */
export type Period = 'year' | 'quarter' | 'month';

/** An amount of money with its bounds. */
export interface Amount {
  /** Code of ISO 4217; empty for an undisclosed amount, of which nobody has told the currency either. */
  readonly currency: string;
  /** In whole units of the currency (dollars, not cents). */
  readonly range: Range;
  readonly per?: undefined;
}

/** Money that recurs: an amount for every period. */
export interface Rate {
  readonly currency: string;
  readonly range: Range;
  readonly per: Period;
}

/** Money as it is written; `per` tells recurring money from a plain amount. */
export type Money = Amount | Rate;

const PERIODS = new Map<string, Period>([
  ['year', 'year'],
  ['yr', 'year'],
  ['quarter', 'quarter'],
  ['qtr', 'quarter'],
  ['month', 'month'],
  ['mo', 'month'],
]);

/**
 * Reads an amount: `$18.5B`, `CHF 2.5M`, `2.5M CHF`, `~$14B`, `$100B..$500B`, `$100..500B`, `<$2B`, `>$1B`,
 * `$6B/year`, `undisclosed`. Negative amounts and inverted ranges are readable; checks report them. What is spelled
 * out (`$1 billion`, `1 million dollars`) is understood, and answered with how it is written.
 */
export const readMoney: (text: string) => Reading<Money> = interning(readOnce);

function readOnce(text: string): Reading<Money> {
  if (isUndisclosed(text)) return read({ currency: '', range: UNDISCLOSED });
  const scanner = new Scanner(text);
  let spelledOut = false;
  const literal = scanBounds(scanner, (part) => {
    const amount = scanAmount(part);
    if (!('ok' in amount) && amount.spelledOut) spelledOut = true;
    return amount;
  });
  if ('ok' in literal) return literal;
  const { first, second } = literal;
  const currency = first.unit ?? second?.unit;
  if (currency === undefined) return noCurrency(text, first.number);
  if (second?.unit !== undefined && second.unit !== currency) {
    return misread(
      l10n.t('Both ends of a range are in one currency, not in “{0}” and “{1}”.', currency, second.unit),
      first.number.start,
      scanner.pos,
    );
  }
  const range = rangeOf(literal);
  if (!range.ok) return range;
  const per = scanPeriod(scanner);
  if (typeof per === 'object') return per;
  const rest = trailing(scanner);
  if (rest !== undefined) return rest;
  const money: Money =
    per === undefined ? { currency, range: range.value } : { currency, range: range.value, per };
  if (!spelledOut) return read(money);
  const written = formatMoney(money);
  return misread(l10n.t('Write the amount as “{0}”.', written), 0, text.length, written);
}

function noCurrency(text: string, number: WrittenNumber): Misreading {
  const { start, end } = number;
  const value = valueOf(number);
  const amount = excerpt('ok' in value ? text.slice(start, end) : formatCompact(value));
  return misread(l10n.t('Say which currency: “${0}” or “EUR {0}”.', amount), start, end);
}

interface AmountPart extends BoundPart {
  /** A word stands apart from its number, or for a currency: `1 billion`, `dollars`. */
  readonly spelledOut: boolean;
}

function scanAmount(scanner: Scanner): AmountPart | Misreading {
  let negative = scanner.accept('-');
  scanner.skipSpace();
  let currency: string | undefined;
  if (startsCurrency(scanner.code)) {
    const start = scanner.pos;
    const word = scanner.takeWhile(isWord);
    currency = currencyCodeOf(word);
    if (currency === undefined) return unknownCurrency(word, start);
    scanner.skipSpace();
    negative = scanner.accept('-') || negative;
    scanner.skipSpace();
  }
  const number = scanNumber(scanner, negative);
  if ('ok' in number) return number;
  const suffix = scanSuffix(scanner);
  let spelledOut = suffix?.apart === true;
  let end = scanner.pos;
  scanner.skipSpace();
  const start = scanner.pos;
  const word = scanner.takeWhile(isWord);
  const spelled = spelledCurrency(word);
  if (spelled !== undefined) spelledOut = true;
  const behind = word === '' ? undefined : (spelled ?? currencyCodeOf(word));
  if (behind !== undefined) {
    if (currency !== undefined && currency !== behind) {
      return misread(
        l10n.t('One amount has one currency, not “{0}” and “{1}”.', currency, behind),
        start,
        scanner.pos,
      );
    }
    currency = behind;
    end = scanner.pos;
  } else if (word !== '') {
    const apart = start > end;
    if (!apart && suffix === undefined && !/^[A-Z]{3}$/.test(word)) return unknownSuffix(word, start);
    if (!apart || currency === undefined) return unknownCurrency(word, start);
  }
  scanner.pos = end;
  return {
    number: suffix === undefined ? number : withSuffix(number, suffix),
    unit: currency,
    spelledOut,
  };
}

interface Suffix {
  readonly magnitude: number;
  /** Blanks part it from its number. */
  readonly apart: boolean;
  readonly end: number;
}

/** Reads `B`, `bn`, `billion` and the like; stays in place where none follows. */
function scanSuffix(scanner: Scanner): Suffix | undefined {
  const before = scanner.pos;
  scanner.skipSpace();
  const start = scanner.pos;
  const word = scanner.takeWhile(isWord);
  let magnitude = magnitudeOf(word);
  if (magnitude === undefined) {
    // A currency sign may stand close behind: `500M€`.
    const letters = word.search(/[^A-Za-z]/);
    magnitude = letters > 0 ? magnitudeOf(word.slice(0, letters)) : undefined;
    scanner.pos = magnitude === undefined ? before : start + letters;
  }
  return magnitude === undefined ? undefined : { magnitude, apart: start > before, end: scanner.pos };
}

function withSuffix({ digits, start }: WrittenNumber, { magnitude, end }: Suffix): WrittenNumber {
  return { digits, magnitude, start, end };
}

function startsCurrency(code: number): boolean {
  return !isDigit(code) && !isSpace(code) && isWord(code);
}

function unknownCurrency(word: string, start: number): Misreading {
  const near = nearestCurrencies(word);
  return misread(
    near.length === 0
      ? l10n.t('“{0}” is no currency. Use a sign or a code of ISO 4217: “$60B”, “EUR 60B”.', excerpt(word))
      : l10n.t(
          '“{0}” is no currency. Did you mean {1}?',
          word,
          near.map((code) => '“' + code + '”').join(', '),
        ),
    start,
    start + word.length,
  );
}

function unknownSuffix(word: string, start: number): Misreading {
  return misread(
    l10n.t('“{0}” is no suffix. Use K, M, B (bn) or T, as in “$1.5B”.', excerpt(word)),
    start,
    start + word.length,
  );
}

/** Reads `/year` and the like; undefined where the amount does not recur. */
function scanPeriod(scanner: Scanner): Period | undefined | Misreading {
  scanner.skipSpace();
  const start = scanner.pos;
  if (!scanner.accept('/')) return undefined;
  scanner.skipSpace();
  const word = scanner.takeWhile(isWord);
  return (
    PERIODS.get(word) ??
    misread(
      l10n.t('Money recurs per “year”, “quarter” or “month”, as in “$6B/year”.'),
      start,
      Math.max(scanner.pos, start + 1),
    )
  );
}

/** The one canonical text of the amount; reading it gives an equal amount. No digit is lost. */
export function formatMoney(money: Money): string {
  const text = formatRange(money.range, (value) => withCurrency(money.currency, formatCompact(value)));
  return money.per === undefined ? text : text + '/' + money.per;
}

/**
 * The amount for a sentence, localized: `about $14B`, `up to $2B`, `$6B a year`. A figure with very many digits is
 * rounded and then starts with `≈`.
 * @param longest figures with more characters are rounded
 */
export function describeMoney(money: Money, longest?: number): string {
  const text = describeRange(money.range, (value) => amountInProse(money.currency, value, longest));
  switch (money.per) {
    case undefined:
      return text;
    case 'year':
      return l10n.t('{0} a year', text);
    case 'quarter':
      return l10n.t('{0} a quarter', text);
    case 'month':
      return l10n.t('{0} a month', text);
  }
}

function amountInProse(currency: string, value: Big, longest: number | undefined): string {
  const text = formatForProse(value, longest);
  return text.startsWith('≈') ? '≈' + withCurrency(currency, text.slice(1)) : withCurrency(currency, text);
}

function withCurrency(currency: string, amount: string): string {
  const symbol = symbolOf(currency) ?? (currency === '' ? '' : currency + ' ');
  return amount.startsWith('-') ? '-' + symbol + amount.slice(1) : symbol + amount;
}
