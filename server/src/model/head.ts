import type { Corpus } from './corpus';
import { factsOf, namesIn } from './declaration';

/**
 * The party at the head of the group that a party belongs to on the corpus' day: the parent of its parents. Where
 * ownership goes in a circle, the first one of the circle by name; the party itself where it has no parent.
 */
export function headOf(corpus: Corpus, party: string): string {
  const path = [party];
  for (let at = 0; ; at++) {
    const parent = parentOf(corpus, path[at]!);
    if (parent === undefined) return path[at]!;
    const circle = path.indexOf(parent);
    if (circle >= 0) return path.slice(circle).toSorted((a, b) => (a < b ? -1 : 1))[0]!;
    path.push(parent);
  }
}

/** The party that one is a unit of on the corpus' day, as far as it can be. */
function parentOf(corpus: Corpus, party: string): string | undefined {
  const declaration = corpus.find(party);
  if (!declaration) return undefined;
  for (const line of factsOf(declaration, 'parent')) {
    const [name] = namesIn(line);
    const { from, until } = line;
    const holds = (!from || from.earliest <= corpus.asOf) && (!until || until.latest >= corpus.asOf);
    if (name !== undefined && holds) return name;
  }
  return undefined;
}
