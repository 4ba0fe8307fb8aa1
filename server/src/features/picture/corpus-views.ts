import type { Corpus } from '../../model/corpus';
import type { Declaration } from '../../model/declaration';

/** The same declarations as of another day, for as long as the answer to one question takes. */
export function seenAsOf(corpus: Corpus, day: number): Corpus {
  return day === corpus.asOf ? corpus : viewOf(corpus, { asOf: day });
}

/** The same project with no other deals than some. */
export function amongDeals(corpus: Corpus, deals: readonly Declaration[]): Corpus {
  return viewOf(corpus, { ofKind: (kind) => deals.filter((deal) => deal.kind === kind) });
}

function viewOf(
  corpus: Corpus,
  { asOf = corpus.asOf, ofKind = (kind) => corpus.ofKind(kind) }: Partial<Pick<Corpus, 'asOf' | 'ofKind'>>,
): Corpus {
  return {
    asOf,
    ofKind,
    today: corpus.today,
    settings: corpus.settings,
    find: (name) => corpus.find(name),
    mentionsOf: (name) => corpus.mentionsOf(name),
    // The table is read when it is asked for.
    get rates() {
      return corpus.rates;
    },
  };
}
