import type { MoneyPurpose } from '../language/schema';
import { bucketsInBase } from './conversion';
import type { Corpus } from './corpus';
import type { Buckets } from './deal';
import type { Declaration } from './declaration';
import { movementOf, paidBy, paidTo, type Movement } from './flow';
import { standingOf } from './lifecycle';
import { dealsOf } from './position';
import { isEmpty } from '../values/sum';

/** What one party puts into another through one deal, as of the corpus' day. */
export interface Funding {
  readonly giver: string;
  readonly receiver: string;
  readonly deal: Declaration;
  readonly purpose: MoneyPurpose;
  /** In the base currency where the project has one, as far as rates are known; empty where no amount is known. */
  readonly buckets: Buckets;
}

/** Whoever buys something, or shares from somebody else, does not fund the one who is paid. */
const funding: ReadonlySet<MoneyPurpose> = new Set(['capital', 'debt', 'grant', 'plan']);

/**
 * Who funds a party (`in`), or whom it funds (`out`), deal by deal; those who are undisclosed are not among them. Yields
 * one for each deal that it has looked at.
 */
export function* fundingsOf(
  corpus: Corpus,
  party: string,
  direction: 'in' | 'out',
): Generator<number, Funding[]> {
  const fundings: Funding[] = [];
  for (const deal of dealsOf(corpus, party)) {
    yield 1;
    const movement = movementOf(deal, corpus.asOf);
    if (!movement || !funding.has(movement.purpose) || fellOut(movement)) continue;
    const [own, others] =
      direction === 'in' ? [movement.payees, movement.payers] : [movement.payers, movement.payees];
    if (!own.parties.includes(party)) continue;
    for (const other of others.parties) {
      if (other === party) continue;
      const [giver, receiver] = direction === 'in' ? [other, party] : [party, other];
      fundings.push(fundingIn(corpus, movement, giver, receiver));
    }
  }
  return fundings;
}

/** Who puts money into one deal (`in`), or gets money out of it (`out`), whatever it is for. */
export function fundingsIn(corpus: Corpus, deal: Declaration, direction: 'in' | 'out'): Funding[] {
  const movement = movementOf(deal, corpus.asOf);
  if (!movement) return [];
  const { purpose, payers, payees } = movement;
  return direction === 'in'
    ? payers.parties.map((giver) => ({
        giver,
        receiver: deal.name,
        deal,
        purpose,
        buckets: bucketsInBase(corpus, deal, paidBy(movement, [giver]).buckets),
      }))
    : payees.parties.map((receiver) => ({
        giver: deal.name,
        receiver,
        deal,
        purpose,
        buckets: bucketsInBase(corpus, deal, paidTo(movement, [receiver]).buckets),
      }));
}

function fundingIn(corpus: Corpus, movement: Movement, giver: string, receiver: string): Funding {
  const { deal, purpose } = movement;
  const given: Movement = { ...movement, buckets: paidBy(movement, [giver]).buckets };
  return {
    giver,
    receiver,
    deal,
    purpose,
    buckets: bucketsInBase(corpus, deal, paidTo(given, [receiver]).buckets),
  };
}

/** Whether a deal is over and nothing was handed over in it. */
function fellOut({ deal, day, buckets }: Movement): boolean {
  return standingOf(deal, day).commitment === 'over' && isEmpty(buckets.promised);
}
