import type { Corpus } from './corpus';
import { factsOf, namesIn, type Fact } from './declaration';
import { rememberedByDay } from './remembered';

/** The parties that a unit belongs to on a day, as far as its `parent` lines can hold then. */
export const parentsOf = rememberedByDay((unit, day): readonly string[] =>
  factsOf(unit, 'parent')
    .filter((fact) => holdsOn(fact, day))
    .flatMap(namesIn),
);

/** Whether a line can hold on a day, by when it says that it does. */
export function holdsOn({ from, until }: Fact, day: number): boolean {
  return (!from || from.earliest <= day) && (!until || until.latest >= day);
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

/** The lines of several parties together: whoever has a name of it in their own line belongs to one group with one of them. */
export class GroupLines {
  private readonly lines = new Map<string, ReadonlySet<string>>();

  constructor(private readonly corpus: Corpus) {}

  /** A party and all that it belongs to, looked up once. */
  of(party: string): ReadonlySet<string> {
    let line = this.lines.get(party);
    if (!line) this.lines.set(party, (line = lineOf(this.corpus, party)));
    return line;
  }

  ofAll(parties: Iterable<string>): Set<string> {
    const all = new Set<string>();
    for (const party of parties) for (const name of this.of(party)) all.add(name);
    return all;
  }

  /** Whether a party belongs to one group with one of those whose lines these are. */
  meet(party: string, lines: ReadonlySet<string>): boolean {
    for (const name of this.of(party)) if (lines.has(name)) return true;
    return false;
  }
}

/**
 * The party at the head of the group that a party belongs to on the corpus' day: the first parent of its first parent,
 * and so on. Where ownership goes in a circle, the first one of the circle by name; the party itself where it has no
 * parent.
 */
export function headOf(corpus: Corpus, party: string): string {
  const path = new Set([party]);
  for (const name of path) {
    const declaration = corpus.find(name);
    const [parent] = declaration ? parentsOf(declaration, corpus.asOf) : [];
    if (parent === undefined) return name;
    if (path.has(parent)) {
      const names = [...path];
      return names.slice(names.indexOf(parent)).reduce((least, other) => (other < least ? other : least));
    }
    path.add(parent);
  }
  return party;
}
