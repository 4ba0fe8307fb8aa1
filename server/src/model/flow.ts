import { kinds, type MoneyPurpose } from '../language/schema';
import type { NameNode } from '../language/tree';
import { cappedBy, NOUGHT, subtract, upTo } from '../values/range';
import {
  emptySum,
  isEmpty,
  rangeIn,
  subtractSums,
  unknownShare,
  withTotals,
  type MoneySum,
} from '../values/sum';
import { contributionsTo, partSaidOf, type Contribution } from './contribution';
import {
  bucketsOf,
  eachBucket,
  emptyBuckets,
  purposeOf,
  sellsExistingShares,
  wholeOf,
  type Buckets,
} from './deal';
import { factsOf, knownNames, nodesIn, type Declaration, type Fact } from './declaration';
import { liesAhead, standingOf } from './lifecycle';
import { isOf } from './money-line';
import { rememberedByDay } from './remembered';

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

/** A part of a deal's money. */
export type Share = Pick<Flow, 'share' | 'buckets'>;

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
    parties: [...new Set(known)],
    others: known.length < all.length || holding.length < lines.length,
  };
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

/** The money that a deal moves on a day, with both of its ends. */
export interface Movement {
  readonly deal: Declaration;
  readonly purpose: MoneyPurpose;
  readonly payers: DealEnd;
  readonly payees: DealEnd;
  readonly buckets: Buckets;
  readonly whole: MoneySum;
  /** What payers are said to put in, alone or together with others. */
  readonly contributions: readonly Contribution[];
  /** What those leave of the whole for whoever says nothing of a part. */
  readonly left: MoneySum;
  readonly day: number;
}

/** A deal of more parties is worked out once for all of them: each of them asks for its part. */
const manyParties = 32;

/** The money that a deal moves by a day; undefined where it has not begun, or says nothing of a direction. */
export function movementOf(deal: Declaration, day: number): Movement | undefined {
  const purpose = purposeOf(deal);
  if (!purpose || liesAhead(deal, day)) return undefined;
  return hasManyParties(deal)
    ? largeMovementOf(deal, day)
    : movementBetween(deal, purpose, endsOf(deal, day), day);
}

const largeMovementOf = rememberedByDay((deal, day): Movement | undefined => {
  const purpose = purposeOf(deal);
  return purpose && movementBetween(deal, purpose, endsOf(deal, day), day);
});

function hasManyParties({ mentionTargets }: Declaration): boolean {
  return mentionTargets.length > manyParties;
}

function movementBetween(
  deal: Declaration,
  purpose: MoneyPurpose,
  ends: Pick<Movement, 'payers' | 'payees'>,
  day: number,
): Movement {
  const contributions = contributionsTo(deal, day);
  const whole = wholeOf(deal);
  const buckets = bucketsOf(deal, day, whole);
  const said = contributions.filter(
    (each) => each.others || each.parties.some((party) => ends.payers.parties.includes(party)),
  );
  const left = said.reduce((rest, { money }) => subtractSums(rest, money), whole);
  return { deal, purpose, ...ends, buckets, whole, contributions, left, day };
}

/** What a deal moves into and out of a party by a day; nothing where the party pays nothing and is paid nothing. */
export function flowsOf(deal: Declaration, party: string, day: number): Flow[] {
  const purpose = purposeOf(deal);
  if (!purpose || liesAhead(deal, day)) return [];
  if (hasManyParties(deal)) return flowsIn(movementOf(deal, day)!, party);
  const ends = endsOf(deal, day);
  const isIn = ends.payers.parties.includes(party) || ends.payees.parties.includes(party);
  return isIn ? flowsIn(movementBetween(deal, purpose, ends, day), party) : [];
}

/** What of a movement goes into and out of a party. */
export function flowsIn(movement: Movement, party: string): Flow[] {
  const { deal, purpose, payers, payees } = movement;
  const flows: Flow[] = [];
  if (payers.parties.includes(party)) {
    // Whoever buys shares invests, and whoever sells them raises nothing.
    const own = kinds[deal.kind].purpose ?? purpose;
    flows.push({ deal, purpose: own, direction: 'out', ...paidBy(movement, [party]) });
  }
  if (payees.parties.includes(party)) {
    flows.push({ deal, purpose, direction: 'in', ...paidTo(movement, [party]) });
  }
  return flows;
}

/** What some of the payers of a deal put in together; with none of them, those who are not known. */
export function paidBy(movement: Movement, parties: readonly string[]): Share {
  const { payers, buckets, whole, contributions } = movement;
  const among = new Set(parties);
  const isIn = (payer: string) => among.has(payer);
  const isAll = payers.parties.every(isIn) && (parties.length === 0 || !payers.others);
  if (isAll && parties.length !== 1) return { share: 'known', buckets };
  const said = parties.length > 0 ? partSaidOf(contributions, parties) : undefined;
  if (said?.isKnown) return { share: 'known', buckets: bucketsOfPart(movement, said.money) };
  if (isAll) return { share: 'known', buckets };
  if (said) return { share: 'unknown', buckets: bucketsOfPart(movement, said.money) };
  // What others put in is not left for them. Of one party nothing is said here, so that it is the same for all such.
  const left = parties.length === 1 ? movement.left : leftBy(movement, parties);
  return {
    share: 'unknown',
    buckets: eachBucket(buckets, (sum) => {
      const unknown = unknownShare(sum);
      return left === whole ? unknown : limited(unknown, whole, left);
    }),
  };
}

