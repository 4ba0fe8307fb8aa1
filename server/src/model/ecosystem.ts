import { kinds, type MoneyPurpose } from '../language/schema';
import { bucketsInBase } from './conversion';
import type { Corpus } from './corpus';
import { addBuckets, bucketsOf, emptyBuckets, hasMoney, purposeOf, type Buckets } from './deal';
import { factsOf, namesIn, type Declaration } from './declaration';
import { capitalInto } from './flow';
import { parentsOf } from './group';
import { liesAhead, standingOf } from './lifecycle';
import { isOf } from './money-line';
import { dealsOf, purposes } from './position';

/** What a party or deal is to the hubs of an ecosystem, in the order in which views show them. */
export const ecosystemRoles = [
  'backer',
  'portfolio',
  'supplier',
  'customer',
  'ally',
  'venture',
  'other',
] as const;
export type EcosystemRole = (typeof ecosystemRoles)[number];

/** A party in a role, with the deals that put it there. For ventures and projects: the deal's own name. */
export interface Member {
  readonly name: string;
  readonly deals: readonly Declaration[];
}

export interface Ecosystem {
  readonly declaration: Declaration;
  /** The hubs and, below them, the units that belong to them. */
  readonly hubs: readonly string[];
  readonly units: readonly string[];
  readonly roles: ReadonlyMap<EcosystemRole, readonly Member[]>;
  /** Who takes part in a venture together with a hub. */
  readonly venturePartners: readonly string[];
  /** Every deal that ties somebody to a hub, each once. */
  readonly deals: readonly Declaration[];
}

/** How a member is tied to the hubs on a day: by a deal that holds, by talks, by what is still ahead, or by what is over. */
export type Tie = 'holds' | 'in talks' | 'ahead' | 'over';

/** How a member is tied to the hubs on a day, by what holds most; whoever is counted in without a deal is. */
export function tieOf({ name, deals }: Member, day: number): Tie {
  if (deals.length === 0) return 'holds';
  let tie: Tie = 'ahead';
  for (const deal of deals) {
    const own = tieBy(deal, name, day);
    if (own === 'holds') return own;
    if (own === 'in talks' || tie === 'ahead') tie = own;
  }
  return tie;
}

function tieBy(deal: Declaration, party: string, day: number): Tie {
  if (liesAhead(deal, day) || joinsLater(deal, party, day)) return 'ahead';
  switch (standingOf(deal, day).commitment) {
    case 'promise':
    case 'done':
      return 'holds';
    case 'talk':
      return 'in talks';
    case 'over':
      return 'over';
  }
}

/** Whether all lines that bring a party into a deal hold from a later day on. */
function joinsLater(deal: Declaration, party: string, day: number): boolean {
  if (!deal.states('lead') && !deal.states('member')) return false;
  if (deal.left.includes(party) || deal.right.includes(party)) return false;
  const lines = [...factsOf(deal, 'lead'), ...factsOf(deal, 'member')].filter((line) =>
    namesIn(line).includes(party),
  );
  return lines.length > 0 && lines.every((line) => !isOf(line, day));
}

/** Whether a member has its role on a day: it may be only in talks, but neither still ahead nor over. */
export function hasRole(member: Member, day: number): boolean {
  const tie = tieOf(member, day);
  return tie === 'holds' || tie === 'in talks';
}

/** Those who take part in a venture together with a hub, each with the ventures that they are members of. */
export function partnersOf({ venturePartners, roles }: Ecosystem): Member[] {
  const ventures = new Map(venturePartners.map((name) => [name, new Set<Declaration>()]));
  for (const { deals } of roles.get('venture') ?? []) {
    for (const deal of deals) {
      for (const name of factsOf(deal, 'member').flatMap(namesIn)) ventures.get(name)?.add(deal);
    }
  }
  return [...ventures].map(([name, deals]) => ({ name, deals: [...deals] }));
}

