import { kinds, type MoneyPurpose } from '../language/schema';
import { bucketsInBase } from './conversion';
import type { Corpus } from './corpus';
import { addBuckets, emptyBuckets, type Buckets } from './deal';
import type { Declaration } from './declaration';
import { flowsOf, type Flow } from './flow';

/** The deals that mention a party anywhere, each once. */
export function dealsOf(corpus: Corpus, party: string): Declaration[] {
  const deals = new Set<Declaration>();
  for (const { declaration, mention } of corpus.mentionsOf(party)) {
    if (mention.role !== 'per' && isDeal(declaration)) deals.add(declaration);
  }
  const own = corpus.find(party);
  if (own && isDeal(own)) deals.add(own);
  return [...deals];
}

/** All money that goes into and out of a party as of the corpus' day, deal by deal. */
export function flowsOfParty(corpus: Corpus, party: string): Flow[] {
  return dealsOf(corpus, party).flatMap((deal) => flowsOf(deal, party, corpus.asOf));
}

/** What flows come to, by direction and purpose. */
export interface Position {
  readonly direction: Flow['direction'];
  readonly purpose: MoneyPurpose;
  /** In the base currency where the project has one, as far as rates are known. */
  readonly buckets: Buckets;
  /** What it is made of, as written. */
  readonly flows: readonly Flow[];
}

/** What money can be for, in the order in which sums are shown. */
export const purposes: readonly MoneyPurpose[] = ['capital', 'debt', 'grant', 'purchase', 'trade', 'plan'];

/** The sums of a party's flows: money in first, each purpose by itself. */
export function positionsOf(corpus: Corpus, flows: readonly Flow[]): Position[] {
  const positions: Position[] = [];
  for (const direction of ['in', 'out'] as const) {
    for (const purpose of purposes) {
      const part = flows.filter((flow) => flow.direction === direction && flow.purpose === purpose);
      if (part.length === 0) continue;
      const buckets = part.reduce(
        (sum, flow) => addBuckets(sum, bucketsInBase(corpus, flow.deal, flow.buckets)),
        emptyBuckets,
      );
      positions.push({ direction, purpose, buckets, flows: part });
    }
  }
  return positions;
}

function isDeal(declaration: Declaration): boolean {
  return kinds[declaration.kind].group === 'deal';
}