/**
 * What is left of a deal's money without what others than some parties put in, as far as that is said. Of what both put in
 * together nobody knows how much is whose; with none of them, those who are not known are meant.
 */
function leftBy(
  { whole, payers, contributions }: Pick<Movement, 'whole' | 'payers' | 'contributions'>,
  parties: readonly string[],
): MoneySum {
  return contributions
    .filter((each) =>
      parties.length === 0 ? !each.others : !each.parties.some((party) => parties.includes(party)),
    )
    .filter((each) => each.others || each.parties.some((party) => payers.parties.includes(party)))
    .reduce((rest, { money }) => subtractSums(rest, money), whole);
}

/** Whether others pay as well: somebody who is undisclosed, or whoever puts in what no known payer does. */
export function haveOthersPaid(movement: Movement): boolean {
  const { payers, contributions } = movement;
  if (payers.others || payers.parties.length === 0) return true;
  return partSaidOf(contributions, payers.parties) !== undefined && !isEmpty(leftBy(movement, []));
}

/** What some of those who are paid in a deal get together; with none of them, those who are not known. */
export function paidTo({ payees, buckets }: Movement, parties: readonly string[]): Share {
  const among = new Set(parties);
  const isAll = payees.parties.every((payee) => among.has(payee)) && (parties.length === 0 || !payees.others);
  return isAll
    ? { share: 'known', buckets }
    : { share: 'unknown', buckets: eachBucket(buckets, unknownShare) };
}

/** What one party puts into another through one deal. */
export interface PairShare extends Share {
  /** Who pays; undefined where that is not known. */
  readonly giver: string | undefined;
  /** Who is paid; undefined where that is not known, or where somebody spends money on a project of its own. */
  readonly receiver: string | undefined;
}

/** What each payer of a deal puts into each of those who are paid. */
export function pairsOf(movement: Movement): PairShare[] {
  const { payers: paying, payees: paid } = movement;
  const receivers = withUnknown(paid.parties, paid.others || paid.parties.length === 0);
  return withUnknown(paying.parties, haveOthersPaid(movement)).flatMap((giver) => {
    const given = paidBy(movement, only(giver));
    return receivers.map((receiver): PairShare => {
      const { share, buckets } = paidTo({ ...movement, buckets: given.buckets }, only(receiver));
      return { giver, receiver, share: given.share === 'known' ? share : 'unknown', buckets };
    });
  });
}

/** Who stands on one end of a deal; undefined stands for those who are not known. */
function withUnknown(parties: readonly string[], others: boolean): (string | undefined)[] {
  return others ? [...parties, undefined] : [...parties];
}

function only(party: string | undefined): string[] {
  return party === undefined ? [] : [party];
}

/** What one part of a deal's money, which is known, comes to by certainty. */
export function bucketsOfPart({ deal, day, whole, buckets }: Movement, part: MoneySum): Buckets {
  const executed = executedOf(part, whole, buckets.executed);
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
  if (executed.undisclosed > 0) return unknownShare(part);
  const totals = executed.totals.flatMap(({ currency, range }) => {
    const own = rangeIn(part, currency);
    const all = rangeIn(whole, currency);
    // Paid in another currency than it was promised in.
    if (!own) return all ? [] : [{ currency, range: upTo(range) }];
    const most = cappedBy(own, range);
    if (range === all) return [{ currency, range: most }];
    if (!all) return [{ currency, range: upTo(most) }];
    const left = subtract(own, subtract(all, range));
    const min = left.min ?? NOUGHT;
    const { undisclosed, max } = most;
    const approximate = most.approximate || left.approximate;
    return [{ currency, range: { min: max?.lt(min) ? max : min, max, approximate, undisclosed } }];
  });
  return withTotals(part, totals);
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
  const movement = movementOf(deal, day);
  if (movement?.purpose !== 'capital') return emptyBuckets;
  const own = movement.payees.parties.filter((party) => parties.has(party));
  if (own.length === 0) return emptyBuckets;
  const given = withoutPayers(
    movement,
    movement.payers.parties.filter((payer) => !isOther(payer)),
  );
  return paidTo({ ...movement, buckets: given }, own).buckets;
}

/** What is left of a deal's money without what some of its payers put in. */
function withoutPayers(movement: Movement, parties: readonly string[]): Buckets {
  const { payers, buckets } = movement;
  if (parties.length === 0) return buckets;
  if (!payers.others && parties.length === payers.parties.length) return emptyBuckets;
  const { buckets: taken } = paidBy(movement, parties);
  return {
    promised: subtractSums(buckets.promised, taken.promised),
    executed: subtractSums(buckets.executed, taken.executed),
    rumored: subtractSums(buckets.rumored, taken.rumored),
  };
}
