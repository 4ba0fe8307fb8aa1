import { certainlyBefore, type DealDate } from '../values/date';
import type { Corpus } from './corpus';
import { dateOf, factsOf, type Declaration, type Fact } from './declaration';

/** What a declaration cites: the name of a source, or an address. */
export interface Citation {
  readonly type: 'name' | 'url';
  readonly text: string;
}

/** The distinct sources that a declaration cites, on any line of it, in the order in which they stand. */
export function citedSources(declaration: Declaration): Citation[] {
  return distinct(declaration.facts.flatMap(citationsIn));
}

/** The distinct sources that one line cites, be it a line of sources itself. */
export function citedBy(fact: Fact): Citation[] {
  return distinct(citationsIn(fact));
}

/** The distinct sources of what a line says: its own, else those that are given for the whole declaration. */
export function sourcesOf(declaration: Declaration, fact: Fact): Citation[] {
  const own = citedBy(fact);
  return own.length > 0 ? own : distinct(factsOf(declaration, 'per').flatMap(citationsIn));
}

function citationsIn(fact: Fact): Citation[] {
  const own = fact.name === 'per' ? fact.values.map((value) => value.node) : [];
  return [...own, ...fact.sources].flatMap(({ type, text }) =>
    type === 'name' || type === 'url' ? [{ type, text }] : [],
  );
}

function distinct(citations: readonly Citation[]): Citation[] {
  const cited = new Map<string, Citation>();
  for (const citation of citations) cited.set(citation.text, citation);
  return [...cited.values()];
}

/** A source with the day of its publication. */
export interface DatedSource {
  readonly source: Declaration;
  readonly published: DealDate;
}

/**
 * The sources where all of them are known to be older than a date; undefined where one is not, and where there is none.
 * An address, and a source without a date, may be of any day.
 */
export function olderThan(
  corpus: Corpus,
  cited: readonly Citation[],
  date: DealDate,
): DatedSource[] | undefined {
  const older = cited.flatMap(({ type, text }): DatedSource[] => {
    const source = type === 'name' ? corpus.find(text) : undefined;
    const published = source?.kind === 'source' ? dateOf(source, 'published') : undefined;
    return source && published && certainlyBefore(published, date) ? [{ source, published }] : [];
  });
  return older.length > 0 && older.length === cited.length ? older : undefined;
}
