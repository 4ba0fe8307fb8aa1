import { kinds, type MoneyPurpose } from '../language/schema';
import type { Duration } from '../values/duration';
import type { Amount, Money } from '../values/money';
import { totalOver } from '../values/rate';
import {
  addMoney,
  addSums,
  emptySum,
  isEmpty,
  subtractSums,
  withForms,
  withTotals,
  type MoneyForm,
  type MoneySum,
} from '../values/sum';
import { factOf, factsOf, moneyOf, type Declaration, type Fact } from './declaration';
import { liesAhead, standingOf } from './lifecycle';
import { amountIn, asMeant, dayOfLine, formsIn, isOf, reportedOnce } from './money-line';

/** Money by how certain it is; the three are never added to each other. */
export interface Buckets {
  /** Announced, signed or closed; what fell out is not in it. */
  readonly promised: MoneySum;
  /** The part of `promised` that was handed over. */
  readonly executed: MoneySum;
  /** Only rumored or in talks. */
  readonly rumored: MoneySum;
}

export const certainties = ['promised', 'executed', 'rumored'] as const satisfies readonly (keyof Buckets)[];

export const emptyBuckets: Buckets = { promised: emptySum, executed: emptySum, rumored: emptySum };

/** Both together, certainty by certainty. */
export function addBuckets(a: Buckets, b: Buckets): Buckets {
  return {
    promised: addSums(a.promised, b.promised),
    executed: addSums(a.executed, b.executed),
    rumored: addSums(a.rumored, b.rumored),
  };
}

/** Whether any money is in it. */
export function hasMoney(buckets: Buckets): boolean {
  return certainties.some((certainty) => !isEmpty(buckets[certainty]));
}

/** The same for each certainty. */
export function eachBucket(buckets: Buckets, change: (sum: MoneySum) => MoneySum): Buckets {
  return {
    promised: change(buckets.promised),
    executed: change(buckets.executed),
    rumored: change(buckets.rumored),
  };
}

/**
 * The money of a deal as a whole: its `amount` or `budget` (the first where sources differ), else the sum of its
 * tranches; both where the amount is undisclosed. A rate counts only together with a duration (`over`, or the deal's
 * `term`); without one it adds nothing.
 */
export function wholeOf(deal: Declaration): MoneySum {
  const amount = amountOf(deal);
  if (!amount) return tranchesOf(deal);
  const whole = addMoney(emptySum, amount.money, amount.forms);
  if (amount.money.range.undisclosed) return addSums(tranchesOf(deal), whole);
  const saysForms =
    amount.forms.length === 0 && factsOf(deal, 'tranche').some((tranche) => formsIn(tranche).length > 0);
  return saysForms ? withForms(whole, tranchesOf(deal).forms) : whole;
}

/** The amount or budget of a deal as it counts, and in which form it is handed over. */
export function amountOf(deal: Declaration): { money: Amount; forms: readonly MoneyForm[] } | undefined {
  const fact = moneyFactOf(deal);
  const written = moneyOf(fact);
  if (!fact || !written) return undefined;
  // What recurs can be possible, and too much over all of its time.
  const money = written.per ? amountIn(recurredOf(deal)) : amountIn(written);
  return money && { money: { currency: money.currency, range: money.range }, forms: formsIn(fact) };
}

/** What the amount or budget of a deal comes to that recurs, over its time; undefined where it does not, or no time is said. */
export function recurredOf(deal: Declaration): Amount | undefined {
  const fact = moneyFactOf(deal);
  const written = moneyOf(fact);
  return written?.per ? fixed(asMeant(written), fact?.over ?? termOf(deal)) : undefined;
}

function tranchesOf(deal: Declaration): MoneySum {
  return sumOf(factsOf(deal, 'tranche'), formsOf(deal));
}

/** In which form the money of a deal is handed over where a line does not say otherwise. */
export function formsOf(deal: Declaration): readonly MoneyForm[] {
  const fact = moneyFactOf(deal);
  return fact ? formsIn(fact) : [];
}

/** The line that says how much a deal is about. */
export function moneyFactOf(deal: Declaration): Fact | undefined {
  return factOf(deal, 'amount') ?? factOf(deal, 'budget');
}

/** The money of a deal as a whole where it is known and of one currency. */
export function totalOf(deal: Declaration): Amount | undefined {
  const { totals, undisclosed } = wholeOf(deal);
  const [total] = totals;
  return total && totals.length === 1 && undisclosed === 0 ? total : undefined;
}

/** The amount of a deal that recurs without saying for how long, such as `$6B/year`. */
export function recurringOf(deal: Declaration): Money | undefined {
  const fact = factOf(deal, 'amount');
  const money = moneyOf(fact);
  return money?.per && isEmpty(wholeOf(deal)) ? money : undefined;
}

