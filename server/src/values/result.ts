/**
 * What reading a literal gives: its value, or where in the literal's own text it went wrong and why.
 * The message is localized, says what was expected and shows the right form.
 */
export type Reading<T> = { readonly ok: true; readonly value: T } | Misreading;

/** A literal that could not be read. `start` and `end` are offsets into the literal's text, `end` exclusive. */
export interface Misreading {
  readonly ok: false;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** What to write between `start` and `end` instead, where that is clear. */
  readonly suggestion?: string;
}

/** A successful reading of `value`. */
export function read<T>(value: T): Reading<T> {
  return { ok: true, value };
}

/** A failed reading with its localized message, the offsets of the offending part, and what to write instead. */
export function misread(message: string, start: number, end: number, suggestion?: string): Misreading {
  return { ok: false, message, start, end, ...(suggestion !== undefined && { suggestion }) };
}
