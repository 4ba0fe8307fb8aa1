import { certainlyGreater } from '../values/range';
import { addSums, emptySum, isEmpty, rangeIn, type MoneySum } from '../values/sum';
import { emptyBuckets, type Buckets } from './deal';
import type { Contribution } from './contribution';
import { bucketsOfPart, type DealEnd, type Movement } from './flow';

/** A part of a deal's money with those who pay it, and those who get it: of several nobody says who how much. */
export interface MovedPart {
  readonly payers: DealEnd;
  readonly payees: DealEnd;
  readonly buckets: Buckets;
}

/**
 * What a deal moves, in parts of which it is said who pays them: what a party puts in by itself, what several put in
 * together, and what is left. No share is assumed. Where what is said of parts does not fit to the whole, or only a part
 * of the whole counts, all of it is one part.
 */
export function movedParts(movement: Movement): MovedPart[] {
  const { payers, payees, buckets, whole, left } = movement;
  const said = movement.contributions.filter((each) => isByPayers(each, payers));
  const sumSaid = said.reduce((sum, { money }) => addSums(sum, money), emptySum);
  const own = said.map((each): MovedPart => ({
    payers: { parties: each.parties, others: each.others },
    payees,
    buckets: bucketsOfPart(movement, each.money),
  }));
  // A deal that says of parts alone how much they are.
  if (isEmpty(whole) && isEmpty(buckets.promised)) return own;
  const all: MovedPart = { payers, payees, buckets };
  if (own.length === 0 || isMore(sumSaid, whole)) return [all];
  const isWhole = (certainty: 'promised' | 'rumored') => buckets[certainty] === whole;
  if (!isWhole('promised') && !isWhole('rumored')) return [all];
  const parts: MovedPart[] = own.map((part) => ({
    ...part,
    buckets: {
      promised: isWhole('promised') ? part.buckets.promised : emptySum,
      executed: isWhole('promised') ? part.buckets.executed : emptySum,
      rumored: isWhole('rumored') ? part.buckets.rumored : emptySum,
    },
  }));
  const rest = bucketsOfPart(movement, left);
  const together = {
    ...emptyBuckets,
    ...(isWhole('promised')
      ? { promised: rest.promised, executed: rest.executed }
      : { promised: buckets.promised, executed: buckets.executed }),
    rumored: isWhole('rumored') ? rest.rumored : buckets.rumored,
  };
  return [...parts, { payers: withoutSaid(payers, said), payees, buckets: together }];
}

/** Who is left when those of whom it is said how much they put in are gone; others who are not known where nobody is. */
function withoutSaid({ parties, others }: DealEnd, said: readonly Contribution[]): DealEnd {
  const silent = parties.filter((party) => !said.some((each) => each.parties.includes(party)));
  return { parties: silent, others: others || silent.length === 0 };
}

function isByPayers({ parties, others }: Contribution, payers: DealEnd): boolean {
  return parties.length > 0
    ? parties.some((party) => payers.parties.includes(party))
    : others && payers.others;
}

/** Whether parts come to more than the whole, in a currency that it has. */
function isMore(parts: MoneySum, whole: MoneySum): boolean {
  return whole.totals.some(({ currency, range }) => {
    const own = rangeIn(parts, currency);
    return own !== undefined && certainlyGreater(own, range);
  });
}