/** The contract's length. */
export function termOf(deal: Declaration): Duration | undefined {
  const value = factOf(deal, 'term')?.values[0];
  return value?.type === 'duration' ? value.duration : undefined;
}

/**
 * What the money facts come to. Rates are left out: they are no amounts. Of lines in which several sources report the
 * money of the same day, the first counts.
 * @param forms in which the money is handed over where a line does not say
 */
export function sumOf(facts: readonly Fact[], forms: readonly MoneyForm[] = []): MoneySum {
  let sum = emptySum;
  for (const fact of reportedOnce(facts, dayOfLine)) {
    const money = amountIn(moneyOf(fact));
    if (!money) continue;
    const own = formsIn(fact);
    sum = addMoney(sum, money, own.length > 0 ? own : forms);
  }
  return sum;
}

/** What a deal's money is for; buying shares that somebody else sells brings the company no capital. */
export function purposeOf(deal: Declaration): MoneyPurpose | undefined {
  return sellsExistingShares(deal) ? 'purchase' : kinds[deal.kind].purpose;
}

/**
 * The deal's money on a day, by certainty, in the currencies in which it is written.
 * @param whole its money as a whole; what is all of it is the same object
 */
export function bucketsOf(deal: Declaration, day: number, whole = wholeOf(deal)): Buckets {
  return liesAhead(deal, day) ? emptyBuckets : bucketsBegun(deal, day, whole);
}

/** The buckets of a deal that has begun. */
function bucketsBegun(deal: Declaration, day: number, whole: MoneySum): Buckets {
  const { commitment, wasClosed } = standingOf(deal, day);
  const payments = factsOf(deal, 'paid');
  const saysPaid = payments.length > 0;
  const paid = saysPaid
    ? sumOf(
        payments.filter((payment) => isOf(payment, day)),
        formsOf(deal),
      )
    : emptySum;
  const promised = isEmpty(whole) ? paid : whole;
  switch (commitment) {
    case 'talk':
      // What is handed over already is not talked about any more.
      return { promised: paid, executed: paid, rumored: subtractSums(whole, paid) };
    case 'promise':
      return { promised, executed: paid, rumored: emptySum };
    case 'done':
      return { promised, executed: saysPaid ? paid : handedOver(deal, whole, day), rumored: emptySum };
    case 'over': {
      // Nothing is owed any more; what was handed over has been.
      const kept = saysPaid ? paid : wasClosed ? handedOver(deal, whole, day) : emptySum;
      return { promised: kept, executed: kept, rumored: emptySum };
    }
  }
}

/**
 * The tranches of a deal: those that are handed over by a day, as far as they can have been, and those that lie ahead or
 * were never handed over, since the deal was over before.
 */
export function tranchesBy(
  deal: Declaration,
  day: number,
): { readonly made: readonly Fact[]; readonly ahead: readonly Fact[] } {
  const { commitment, on: end } = standingOf(deal, day);
  const last = commitment === 'over' && end ? Math.min(day, end.latest) : day;
  const made: Fact[] = [];
  const ahead: Fact[] = [];
  for (const tranche of factsOf(deal, 'tranche')) (isOf(tranche, last) ? made : ahead).push(tranche);
  return { made, ahead };
}

/** What of a deal that was closed is handed over by a day where nothing says what was paid: all but later tranches. */
function handedOver(deal: Declaration, whole: MoneySum, day: number): MoneySum {
  const { made, ahead } = tranchesBy(deal, day);
  if (ahead.length === 0) return whole;
  const amount = amountOf(deal);
  const forms = formsOf(deal);
  if (!amount) return sumOf(made, forms);
  if (amount.money.range.undisclosed)
    return addSums(sumOf(made, forms), addMoney(emptySum, amount.money, amount.forms));
  const handed = withTotals(whole, subtractSums(whole, sumOf(ahead, forms)).totals);
  return amount.forms.length > 0 ? handed : withForms(handed, sumOf(made).forms);
}

/** Existing shares change hands: the company itself gets nothing. */
export function sellsExistingShares(deal: Declaration): boolean {
  return factsOf(deal, 'type').some((fact) =>
    fact.values.some(
      (value) => value.type === 'choice' && (value.word === 'secondary' || value.word === 'tender'),
    ),
  );
}

const mixed: ReadonlySet<string> = new Set(['convertible', 'IPO']);

/** Whether a part of the money of a deal, of which nobody knows how much, buys no new shares. */
export function mixesShares(deal: Declaration): boolean {
  return (
    sellsExistingShares(deal) ||
    factsOf(deal, 'type').some(({ values }) =>
      values.some((value) => value.type === 'choice' && mixed.has(value.word)),
    )
  );
}

function fixed(rate: Money, duration: Duration | undefined): Amount | undefined {
  return duration && totalOver(rate, duration);
}
