import { formatMultiple } from '../../values/multiple';
import type { Range } from '../../values/range';

/** A multiple for a sentence: `3.24×`, `>3×`, `2×–3×`. */
export function describeMultiple(range: Range): string {
  return formatMultiple(range).replaceAll('x', '×').replace('..', '–');
}
