import * as l10n from '@vscode/l10n';
import type { Big } from 'big.js';
import { valueOf, type WrittenNumber } from './number';
import { about, atLeast, atMost, between, exact, hasOneValue, type Range } from './range';
import { misread, read, type Misreading, type Reading } from './result';
import type { Scanner } from './scanner';

/** One number of a bounded literal with the unit beside it: a currency, `%`, `GW` … */
export interface BoundPart {
  readonly number: WrittenNumber;
  /** The unit in its canonical form; undefined where none is written. */
  readonly unit: string | undefined;
}

/** The notation that all figures share: `~`, `<`, `>`, `a..b` around one or two numbers. */
export interface BoundLiteral {
  readonly bound: 'exact' | 'upTo' | 'atLeast' | 'between';
  readonly approximate: boolean;
  readonly first: BoundPart;
  /** The upper end; only with `between`. */
  readonly second: BoundPart | undefined;
}

const UNDISCLOSED_WORD = 'undisclosed';

/** Whether the literal is the word for a figure that nobody has told. */
export function isUndisclosed(text: string): boolean {
  return text.length < 2 * UNDISCLOSED_WORD.length && text.trim() === UNDISCLOSED_WORD;
}

/** Reads the notation of bounds; `scanPart` reads each number with its unit and stops before `..`. */
export function scanBounds(
  scanner: Scanner,
  scanPart: (scanner: Scanner) => BoundPart | Misreading,
): BoundLiteral | Misreading {
  scanner.skipSpace();
  let approximate = scanner.accept('~');
  if (approximate) scanner.skipSpace();
  const operatorStart = scanner.pos;
  const bound = scanner.accept('<') ? 'upTo' : scanner.accept('>') ? 'atLeast' : 'exact';
  if (bound !== 'exact') {
    scanner.accept('=');
    scanner.skipSpace();
    approximate = scanner.accept('~') || approximate;
    scanner.skipSpace();
  } else if (scanner.text.startsWith('..', scanner.pos)) {
    return misread(
      l10n.t(
        'The lower end is missing. Write “<” for “up to”, as in “<$2B”, or both ends, as in “$1B..$2B”.',
      ),
      scanner.pos,
      scanner.pos + 2,
    );
  }
  const first = scanPart(scanner);
  if ('ok' in first) return first;
  scanner.skipSpace();
  const dots = scanner.pos;
  if (!scanner.accept('..')) return { bound, approximate, first, second: undefined };
  if (bound !== 'exact') {
    return misread(
      l10n.t('Write either “<” or “>” with one number, or two numbers with “..”.'),
      operatorStart,
      scanner.pos,
    );
  }
  scanner.skipSpace();
  if (scanner.atEnd) {
    return misread(
      l10n.t(
        'The upper end is missing. Write “>” for “at least”, as in “>$1B”, or both ends, as in “$1B..$2B”.',
      ),
      dots,
      dots + 2,
    );
  }
  approximate = scanner.accept('~') || approximate;
  scanner.skipSpace();
  const second = scanPart(scanner);
  return 'ok' in second ? second : { bound: 'between', approximate, first, second };
}

/** The range that a literal with at most one unit means; `$100..500B` shares the suffix of its upper end. */
export function rangeOf(literal: BoundLiteral): Reading<Range> {
  const { first, second } = literal;
  if (second === undefined) {
    const value = valueOf(first.number);
    return 'ok' in value ? value : read(boundedBy(literal, value, value));
  }
  const sharesSuffix = first.unit === undefined || second.unit === undefined;
  const min = valueOf(first.number, sharesSuffix ? second.number.magnitude : undefined);
  if ('ok' in min) return min;
  const max = valueOf(second.number);
  return 'ok' in max ? max : read(boundedBy(literal, min, max));
}

/** The range that the notation of `literal` gives to these numbers. */
function boundedBy(literal: BoundLiteral, min: Big, max: Big): Range {
  let range: Range;
  switch (literal.bound) {
    case 'exact':
      range = exact(min);
      break;
    case 'upTo':
      range = atMost(max);
      break;
    case 'atLeast':
      range = atLeast(min);
      break;
    case 'between':
      range = between(min, max);
      break;
  }
  return literal.approximate ? about(range) : range;
}

/** The range as it is written in a file; `write` gives the text of one number with its unit. */
export function formatRange(range: Range, write: (value: Big) => string): string {
  const { min, max } = range;
  if (range.undisclosed || (min === undefined && max === undefined)) return UNDISCLOSED_WORD;
  const tilde = range.approximate ? '~' : '';
  if (min !== undefined && hasOneValue(range)) return tilde + write(min);
  if (max === undefined) return min === undefined ? UNDISCLOSED_WORD : tilde + '>' + write(min);
  if (min === undefined || min.eq(0)) return tilde + '<' + write(max);
  return tilde + write(min) + '..' + write(max);
}

/** The range in words for a sentence, localized: `about $14B`, `up to $2B`, `$100B–$500B`. */
export function describeRange(range: Range, write: (value: Big) => string): string {
  const { min, max } = range;
  if (range.undisclosed || (min === undefined && max === undefined)) return l10n.t('undisclosed');
  if (min !== undefined && hasOneValue(range)) {
    return range.approximate ? l10n.t('about {0}', write(min)) : write(min);
  }
  if (max === undefined) {
    if (min === undefined) return l10n.t('undisclosed');
    return range.approximate ? l10n.t('at least about {0}', write(min)) : l10n.t('at least {0}', write(min));
  }
  if (min === undefined || min.eq(0)) {
    return range.approximate ? l10n.t('up to about {0}', write(max)) : l10n.t('up to {0}', write(max));
  }
  return range.approximate
    ? l10n.t('about {0}–{1}', write(min), write(max))
    : l10n.t('{0}–{1}', write(min), write(max));
}
