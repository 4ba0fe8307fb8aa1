import { kinds, type MoneyPurpose } from '../language/schema';
import type { NameNode } from '../language/tree';
import type { Duration } from '../values/duration';
import type { Amount, Money } from '../values/money';
import { cappedBy, NOUGHT, subtract, upTo, withBounds } from '../values/range';
import { totalOver } from '../values/rate';
import {
  addMoney,
  addSums,
  emptySum,
  isEmpty,
  rangeIn,
  subtractSums,
  unknownShare,
  withForms,
  withTotals,
  type MoneyForm,
  type MoneySum,
} from '../values/sum';
import { factOf, factsOf, knownNames, moneyOf, namesIn, type Declaration, type Fact } from './declaration';
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
function amountOf(deal: Declaration): { money: Amount; forms: readonly MoneyForm[] } | undefined {
  const fact = moneyFactOf(deal);
  const written = moneyOf(fact);
  if (!fact || !written) return undefined;
  const money = written.per ? fixed(asMeant(written), fact.over ?? termOf(deal)) : amountIn(written);
  return money && { money: { currency: money.currency, range: money.range }, forms: formsIn(fact) };
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

/** The deal's money on a day, by certainty, in the currencies in which it is written. */
export function bucketsOf(deal: Declaration, day: number): Buckets {
  return liesAhead(deal, day) ? emptyBuckets : bucketsBegun(deal, day, wholeOf(deal));
}

/** The buckets of a deal that has begun. */
function bucketsBegun(deal: Declaration, day: number, whole: MoneySum): Buckets {
  const { commitment, wasClosed, on: end } = standingOf(deal, day);
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
      const last = end ? Math.min(day, end.latest) : day;
      const kept = saysPaid ? paid : wasClosed ? handedOver(deal, whole, last) : emptySum;
      return { promised: kept, executed: kept, rumored: emptySum };
    }
  }
}

/** What of a deal that was closed is handed over by a day where nothing says what was paid: all but later tranches. */
function handedOver(deal: Declaration, whole: MoneySum, day: number): MoneySum {
  const tranches = factsOf(deal, 'tranche');
  const made = tranches.filter((tranche) => isOf(tranche, day));
  if (made.length === tranches.length) return whole;
  const amount = amountOf(deal);
  const forms = formsOf(deal);
  if (!amount) return sumOf(made, forms);
  if (amount.money.range.undisclosed)
    return addSums(sumOf(made, forms), addMoney(emptySum, amount.money, amount.forms));
  return subtractSums(
    whole,
    sumOf(
      tranches.filter((tranche) => !made.includes(tranche)),
      forms,
    ),
  );
}

/** A movement of money in which a party takes part through one deal. */
export interface Flow {
  readonly deal: Declaration;
  readonly purpose: MoneyPurpose;
  readonly direction: 'in' | 'out';
  /** Whether the party's own part is known. If not, its buckets reach from nothing to the whole. */
  readonly share: 'known' | 'unknown';
  /** In the currencies in which the deal is written. */
  readonly buckets: Buckets;
}

/** One end of a deal's money. */
export interface DealEnd {
  readonly parties: readonly string[];
  /** Whether others, who are not known, stand on the same end. */
  readonly others: boolean;
}

const nobody: DealEnd = { parties: [], others: false };

/**
 * Who pays in a deal and who is paid. Either end may be empty where nobody is known.
 * @param day lines that hold from a later day on name others, who are not known yet
 */
export function endsOf(deal: Declaration, day = Infinity): { payers: DealEnd; payees: DealEnd } {
  const { left, right } = deal.sides;
  const sellers = () => endOf([], factsOf(deal, 'seller'), day);
  switch (kinds[deal.kind].money) {
    case 'forward':
      return {
        payers: endOf(left, factsOf(deal, 'lead'), day),
        payees: sellsExistingShares(deal) ? sellers() : endOf(right),
      };
    case 'backward':
      return { payers: endOf(right), payees: endOf(left) };
    case 'toSeller':
      return { payers: endOf(left), payees: sellers() };
    case 'members':
      return { payers: fundersOf(deal, day), payees: { parties: [deal.name], others: false } };
    case 'own':
      return { payers: endOf([...left, ...right]), payees: nobody };
    default:
      return { payers: nobody, payees: nobody };
  }
}

