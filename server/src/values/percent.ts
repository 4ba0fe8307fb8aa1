import * as l10n from '@vscode/l10n';
import { describeRange, formatRange, isUndisclosed, rangeOf, scanBounds, type BoundPart } from './bounds';
import { formatPlain, scanNumber, trailing } from './number';
import { UNDISCLOSED, type Range } from './range';
import { misread, read, type Misreading, type Reading } from './result';
import { Scanner } from './scanner';

/** Reads a percentage with the bounds that money has: `13.56%`, `~50%`, `10..20%`, `<5%`, `undisclosed`. The range is in percent. */
export function readPercent(text: string): Reading<Range> {
  if (isUndisclosed(text)) return read(UNDISCLOSED);
  const scanner = new Scanner(text);
  const literal = scanBounds(scanner, scanPercentage);
  if ('ok' in literal) return literal;
  const last = literal.second ?? literal.first;
  if (last.unit === undefined) {
    return misread(
      l10n.t('The percent sign is missing, as in “13.56%”.'),
      last.number.start,
      last.number.end,
    );
  }
  const range = rangeOf(literal);
  return range.ok ? (trailing(scanner) ?? range) : range;
}

function scanPercentage(scanner: Scanner): BoundPart | Misreading {
  const negative = scanner.accept('-');
  const number = scanNumber(scanner, negative);
  if ('ok' in number) return number;
  scanner.skipSpace();
  return { number, unit: scanner.accept('%') ? '%' : undefined };
}

/** The canonical text: `13.56%`. Reading it gives an equal range. */
export function formatPercent(range: Range): string {
  return formatRange(range, (value) => formatPlain(value) + '%');
}

/** The percentage for a sentence, localized: `about 50%`, `10%–20%`. */
export function describePercent(range: Range): string {
  return describeRange(range, (value) => formatPlain(value) + '%');
}
