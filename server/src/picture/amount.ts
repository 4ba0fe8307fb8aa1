/** What is known of some money: the number where exactly one is meant, else its bounds. */
export type Amount = number | AmountRange;

export interface AmountRange {
  /** Either is null where there is no such bound. */
  readonly min: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
}

/** Words for what is not known exactly, with `{0}` for the figure. */
export interface AmountWords {
  readonly about: string;
  readonly atLeast: string;
  readonly upTo: string;
}

/** Both together. */
export function plus(a: Amount, b: Amount): Amount {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  const [one, other] = [rangeOf(a), rangeOf(b)];
  return {
    min: one.min === null || other.min === null ? null : one.min + other.min,
    max: one.max === null || other.max === null ? null : one.max + other.max,
    approximate: one.approximate || other.approximate,
  };
}

/** The number that an amount is drawn by: the middle of its bounds, else the only one. */
export function middleOf(amount: Amount): number {
  if (typeof amount === 'number') return amount;
  const { min, max } = amount;
  return min !== null && max !== null ? (min + max) / 2 : (max ?? min ?? 0);
}

/** An amount as it is told: `$8B`, `$100B–$500B`, `at least $2B`. */
export function amountText(amount: Amount, inWords: (amount: number) => string, words: AmountWords): string {
  if (typeof amount === 'number') return inWords(amount);
  const { min, max, approximate } = amount;
  const about = (text: string) => (approximate ? words.about.replace('{0}', text) : text);
  if (max === null) return words.atLeast.replace('{0}', about(inWords(min ?? 0)));
  if (min === max) return about(inWords(max));
  if (min === null || min === 0) return words.upTo.replace('{0}', about(inWords(max)));
  return about(`${inWords(min)}–${inWords(max)}`);
}

function rangeOf(amount: Amount): AmountRange {
  return typeof amount === 'number' ? { min: amount, max: amount, approximate: false } : amount;
}