/** The ecosystem that a declaration describes: everyone whom a deal ties to one of its hubs or their units. */
export function ecosystemOf(corpus: Corpus, declaration: Declaration): Ecosystem {
  const hubs = namesOf(declaration, 'hub');
  const included = namesOf(declaration, 'include');
  const excluded = new Set(namesOf(declaration, 'exclude'));
  const centre = new Set(
    [...withUnits(corpus, hubs)].filter((name) => hubs.includes(name) || !excluded.has(name)),
  );
  const roles = new Map<EcosystemRole, Map<string, Declaration[]>>();
  const deals = new Set<Declaration>();

  const place = (role: EcosystemRole, name: string, deal: Declaration | undefined) => {
    if (excluded.has(name) || (deal && excluded.has(deal.name))) return;
    let members = roles.get(role);
    if (!members) roles.set(role, (members = new Map()));
    let own = members.get(name);
    if (!own) members.set(name, (own = []));
    if (deal && !own.includes(deal)) own.push(deal);
    if (deal) deals.add(deal);
  };

  for (const hub of centre) {
    for (const deal of dealsOf(corpus, hub)) placeParties(deal, centre, place);
  }
  for (const name of included) {
    const target = corpus.find(name);
    if (centre.has(name)) continue;
    if (target?.kind === 'venture' || target?.kind === 'project') place('venture', name, target);
    else if (target && kinds[target.kind].group === 'deal') place('other', name, target);
    else if (![...roles.values()].some((members) => members.has(name))) place('other', name, undefined);
  }
  return {
    declaration,
    hubs,
    units: [...centre].filter((name) => !hubs.includes(name)).sort(),
    roles: new Map(
      ecosystemRoles.flatMap((role) => {
        const members = roles.get(role);
        return members ? [[role, membersOf(members)] as const] : [];
      }),
    ),
    venturePartners: partnersIn([...(roles.get('venture')?.values() ?? [])].flat(), centre, excluded),
    deals: [...deals],
  };
}

/** The ecosystems in which a party has a role, is a hub or a unit of one, or takes part in a venture together with one. */
export function ecosystemsWith(
  corpus: Corpus,
  party: string,
): { ecosystem: Ecosystem; roles: EcosystemRole[] }[] {
  const found: { ecosystem: Ecosystem; roles: EcosystemRole[] }[] = [];
  for (const declaration of corpus.ofKind('ecosystem')) {
    const ecosystem = ecosystemOf(corpus, declaration);
    const roles = ecosystemRoles.filter((role) =>
      ecosystem.roles.get(role)?.some((member) => member.name === party),
    );
    const { hubs, units, venturePartners } = ecosystem;
    if (roles.length > 0 || [hubs, units, venturePartners].some((names) => names.includes(party))) {
      found.push({ ecosystem, roles });
    }
  }
  return found;
}

/** The capital that others put into the hubs of an ecosystem and their units, by certainty: see `capitalPartsOf`. */
export function capitalOf(corpus: Corpus, ecosystem: Ecosystem): Buckets {
  return sumOfParts(corpus, capitalPartsOf(corpus, ecosystem));
}

/** What a deal brings, in the currencies in which it is written. */
export interface WrittenPart {
  readonly deal: Declaration;
  readonly buckets: Buckets;
}

/** What some deals bring together, in the base currency where the project has one, as far as rates are known. */
export function sumOfParts(corpus: Corpus, parts: readonly WrittenPart[]): Buckets {
  return parts.reduce(
    (sum, { deal, buckets }) => addBuckets(sum, bucketsInBase(corpus, deal, buckets)),
    emptyBuckets,
  );
}

/**
 * The capital that others put into the hubs of an ecosystem and their units, deal by deal, those that bring any. What these put
 * into each other is none, nor is the money of those who are left out; that of who is undisclosed is.
 */
