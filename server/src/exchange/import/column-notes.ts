import { plain } from './cells/cell';
import { isEnding } from './cells/names';
import { isAmbiguous } from './cells/number';
import type { Column } from './columns';

/** Says of a column whose figures have three digits behind each point that these could be thousands. */
export function thousandsNote(header: string, texts: Iterable<string>): string | undefined {
  let count = 0;
  let example = '';
  for (const text of texts) {
    // `$1.250M` are decimals, whatever the others are.
    if (!text.includes('.') || /\d\s*(?:[kmbt]|[mbt]n|mm|mio|mrd|(?:m|b|tr)illions?|thousand)\b/i.test(text))
      continue;
    if (!isAmbiguous(text)) return undefined;
    if (count++ === 0) example = plain(text);
  }
  if (count === 0) return undefined;
  const figures = count === 1 ? 'the one figure with a point has' : `all ${count} figures with a point have`;
  const them = count === 1 ? 'it' : 'them';
  return `“${header}”: ${figures} three digits behind it, such as ${example}, and ${count === 1 ? 'is' : 'are'} read as decimals; "decimals": "comma" in the mapping reads ${them} as thousands.`;
}

/** What can stand between names, with the separator that parts them. */
const betweenNames: readonly (readonly [sign: RegExp, separator: string])[] = [
  [/\S\s*;\s*\S/, ';'],
  [/\S\s*\|\s*\S/, '|'],
  [/\S \/ \S/, ' / '],
  [/\S and (?!Co\b|Company\b|Sons\b|Partners\b)\S/i, ' and '],
  [/\S & (?!Co\b|Company\b|Sons\b|Partners\b)\S/i, ' & '],
];

/** Says of a column of names that some of its cells may name several, which nothing parts. */
export function unpartedNote({ header, mapping }: Column, texts: Iterable<string>): string | undefined {
  const { separator } = mapping;
  const found = new Map<string, number>();
  let count = 0;
  let example = '';
  for (const text of texts) {
    const cell = plain(text);
    const sign =
      betweenNames.find(([pattern, own]) => own !== separator && pattern.test(cell))?.[1] ??
      (separator === undefined && hasComma(cell) ? ',' : undefined);
    if (sign === undefined) continue;
    if (count++ === 0) example = cell;
    found.set(sign, (found.get(sign) ?? 0) + 1);
  }
  if (count === 0) return undefined;
  const [sign = ''] = [...found].sort(([, one], [, other]) => other - one)[0] ?? [];
  const cells = count === 1 ? '1 cell may name' : `${count} cells may name`;
  return `“${header}”: ${cells} several parties, such as “${example}”, and ${count === 1 ? 'is' : 'are'} read as one name${count === 1 ? '' : ' each'}; "separator": "${sign}" in the mapping parts them.`;
}

function hasComma(text: string): boolean {
  return text
    .split(',')
    .slice(1)
    .some((part) => part.trim() !== '' && !isEnding(part));
}
