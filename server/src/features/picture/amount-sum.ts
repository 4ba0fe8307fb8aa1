import type { Amount } from '../../picture/amount';

/** Amounts that come and go, kept so that what went away leaves nothing behind. */
export class AmountSum {
  private parts = 0;
  private min = 0;
  private max = 0;
  private withoutMin = 0;
  private withoutMax = 0;
  private approximate = 0;

  add(amount: Amount, sign: 1 | -1): void {
    const { min, max, approximate } =
      typeof amount === 'number' ? { min: amount, max: amount, approximate: false } : amount;
    this.parts += sign;
    this.min += sign * (min ?? 0);
    this.max += sign * (max ?? 0);
    this.withoutMin += min === null ? sign : 0;
    this.withoutMax += max === null ? sign : 0;
    this.approximate += approximate ? sign : 0;
  }

  addAll(other: AmountSum): void {
    this.parts += other.parts;
    this.min += other.min;
    this.max += other.max;
    this.withoutMin += other.withoutMin;
    this.withoutMax += other.withoutMax;
    this.approximate += other.approximate;
  }

  /** Of how many amounts it is the sum. */
  get count(): number {
    return this.parts;
  }

  /** Whether to add it changes nothing. */
  get isNothing(): boolean {
    return (
      this.parts === 0 &&
      this.min === 0 &&
      this.max === 0 &&
      this.withoutMin === 0 &&
      this.withoutMax === 0 &&
      this.approximate === 0
    );
  }

  /** Undefined where nothing is left. */
  get amount(): Amount | undefined {
    if (this.parts === 0) return undefined;
    const [min, max] = [tidy(this.min), tidy(this.max)];
    const hasBoth = this.withoutMin === 0 && this.withoutMax === 0;
    if (hasBoth && min === max && this.approximate === 0) return min;
    return {
      min: this.withoutMin > 0 ? null : min,
      max: this.withoutMax > 0 ? null : max,
      approximate: this.approximate > 0,
    };
  }
}

/** Without what sums of fractions leave behind. */
function tidy(amount: number): number {
  return Math.abs(amount) < 1e13 ? Math.round(amount * 100) / 100 : Math.round(amount);
}
