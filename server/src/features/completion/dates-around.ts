import type { Item } from '../../language/item';
import type { DealDocument } from '../../language/document';
import { readDate } from '../../values/date';

/** So many items before and behind the cursor are looked at. */
const around = 5;
/** So many dates are offered. */
const mostDates = 4;

/** The dates that stand in a declaration and then in those around it, each once, as they are written. */
export function datesAround(document: DealDocument, index: number): string[] {
  const found = new Set<string>();
  for (let distance = 0; distance <= around; distance++) {
    for (const at of distance === 0 ? [index] : [index - distance, index + distance]) {
      const item = document.item(at);
      if (item) for (const text of datesIn(item)) found.add(text);
    }
    if (found.size >= mostDates) break;
  }
  return [...found].slice(0, mostDates);
}

/** The dates of an item from the last line up: what was written last is nearest to what comes next. */
function datesIn({ declaration }: Item): string[] {
  const lines = declaration?.body?.properties ?? [];
  return lines.toReversed().flatMap((line) => {
    const values = [...line.values, ...line.modifiers.flatMap((modifier) => modifier.values)];
    return values.flatMap(({ type, text }) => (type === 'scalar' && readDate(text).ok ? [text] : []));
  });
}
