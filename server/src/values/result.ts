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
}

/** A successful reading of `value`. */
export function read<T>(value: T): Reading<T> {
  return { ok: true, value };
}

/** A failed reading with its localized message and the offsets of the offending part. */
export function misread(message: string, start: number, end: number): Misreading {
  return { ok: false, message, start, end };
}
