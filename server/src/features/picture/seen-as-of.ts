import type { Corpus } from '../../model/corpus';

/** The same declarations as of another day, for as long as the answer to one question takes. */
export function seenAsOf(corpus: Corpus, day: number): Corpus {
  if (day === corpus.asOf) return corpus;
  return {
    asOf: day,
    today: corpus.today,
    settings: corpus.settings,
    find: (name) => corpus.find(name),
    mentionsOf: (name) => corpus.mentionsOf(name),
    ofKind: (kind) => corpus.ofKind(kind),
    // The table is read when it is asked for.
    get rates() {
      return corpus.rates;
    },
  };
}
