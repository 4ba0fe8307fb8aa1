import type { MoneyPurpose } from '../language/schema';
import { bucketsInBase } from './conversion';
import type { Corpus } from './corpus';
import { addBuckets, bucketsOf, emptyBuckets, hasMoney, purposeOf, type Buckets } from './deal';
import type { Declaration } from './declaration';
import { capitalPartsOf, type Ecosystem } from './ecosystem';
import { movementOf, pairsOf } from './flow';
import { purposes } from './position';
import { partsByYear, type MoneyYear } from './years';

/** What a deal adds to a sum. */
export interface SumPart {
  readonly deal: Declaration;
  /** In the base currency where the project has one, as far as rates are known. */
  readonly buckets: Buckets;
}

/** What some deals come to, and what that is made of. */
export interface DealSum {
  readonly buckets: Buckets;
  /** By name; a deal that adds nothing has no part. */
  readonly parts: readonly SumPart[];
}

/** The sum of what is for one purpose. Sums of different purposes are never added to each other. */
export interface PurposeSum extends DealSum {
  readonly purpose: MoneyPurpose;
}

/** The money of deals as of the corpus' day, each deal once, purpose by purpose. */
export function sumsByPurpose(corpus: Corpus, deals: Iterable<Declaration>): PurposeSum[] {
  const sums = new Tally<MoneyPurpose>(corpus);
  for (const deal of new Set(deals)) addWhole(sums, deal, corpus.asOf);
  return purposeSums(sums);
}

/** What falls into one year. */
export interface YearSum {
  readonly year: MoneyYear;
  readonly sums: readonly PurposeSum[];
}

/** The money of deals year by year, the first one first; at the end what lies in no single year. */
export function sumsByYear(corpus: Corpus, deals: Iterable<Declaration>): YearSum[] {
  const byYear = new Map<MoneyYear, Tally<MoneyPurpose>>();
  for (const deal of new Set(deals)) {
    const purpose = purposeOf(deal);
    if (!purpose) continue;
    for (const { year, buckets } of partsByYear(deal, corpus.asOf)) {
      tallyOf(byYear, year, corpus).add(purpose, deal, buckets);
    }
  }
  return [...byYear]
    .map(([year, sums]) => ({ year, sums: purposeSums(sums) }))
    .sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity));
}

/** To find out who puts what into whom takes so many times as long as to look at a deal. */
const workOfDeal = 3;

/** What one party puts into another. */
export interface PairSum {
  /** Who pays; undefined where that is not known. */
  readonly giver: string | undefined;
  /** Who is paid; undefined where that is not known, or where somebody spends money on a project of its own. */
  readonly receiver: string | undefined;
  readonly sums: readonly PurposeSum[];
}

/**
 * The money that goes from one party to another, by the names of both. Where a deal has several payers or payees whose
 * parts are not said, what a pair has of it reaches from nothing to the whole. Yields for each deal.
 */
export function* sumsByPair(corpus: Corpus, deals: Iterable<Declaration>): Generator<number, PairSum[]> {
  const pairs = new Map<string, { ends: Pick<PairSum, 'giver' | 'receiver'>; sums: Tally<MoneyPurpose> }>();
  for (const deal of new Set(deals)) {
    yield workOfDeal;
    const movement = movementOf(deal, corpus.asOf);
    if (!movement) continue;
    for (const { giver, receiver, buckets } of pairsOf(movement)) {
      const key = JSON.stringify([giver, receiver]);
      let pair = pairs.get(key);
      if (!pair) pairs.set(key, (pair = { ends: { giver, receiver }, sums: new Tally(corpus) }));
      pair.sums.add(movement.purpose, deal, buckets);
    }
  }
  return [...pairs.values()]
    .filter(({ sums }) => !sums.isEmpty)
    .map(({ ends, sums }) => ({ ...ends, sums: purposeSums(sums) }))
    .sort((a, b) => compareNames(a.giver, b.giver) || compareNames(a.receiver, b.receiver));
}

/** What an ecosystem comes to. */
export interface EcosystemSum {
  readonly ecosystem: Ecosystem;
  /** What others put into its hubs and their units. */
  readonly capital: DealSum;
  /** The money of all deals that tie somebody to a hub. */
  readonly sums: readonly PurposeSum[];
}

/** The money of an ecosystem. */
export function sumsOfEcosystem(corpus: Corpus, ecosystem: Ecosystem): EcosystemSum {
  const capital = new Tally<'capital'>(corpus);
  for (const { deal, buckets } of capitalPartsOf(corpus, ecosystem)) capital.add('capital', deal, buckets);
  return {
    ecosystem,
    capital: capital.get('capital') ?? { buckets: emptyBuckets, parts: [] },
    sums: sumsByPurpose(corpus, ecosystem.deals),
  };
}

/** Adds up, key by key, and keeps what sums are made of. */
class Tally<Key> {
  private readonly sums = new Map<Key, { buckets: Buckets; parts: SumPart[] }>();

  constructor(private readonly corpus: Corpus) {}

  get isEmpty(): boolean {
    return this.sums.size === 0;
  }

  /** @param written in the currencies of the deal */
  add(key: Key, deal: Declaration, written: Buckets): void {
    if (!hasMoney(written)) return;
    const buckets = bucketsInBase(this.corpus, deal, written);
    const sum = this.sums.get(key);
    if (!sum) this.sums.set(key, { buckets, parts: [{ deal, buckets }] });
    else {
      sum.buckets = addBuckets(sum.buckets, buckets);
      sum.parts.push({ deal, buckets });
    }
  }

  get(key: Key): DealSum | undefined {
    const sum = this.sums.get(key);
    return (
      sum && {
        buckets: sum.buckets,
        parts: sum.parts.toSorted((a, b) => compareNames(a.deal.name, b.deal.name)),
      }
    );
  }
}

function tallyOf<Key>(tallies: Map<Key, Tally<MoneyPurpose>>, key: Key, corpus: Corpus): Tally<MoneyPurpose> {
  let tally = tallies.get(key);
  if (!tally) tallies.set(key, (tally = new Tally(corpus)));
  return tally;
}

function addWhole(sums: Tally<MoneyPurpose>, deal: Declaration, day: number): void {
  const purpose = purposeOf(deal);
  if (purpose) sums.add(purpose, deal, bucketsOf(deal, day));
}

function purposeSums(sums: Tally<MoneyPurpose>): PurposeSum[] {
  return purposes.flatMap((purpose) => {
    const sum = sums.get(purpose);
    return sum ? [{ purpose, ...sum }] : [];
  });
}

/** By name; those who are not known come last. */
function compareNames(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  return a === undefined || (b !== undefined && a > b) ? 1 : -1;
}
