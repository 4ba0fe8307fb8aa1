import type { Corpus } from '../corpus';
import { factsOf, namesIn } from '../declaration';

/**
 * The party at the top of the group that a party belongs to on the corpus' day: its parent's parent, and so on; the
 * party itself where it has no parent. A cycle of ownership ends at the first of its names, whoever asks.
 */
export function groupOf(corpus: Corpus, party: string): string {
  const seen = [party];
  for (let name = parentOf(corpus, party); name !== undefined; name = parentOf(corpus, name)) {
    const start = seen.indexOf(name);
    if (start >= 0) return seen.slice(start).sort()[0]!;
    seen.push(name);
  }
  return seen.at(-1)!;
}

/** Whom a party belongs to on the corpus' day, as far as it can. */
function parentOf(corpus: Corpus, party: string): string | undefined {
  const declaration = corpus.find(party);
  if (!declaration) return undefined;
  for (const fact of factsOf(declaration, 'parent')) {
    const holds =
      (!fact.from || fact.from.earliest <= corpus.asOf) && (!fact.until || fact.until.latest >= corpus.asOf);
    const [parent] = namesIn(fact);
    if (holds && parent !== undefined) return parent;
  }
  return undefined;
}
