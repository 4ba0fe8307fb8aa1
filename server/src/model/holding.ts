import { compareDates, type DealDate } from '../values/date';
import type { Range } from '../values/range';
import type { Corpus } from './corpus';
import { dateOf, factsOf, type Declaration, type Fact } from './declaration';
import { whyImpossible } from './impossible-figure';

/** A stake that parties hold in another one. */
export interface Holding {
  readonly declaration: Declaration;
  readonly fact: Fact;
  readonly stake: Range;
  readonly on?: DealDate;
}

/**
 * What a party holds of others, and others of it, as it is stated last by the corpus' day: of several statements of the
 * same two parties the latest. Stakes that cannot be are left out.
 */
export function holdingsOf(
  corpus: Corpus,
  party: string,
): { readonly held: readonly Holding[]; readonly holders: readonly Holding[] } {
  const held = new Map<string, Holding>();
  const holders = new Map<string, Holding>();
  for (const { declaration, mention } of corpus.mentionsOf(party)) {
    if (declaration.kind !== 'holding' || (mention.role !== 'left' && mention.role !== 'right')) continue;
    const latest = latestIn(declaration, corpus.asOf);
    if (!latest) continue;
    const side = mention.role === 'left' ? held : holders;
    const pair = JSON.stringify([declaration.left, declaration.right]);
    const known = side.get(pair);
    if (!known || compare(latest, known) < 0) side.set(pair, latest);
  }
  return { held: inOrder(held), holders: inOrder(holders) };
}

/** The stake that a declaration states last by a day. */
function latestIn(declaration: Declaration, day: number): Holding | undefined {
  let latest: Holding | undefined;
  const own = dateOf(declaration, 'on');
  for (const fact of factsOf(declaration, 'stake')) {
    const [value] = fact.values;
    const on = fact.on ?? own;
    if (value?.type !== 'percent' || whyImpossible(value) || (on && on.earliest > day)) continue;
    const holding = { declaration, fact, stake: value.range, ...(on && { on }) };
    if (!latest || isLater(holding, latest)) latest = holding;
  }
  return latest;
}

/** Whether one is of a later day; where that is not known, the one that stands first counts. */
function isLater(a: Holding, b: Holding): boolean {
  if (!a.on || !b.on) return a.on !== undefined && b.on === undefined;
  return compareDates(a.on, b.on) > 0;
}

/** The latest first; whatever decides between others, it is not the order in which files came. */
function compare(a: Holding, b: Holding): number {
  if (isLater(a, b)) return -1;
  if (isLater(b, a)) return 1;
  return a.declaration.name < b.declaration.name ? -1 : 1;
}

function inOrder(holdings: ReadonlyMap<string, Holding>): Holding[] {
  return [...holdings.values()].sort(compare);
}
