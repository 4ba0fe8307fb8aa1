import { ACTIVE_CURRENCIES, WITHDRAWN_CURRENCIES } from './iso4217';
import { nearestWords } from '../language/nearest';

/** A currency of ISO 4217. */
export interface Currency {
  readonly code: string;
  /** Digits behind the point of its minor unit; undefined where the standard defines none. */
  readonly digits: number | undefined;
  /** English name. */
  readonly name: string;
}

/** Every currency that can be written: those in force and the recently withdrawn, by code. */
export const currencies: readonly Currency[] = [...ACTIVE_CURRENCIES, ...WITHDRAWN_CURRENCIES]
  .map(([code, digits, name]) => ({ code, digits, name }))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const byCode = new Map(currencies.map((currency) => [currency.code, currency]));

/** The signs in which amounts are shown, most used first. All others are shown with their code. */
const SYMBOLS: readonly (readonly [symbol: string, code: string])[] = [
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['CN¥', 'CNY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['C$', 'CAD'],
  ['A$', 'AUD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['NT$', 'TWD'],
  ['R$', 'BRL'],
  ['₪', 'ILS'],
  ['NZ$', 'NZD'],
  ['MX$', 'MXN'],
  ['₺', 'TRY'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['฿', 'THB'],
  ['₦', 'NGN'],
];

/** Signs that are understood as well. `kr` and bare `Rs` are not: several currencies use them. */
const ALIASES: readonly (readonly [symbol: string, code: string])[] = [
  ['US$', 'USD'],
  ['CA$', 'CAD'],
  ['AU$', 'AUD'],
  ['SG$', 'SGD'],
  ['JP¥', 'JPY'],
  ['RMB', 'CNY'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
];

const codeBySymbol = new Map([...SYMBOLS, ...ALIASES]);
const symbolByCode = new Map(SYMBOLS.map(([symbol, code]) => [code, symbol]));
const rankByCode = new Map(SYMBOLS.map(([, code], rank) => [code, rank]));

/** The currency with this code, which is written in capitals. */
export function findCurrency(code: string): Currency | undefined {
  return byCode.get(code);
}

/** Digits behind the point of a currency's minor unit; the usual two where the standard defines none. */
export function minorDigitsOf(code: string): number {
  return byCode.get(code)?.digits ?? 2;
}

/** The code that a currency sign or code stands for: `HK$` → `HKD`, `CHF` → `CHF`. */
export function currencyCodeOf(symbolOrCode: string): string | undefined {
  return codeBySymbol.get(symbolOrCode) ?? byCode.get(symbolOrCode)?.code;
}

/** The sign in which amounts of the currency are shown, or undefined where it is the code itself. */
export function symbolOf(code: string): string | undefined {
  return symbolByCode.get(code);
}

/** Up to three codes that a mistyped one may have meant, best first. */
export function nearestCurrencies(code: string): string[] {
  return nearestWords(code, byCode.keys());
}

/** Order in which totals in several currencies stand side by side: the most used first, then by code. */
export function compareCurrencies(a: string, b: string): number {
  const rank = (rankByCode.get(a) ?? SYMBOLS.length) - (rankByCode.get(b) ?? SYMBOLS.length);
  return rank || (a < b ? -1 : a > b ? 1 : 0);
}
