import { compareCurrencies, currencyCodeOf } from '../values/currency';
import type { DealDate } from '../values/date';
import type { ExchangeRate, RateStep } from '../values/exchange';
import { formatNumber } from '../values/plain-number';
import { inOrder, inverse, multiply, type Range } from '../values/range';
import { factsOf, type Declaration, type Fact } from './declaration';

/** The dated exchange rates of a project. */
export interface Rates {
  /**
   * The rate between two currencies that was published last by a day, in either direction; where there is none by then,
   * the one through a third currency whose older part is the latest. Undefined where only later rates are known, or none.
   */
  on(from: string, to: string, day: number): ExchangeRate | undefined;
}

/** The rates that `fx` declarations state. Those without a date, and those that are no positive number, are none. */
export class RateTable implements Rates {
  /** By pair, in the direction in which they were published, each day once, the first one first. */
  private readonly published = new Map<string, RateStep[]>();
  /** The currencies that have a rate with each currency. */
  private readonly partners = new Map<string, Set<string>>();
  /** What was asked for, by currencies and day. */
  private readonly known = new Map<string, Map<number, ExchangeRate | undefined>>();
  /** Rates that are made of the same steps are the same object. */
  private readonly made = new Map<string, ExchangeRate>();
  private readonly numbers = new Map<RateStep, number>();

  constructor(declarations: Iterable<Declaration>) {
    for (const { step } of publishedRates(declarations)) this.add(step);
  }

  on(from: string, to: string, day: number): ExchangeRate | undefined {
    const pair = `${from} ${to}`;
    let days = this.known.get(pair);
    if (!days) this.known.set(pair, (days = new Map()));
    if (days.has(day)) return days.get(day);
    const found = this.find(from, to, day);
    days.set(day, found);
    return found;
  }

  /** Takes in rates by day; of several that hold from the same day on, the first stays. */
  private add(step: RateStep): void {
    const { from, to, on } = step;
    const pair = `${from} ${to}`;
    const steps = this.published.get(pair);
    if (!steps) this.published.set(pair, [step]);
    else if (steps.at(-1)?.on.earliest !== on.earliest) steps.push(step);
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const partners = this.partners.get(one);
      if (partners) partners.add(other);
      else this.partners.set(one, new Set([other]));
    }
  }

  private find(from: string, to: string, day: number): ExchangeRate | undefined {
    const direct = this.direct(from, to, day);
    if (direct) return this.rateOf(from, to, [direct]);
    let best: readonly [RateStep, RateStep] | undefined;
    const through = [...(this.partners.get(from) ?? [])].sort(compareCurrencies);
    for (const currency of through) {
      const first = this.direct(from, currency, day);
      const second = this.direct(currency, to, day);
      if (first && second && (!best || olderOf(first, second) > olderOf(...best))) best = [first, second];
    }
    return best && this.rateOf(from, to, best);
  }

  /** The rate between two currencies that was published last by a day, whichever way round. */
  private direct(from: string, to: string, day: number): RateStep | undefined {
    const forward = lastBy(this.published.get(`${from} ${to}`), day);
    const backward = lastBy(this.published.get(`${to} ${from}`), day);
    if (!forward || !backward) return forward ?? backward;
    return compareFreshness(backward.on, forward.on) > 0 ? backward : forward;
  }

  private rateOf(from: string, to: string, steps: readonly RateStep[]): ExchangeRate {
    const key = [from, to, ...steps.map((step) => this.numberOf(step))].join(' ');
    let rate = this.made.get(key);
    if (!rate) this.made.set(key, (rate = combined(from, to, steps)));
    return rate;
  }

  private numberOf(step: RateStep): number {
    let number = this.numbers.get(step);
    if (number === undefined) this.numbers.set(step, (number = this.numbers.size));
    return number;
  }
}

/** A usable rate as a line states it, with what decides between several of the same days. */
export interface PublishedRate {
  readonly step: RateStep;
  readonly declaration: Declaration;
  readonly fact: Fact;
  /** Its line among those of its declaration: the first of several sources counts. */
  readonly line: number;
}

/** The rates that can convert something, by day; of those that hold from one day on, the one that counts comes first. */
export function publishedRates(declarations: Iterable<Declaration>): PublishedRate[] {
  return [...declarations].flatMap(ratesIn).sort(byPreference);
}

function ratesIn(declaration: Declaration): PublishedRate[] {
  const pair = pairOf(declaration);
  if (!pair) return [];
  const [from, to] = pair;
  return factsOf(declaration, 'rate').flatMap((fact, line) => {
    const rate = usableRate(fact);
    const { on } = fact;
    if (!rate || !on || !Number.isFinite(on.earliest)) return [];
    return [{ step: { from, to, rate, on }, declaration, fact, line }];
  });
}

/** The currencies between which a declaration states rates, by their codes; undefined where one cannot be read. */
export function pairOf(declaration: Declaration): readonly [from: string, to: string] | undefined {
  const [from, to] = [codeOn(declaration, 'left'), codeOn(declaration, 'right')];
  return from === undefined || to === undefined || from === to ? undefined : [from, to];
}

function codeOn({ sides }: Declaration, side: 'left' | 'right'): string | undefined {
  const [only, more] = sides[side];
  return only && !more ? currencyCodeOf(only.text) : undefined;
}

function usableRate({ values: [value] }: Fact): Range | undefined {
  if (value?.type !== 'number' || value.range.undisclosed) return undefined;
  const range = inOrder(value.range);
  const { min, max } = range;
  return min?.gte(0) && (max === undefined || max.gt(0)) && (max !== undefined || min.gt(0))
    ? range
    : undefined;
}

/** By day, the one that is known most closely first; what then decides is not the order of files. */
function byPreference(a: PublishedRate, b: PublishedRate): number {
  return (
    a.step.on.earliest - b.step.on.earliest ||
    compare(a.step.on.latest, b.step.on.latest) ||
    compare(a.declaration.name, b.declaration.name) ||
    a.line - b.line ||
    compare(formatNumber(a.step.rate), formatNumber(b.step.rate))
  );
}

/** Which of two dates of rates is the later one, and of those that begin together the one known more closely. */
function compareFreshness(a: DealDate, b: DealDate): number {
  return compare(a.earliest, b.earliest) || compare(b.latest, a.latest);
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function olderOf(a: RateStep, b: RateStep): number {
  return Math.min(a.on.earliest, b.on.earliest);
}

/** The last one that holds by a day. */
function lastBy(steps: readonly RateStep[] | undefined, day: number): RateStep | undefined {
  let from = 0;
  let to = steps?.length ?? 0;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (steps![middle]!.on.earliest <= day) from = middle + 1;
    else to = middle;
  }
  return steps?.[from - 1];
}

function combined(from: string, to: string, steps: readonly RateStep[]): ExchangeRate {
  let currency = from;
  const factors = steps.map((step) => {
    const isForward = step.from === currency;
    currency = isForward ? step.to : step.from;
    return isForward ? step.rate : inverse(step.rate);
  });
  const oldest = steps.reduce((a, b) => (compareFreshness(a.on, b.on) <= 0 ? a : b));
  return { from, to, rate: factors.reduce(multiply), on: oldest.on, steps };
}
