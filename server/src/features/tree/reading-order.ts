/** The same everywhere, whatever language the machine speaks; `Series 2` before `Series 10`. */
const collator = new Intl.Collator('en', { numeric: true });

/** Which of two texts people look for first. 0 for the same text alone. */
export function inReadingOrder(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
