/**
 * What a report counts, in one place: nothing else in it adds up money. Each deal counts once, and each purpose by
 * itself.
 */
import { kindNames, type KindName, type MoneyPurpose } from '../../language/schema';
import type { Corpus } from '../../model/corpus';
import { bucketsInBase } from '../../model/conversion';
import { addBuckets, bucketsOf, hasMoney, purposeOf, type Buckets } from '../../model/deal';
import { endsOf, flowsOf, type DealEnd } from '../../model/flow';
import type { Declaration } from '../../model/declaration';
import { capitalPartsOf, sumOfParts, type Ecosystem } from '../../model/ecosystem';
import { flowsOfParty, positionsOf, purposes, type Position } from '../../model/position';
import { partsByYear } from '../../model/years';
import { moneyProperties } from '../../model/claim';
import { disputedInSum, disputersOf } from '../summary/disputes';

/** What some deals come to that have a purpose and something else in common. */
export interface Sum {
  readonly purpose: MoneyPurpose;
  readonly deals: number;
  readonly buckets: Buckets;
  /** How many of the deals bring money on the day, and who disputes that of each of them, where somebody does. */
  readonly paying: number;
  readonly disputers: readonly string[];
}

export interface SumOfYear extends Sum {
  /** Absent for deals without a date. */
  readonly year?: number;
}

export interface SumOfKind extends Sum {
  readonly kind: KindName;
}

/** Several payers or payees stand together: nobody knows who of them pays what. */
export interface SumOfPair extends Sum {
  readonly payers: DealEnd;
  readonly payees: DealEnd;
}

/** A deal that brings money on the day, which somebody disputes. */
export interface Dispute {
  readonly deal: Declaration;
  readonly by: string;
}

export interface Sums {
  readonly byPurpose: readonly Sum[];
  /** In the order of the language. */
  readonly byKind: readonly SumOfKind[];
  /** The latest year first, that without a year last. */
  readonly byYear: readonly SumOfYear[];
  /** In no particular order. */
  readonly byPair: readonly SumOfPair[];
  readonly disputed: readonly Dispute[];
}

/** The sums of some deals as of the corpus' day. Yields for each deal. */
export function* sumsOf(corpus: Corpus, deals: readonly Declaration[]): Generator<number, Sums> {
  const byPurpose = new Map<string, Sum>();
  const byKind = new Map<string, SumOfKind>();
  const byYear = new Map<string, SumOfYear>();
  const byPair = new Map<string, SumOfPair>();
  const disputed: Dispute[] = [];
  for (const deal of deals) {
    yield 2;
    const purpose = purposeOf(deal);
    if (!purpose) continue;
    const buckets = bucketsInBase(corpus, deal, bucketsOf(deal, corpus.asOf));
    const { payers, payees } = endsOf(deal, corpus.asOf);
    const pair = { payers: sorted(payers), payees: sorted(payees) };
    const by = hasMoney(buckets) ? disputersOf(corpus, deal, moneyProperties) : undefined;
    if (by !== undefined) disputed.push({ deal, by });
    const one = { purpose, deals: 1, buckets, paying: hasMoney(buckets) ? 1 : 0, disputers: by ? [by] : [] };
    count(byPurpose, purpose, one);
    count(byKind, `${deal.kind} ${purpose}`, { ...one, kind: deal.kind });
    for (const { year, buckets: part } of partsByYear(deal, corpus.asOf)) {
      const inYear = bucketsInBase(corpus, deal, part);
      count(byYear, `${year} ${purpose}`, {
        ...one,
        buckets: inYear,
        ...(year !== undefined && { year }),
      });
    }
    count(byPair, JSON.stringify([pair, purpose]), { ...one, ...pair });
  }
  const inOrder = (a: Sum, b: Sum) => purposes.indexOf(a.purpose) - purposes.indexOf(b.purpose);
  return {
    byPurpose: [...byPurpose.values()].sort(inOrder),
    byKind: [...byKind.values()].sort(
      (a, b) => kindNames.indexOf(a.kind) - kindNames.indexOf(b.kind) || inOrder(a, b),
    ),
    byYear: [...byYear.values()].sort(
      (a, b) => (b.year ?? -Infinity) - (a.year ?? -Infinity) || inOrder(a, b),
    ),
    byPair: [...byPair.values()],
    disputed,
  };
}

/** What a member gives and gets in the deals that put it into its role: its own part of each, as far as it is known. */
export function positionsOfMember(corpus: Corpus, member: string, deals: readonly Declaration[]): Position[] {
  return positionsOf(
    corpus,
    deals.flatMap((deal) => flowsOf(deal, member, corpus.asOf)),
  );
}

/** What the backers of an ecosystem put into its hubs, and who disputes it. */
export function capitalInto(
  corpus: Corpus,
  ecosystem: Ecosystem,
): { readonly buckets: Buckets; readonly disputed: string | undefined } {
  const parts = capitalPartsOf(corpus, ecosystem);
  const deals = parts.map(({ deal }) => deal);
  return { buckets: sumOfParts(corpus, parts), disputed: disputedInSum(corpus, deals) };
}

/** What goes into and out of a party. */
export function positionsOfParty(corpus: Corpus, party: string): Position[] {
  return positionsOf(corpus, flowsOfParty(corpus, party));
}

function count<S extends Sum>(sums: Map<string, S>, key: string, one: S): void {
  const before = sums.get(key);
  if (!before) {
    sums.set(key, one);
    return;
  }
  sums.set(key, {
    ...one,
    deals: before.deals + 1,
    buckets: addBuckets(before.buckets, one.buckets),
    paying: before.paying + one.paying,
    // Few are disputed, so that long lists are not copied for each deal.
    disputers: one.disputers.length > 0 ? [...before.disputers, ...one.disputers] : before.disputers,
  });
}

function sorted({ parties, others }: DealEnd): DealEnd {
  return { parties: [...parties].sort(), others };
}
