import * as l10n from '@vscode/l10n';
import { kinds } from '../../language/schema';
import type { Declaration } from '../../model/declaration';
import {
  capitalPartsOf,
  hasRole,
  sumOfParts,
  sumsOfDeals,
  tieOf,
  type Ecosystem,
  type EcosystemRole,
  type Tie,
} from '../../model/ecosystem';
import type { Project } from '../../project/project';
import { roleHeading, tieText } from '../summary/ecosystem';
import { bucketsLine, convertedMark } from '../summary/sums';
import type { Census } from './census';
import { suggestionsAmong } from './suggestions';
import { Disputed } from './disputed';
import { below, idOf, joined, once, type RowNode } from './node';
import {
  dealNode,
  groupNode,
  keyOf,
  moneyOfParty,
  paged,
  partyNode,
  partyWithDeals,
  showsAny,
  undeclaredNode,
  ventureNode,
  wordsOf,
} from './rows';

/**
 * Ecosystems with their hubs and roles, then whoever is in none.
 *
 * @param isWhole whether all files are read: an ecosystem that is suggested may be declared in one that is not
 */
export function byEcosystem(project: Project, census: Census, isWhole: boolean): RowNode[] {
  const { ecosystems } = census;
  const seen = new Set<string>();
  for (const ecosystem of ecosystems) {
    for (const name of [...ecosystem.hubs, ...ecosystem.units]) seen.add(name);
    for (const members of ecosystem.roles.values()) for (const { name } of members) seen.add(name);
    for (const name of ecosystem.venturePartners) seen.add(name);
  }
  const disputed = new Disputed(project);
  const rows = ecosystems.map((ecosystem) => ecosystemNode(project, ecosystem, disputed));
  const dealsInView = new Set(ecosystems.flatMap(({ deals }) => deals));
  // Whoever has no deal stands nowhere, unless that is all there is.
  const strays = census.parties(
    (party) =>
      kinds[party.kind].group === 'party' &&
      !seen.has(party.name) &&
      (ecosystems.length === 0 || census.isDealing(party)),
  );
  const strayDeals = census.dealsOfNobody.filter((deal) => !dealsInView.has(deal));
  if (strays.length + strayDeals.length > 0) {
    const id = idOf('elsewhere');
    const make = (parent: string, party: Declaration) => partyWithDeals(project, parent, party);
    const suggestions = once(() => (isWhole ? suggestionsAmong(project, id, strays) : []));
    const children = () => [
      ...suggestions(),
      ...paged(project, id, strays, make),
      ...strayDeals.map((deal) => dealNode(project, id, deal)),
    ];
    const isStray = once(() => new Set(strays));
    const counted = (declaration: Declaration) =>
      kinds[declaration.kind].group === 'deal' ? !dealsInView.has(declaration) : isStray().has(declaration);
    rows.push({
      ...groupNode(project, id, l10n.t('In no ecosystem'), 'question', children, () => counted),
      holds: (matches) =>
        showsAny(matches, strays, (party) => make(id, party)) ||
        strayDeals.some((deal) => matches.isDeal(deal)),
    });
  }
  return rows;
}

function ecosystemNode(project: Project, ecosystem: Ecosystem, disputed: Disputed): RowNode {
  const { declaration } = ecosystem;
  const id = idOf('ecosystem', keyOf(project, declaration));
  const hubs = ecosystem.hubs.flatMap((name) => project.find(name) ?? []);
  const names = new Set([
    ...ecosystem.hubs,
    ...ecosystem.venturePartners,
    ...[...ecosystem.roles.values()].flatMap((members) => members.map(({ name }) => name)),
    ...ecosystem.deals.map(({ name }) => name),
  ]);
  return {
    id,
    kind: 'ecosystem',
    label: declaration.title,
    icon: kinds.ecosystem.icon,
    project,
    declaration,
    counted: () => [...hubs, ...ecosystem.deals],
    description: () => capitalLine(project, ecosystem, disputed),
    expanded: true,
    children: once(() => [
      ...hubs.map((hub) => hubNode(project, below(id, 'hub'), hub)),
      ...[...ecosystem.roles.keys()].map((role) => roleNode(project, id, ecosystem, role, disputed)),
    ]),
    // Members of a project are below it without being members of the ecosystem.
    mayHold: (target) => names.has(target.name) || kinds[target.kind].group === 'party',
  };
}

function capitalLine(project: Project, ecosystem: Ecosystem, disputed: Disputed): string | undefined {
  const parts = capitalPartsOf(project, ecosystem);
  const capital = sumOfParts(project, parts);
  const deals = parts.map(({ deal }) => deal);
  return joined([bucketsLine(capital), convertedMark([capital]), disputed.amongAll(deals)]);
}

function hubNode(project: Project, parent: string, hub: Declaration): RowNode {
  return {
    ...partyNode(project, parent, hub, []),
    icon: 'target',
    description: () => moneyOfParty(project, hub),
  };
}

function roleNode(
  project: Project,
  parent: string,
  ecosystem: Ecosystem,
  role: EcosystemRole,
  disputed: Disputed,
): RowNode {
  const members = ecosystem.roles.get(role) ?? [];
  const id = below(parent, role);
  const deals = members.flatMap((member) => member.deals);
  return {
    id,
    kind: 'group',
    label: roleHeading(role),
    icon: roleIcons[role],
    project,
    counted: () => deals,
    ...wordsOf(
      project,
      `${ecosystem.declaration.title}: ${roleHeading(role)}`,
      String(members.filter((member) => hasRole(member, project.asOf)).length),
      new Set(deals).size,
      once(() => sumsOfDeals(project, deals)),
      () => disputed.amongAll(deals),
    ),
    expanded: true,
    children: once(() =>
      members.map((each) => {
        const { name, deals: own } = each;
        const member = project.find(name);
        if (!member) return undeclaredNode(project, id, name, own);
        // A venture's row says itself how it stands.
        if (role === 'venture') return ventureNode(project, id, member);
        const row = partyNode(project, id, member, own);
        return { ...row, description: () => withTie(row.description(), tieOf(each, project.asOf)) };
      }),
    ),
  };
}

/** The money of a member, which tells talks itself, with what else ties it to the hubs. */
function withTie(money: string | undefined, tie: Tie): string | undefined {
  return tie === 'in talks' && money ? money : joined([tieText(tie), money]);
}

const roleIcons: Readonly<Record<EcosystemRole, string>> = {
  backer: 'arrow-circle-down',
  portfolio: 'arrow-circle-up',
  supplier: 'package',
  customer: 'account',
  ally: 'link',
  venture: 'rocket',
  other: 'add',
};
