import { kinds } from '../../language/schema';
import type { NameNode } from '../../language/tree';
import { factsOf, isUndisclosed, knownNames, nodesIn, type Declaration } from '../../model/declaration';
import type { TieKind } from '../../picture/graph';

/** What a tie can lead to. */
export type End =
  | { readonly type: 'party'; readonly name: string }
  /** Somebody on a side of a deal who is not disclosed. */
  | { readonly type: 'undisclosed'; readonly deal: Declaration; readonly side: 'left' | 'right' | 'seller' }
  /** The deal as a point, where more than two sides or several on both take part in it. */
  | { readonly type: 'deal'; readonly deal: Declaration };

/** Two ends that a deal ties. */
export interface DealTie {
  readonly from: End;
  readonly to: End;
  readonly kind: TieKind;
  readonly directed: boolean;
  /** Whether all of the deal's money is on it. */
  readonly isWhole: boolean;
}

/** The id of an end, by which it is the same in all deals. */
export function idOf(end: End): string {
  switch (end.type) {
    case 'party':
      return idOfParty(end.name);
    case 'undisclosed':
      return `undisclosed:${end.side}:${end.deal.name}`;
    case 'deal':
      return `deal:${end.deal.name}`;
  }
}

/** The id of a party, venture or project by its name. */
export function idOfParty(name: string): string {
  return `party:${name}`;
}

/** Whom a deal ties to whom. Ventures and projects are points of their own, to which those who take part are tied. */
export function tiesOfDeal(deal: Declaration): DealTie[] {
  const { left, right } = deal.sides;
  if (deal.kind === 'venture' || deal.kind === 'project') {
    const members = factsOf(deal, 'member').flatMap(nodesIn);
    const own: End = { type: 'party', name: deal.name };
    const taking = sideOf(deal, 'left', [...left, ...right, ...members]);
    return taking.map((from) => ({
      from,
      to: own,
      kind: 'plan',
      directed: true,
      isWhole: taking.length === 1,
    }));
  }
  const kind = kindOf(deal);
  const directed = kinds[deal.kind].relation !== 'mutual' && deal.operator !== '<->';
  const leads = factsOf(deal, 'lead').flatMap(nodesIn);
  const givers = sideOf(deal, 'left', [...left, ...leads]);
  const takers = sideOf(deal, 'right', right);
  const sellers = sideOf(deal, 'seller', factsOf(deal, 'seller').flatMap(nodesIn));
  if (sellers.length > 0 || (givers.length > 1 && takers.length > 1)) {
    const point: End = { type: 'deal', deal };
    return [
      ...givers.map((from) => ({ from, to: point, kind, directed, isWhole: givers.length === 1 })),
      ...takers.map((to) => ({ from: point, to, kind, directed, isWhole: takers.length === 1 })),
      ...sellers.map((to) => ({ from: point, to, kind, directed, isWhole: sellers.length === 1 })),
    ];
  }
  // Partners may all stand on one side. Of those who give or take together nobody says what ties them.
  if (takers.length === 0) return isAmongPartners(deal) ? amongEachOther(deal, givers, kind) : [];
  const isWhole = givers.length === 1 && takers.length === 1;
  return givers.flatMap((from) => takers.map((to) => ({ from, to, kind, directed, isWhole })));
}

/** Whether its kind is of those who do something together rather than for each other. */
function isAmongPartners({ kind }: Declaration): boolean {
  return kinds[kind].relation === 'mutual' || kinds[kind].relation === 'any';
}

/** So many partners are tied each to each; more of them to the deal as a point. */
const mostPartners = 3;

function amongEachOther(deal: Declaration, partners: readonly End[], kind: TieKind): DealTie[] {
  const isWhole = partners.length === 2;
  if (partners.length > mostPartners) {
    const to: End = { type: 'deal', deal };
    return partners.map((from) => ({ from, to, kind, directed: false, isWhole }));
  }
  return partners.flatMap((from, index) =>
    partners.slice(index + 1).map((to) => ({ from, to, kind, directed: false, isWhole })),
  );
}

function sideOf(deal: Declaration, side: 'left' | 'right' | 'seller', nodes: readonly NameNode[]): End[] {
  const known = [...new Set(knownNames(nodes))].map((name): End => ({ type: 'party', name }));
  return nodes.some(isUndisclosed) ? [...known, { type: 'undisclosed', deal, side }] : known;
}

function kindOf({ kind }: Declaration): TieKind {
  switch (kind) {
    case 'loan':
      return 'debt';
    case 'grant':
      return 'grant';
    case 'acquisition':
      return 'purchase';
    case 'supply':
    case 'license':
      return 'trade';
    case 'partnership':
    case 'merger':
      return 'alliance';
    default:
      return 'capital';
  }
}
