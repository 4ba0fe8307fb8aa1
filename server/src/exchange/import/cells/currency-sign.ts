import { currencies } from '../../../values/currency';

const named = (word: RegExp) => currencies.filter(({ name }) => word.test(name)).map(({ code }) => code);
const dollars = named(/\bdollar\b/i);
const pounds: ReadonlySet<string> = new Set(named(/\bpound\b|^Pound/i));

/** Signs and words that several currencies have, with those that people write them for. */
const families: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['$', new Set([...dollars, 'MXN', 'ARS', 'CLP', 'COP', 'UYU', 'DOP', 'BRL'])],
  ['dollar', new Set(dollars)],
  ['dollars', new Set(dollars)],
  ['¥', new Set(['JPY', 'CNY'])],
  ['£', pounds],
  ['pound', pounds],
  ['pounds', pounds],
]);

/** The currencies that a sign or word can stand for; undefined for one of a single currency. */
export function couldMean(sign: string): ReadonlySet<string> | undefined {
  return families.get(sign.toLowerCase());
}
