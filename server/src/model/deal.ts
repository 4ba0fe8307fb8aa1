import { kinds, type MoneyPurpose } from '../language/schema';
import type { Duration } from '../values/duration';
import type { Money } from '../values/money';
import { upTo } from '../values/range';
import { totalOver } from '../values/rate';
import { addMoney, addSums, emptySum, type MoneySum } from '../values/sum';
import { factOf, factsOf, isUndisclosed, moneyOf, namesIn, type Declaration, type Fact } from './declaration';
import { liesAhead, standingOf } from './lifecycle';

/** Money by how certain it is; the three are never added to each other. */
export interface Buckets {
  /** Announced, signed or closed; what fell out is not in it. */
  readonly promised: MoneySum;
  /** The part of `promised` that was handed over. */
  readonly executed: MoneySum;
  /** Only rumored or in talks. */
  readonly rumored: MoneySum;
}

export const emptyBuckets: Buckets = { promised: emptySum, executed: emptySum, rumored: emptySum };

/** Both together, certainty by certainty. */
export function addBuckets(a: Buckets, b: Buckets): Buckets {
  return {
    promised: addSums(a.promised, b.promised),
    executed: addSums(a.executed, b.executed),
    rumored: addSums(a.rumored, b.rumored),
  };
}

/**
 * The money of a deal as a whole: its `amount` or `budget` (the first where sources differ), else the sum of its
 * tranches. A rate counts only together with a duration (`over`, or the deal's `term`).
 *
 * @returns undefined where the deal names no money that adds up
 */
export function totalOf(deal: Declaration): Money | undefined {
  const fact = factOf(deal, 'amount') ?? factOf(deal, 'budget');
  const money = moneyOf(fact);
  if (fact && money) return money.per ? fixed(money, fact.over ?? termOf(deal)) : money;
  return onlyMoney(sumOf(factsOf(deal, 'tranche')));
}

/** The amount of a deal that recurs without saying for how long, such as `$6B/year`. */
export function recurringOf(deal: Declaration): Money | undefined {
  const fact = factOf(deal, 'amount');
  const money = moneyOf(fact);
  return money?.per && !totalOf(deal) ? money : undefined;
}

/** The contract's length. */
export function termOf(deal: Declaration): Duration | undefined {
  const value = factOf(deal, 'term')?.values[0];
  return value?.type === 'duration' ? value.duration : undefined;
}

/** What the money facts come to. Rates are left out: they are no amounts. */
export function sumOf(facts: readonly Fact[]): MoneySum {
  return facts.reduce((sum, fact) => {
    const money = moneyOf(fact);
    return money && !money.per ? addMoney(sum, { ...money, per: undefined }) : sum;
  }, emptySum);
}

/** The deal's money on a day, by certainty. */
export function bucketsOf(deal: Declaration, day: number): Buckets {
  if (liesAhead(deal, day)) return emptyBuckets;
  return bucketsFor(deal, day, totalOf(deal), (money) => money);
}

/** A movement of money in which a party takes part through one deal. */
export interface Flow {
  readonly deal: Declaration;
  readonly purpose: MoneyPurpose;
  readonly direction: 'in' | 'out';
  /** Whether the party's own part is known. If not, its buckets reach from nothing to the whole. */
  readonly share: 'known' | 'unknown';
  readonly buckets: Buckets;
}

/** The parties on both ends of a deal's money: who pays and who is paid. Either may be empty where nobody is known. */
export function payersAndPayees(deal: Declaration): { payers: string[]; payees: string[] } {
  const left = unique([...deal.left, ...(kinds[deal.kind].relation === 'directed' ? leadsOf(deal) : [])]);
  const sellers = unique(factsOf(deal, 'seller').flatMap(namesIn));
  switch (kinds[deal.kind].money) {
    case 'forward':
      return { payers: left, payees: sellsExistingShares(deal) ? sellers : [...deal.right] };
    case 'backward':
      return { payers: [...deal.right], payees: [...deal.left] };
    case 'toSeller':
      return { payers: [...deal.left], payees: sellers };
    case 'members':
      return { payers: fundersOf(deal), payees: [deal.name] };
    case 'own':
      return { payers: unique([...deal.left, ...deal.right]), payees: [] };
    default:
      return { payers: [], payees: [] };
  }
}

