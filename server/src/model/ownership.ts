import { Big } from 'big.js';
import { certainlyGreater, exact, type Range } from '../values/range';
import type { Corpus } from './corpus';
import { dateOf, factsOf, isUnsure, namesIn, type Declaration, type Fact } from './declaration';
import { parentsOf } from './group';
import { isOf } from './money-line';

/** Who owns a party, or is owned by it, on the corpus' day. */
export interface Ownership {
  readonly owner: string;
  readonly unit: string;
  /** The declaration that says so, and its line: a `parent`, or a `stake` of more than half. */
  readonly declaration: Declaration;
  readonly line: Fact;
  /** In percent, where a holding says it. */
  readonly share: Range | undefined;
}

const half = exact(new Big(50));

/**
 * The owners of a party on the corpus' day: the parents that it states, and those who hold certainly more than half of
 * it by the latest `holding` of each. Of several lines about one owner the stake is told.
 */
export function ownersOf(corpus: Corpus, unit: string): Ownership[] {
  const owners = new Map<string, Ownership>();
  const declaration = corpus.find(unit);
  const parents = declaration ? parentsOf(declaration, corpus.asOf) : [];
  for (const line of declaration ? factsOf(declaration, 'parent') : []) {
    for (const owner of namesIn(line)) {
      if (declaration && parents.includes(owner))
        owners.set(owner, { owner, unit, declaration, line, share: undefined });
    }
  }
  for (const holding of majorityHoldings(corpus, unit)) owners.set(holding.owner, holding);
  return [...owners.values()];
}

/** What a party owns on the corpus' day, by the same rules. */
export function unitsOf(corpus: Corpus, owner: string): Ownership[] {
  const candidates = new Set<string>();
  for (const { declaration, mention } of corpus.mentionsOf(owner)) {
    if (mention.role === 'parent') candidates.add(declaration.name);
    else if (mention.role === 'left' && declaration.kind === 'holding') {
      for (const held of declaration.right) candidates.add(held);
    }
  }
  return [...candidates].flatMap((unit) =>
    ownersOf(corpus, unit).filter((ownership) => ownership.owner === owner),
  );
}

function majorityHoldings(corpus: Corpus, unit: string): Ownership[] {
  const latest = new Map<string, Ownership & { readonly day: number }>();
  for (const { declaration, mention } of corpus.mentionsOf(unit)) {
    if (declaration.kind !== 'holding' || mention.role !== 'right' || declaration.right.length !== 1)
      continue;
    const [owner, another] = declaration.left;
    if (owner === undefined || another !== undefined) continue;
    const on = dateOf(declaration, 'on');
    for (const line of factsOf(declaration, 'stake')) {
      const dated = { on: line.on ?? on, from: line.from };
      const [value] = line.values;
      if (value?.type !== 'percent' || isUnsure(line) || !isOf(dated, corpus.asOf)) continue;
      const day = (dated.on ?? dated.from)?.earliest ?? -Infinity;
      const known = latest.get(owner);
      // Of several sources for one day the first counts.
      if (known && known.day >= day) continue;
      latest.set(owner, { owner, unit, declaration, line, share: value.range, day });
    }
  }
  return [...latest.values()].filter(
    ({ share, line: { until } }) =>
      share && certainlyGreater(share, half) && (!until || until.latest >= corpus.asOf),
  );
}