export function capitalPartsOf(corpus: Corpus, { declaration, hubs, units }: Ecosystem): WrittenPart[] {
  const centre = new Set([...hubs, ...units]);
  const excluded = new Set(namesOf(declaration, 'exclude'));
  const isOther = (payer: string) => !centre.has(payer) && !excluded.has(payer);
  const deals = new Set([...centre].flatMap((name) => dealsOf(corpus, name)));
  return [...deals]
    .filter((deal) => purposeOf(deal) === 'capital' && !excluded.has(deal.name))
    .map((deal) => ({ deal, buckets: capitalInto(deal, centre, corpus.asOf, isOther) }))
    .filter(({ buckets }) => hasMoney(buckets));
}

/** The money of several deals by certainty, each deal once, and each purpose by itself. */
export function sumsOfDeals(corpus: Corpus, deals: readonly Declaration[]): Map<MoneyPurpose, Buckets> {
  const distinct = [...new Set(deals)];
  return new Map(
    purposes.flatMap((purpose) => {
      const own = distinct.filter((deal) => purposeOf(deal) === purpose);
      const parts = own.map((deal) => ({ deal, buckets: bucketsOf(deal, corpus.asOf) }));
      return own.length > 0 ? [[purpose, sumOfParts(corpus, parts)] as const] : [];
    }),
  );
}

/**
 * Parties and all that are their units on the corpus' day, units of units included. Cycles of ownership end where they
 * meet themselves.
 */
export function withUnits(corpus: Corpus, parties: readonly string[]): Set<string> {
  const all = new Set(parties);
  for (const name of all) {
    for (const { declaration, mention } of corpus.mentionsOf(name)) {
      if (mention.role === 'parent' && parentsOf(declaration, corpus.asOf).includes(name))
        all.add(declaration.name);
    }
  }
  return all;
}

type Place = (role: EcosystemRole, name: string, deal: Declaration) => void;

/** Puts the parties of one deal of a hub into their roles. */
function placeParties(deal: Declaration, centre: ReadonlySet<string>, place: Place): void {
  const hubOnLeft = deal.left.some((name) => centre.has(name));
  const hubOnRight = deal.right.some((name) => centre.has(name));
  const others = (names: readonly string[]) => names.filter((name) => !centre.has(name));
  switch (deal.kind) {
    case 'investment':
    case 'round':
    case 'loan':
    case 'grant':
    case 'acquisition': {
      const leads = factsOf(deal, 'lead').flatMap(namesIn);
      if (hubOnRight) for (const name of others([...deal.left, ...leads])) place('backer', name, deal);
      if (hubOnLeft || leads.some((name) => centre.has(name))) {
        for (const name of others(deal.right)) place('portfolio', name, deal);
      }
      break;
    }
    case 'supply':
    case 'license':
      if (hubOnRight) for (const name of others(deal.left)) place('supplier', name, deal);
      if (hubOnLeft) for (const name of others(deal.right)) place('customer', name, deal);
      break;
    case 'venture':
      if (isMember(deal, centre) || centre.has(deal.name)) place('venture', deal.name, deal);
      break;
    case 'project':
    case 'partnership':
    case 'merger':
      if (!hubOnLeft && !hubOnRight) break;
      if (deal.kind === 'project') place('venture', deal.name, deal);
      for (const name of others([...deal.left, ...deal.right])) place('ally', name, deal);
      break;
    default:
    // Facts tie nobody to a hub.
  }
}

/** The other members of ventures, by name. */
function partnersIn(
  ventures: readonly Declaration[],
  centre: ReadonlySet<string>,
  excluded: ReadonlySet<string>,
): string[] {
  const members = ventures.flatMap((venture) => factsOf(venture, 'member').flatMap(namesIn));
  return [...new Set(members)].filter((name) => !centre.has(name) && !excluded.has(name)).sort();
}

function isMember(venture: Declaration, centre: ReadonlySet<string>): boolean {
  return factsOf(venture, 'member').some((fact) => namesIn(fact).some((name) => centre.has(name)));
}

function membersOf(members: ReadonlyMap<string, readonly Declaration[]>): Member[] {
  return [...members].map(([name, deals]) => ({ name, deals })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function namesOf(declaration: Declaration, name: 'hub' | 'include' | 'exclude'): string[] {
  return [...new Set(factsOf(declaration, name).flatMap(namesIn))];
}
