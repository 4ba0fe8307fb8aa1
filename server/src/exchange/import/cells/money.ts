import { Big } from 'big.js';
import { magnitudeOf, spelledCurrency } from '../../../language/figure-words';
import { currencyCodeOf } from '../../../values/currency';
import { formatMoney, readMoney } from '../../../values/money';
import { about, atLeast, atMost, between, exact, type Range } from '../../../values/range';
import { blank, notDisclosed, plain, saysNothing, unread, type Cell } from './cell';
import { isAmbiguous, readNumber, type DecimalMark } from './number';

/** How the money of a column is read. */
export interface MoneyColumn {
  /** `mixed` and undefined: each number tells it by itself, or has a point; where `isStrict`, one that could be either is not read. */
  readonly mark: DecimalMark | 'mixed' | undefined;
  readonly isStrict: boolean;
  /** The power of ten that its numbers are given in: 6 for millions. Figures that name their own (`$5M`) are not multiplied. */
  readonly power: number;
  /** Whether 0 stands for an amount that is not known. */
  readonly zeroIsUnknown: boolean;
}

/** Words for powers of ten that are not in the language itself. */
const moreMagnitudes: ReadonlyMap<string, number> = new Map([
  ['mm', 6],
  ['mil', 6],
  ['mio', 6],
  ['mln', 6],
  ['mrd', 9],
  ['bil', 9],
  ['bln', 9],
  ['billions', 9],
  ['millions', 6],
  ['thousands', 3],
  ['lakh', 5],
  ['lakhs', 5],
  ['cr', 7],
  ['crore', 7],
  ['crores', 7],
]);

/**
 * Reads a cell of money.
 * @param currency the code for figures that name none; undefined where nobody says it
 * @returns the amount as it is written in a deal file
 */
export function readMoneyCell(text: string, column: MoneyColumn, currency: string | undefined): Cell<string> {
  const content = plain(text);
  const nothing = saysNothing(content);
  if (nothing) return nothing;
  const read = bounds(content, column, currency);
  if (typeof read === 'string') {
    const own = readMoney(content);
    return own.ok && own.value.per === undefined
      ? { is: 'value', value: formatMoney(own.value) }
      : unread(read);
  }
  const { range } = read;
  if (column.zeroIsUnknown && range.min?.eq(0) && range.max?.eq(0)) return blank;
  if (range.undisclosed) return notDisclosed;
  const written = formatMoney(read);
  return readMoney(written).ok
    ? { is: 'value', value: written }
    : unread('It has more digits than a figure can have.');
}

interface Found {
  readonly currency: string;
  readonly range: Range;
}

/** A figure with its bounds, or why it is none. */
function bounds(text: string, column: MoneyColumn, currency: string | undefined): Found | string {
  const range = /^(?:between\s+)?(.*\d.*?)\s*(?:\.\.|–|—|\s-\s|\bto\b|\band\b)\s*(.*\d.*)$/i.exec(text);
  if (range) {
    const last = figure(range[2]!, column, currency);
    if (typeof last === 'string') return last;
    const first = figure(range[1]!, column, last.currency, last.power);
    if (typeof first === 'string') return first;
    if (first.currency !== last.currency || first.value.gt(last.value))
      return 'Its two ends do not fit together.';
    return { currency: first.currency, range: between(first.value, last.value) };
  }
  const words =
    /^(~|≈|about|approx\.?|approximately|around|circa|ca\.?|est\.?|estimated)?\s*(<=?|≤|up to|under|less than|>=?|≥|over|more than|at least)?\s*(.*?)\s*(\+)?$/i.exec(
      text,
    );
  const [, vague, limit = '', rest = text, plus] = words ?? [];
  const found = figure(rest, column, currency);
  if (typeof found === 'string') return found;
  const { value } = found;
  const isFrom = plus !== undefined || /^(?:>|≥|over|more|at least)/i.test(limit);
  const own = isFrom ? atLeast(value) : limit === '' ? exact(value) : atMost(value);
  return { currency: found.currency, range: vague === undefined ? own : about(own) };
}

interface Figure {
  readonly currency: string;
  readonly value: Big;
  /** Of its own suffix. */
  readonly power?: number;
}

function figure(
  text: string,
  { mark, isStrict, power }: MoneyColumn,
  currency: string | undefined,
  suffixOfOther?: number,
): Figure | string {
  const brackets = /^\((.*)\)$/.exec(text);
  const parts =
    /^([+-])?\s*([^\d\s.,+()-]+\.?)?\s*([+-])?\s*((?:\d|[.,]\d)(?:[\d.,'’_ ]*\d)?(?:[eE][+-]?\d{1,2})?[.,]?-{0,2})\s*([\p{L}]+\.?)?\s*([^\d\s]+)?$/u.exec(
      brackets?.[1] ?? text,
    );
  if (!parts) return 'It is no amount of money.';
  const [, sign1, before, sign2, digits = '', word = '', behind] = parts;
  const suffix = powerOf(word);
  const named = [before, suffix === undefined ? word : undefined, behind].filter(
    (each): each is string => each !== undefined && each !== '',
  );
  let code = currency;
  for (const name of named) {
    const own = codeOf(name);
    if (own === undefined) return `“${name}” is no currency.`;
    code = own;
  }
  if (code === undefined) return 'Nobody says in which currency it is.';
  const trimmed = digits.replace(/[.,]?-*$/, '');
  if (mark !== 'point' && mark !== 'comma' && isStrict && isAmbiguous(trimmed)) {
    return 'Its comma or point could part thousands or decimals.';
  }
  const number =
    readNumber(trimmed, mark === 'comma' || mark === 'point' ? mark : 'point') ??
    (mark === undefined || mark === 'mixed' ? readNumber(trimmed, 'comma') : undefined);
  if (!number) return 'It is no number.';
  const isNegative = brackets !== null || sign1 === '-' || sign2 === '-';
  const exponent = suffix ?? suffixOfOther ?? power;
  const value = (isNegative ? number.times(-1) : number).times(new Big(`1e${exponent}`));
  return { currency: code, value, ...(suffix !== undefined && { power: suffix }) };
}

function powerOf(word: string): number | undefined {
  const plainWord = word.replace(/\.$/, '');
  return magnitudeOf(plainWord) ?? moreMagnitudes.get(plainWord.toLowerCase());
}

/** The code of a currency as cells name it; undefined where it is none. */
export function codeOf(name: string): string | undefined {
  const text = plain(name);
  return (
    currencyCodeOf(text) ??
    currencyCodeOf(text.toUpperCase()) ??
    spelledCurrency(text) ??
    longNames.get(text.toLowerCase())
  );
}

const longNames: ReadonlyMap<string, string> = new Map([
  ['us dollar', 'USD'],
  ['us dollars', 'USD'],
  ['british pound', 'GBP'],
  ['pound sterling', 'GBP'],
  ['japanese yen', 'JPY'],
  ['chinese yuan', 'CNY'],
  ['indian rupee', 'INR'],
  ['swiss franc', 'CHF'],
]);