/** Existing shares change hands: the company itself gets nothing. */
export function sellsExistingShares(deal: Declaration): boolean {
  return factsOf(deal, 'type').some((fact) =>
    fact.values.some(
      (value) => value.type === 'choice' && (value.word === 'secondary' || value.word === 'tender'),
    ),
  );
}

/** What a deal moves into and out of a party by a day; nothing where the party pays nothing and is paid nothing. */
export function flowsOf(deal: Declaration, party: string, day: number): Flow[] {
  const purpose = kinds[deal.kind].purpose;
  if (!purpose || liesAhead(deal, day)) return [];
  const { payers, payees } = payersAndPayees(deal);
  const flows: Flow[] = [];
  if (payers.includes(party)) flows.push(flow(deal, purpose, 'out', party, payers, day));
  if (payees.includes(party)) flows.push(flow(deal, purpose, 'in', party, payees, day));
  return flows;
}

function flow(
  deal: Declaration,
  purpose: MoneyPurpose,
  direction: Flow['direction'],
  party: string,
  side: readonly string[],
  day: number,
): Flow {
  const own = direction === 'out' ? contributionOf(deal, party) : undefined;
  const alone = side.length === 1 && !namesUnknownParties(deal, direction);
  const total = own ?? totalOf(deal);
  const known = own !== undefined || alone;
  const share = known ? (money: Money) => money : (money: Money) => ({ ...money, range: upTo(money.range) });
  // A part of its own says nothing of how much of the whole was paid.
  const buckets = bucketsFor(deal, day, total, share, own === undefined);
  return { deal, purpose, direction, share: known ? 'known' : 'unknown', buckets };
}

function bucketsFor(
  deal: Declaration,
  day: number,
  total: Money | undefined,
  share: (money: Money) => Money,
  countPaid = true,
): Buckets {
  const { commitment, wasClosed } = standingOf(deal, day);
  const whole = total ? addMoney(emptySum, { ...share(total), per: undefined }) : emptySum;
  const paidFacts = factsOf(deal, 'paid').filter((fact) => !fact.on || fact.on.earliest <= day);
  const paid = countPaid
    ? paidFacts.reduce((sum, fact) => {
        const money = moneyOf(fact);
        return money && !money.per ? addMoney(sum, { ...share(money), per: undefined }) : sum;
      }, emptySum)
    : emptySum;
  const hasPaid = countPaid && paidFacts.length > 0;
  switch (commitment) {
    case 'talk':
      return { promised: paid, executed: paid, rumored: whole };
    case 'promise':
      return { promised: total ? whole : paid, executed: paid, rumored: emptySum };
    case 'done':
      return { promised: total ? whole : paid, executed: hasPaid ? paid : whole, rumored: emptySum };
    case 'over': {
      // Nothing is owed any more; what was handed over has been.
      const kept = hasPaid ? paid : wasClosed ? whole : emptySum;
      return { promised: kept, executed: kept, rumored: emptySum };
    }
  }
}

/** A party's own part of a deal, where a `lead` or `member` line states it (`with $19B`) for it alone. */
function contributionOf(deal: Declaration, party: string): Money | undefined {
  for (const name of ['lead', 'member'] as const) {
    for (const fact of factsOf(deal, name)) {
      const names = namesIn(fact);
      if (fact.with && names.length === 1 && names[0] === party) return fact.with;
    }
  }
  return undefined;
}

function namesUnknownParties(deal: Declaration, direction: Flow['direction']): boolean {
  const backward = kinds[deal.kind].money === 'backward';
  const side = (direction === 'out') === backward ? deal.node.relation?.right : deal.node.relation?.left;
  return (side ?? []).some(isUndisclosed);
}

function leadsOf(deal: Declaration): string[] {
  return factsOf(deal, 'lead').flatMap(namesIn);
}

/** The members that put money in: those in the role of equity or lender, or with an amount of their own. */
function fundersOf(venture: Declaration): string[] {
  const funders = factsOf(venture, 'member').flatMap((fact) =>
    fact.with || fact.roles.includes('equity') || fact.roles.includes('lender') ? namesIn(fact) : [],
  );
  return unique(funders);
}

function fixed(rate: Money, duration: Duration | undefined): Money | undefined {
  return duration && totalOver(rate, duration);
}

/** A sum that is of one currency, as money. */
function onlyMoney(sum: MoneySum): Money | undefined {
  const [total] = sum.totals;
  if (sum.totals.length !== 1 || !total || sum.undisclosed > 0) return undefined;
  return { currency: total.currency, range: total.range };
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
