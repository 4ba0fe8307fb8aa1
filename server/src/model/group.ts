import type { Corpus } from './corpus';
import { factsOf, namesIn, type Declaration } from './declaration';

/** The parties that a unit belongs to on a day, as far as its `parent` lines can hold then. */
export function parentsOf(unit: Declaration, day: number): string[] {
  return factsOf(unit, 'parent')
    .filter(({ from, until }) => (!from || from.earliest <= day) && (!until || until.latest >= day))
    .flatMap(namesIn);
}

/** A party and all that it belongs to on the corpus' day, the nearest first. Cycles of ownership end where they meet themselves. */
export function lineOf(corpus: Corpus, party: string): Set<string> {
  const line = new Set([party]);
  for (const name of line) {
    const declaration = corpus.find(name);
    for (const parent of declaration ? parentsOf(declaration, corpus.asOf) : []) line.add(parent);
  }
  return line;
}

/** Whether two parties are one, or belong to one: a unit and its parent, or two units of one parent. */
export function isSameGroup(corpus: Corpus, a: string, b: string): boolean {
  if (a === b) return true;
  const line = lineOf(corpus, a);
  for (const name of lineOf(corpus, b)) if (line.has(name)) return true;
  return false;
}

/**
 * The party at the head of the group that a party belongs to on the corpus' day: the first parent of its first parent,
 * and so on. Where ownership goes in a circle, the first one of the circle by name; the party itself where it has no
 * parent.
 */
export function headOf(corpus: Corpus, party: string): string {
  const path = [party];
  for (let at = 0; ; at++) {
    const declaration = corpus.find(path[at]!);
    const [parent] = declaration ? parentsOf(declaration, corpus.asOf) : [];
    if (parent === undefined) return path[at]!;
    const circle = path.indexOf(parent);
    if (circle >= 0) return path.slice(circle).toSorted((a, b) => (a < b ? -1 : 1))[0]!;
    path.push(parent);
  }
}
