import { Big } from 'big.js';

/** What stands before the decimals: a point as in `1,234.5`, or a comma as in `1.234,5`. */
export type DecimalMark = 'point' | 'comma';

/** Enough for any figure; keeps absurd ones away from the decimal library. */
const longest = 60;

/**
 * Which mark the numbers of a column have before their decimals.
 * @returns undefined where none of them tells, `mixed` where they differ
 */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark | 'mixed' | undefined {
  let found: DecimalMark | undefined;
  for (const text of texts) {
    const own = toldBy(text);
    if (own !== undefined && found !== undefined && own !== found) return 'mixed';
    found ??= own;
  }
  return found;
}

/** Which mark one number tells by itself: `1,234` could be either. */
function toldBy(text: string): DecimalMark | undefined {
  const number = /\d[\d.,]*/.exec(withoutGroupSigns(text))?.[0].replace(/[.,]+$/, '');
  if (number === undefined) return undefined;
  const comma = number.lastIndexOf(',');
  const point = number.lastIndexOf('.');
  if (comma < 0 && point < 0) return undefined;
  if (comma >= 0 && point >= 0) return comma > point ? 'comma' : 'point';
  const [sign, at] = comma >= 0 ? [',', comma] : ['.', point];
  const other: DecimalMark = sign === ',' ? 'point' : 'comma';
  // Twice: it groups, so the other one is for decimals.
  if (number.indexOf(sign) < at) return other;
  return couldGroup(number, at) ? undefined : sign === ',' ? 'comma' : 'point';
}

/** Whether a single sign in a number could part thousands. */
function couldGroup(number: string, at: number): boolean {
  return number.length - at - 1 === 3 && at <= 3 && !number.startsWith('0');
}

/** Whether a number means something else with another decimal mark. */
export function isAmbiguous(text: string): boolean {
  return toldBy(text) === undefined && /\d[.,]\d/.test(withoutGroupSigns(text));
}

function withoutGroupSigns(text: string): string {
  return text.replace(/(?<=\d)[ '’_](?=\d{3}(?!\d))/g, '');
}

/** Reads a number such as `1,234.5`, `1 234`, `12,34,567` or `2E+11`; undefined where it is none. */
export function readNumber(text: string, mark: DecimalMark): Big | undefined {
  let plain = withoutGroupSigns(text);
  if (plain.length > longest) return undefined;
  if (mark === 'comma') plain = plain.replace(/[.,]/g, (sign) => (sign === ',' ? '.' : ','));
  const number = /^([+-]?)(\d+|\d{1,3}(?:,\d{2,3})*,\d{3})?(\.\d*)?(?:[eE]([+-]?\d{1,2}))?$/.exec(plain);
  if (!number) return undefined;
  const [, sign = '', integer = '', fraction = '', exponent = '0'] = number;
  const decimals = fraction.slice(1);
  if (integer === '' && decimals === '') return undefined;
  const digits = `${integer.replaceAll(',', '') || '0'}${decimals === '' ? '' : `.${decimals}`}`;
  return new Big(`${sign === '-' ? '-' : ''}${digits}e${exponent}`);
}
