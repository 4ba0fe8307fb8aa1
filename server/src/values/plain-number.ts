import { formatRange, isUndisclosed, rangeOf, scanBounds, type BoundPart } from './bounds';
import { formatPlain, scanNumber, trailing } from './number';
import { UNDISCLOSED, type Range } from './range';
import { read, type Misreading, type Reading } from './result';
import { Scanner } from './scanner';

/** Reads a number without a unit: `4500`, `1.0842`, `~300`, `4000..5000`, with the bounds that money has. */
export function readNumber(text: string): Reading<Range> {
  if (isUndisclosed(text)) return read(UNDISCLOSED);
  const scanner = new Scanner(text);
  const literal = scanBounds(scanner, scanBare);
  if ('ok' in literal) return literal;
  const range = rangeOf(literal);
  return range.ok ? (trailing(scanner) ?? range) : range;
}

/** Canonical text; reading it gives an equal range. */
export function formatNumber(range: Range): string {
  return formatRange(range, formatPlain);
}

function scanBare(scanner: Scanner): BoundPart | Misreading {
  const negative = scanner.accept('-');
  const number = scanNumber(scanner, negative);
  return 'ok' in number ? number : { number, unit: undefined };
}
