import type { Corpus } from './corpus';
import { factsOf, namesIn } from './declaration';

/** A resource and all that it is a part of (`broader`), the nearest first. Circles end where they meet themselves. */
export function withBroader(corpus: Corpus, resource: string): Set<string> {
  const all = new Set([resource]);
  for (const name of all) {
    const declaration = corpus.find(name);
    if (declaration?.kind !== 'resource') continue;
    for (const broader of factsOf(declaration, 'broader').flatMap(namesIn)) all.add(broader);
  }
  return all;
}
