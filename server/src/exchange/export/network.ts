import { kinds } from '../../language/schema';
import type { NameNode } from '../../language/tree';
import { totalOf } from '../../model/deal';
import {
  factsOf,
  isUndisclosed,
  knownNames,
  namesIn,
  nodesIn,
  type Declaration,
} from '../../model/declaration';
import { figureIn } from './said';
import { isSomebody, type Selection } from './selection';
import { statesOf, type DealState } from './states';

/** Somebody in a network, or a deal of several on both sides. */
export interface NetworkNode {
  readonly id: string;
  /** Of a party or deal, as it is written; undefined for who is undisclosed. */
  readonly name: string | undefined;
  readonly title: string;
  /** A kind of party, `undeclared`, `undisclosed`, or that of a deal. */
  readonly kind: string;
  /** What declares it; undefined for those that nothing does. */
  readonly declaration: Declaration | undefined;
}

/** What ties two of them. */
export interface NetworkEdge {
  readonly id: string;
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  readonly isDirected: boolean;
  /** A kind of deal, `holding`, or `parent`. */
  readonly kind: string;
  readonly declaration: Declaration;
  /** How it stands through time, the first state first. */
  readonly states: readonly DealState[];
  /** Of the deal as a whole, where all of it is on this edge. */
  readonly money: ReturnType<typeof totalOf>;
  /** In percent, of a holding. */
  readonly share: ReturnType<typeof figureIn>;
}

/** Who is tied to whom, as formats have it that know points and lines. */
export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** How many deals tie nobody. */
  readonly untied: number;
}

type Tie = Pick<NetworkEdge, 'from' | 'to' | 'isDirected'> & { readonly isWhole: boolean };

/** The network of a selection: parties as points, deals and ownership as lines. */
export function networkOf(selection: Selection): Network {
  return new Draft(selection).finish();
}

class Draft {
  private readonly nodes = new Map<string, NetworkNode>();
  private readonly edges: NetworkEdge[] = [];
  private untied = 0;

  constructor(private readonly selection: Selection) {}

  finish(): Network {
    const { deals, parties, declarations } = this.selection;
    for (const name of parties) this.party(name);
    for (const deal of deals) this.takeDeal(deal);
    for (const declaration of declarations) this.takeOwnership(declaration);
    return { nodes: [...this.nodes.values()], edges: this.edges, untied: this.untied };
  }

  private takeDeal(deal: Declaration): void {
    const ties = this.tiesOf(deal);
    if (ties.length === 0) this.untied++;
    const states = statesOf(deal);
    const money = totalOf(deal);
    for (const { isWhole, ...tie } of ties) {
      this.add(tie, deal.kind, deal, { states, money: isWhole ? money : undefined, share: undefined });
    }
  }

  private tiesOf(deal: Declaration): Tie[] {
    const { left, right } = deal.sides;
    if (deal.kind === 'venture' || deal.kind === 'project') {
      const takers = this.side(deal, 'left', [
        ...left,
        ...right,
        ...factsOf(deal, 'member').flatMap(nodesIn),
      ]);
      const to = this.party(deal.name);
      return takers.map((from) => ({ from, to, isDirected: true, isWhole: takers.length === 1 }));
    }
    const isDirected = kinds[deal.kind].relation !== 'mutual' && deal.operator !== '<->';
    const givers = this.side(deal, 'left', [...left, ...factsOf(deal, 'lead').flatMap(nodesIn)]);
    const takers = this.side(deal, 'right', right);
    const sellers = this.side(deal, 'seller', factsOf(deal, 'seller').flatMap(nodesIn));
    if (sellers.length > 0 || (givers.length > 1 && takers.length > 1)) {
      const point = this.dealPoint(deal);
      return [
        ...givers.map((from) => ({ from, to: point, isDirected, isWhole: givers.length === 1 })),
        ...takers.map((to) => ({ from: point, to, isDirected, isWhole: takers.length === 1 })),
        ...sellers.map((to) => ({ from: point, to, isDirected, isWhole: false })),
      ];
    }
    if (takers.length === 0) {
      // Partners may all stand on one side.
      return givers.flatMap((from, index) =>
        givers.slice(index + 1).map((to) => ({ from, to, isDirected: false, isWhole: givers.length === 2 })),
      );
    }
    const isWhole = givers.length === 1 && takers.length === 1;
    return givers.flatMap((from) => takers.map((to) => ({ from, to, isDirected, isWhole })));
  }

  private takeOwnership(declaration: Declaration): void {
    if (declaration.kind === 'holding') {
      const [line] = factsOf(declaration, 'stake');
      for (const holder of declaration.left) {
        for (const held of declaration.right) {
          const tie = { from: this.party(holder), to: this.party(held), isDirected: true };
          const states = statesOf(declaration, line);
          this.add(tie, 'holding', declaration, { states, money: undefined, share: figureIn(line) });
        }
      }
      return;
    }
    if (!this.nodes.has(idOfParty(declaration.name)) || !isSomebody(declaration)) return;
    for (const line of factsOf(declaration, 'parent')) {
      for (const parent of namesIn(line)) {
        const tie = { from: this.party(parent), to: this.party(declaration.name), isDirected: true };
        const states = statesOf(declaration, line);
        this.add(tie, 'parent', declaration, { states, money: undefined, share: undefined });
      }
    }
  }

  private add(
    tie: Pick<NetworkEdge, 'from' | 'to' | 'isDirected'>,
    kind: string,
    declaration: Declaration,
    said: Pick<NetworkEdge, 'states' | 'money' | 'share'>,
  ): void {
    this.edges.push({ id: `e${this.edges.length + 1}`, ...tie, kind, declaration, ...said });
  }

  /** The ids of those on a side, each once; of those who are undisclosed there is one on each side of a deal. */
  private side(deal: Declaration, side: string, names: readonly NameNode[]): string[] {
    const known = [...new Set(knownNames(names))].map((name) => this.party(name));
    if (!names.some(isUndisclosed)) return known;
    const id = `undisclosed:${side}:${deal.name}`;
    this.nodes.set(id, {
      id,
      name: undefined,
      title: 'undisclosed',
      kind: 'undisclosed',
      declaration: undefined,
    });
    return [...known, id];
  }

  private party(name: string): string {
    const id = idOfParty(name);
    if (!this.nodes.has(id)) {
      const declaration = this.selection.project.find(name);
      const kind = declaration?.kind ?? 'undeclared';
      this.nodes.set(id, { id, name, title: declaration?.title ?? name, kind, declaration });
    }
    return id;
  }

  private dealPoint(deal: Declaration): string {
    const id = `deal:${deal.name}`;
    if (!this.nodes.has(id)) {
      const { name, title, kind } = deal;
      this.nodes.set(id, { id, name, title, kind, declaration: deal });
    }
    return id;
  }
}

function idOfParty(name: string): string {
  return `party:${name}`;
}
