import { UndirectedGraph } from 'graphology';
import type { Corpus } from '../corpus';
import { factsOf, namesIn, type Declaration } from '../declaration';
import { liesAhead, standingOf } from '../lifecycle';
import { dealsOf } from '../position';
import { headOf } from '../group';

/** Parties, and how many deals tie each two of them. */
export type DealGraph = UndirectedGraph<
  { readonly community?: number; readonly pagerank?: number },
  { readonly deals: number }
>;

/**
 * How many deals tie some parties, units as their groups: giver and receiver, equals, a venture and its members. Deals
 * that are over or still ahead tie nobody any more, or not yet.
 *
 * @param parties those whose deals are looked at
 * @param isIn whether a group is part of the graph
 */
export function dealGraphOf(
  corpus: Corpus,
  parties: Iterable<string>,
  isIn: (group: string) => boolean,
): DealGraph {
  const groups = new Map<string, string>();
  const groupFor = (party: string) => {
    let group = groups.get(party);
    if (group === undefined) groups.set(party, (group = headOf(corpus, party)));
    return group;
  };
  const ties = new Map<string, { readonly ends: readonly [string, string]; deals: number }>();
  const deals = new Set<Declaration>();
  for (const party of parties) for (const deal of dealsOf(corpus, party)) deals.add(deal);
  for (const deal of deals) {
    if (liesAhead(deal, corpus.asOf) || standingOf(deal, corpus.asOf).commitment === 'over') continue;
    for (const ends of tiesOf(deal, groupFor)) {
      if (!ends.every(isIn)) continue;
      const key = JSON.stringify(ends);
      const known = ties.get(key);
      if (known) known.deals++;
      else ties.set(key, { ends, deals: 1 });
    }
  }
  // In one order, whatever that of the files: what is made of the graph depends on it.
  const graph: DealGraph = new UndirectedGraph();
  for (const [, { ends, deals: count }] of [...ties].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const end of ends) graph.mergeNode(end);
    graph.addEdge(...ends, { deals: count });
  }
  return graph;
}

/** The pairs of groups that a deal ties, each once, by name. */
function tiesOf(deal: Declaration, groupFor: (party: string) => string): [string, string][] {
  const [left, right] =
    deal.kind === 'venture'
      ? [[deal.name], factsOf(deal, 'member').flatMap(namesIn)]
      : [[...deal.left, ...factsOf(deal, 'lead').flatMap(namesIn)], deal.right];
  const pairs = new Map<string, [string, string]>();
  for (const one of left.map(groupFor)) {
    for (const other of right.map(groupFor)) {
      if (one === other) continue;
      const pair: [string, string] = one < other ? [one, other] : [other, one];
      pairs.set(JSON.stringify(pair), pair);
    }
  }
  return [...pairs.values()];
}