function endOf(names: readonly NameNode[], lines: readonly Fact[] = [], day = Infinity): DealEnd {
  const holding = lines.filter((line) => isOf(line, day));
  const all = [...names, ...holding.flatMap(nodesIn)];
  const known = knownNames(all);
  return {
    parties: unique(known),
    others: known.length < all.length || holding.length < lines.length,
  };
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
  const { payers, payees } = endsOf(deal, day);
  const pays = payers.parties.includes(party);
  const isPaid = payees.parties.includes(party);
  if (!pays && !isPaid) return [];
  const whole = wholeOf(deal);
  const buckets = bucketsBegun(deal, day, whole);
  const flows: Flow[] = [];
  if (pays)
    flows.push({ deal, purpose, direction: 'out', ...paidBy([party], deal, day, payers, whole, buckets) });
  if (isPaid) {
    const known = isAlone(payees);
    flows.push({
      deal,
      // Whoever sells shares raises nothing.
      purpose: purposeOf(deal) ?? purpose,
      direction: 'in',
      share: known ? 'known' : 'unknown',
      buckets: known ? buckets : eachBucket(buckets, unknownShare),
    });
  }
  return flows;
}

/** What some of the payers of a deal put in together. */
export function paidBy(
  parties: readonly string[],
  deal: Declaration,
  day: number,
  payers: DealEnd,
  whole: MoneySum,
  buckets: Buckets,
): Pick<Flow, 'share' | 'buckets'> {
  const isIn = (payer: string) => parties.includes(payer);
  if (!payers.others && payers.parties.every(isIn) && payers.parties.length > 1)
    return { share: 'known', buckets };
  const contributions = contributionsTo(deal, day);
  const own = parties.map((party) => contributions.get(party));
  if (own.every((part) => part !== undefined)) {
    return {
      share: 'known',
      buckets: bucketsOfPart(own.reduce(addSums, emptySum), deal, day, whole, buckets),
    };
  }
  if (isAlone(payers)) return { share: 'known', buckets };
  if (contributions.size === 0) return { share: 'unknown', buckets: eachBucket(buckets, unknownShare) };
  // What others put in is not left for them.
  const left = payers.parties.reduce(
    (rest, payer) => (isIn(payer) ? rest : subtractSums(rest, contributions.get(payer) ?? emptySum)),
    whole,
  );
  return { share: 'unknown', buckets: eachBucket(buckets, (sum) => limited(unknownShare(sum), whole, left)) };
}

/** What one part of a deal's money, which is known, comes to by certainty. */
function bucketsOfPart(
  part: MoneySum,
  deal: Declaration,
  day: number,
  whole: MoneySum,
  { executed: ofAll }: Buckets,
): Buckets {
  const executed = executedOf(part, whole, ofAll);
  switch (standingOf(deal, day).commitment) {
    case 'talk':
      return { promised: executed, executed, rumored: subtractSums(part, executed) };
    case 'promise':
    case 'done':
      return { promised: part, executed, rumored: emptySum };
    case 'over':
      return { promised: executed, executed, rumored: emptySum };
  }
}

/**
 * What of one part of a deal's money is handed over: no more than of all of it, and no less than what the rest of the
 * deal cannot account for.
 */
function executedOf(part: MoneySum, whole: MoneySum, executed: MoneySum): MoneySum {
  if (isEmpty(executed)) return emptySum;
  if (executed === whole) return part;
  const totals = executed.totals.flatMap(({ currency, range }) => {
    const own = rangeIn(part, currency);
    const all = rangeIn(whole, currency);
    // Paid in another currency than it was promised in.
    if (!own) return all ? [] : [{ currency, range: upTo(range) }];
    const most = cappedBy(own, range);
    if (!all) return [{ currency, range: upTo(most) }];
    const least = subtract(own, subtract(all, range)).min ?? NOUGHT;
    return [{ currency, range: withBounds(most, most.max?.lt(least) ? most.max : least, most.max) }];
  });
  if (executed.undisclosed === 0) return withTotals(part, totals);
  return unknownShare(part);
}

/** A sum that is no more than what is left of a whole, in the currencies of the whole. */
function limited(sum: MoneySum, whole: MoneySum, left: MoneySum): MoneySum {
  return withTotals(
    sum,
    sum.totals.flatMap(({ currency, range }) => {
      const limit = rangeIn(left, currency);
      if (!limit) return rangeIn(whole, currency) ? [] : [{ currency, range }];
      return [{ currency, range: cappedBy(range, limit) }];
    }),
  );
}

