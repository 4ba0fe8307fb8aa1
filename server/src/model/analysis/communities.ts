import louvain from 'graphology-communities-louvain';
import pagerank from 'graphology-metrics/centrality/pagerank';
import { fitsTarget, kindNames } from '../../language/schema';
import type { Corpus } from '../corpus';
import { ecosystemOf } from '../ecosystem';
import { dealGraphOf, type DealGraph } from './deal-graph';
import { headOf } from '../group';

/** A group of parties that deal with each other more than with the rest, which nobody declared as an ecosystem. */
export interface Community {
  /** The most central of them. */
  readonly hub: string;
  /** All of them, the hub first and the more central before others. */
  readonly parties: readonly string[];
}

/** Fewer are no ecosystem. */
const fewest = 3;
/** Among more parties than this, finding communities would take longer than anybody waits. */
export const mostParties = 1000;

/**
 * The communities among some parties, by the Louvain method over the number of deals between them (Blondel et al.
 * 2008), the larger ones first. Each is suggested around its most central party by PageRank. Units count as their group.
 *
 * @param strays parties that stand in no declared ecosystem
 * @returns undefined where there are too many parties
 */
export function communitiesAmong(corpus: Corpus, strays: readonly string[]): Community[] | undefined {
  if (strays.length > mostParties) return undefined;
  const own = new Set(strays);
  const graph = dealGraphOf(corpus, strays, (group) => own.has(group));
  return graph.size === 0 ? [] : communitiesOf(graph);
}

/** The declared parties that stand in no declared ecosystem: neither they nor their group. */
export function partiesOfNoEcosystem(corpus: Corpus): string[] {
  const placed = new Set<string>();
  for (const declaration of corpus.ofKind('ecosystem')) {
    const { hubs, units, roles, venturePartners } = ecosystemOf(corpus, declaration);
    const members = [...roles.values()].flatMap((group) => group.map(({ name }) => name));
    for (const name of [...hubs, ...units, ...venturePartners, ...members]) placed.add(headOf(corpus, name));
  }
  return kindNames
    .filter((kind) => fitsTarget(kind, 'party'))
    .flatMap((kind) => [...corpus.ofKind(kind)])
    .map(({ name }) => name)
    .filter((name) => !placed.has(headOf(corpus, name)))
    .sort();
}

/** The communities of a graph; see `communitiesAmong`. */
export function communitiesOf(graph: DealGraph): Community[] {
  // Without chance: the same deals give the same communities.
  louvain.assign(graph, { getEdgeWeight: 'deals', randomWalk: false });
  const rank = centralityIn(graph);
  const communities = new Map<number | undefined, string[]>();
  graph.forEachNode((party, { community }) => {
    const parties = communities.get(community);
    if (parties) parties.push(party);
    else communities.set(community, [party]);
  });
  return [...communities.values()]
    .filter((parties) => parties.length >= fewest)
    .map((parties) => parties.sort((a, b) => compareRanks(rank(a) - rank(b)) || (a < b ? -1 : 1)))
    .map((parties) => ({ hub: parties[0]!, parties }))
    .sort((a, b) => b.parties.length - a.parties.length || (a.hub < b.hub ? -1 : 1));
}

/** How central each party of a graph is, by PageRank over the number of deals; all together come to 1. */
export function centralityIn(graph: DealGraph): (party: string) => number {
  pagerank.assign(graph, { getEdgeWeight: 'deals', maxIterations: mostIterations });
  return (party) => graph.getNodeAttribute(party, 'pagerank') ?? 0;
}

/** Far more than it takes: the error shrinks by 0.85 each time. */
const mostIterations = 1000;

/** The more central first; ranks that differ by less than rounding are the same. */
function compareRanks(difference: number): number {
  return Math.abs(difference) > 1e-9 ? -difference : 0;
}
