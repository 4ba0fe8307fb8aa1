import { addSums, emptySum, isEmpty, type MoneySum } from '../../values/sum';
import type { Corpus } from '../corpus';
import { bucketsInBase } from '../conversion';
import { endsOf, flowsOf } from '../flow';
import type { Declaration } from '../declaration';
import type { Ecosystem } from '../ecosystem';
import { headOf } from '../group';

/**
 * The capital that each backer of an ecosystem has promised its hubs and their units, by group and as far as the own
 * part of each is known.
 */
export function backingOf(corpus: Corpus, ecosystem: Ecosystem): Map<string, MoneySum> {
  const centre = centreOf(ecosystem);
  const backing = new Map<string, MoneySum>();
  for (const { name, deals } of ecosystem.roles.get('backer') ?? []) {
    const group = headOf(corpus, name);
    for (const deal of deals) {
      if (!endsOf(deal).payees.parties.some((party) => centre.has(party))) continue;
      for (const { direction, purpose, buckets } of flowsOf(deal, name, corpus.asOf)) {
        if (direction === 'out' && purpose === 'capital' && !isEmpty(buckets.promised)) {
          const { promised } = bucketsInBase(corpus, deal, buckets);
          backing.set(group, addSums(backing.get(group) ?? emptySum, promised));
        }
      }
    }
  }
  return backing;
}

/** The deals with which backers put capital into an ecosystem, each once, by name. */
export function backingDeals(corpus: Corpus, ecosystem: Ecosystem): Declaration[] {
  const deals = new Set((ecosystem.roles.get('backer') ?? []).flatMap((member) => member.deals));
  return [...deals].filter((deal) => isFirst(corpus, deal)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Of what is declared twice under one name the first counts, whatever the order in which files came. */
function isFirst(corpus: Corpus, deal: Declaration): boolean {
  return corpus.find(deal.name) === deal;
}

/** Groups that both back an ecosystem and supply it, by name. */
export function backersThatSupply(corpus: Corpus, ecosystem: Ecosystem): string[] {
  const groups = (role: 'backer' | 'supplier') =>
    new Set((ecosystem.roles.get(role) ?? []).map(({ name }) => headOf(corpus, name)));
  const suppliers = groups('supplier');
  return [...groups('backer')].filter((group) => suppliers.has(group)).sort();
}

function centreOf({ hubs, units }: Ecosystem): ReadonlySet<string> {
  return new Set([...hubs, ...units]);
}
