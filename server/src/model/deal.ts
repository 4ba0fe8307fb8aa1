import { kinds, type MoneyPurpose } from '../language/schema';
import type { NameNode } from '../language/tree';
import { compareDates } from '../values/date';
import type { Duration } from '../values/duration';
import type { Money } from '../values/money';
import { UNDISCLOSED, upTo } from '../values/range';
import { totalOver } from '../values/rate';
import { addMoney, addSums, emptySum, isEmpty, subtractSums, type MoneySum } from '../values/sum';
import { factOf, factsOf, knownNames, moneyOf, namesIn, type Declaration, type Fact } from './declaration';
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
 * tranches; both where the amount is undisclosed. A rate counts only together with a duration (`over`, or the deal's
 * `term`); without one it adds nothing.
 */
export function wholeOf(deal: Declaration): MoneySum {
  const fact = factOf(deal, 'amount') ?? factOf(deal, 'budget');
  const money = moneyOf(fact);
  if (!fact || !money) return sumOf(factsOf(deal, 'tranche'));
  const amount = money.per ? fixed(money, fact.over ?? termOf(deal)) : money;
  if (!amount) return emptySum;
  const whole = addMoney(emptySum, { currency: amount.currency, range: amount.range });
  return amount.range.undisclosed ? addSums(sumOf(factsOf(deal, 'tranche')), whole) : whole;
}

