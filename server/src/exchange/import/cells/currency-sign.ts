import { currencies } from '../../../values/currency';

const dollars = currencies.filter(({ name }) => /\bdollar\b/i.test(name)).map(({ code }) => code);

/** Signs that several currencies have, with those that people write them for. */
const families: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['$', new Set([...dollars, 'MXN', 'ARS', 'CLP', 'COP', 'UYU', 'DOP', 'BRL'])],
  ['¥', new Set(['JPY', 'CNY'])],
  ['£', new Set(['GBP', 'EGP', 'LBP', 'SYP', 'FKP', 'GIP', 'SHP'])],
]);

/** The currencies that a sign can stand for; undefined for a sign or code of one alone. */
export function couldMean(sign: string): ReadonlySet<string> | undefined {
  return families.get(sign);
}
