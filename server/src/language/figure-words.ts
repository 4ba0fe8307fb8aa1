/** Words for powers of ten, in small letters, as they stand behind a number: `1.5B`, `1.2 million`. */
const magnitudes: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['m', 6],
  ['b', 9],
  ['t', 12],
  ['mn', 6],
  ['bn', 9],
  ['tn', 12],
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
]);
const longestMagnitude = 8;

/** Currencies as they are spelled out in prose, with the code of ISO 4217 that is most likely meant. */
const currencyNames: ReadonlyMap<string, string> = new Map([
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['pound', 'GBP'],
  ['pounds', 'GBP'],
  ['yen', 'JPY'],
]);
const longestCurrencyName = 7;

/** The power of ten that a suffix stands for (`bn` → 9), in any case; undefined for other words. */
export function magnitudeOf(word: string): number | undefined {
  return word.length > longestMagnitude ? undefined : magnitudes.get(word.toLowerCase());
}

/** The code of a currency that is spelled out (`dollars` → USD), in any case; undefined for other words. */
export function spelledCurrency(word: string): string | undefined {
  return word.length > longestCurrencyName ? undefined : currencyNames.get(word.toLowerCase());
}