/**
 * The capital that others bring to some parties through a deal by a day; from nothing to the whole where part of it may
 * go elsewhere.
 * @param isOther whether a payer is one of those whose money counts; who is undisclosed is
 */
export function capitalInto(
  deal: Declaration,
  parties: ReadonlySet<string>,
  day: number,
  isOther: (payer: string) => boolean,
): Buckets {
  if (kinds[deal.kind].purpose !== 'capital' || sellsExistingShares(deal) || liesAhead(deal, day))
    return emptyBuckets;
  const { payers, payees } = endsOf(deal, day);
  const own = payees.parties.filter((party) => parties.has(party)).length;
  if (own === 0) return emptyBuckets;
  const whole = wholeOf(deal);
  const all = bucketsBegun(deal, day, whole);
  const insiders = payers.parties.filter((payer) => !isOther(payer));
  const given = insiders.length === 0 ? all : withoutPayers(insiders, deal, day, payers, whole, all);
  return own === payees.parties.length && !payees.others ? given : eachBucket(given, unknownShare);
}

/** What is left of a deal's money without what some of its payers put in. */
function withoutPayers(
  parties: readonly string[],
  deal: Declaration,
  day: number,
  payers: DealEnd,
  whole: MoneySum,
  buckets: Buckets,
): Buckets {
  if (!payers.others && parties.length === payers.parties.length) return emptyBuckets;
  const { buckets: taken } = paidBy(parties, deal, day, payers, whole, buckets);
  return {
    promised: subtractSums(buckets.promised, taken.promised),
    executed: subtractSums(buckets.executed, taken.executed),
    rumored: subtractSums(buckets.rumored, taken.rumored),
  };
}

function isAlone({ parties, others }: DealEnd): boolean {
  return parties.length === 1 && !others;
}

/** The parties' own parts of a deal, where `lead` or `member` lines state them (`with $19B`) for one party alone. */
function contributionsTo(deal: Declaration, day: number): ReadonlyMap<string, MoneySum> {
  const parts = new Map<string, MoneySum>();
  for (const line of contributingLines(deal, day)) {
    const money = amountIn(line.with);
    const [party] = line.values.length === 1 ? namesIn(line) : [];
    if (!money || party === undefined) continue;
    parts.set(party, addMoney(parts.get(party) ?? emptySum, money, formsOf(deal)));
  }
  return parts;
}

/** The lines that say what is put in by a day; of those in which several sources report the same, the first. */
function contributingLines(deal: Declaration, day: number): readonly Fact[] {
  const lines = [...factsOf(deal, 'lead'), ...factsOf(deal, 'member')];
  const saying = lines.filter((line) => line.with && isOf(line, day));
  return reportedOnce(saying, (line) =>
    [namesIn(line).toSorted().join('\n'), line.roles.toSorted().join(' '), dayOfLine(line)].join('\t'),
  );
}

/**
 * What of a venture's budget no member has said to put in by a day; undefined where none has said anything, or in
 * another currency.
 */
export function unallocatedOf(venture: Declaration, day: number): MoneySum | undefined {
  const amount = amountOf(venture);
  const lines = contributingLines(venture, day);
  if (venture.kind !== 'venture' || !amount || lines.length === 0) return undefined;
  let allocated = emptySum;
  for (const line of lines) {
    const money = amountIn(line.with);
    if (money?.currency !== amount.money.currency) return undefined;
    allocated = addMoney(allocated, money);
  }
  return subtractSums(addMoney(emptySum, amount.money), allocated);
}

/**
 * The members that put money in by a day: those in the role of equity or lender, or with an amount of their own; where
 * none is said to, those without a role. Others who take part may pay as well.
 */
function fundersOf(venture: Declaration, day: number): DealEnd {
  const members = factsOf(venture, 'member');
  const said = members.filter(
    (fact) => fact.with || fact.roles.includes('equity') || fact.roles.includes('lender'),
  );
  const funders = said.length > 0 ? said : members.filter((fact) => fact.roles.length === 0);
  const end = endOf([], funders, day);
  const everyone = endOf([], members, day);
  return { ...end, others: everyone.others || everyone.parties.length > end.parties.length };
}

function nodesIn(fact: Fact): NameNode[] {
  return fact.values.flatMap((value) => (value.type === 'reference' ? [value.node] : []));
}

function fixed(rate: Money, duration: Duration | undefined): Amount | undefined {
  return duration && totalOver(rate, duration);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
