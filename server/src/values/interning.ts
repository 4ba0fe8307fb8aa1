import type { Reading } from './result';

// V8 keeps longer parts of a text alive together with the whole text that they were cut from.
const LONGEST_INTERNED = 12;
const MOST_INTERNED = 16_384;

/**
 * The same reader, which gives the very same value again for a short text read before. A large project states few
 * distinct amounts and dates very often: they are then read and stored once. Forgets all when it grows large.
 */
export function interning<T>(reader: (text: string) => Reading<T>): (text: string) => Reading<T> {
  const readings = new Map<string, Reading<T>>();
  return (text) => {
    if (text.length > LONGEST_INTERNED) return reader(text);
    const known = readings.get(text);
    if (known !== undefined) return known;
    const reading = reader(text);
    // A message is in the language of its time, and is not worth keeping.
    if (reading.ok) {
      if (readings.size >= MOST_INTERNED) readings.clear();
      readings.set(text, reading);
    }
    return reading;
  };
}