/** The money of a deal as a whole where it is known and of one currency. */
export function totalOf(deal: Declaration): Money | undefined {
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
 */
export function sumOf(facts: readonly Fact[]): MoneySum {
  let sum = emptySum;
  for (let index = 0; index < facts.length; index++) {
    const money = moneyOf(facts[index]);
    if (money && !money.per && !isReportedBefore(facts, index)) sum = addMoney(sum, money);
  }
  return sum;
}

function isReportedBefore(facts: readonly Fact[], index: number): boolean {
  for (let before = 0; before < index; before++) {
    if (reportsTheSame(facts[before]!, facts[index]!)) return true;
  }
  return false;
}

/** Whether two lines report the same money from different sources: of one day, and citing nothing in common. */
function reportsTheSame(a: Fact, b: Fact): boolean {
  if (a.sources.length === 0 || b.sources.length === 0) return false;
  if (!a.on || !b.on || compareDates(a.on, b.on) !== 0) return false;
  const cited = new Set(a.sources.map((source) => source.text));
  return !b.sources.some((source) => cited.has(source.text));
}

/** What a deal's money is for; buying shares that somebody else sells brings the company no capital. */
export function purposeOf(deal: Declaration): MoneyPurpose | undefined {
  return sellsExistingShares(deal) ? 'purchase' : kinds[deal.kind].purpose;
}

/** The deal's money on a day, by certainty. */
export function bucketsOf(deal: Declaration, day: number): Buckets {
  if (liesAhead(deal, day)) return emptyBuckets;
  return bucketsFor(deal, day, wholeOf(deal), 'known');
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

/** One end of a deal's money. */
export interface DealEnd {
  readonly parties: readonly string[];
  /** Whether others, who are not known, stand on the same end. */
  readonly others: boolean;
}

const nobody: DealEnd = { parties: [], others: false };

/** Who pays in a deal and who is paid. Either end may be empty where nobody is known. */
export function endsOf(deal: Declaration): { payers: DealEnd; payees: DealEnd } {
  const { left, right } = deal.sides;
  const sellers = () => endOf(namesOf(deal, 'seller'));
  switch (kinds[deal.kind].money) {
    case 'forward':
      return {
        payers: endOf([...left, ...namesOf(deal, 'lead')]),
        payees: sellsExistingShares(deal) ? sellers() : endOf(right),
      };
    case 'backward':
      return { payers: endOf(right), payees: endOf(left) };
    case 'toSeller':
      return { payers: endOf(left), payees: sellers() };
    case 'members':
      return { payers: fundersOf(deal), payees: { parties: [deal.name], others: false } };
    case 'own':
      return { payers: endOf([...left, ...right]), payees: nobody };
    default:
      return { payers: nobody, payees: nobody };
  }
}

function endOf(names: readonly NameNode[]): DealEnd {
  const known = knownNames(names);
  return { parties: unique(known), others: known.length < names.length };
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
  const { purpose } = kinds[deal.kind];
  if (!purpose || liesAhead(deal, day)) return [];
  const { payers, payees } = endsOf(deal);
  const flows: Flow[] = [];
  if (payers.parties.includes(party)) {
    const own = contributionOf(deal, party);
    const share = own || isAlone(payers) ? 'known' : 'unknown';
    // A part of its own says nothing of how much of the whole was paid.
    const buckets = own
      ? bucketsFor(deal, day, own, 'known', [])
      : bucketsFor(deal, day, leftOver(deal, payers.parties), share);
    flows.push({ deal, purpose, direction: 'out', share, buckets });
  }
  if (payees.parties.includes(party)) {
    const share = isAlone(payees) ? 'known' : 'unknown';
    const buckets = bucketsFor(deal, day, wholeOf(deal), share);
    // Whoever sells shares raises nothing.
    flows.push({ deal, purpose: purposeOf(deal) ?? purpose, direction: 'in', share, buckets });
  }
  return flows;
}

/** The capital that a deal brings to some parties by a day; from nothing to the whole where others get a part of it. */
export function capitalInto(deal: Declaration, parties: ReadonlySet<string>, day: number): Buckets {
  if (kinds[deal.kind].purpose !== 'capital' || sellsExistingShares(deal) || liesAhead(deal, day))
    return emptyBuckets;
  const { payees } = endsOf(deal);
  const own = payees.parties.filter((party) => parties.has(party)).length;
  if (own === 0) return emptyBuckets;
  const share = own === payees.parties.length && !payees.others ? 'known' : 'unknown';
  return bucketsFor(deal, day, wholeOf(deal), share);
}

function isAlone({ parties, others }: DealEnd): boolean {
  return parties.length === 1 && !others;
}

function bucketsFor(
  deal: Declaration,
  day: number,
  total: MoneySum,
  share: Flow['share'],
  payments: readonly Fact[] = factsOf(deal, 'paid'),
): Buckets {
  const { commitment, wasClosed } = standingOf(deal, day);
  const part = (sum: MoneySum) => (share === 'known' ? sum : unknownPart(sum));
  const whole = part(total);
  const paid = part(sumOf(payments.filter((payment) => wasMadeBy(payment, day))));
  const saysPaid = payments.length > 0;
  switch (commitment) {
    case 'talk':
      // What is handed over already is not talked about any more.
      return { promised: paid, executed: paid, rumored: subtractSums(whole, paid) };
    case 'promise':
      return { promised: isEmpty(whole) ? paid : whole, executed: paid, rumored: emptySum };
    case 'done':
      return {
        promised: isEmpty(whole) ? paid : whole,
        executed: saysPaid ? paid : whole,
        rumored: emptySum,
      };
    case 'over': {
      // Nothing is owed any more; what was handed over has been.
      const kept = saysPaid ? paid : wasClosed ? whole : emptySum;
      return { promised: kept, executed: kept, rumored: emptySum };
    }
  }
}

function wasMadeBy(payment: Fact, day: number): boolean {
  const date = payment.on ?? payment.from;
  return !date || date.earliest <= day;
}

/** The unknown share of a sum: in each currency anything from nothing to all of it. */
function unknownPart(sum: MoneySum): MoneySum {
  return {
    totals: sum.totals.map(({ currency, range }) => ({
      currency,
      // Of "at least $1B" not even the most is known.
      range: range.max === undefined ? UNDISCLOSED : upTo(range),
    })),
    undisclosed: sum.undisclosed,
  };
}

/** A party's own part of a deal, where `lead` or `member` lines state it (`with $19B`) for it alone. */
function contributionOf(deal: Declaration, party: string): MoneySum | undefined {
  let sum = emptySum;
  for (const fact of [...factsOf(deal, 'lead'), ...factsOf(deal, 'member')]) {
    const parties = fact.values.length === 1 ? namesIn(fact) : [];
    if (parties[0] === party && fact.with && !fact.with.per)
      sum = addMoney(sum, { ...fact.with, per: undefined });
  }
  return isEmpty(sum) ? undefined : sum;
}

/** What is left of a deal's money for those of its payers whose own part is not stated. */
function leftOver(deal: Declaration, payers: readonly string[]): MoneySum {
  return payers.reduce(
    (left, payer) => subtractSums(left, contributionOf(deal, payer) ?? emptySum),
    wholeOf(deal),
  );
}

/**
 * The members that put money in: those in the role of equity or lender, or with an amount of their own; where none is
 * said to, those without a role. Others who take part may pay as well.
 */
function fundersOf(venture: Declaration): DealEnd {
  const members = factsOf(venture, 'member');
  const said = members.filter(
    (fact) => fact.with || fact.roles.includes('equity') || fact.roles.includes('lender'),
  );
  const funders = said.length > 0 ? said : members.filter((fact) => fact.roles.length === 0);
  const end = endOf(funders.flatMap(nodesIn));
  const everyone = endOf(members.flatMap(nodesIn));
  return { ...end, others: everyone.others || everyone.parties.length > end.parties.length };
}

function namesOf(deal: Declaration, property: 'lead' | 'seller'): NameNode[] {
  return factsOf(deal, property).flatMap(nodesIn);
}

function nodesIn(fact: Fact): NameNode[] {
  return fact.values.flatMap((value) => (value.type === 'reference' ? [value.node] : []));
}

function fixed(rate: Money, duration: Duration | undefined): Money | undefined {
  return duration && totalOver(rate, duration);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
