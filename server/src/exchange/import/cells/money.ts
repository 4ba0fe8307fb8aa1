import { Big } from 'big.js';
import { magnitudeOf, spelledCurrency } from '../../../language/figure-words';
import { currencyCodeOf } from '../../../values/currency';
import { couldMean } from './currency-sign';
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

/** What is longer is prose, and would take long to look through. */
const longest = 200;

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

/** The currency that stands beside a cell. */
interface Beside {
  /** Undefined where nobody says it. */
  readonly currency: string | undefined;
  /** Whether it is said of this very row, so that a cell with another one contradicts it. */
  readonly isBinding: boolean;
}

/**
 * Reads a cell of money.
 * @param currency the code for figures that name none, and for signs of several currencies; undefined where nobody says it
 * @param isBinding whether the row itself says that currency: then a figure in another one is not read
 * @returns the amount as it is written in a deal file
 */
export function readMoneyCell(
  text: string,
  column: MoneyColumn,
  currency: string | undefined,
  isBinding = false,
): Cell<string> {
  const content = plain(text).replace(partedSign, '$1');
  const nothing = saysNothing(content);
  if (nothing) return nothing;
  if (content.length > longest) return unread('It is too long for an amount of money.');
  const read = bounds(content, column, { currency, isBinding });
  if (typeof read === 'string') {
    const own = readMoney(content);
    const isOther = own.ok && isBinding && own.value.currency !== '' && own.value.currency !== currency;
    return own.ok && own.value.per === undefined && !isOther
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

/** `CA $5M`: in small letters it is a circa. */
const partedSign = /\b(US|USD|CA|CAD|C|AU|AUD|A|NZ|NZD|HK|HKD|SG|SGD|S|NT|MX|R|CN|JP)\s+(?=[$¥])/g;

const ends = [
  /^between\s+(.*\d.*?)\s*(?:\.\.|–|—|\s-\s|\bto\b|\band\b)\s*(.*\d.*)$/i,
  /^(.*\d.*?)\s*(?:\.\.|–|—|\s-\s|\bto\b)\s*(.*\d.*)$/i,
  // Without blanks it parts two figures where it is no sign of an exponent, and something says that they are money.
  /^(?=.*[\p{L}\p{Sc}])(?!-)(.*\d[\d.,]*\s?\p{L}*)(?<!\d[eE])-([^\s\d-]{0,3}\d.*)$/u,
];

/** `(est.)` behind a figure. */
const vagueBehind =
  /\s*\(\s*(?:est|estimated?|approx|approximately|about|ca|circa)\.?\s*\)$|\s+(?:est|estimated|approx)\.?$/i;

/** A figure with its bounds, or why it is none. */
function bounds(text: string, column: MoneyColumn, beside: Beside): Found | string {
  for (const pattern of ends) {
    const range = pattern.exec(text);
    if (range) return rangeOf(range[1]!, range[2]!, column, beside);
  }
  const figures = text.replace(vagueBehind, '');
  const words =
    /^([~≈]|(?:about|approx|approximately|around|circa|est|estimated)(?:\.|(?=[\s\d\p{Sc}]))|ca(?:\.|(?=[\s\d])))?\s*(<=?|≤|up to|under|less than|>=?|≥|over|more than|at least)?\s*(.*?)\s*(\+)?$/iu.exec(
      figures,
    );
  const [, before, limit = '', rest = figures, plus] = words ?? [];
  const found = figure(rest, column, beside);
  if (typeof found === 'string') return found;
  const { value } = found;
  const isFrom = plus !== undefined || /^(?:>|≥|over|more|at least)/i.test(limit);
  const own = isFrom ? atLeast(value) : limit === '' ? exact(value) : atMost(value);
  const isVague = before !== undefined || figures !== text;
  return { currency: found.currency, range: isVague ? about(own) : own };
}

/** The range between two figures: what only one of them says of currency and power holds for both. */
function rangeOf(first: string, last: string, column: MoneyColumn, beside: Beside): Found | string {
  const end = figure(last, column, beside);
  if (typeof end === 'string') return end;
  const start = figure(
    first,
    column,
    end.isNamed ? { ...beside, currency: end.currency } : beside,
    end.power,
  );
  if (typeof start === 'string') return start;
  const isOne = start.currency === end.currency || !end.isNamed;
  if (!isOne || start.value.gt(end.value)) return 'Its two ends do not fit together.';
  return { currency: start.currency, range: between(start.value, end.value) };
}

interface Figure {
  readonly currency: string;
  /** Whether the figure itself names its currency. */
  readonly isNamed: boolean;
  readonly value: Big;
  /** Of its own suffix. */
  readonly power?: number;
}

function figure(
  text: string,
  { mark, isStrict, power }: MoneyColumn,
  { currency, isBinding }: Beside,
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
  const own = currencyOf(named, currency);
  if (typeof own === 'string') return own;
  const code = own.code ?? currency;
  if (code === undefined) return 'Nobody says in which currency it is.';
  if (isBinding && currency !== undefined && code !== currency) {
    return `“${named.join(' ')}” stands in it, and ${currency} beside it as its currency.`;
  }
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
  return {
    currency: code,
    isNamed: own.code !== undefined,
    value,
    ...(suffix !== undefined && { power: suffix }),
  };
}

/**
 * The currency that a figure names. A sign that several currencies have (`$`, `¥`) is of the one that is said more closely,
 * in the cell itself or beside it.
 */
function currencyOf(
  named: readonly string[],
  beside: string | undefined,
): { readonly code: string | undefined } | string {
  let code: string | undefined;
  let shared: string | undefined;
  for (const name of named) {
    const own = codeOf(name);
    if (own === undefined) return `“${name}” is no currency.`;
    if (couldMean(name) !== undefined) shared = name;
    else if (code !== undefined && code !== own) return `“${named.join(' ')}” are two currencies.`;
    else code = own;
  }
  if (shared === undefined) return { code };
  const near = code ?? beside;
  if (near !== undefined && couldMean(shared)?.has(near) === true) return { code: near };
  return code === undefined ? { code: codeOf(shared) } : `“${named.join(' ')}” are two currencies.`;
}

function powerOf(word: string): number | undefined {
  const plainWord = word.replace(/\.$/, '');
  return magnitudeOf(plainWord) ?? moreMagnitudes.get(plainWord.toLowerCase());
}

/** The code of a currency as cells name it; undefined where it is none. */
export function codeOf(name: string): string | undefined {
  // `$US` is `US$`, and `USD$` and `CAD$` are their codes.
  const text = plain(name)
    .replace(/^\$([A-Z]{1,3})$/i, '$1$$')
    .replace(/^([A-Z]{3})\$$/i, '$1');
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
