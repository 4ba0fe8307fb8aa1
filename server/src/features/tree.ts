import * as l10n from '@vscode/l10n';
import type { Finding } from '../project/check';
import { kindNames, kinds, statusNames } from '../language/schema';
import type { Item } from '../language/tree';
import { flowsOf } from '../model/deal';
import { factsOf, interpret, namesIn, textOf, type Declaration } from '../model/declaration';
import { capitalOf, ecosystemOf, sumsOfDeals, type Ecosystem, type EcosystemRole } from '../model/ecosystem';
import { dateOfDeal, standingOf } from '../model/lifecycle';
import { dealsOf, flowsOfParty, positionsOf } from '../model/position';
import type { Project } from '../project/project';
import type { ProblemCounts, TreeQuery, TreeRow, TreeRowKind } from '../protocol';
import { compareDates, fromDay } from '../values/date';
import { locate, nameAt, nameSpan, type Cursor } from './locations';
import { dealMoney, statusText } from './summary/deal';
import { bucketsLine, roleHeading, sumsLine } from './summary/ecosystem';
import { kindHeading, titleOf } from './summary/names';
import { sumLine } from './summary/party';
import { cardOf } from './summary/summary';

/** A row with what it stands for; rows below it are made when they are asked for. */
interface Node {
  readonly id: string;
  readonly kind: TreeRowKind;
  readonly label: string;
  readonly icon: string;
  readonly project: Project;
  readonly declaration?: Declaration;
  /** Declarations whose problems the row counts, besides its own. */
  readonly counted: () => readonly Declaration[];
  readonly description: () => string | undefined;
  readonly expanded?: boolean;
  /** Absent for a leaf. */
  readonly children?: () => readonly Node[];
}

/** Parts of a row's id are escaped, so that a name with a slash in it stays one part. */
function idOf(...parts: readonly string[]): string {
  return parts.map(encodeURIComponent).join('/');
}

/** The id of a row below another one. */
function below(parent: string, part: string): string {
  return `${parent}/${encodeURIComponent(part)}`;
}

/** The Ecosystems view: rows by ecosystem, kind of party, status or year, made on demand from the projects. */
export class TreeView {
  constructor(
    private readonly projects: () => readonly Project[],
    private readonly findingsOf: (project: Project, item: Item) => readonly Finding[],
  ) {}

  /** The rows below `parent`, or the top rows. */
  children(query: TreeQuery, parent?: string): TreeRow[] {
    const nodes = parent === undefined ? this.top(query) : (this.find(query, parent)?.children?.() ?? []);
    return nodes.map((node) => this.toRow(node));
  }

  /** The card of a row's subject, Markdown; null where the row has none. */
  tooltip(query: TreeQuery, row: string): string | null {
    const node = this.find(query, row);
    return node?.declaration ? cardOf(node.project, node.declaration) : null;
  }

  /** The rows from the top down to the first one that stands for what is at the cursor; empty where none does. */
  path(query: TreeQuery, cursor: Cursor): TreeRow[] {
    const around = cursor.item && interpret(cursor.item);
    const name = nameAt(cursor);
    const named = name && cursor.project.find(name.name);
    for (const target of [named, around]) {
      const path = target && findPath(this.top(query), (node) => node.declaration === target);
      if (path) return path.map((node) => this.toRow(node));
    }
    return [];
  }

  private top(query: TreeQuery): readonly Node[] {
    const projects = this.projects().filter((project) => project.declarationCount > 0);
    const rows = projects.map((project) => ({ project, rows: filtered(groups(project, query), query) }));
    if (rows.length === 1) return rows[0]!.rows;
    return rows
      .filter((entry) => entry.rows.length > 0)
      .map(({ project, rows: groupsOfProject }) => {
        const id = idOf('project', project.root);
        const own = groupsOfProject.map((node) => placedBelow(id, node));
        return {
          id,
          kind: 'project',
          label: decodeURIComponent(project.root.slice(project.root.lastIndexOf('/') + 1)),
          icon: 'root-folder',
          project,
          counted: () => own.flatMap((node) => countedIn(node)),
          description: () => undefined,
          expanded: true,
          children: () => own,
        };
      });
  }

  private find(query: TreeQuery, id: string): Node | undefined {
    let nodes = this.top(query);
    for (;;) {
      const next: Node | undefined = nodes.find((node) => id === node.id || id.startsWith(`${node.id}/`));
      if (!next || next.id === id) return next;
      nodes = next.children?.() ?? [];
    }
  }

  private toRow(node: Node): TreeRow {
    const { declaration, project } = node;
    const description = node.description();
    const problems = this.count(project, countedIn(node));
    return {
      id: node.id,
      kind: node.kind,
      label: node.label,
      icon: node.icon,
      accessibilityLabel: [node.label, declaration?.kind, description, problems && describeProblems(problems)]
        .filter((part) => part !== undefined && part !== '')
        .join(', '),
      children: !node.children ? 'none' : node.expanded ? 'expanded' : 'collapsed',
      ...(description && { description }),
      ...(declaration && { location: locate(project, declaration, nameSpan(declaration)) }),
      ...(problems && { problems }),
    };
  }

  private count(project: Project, declarations: readonly Declaration[]): ProblemCounts | undefined {
    const counts = { errors: 0, warnings: 0, information: 0 };
    for (const declaration of new Set(declarations)) {
      for (const { severity } of this.findingsOf(project, declaration.item)) {
        if (severity === 'error') counts.errors++;
        else if (severity === 'warning') counts.warnings++;
        else counts.information++;
      }
    }
    return counts.errors + counts.warnings + counts.information > 0 ? counts : undefined;
  }
}

function describeProblems({ errors, warnings }: ProblemCounts): string {
  const parts = [
    errors === 1 ? l10n.t('1 error') : errors > 1 ? l10n.t('{0} errors', errors) : undefined,
    warnings === 1 ? l10n.t('1 warning') : warnings > 1 ? l10n.t('{0} warnings', warnings) : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function countedIn(node: Node): Declaration[] {
  return [...(node.declaration ? [node.declaration] : []), ...node.counted()];
}

/** Rows whose name, display name or alias holds the text, with the rows above them; all of what is below them stays. */
function filtered(nodes: readonly Node[], query: TreeQuery): readonly Node[] {
  const wanted = query.filter?.trim().toLowerCase();
  if (!wanted) return nodes;
  return nodes.flatMap((node): Node[] => {
    if (matches(node, wanted)) return [node];
    const found = filtered(node.children?.() ?? [], query);
    return found.length > 0 ? [{ ...node, expanded: true, children: () => found }] : [];
  });
}

function matches({ label, declaration }: Node, wanted: string): boolean {
  if (!declaration) return false;
  const aliases = factsOf(declaration, 'aka').flatMap((fact) => fact.node.values.map((value) => value.text));
  return [label, declaration.name, declaration.title, ...aliases].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}

/** The same rows with ids that start with that of the row above them. */
function placedBelow(parent: string, node: Node): Node {
  const { children } = node;
  return {
    ...node,
    id: `${parent}/${node.id}`,
    ...(children && { children: () => children().map((child) => placedBelow(parent, child)) }),
  };
}

function findPath(nodes: readonly Node[], wanted: (node: Node) => boolean): Node[] | undefined {
  for (const node of nodes) {
    if (wanted(node)) return [node];
    const found = node.children && findPath(node.children(), wanted);
    if (found) return [node, ...found];
  }
  return undefined;
}

function groups(project: Project, { groupBy }: TreeQuery): readonly Node[] {
  switch (groupBy) {
    case 'ecosystem':
      return byEcosystem(project);
    case 'partyKind':
      return byPartyKind(project);
    case 'status':
      return byStatus(project);
    case 'year':
      return byYear(project);
  }
}

// --- rows by ecosystem

function byEcosystem(project: Project): Node[] {
  const declared = byTitle([...project.ofKind('ecosystem')]);
  const seen = new Set<string>();
  const rows = declared.map((declaration) => {
    const ecosystem = ecosystemOf(project, declaration);
    for (const name of [...ecosystem.hubs, ...ecosystem.units]) seen.add(name);
    for (const members of ecosystem.roles.values()) for (const { name } of members) seen.add(name);
    for (const name of ecosystem.venturePartners) seen.add(name);
    return ecosystemNode(project, ecosystem);
  });
  const dealsInView = new Set(declared.flatMap((declaration) => ecosystemOf(project, declaration).deals));
  const strays = everyParty(project).filter(
    (party) => !seen.has(party.name) && dealsOf(project, party.name).length > 0,
  );
  const strayDeals = everyDeal(project).filter(
    (deal) => !dealsInView.has(deal) && partiesIn(deal).length === 0,
  );
  if (strays.length + strayDeals.length > 0) {
    const id = idOf('elsewhere');
    rows.push(
      groupNode(project, id, l10n.t('In no ecosystem'), 'question', () => [
        ...byTitle(strays).map((party) => partyNode(project, id, party, dealsOf(project, party.name))),
        ...byTitle(strayDeals).map((deal) => dealNode(project, id, deal)),
      ]),
    );
  }
  return rows;
}

function ecosystemNode(project: Project, ecosystem: Ecosystem): Node {
  const { declaration } = ecosystem;
  const id = idOf('ecosystem', declaration.name);
  const hubs = ecosystem.hubs.flatMap((name) => project.find(name) ?? []);
  return {
    id,
    kind: 'ecosystem',
    label: declaration.title,
    icon: kinds.ecosystem.icon,
    project,
    declaration,
    counted: () => [...hubs, ...ecosystem.deals],
    description: () => bucketsLine(capitalOf(project, ecosystem)),
    expanded: true,
    children: () => [
      ...hubs.map((hub) => hubNode(project, id, hub)),
      ...[...ecosystem.roles.keys()].map((role) => roleNode(project, id, ecosystem, role)),
    ],
  };
}

function hubNode(project: Project, parent: string, hub: Declaration): Node {
  return {
    ...partyNode(project, parent, hub, []),
    icon: 'target',
    description: () => moneyOfParty(project, hub),
  };
}

function roleNode(project: Project, parent: string, ecosystem: Ecosystem, role: EcosystemRole): Node {
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
    description: () => joined([String(members.length), sumsLine(sumsOfDeals(project, deals))]),
    expanded: true,
    children: () =>
      members.flatMap(({ name, deals: own }): Node[] => {
        const member = project.find(name);
        if (!member) return [];
        return [role === 'venture' ? ventureNode(project, id, member) : partyNode(project, id, member, own)];
      }),
  };
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

// --- rows by kind of party, status and year

function byPartyKind(project: Project): Node[] {
  const partyKinds = kindNames.filter((kind) => kinds[kind].group === 'party' || kind === 'venture');
  return partyKinds.flatMap((kind) => {
    const parties = byTitle([...project.ofKind(kind)]);
    if (parties.length === 0) return [];
    const id = idOf('kind', kind);
    return [
      groupNode(
        project,
        id,
        kindHeading(kind),
        kinds[kind].icon,
        () =>
          parties.map((party) =>
            kind === 'venture'
              ? ventureNode(project, id, party)
              : partyNode(project, id, party, dealsOf(project, party.name)),
          ),
        parties.length,
      ),
    ];
  });
}

function byStatus(project: Project): Node[] {
  const deals = everyDeal(project).map((deal) => ({ deal, status: standingOf(deal, project.asOf).status }));
  return [...statusNames, undefined].flatMap((status) => {
    const own = deals.filter((entry) => entry.status === status).map((entry) => entry.deal);
    if (own.length === 0) return [];
    const label = status ? `${status[0]!.toUpperCase()}${status.slice(1)}` : l10n.t('No status');
    return [dealsNode(project, idOf('status', status ?? ''), label, 'history', own)];
  });
}

function byYear(project: Project): Node[] {
  const years = new Map<number, Declaration[]>();
  for (const deal of everyDeal(project)) {
    const day = dateOfDeal(deal, project.asOf)?.earliest;
    const year = day === undefined || !Number.isFinite(day) ? -Infinity : fromDay(day).year;
    const own = years.get(year);
    if (own) own.push(deal);
    else years.set(year, [deal]);
  }
  return [...years]
    .sort(([a], [b]) => b - a)
    .map(([year, deals]) =>
      dealsNode(
        project,
        idOf('year', String(year)),
        Number.isFinite(year) ? String(year) : l10n.t('No date'),
        'calendar',
        deals,
      ),
    );
}

// --- single rows

function groupNode(
  project: Project,
  id: string,
  label: string,
  icon: string,
  children: () => readonly Node[],
  count?: number,
): Node {
  return {
    id,
    kind: 'group',
    label,
    icon,
    project,
    counted: () => children().flatMap((node) => countedIn(node)),
    description: () => (count === undefined ? undefined : String(count)),
    children,
  };
}

function dealsNode(
  project: Project,
  id: string,
  label: string,
  icon: string,
  deals: readonly Declaration[],
): Node {
  return {
    id,
    kind: 'group',
    label,
    icon,
    project,
    counted: () => deals,
    description: () => joined([String(deals.length), sumsLine(sumsOfDeals(project, deals))]),
    children: () => byDate(project, deals).map((deal) => dealNode(project, id, deal)),
  };
}

/** A party with the deals that put it where it stands. */
function partyNode(
  project: Project,
  parent: string,
  party: Declaration,
  deals: readonly Declaration[],
): Node {
  const id = below(parent, party.name);
  return {
    id,
    kind: 'party',
    label: party.title,
    icon: kinds[party.kind].icon,
    project,
    declaration: party,
    counted: () => deals,
    description: () => (deals.length > 0 ? moneyIn(project, party, deals) : moneyOfParty(project, party)),
    ...(deals.length > 0 && {
      children: () => byDate(project, deals).map((deal) => dealNode(project, id, deal)),
    }),
  };
}

/** A venture or project with its members. */
function ventureNode(project: Project, parent: string, venture: Declaration): Node {
  const row = dealNode(project, parent, venture);
  const members = [
    ...new Set([...factsOf(venture, 'member').flatMap(namesIn), ...venture.left, ...venture.right]),
  ]
    .flatMap((name) => project.find(name) ?? [])
    .filter((member) => member !== venture);
  return members.length > 0
    ? { ...row, children: () => members.map((member) => memberNode(project, row.id, venture, member)) }
    : row;
}

function memberNode(project: Project, parent: string, venture: Declaration, member: Declaration): Node {
  const roles = factsOf(venture, 'member').flatMap((fact) =>
    namesIn(fact).includes(member.name) ? fact.roles : [],
  );
  return { ...partyNode(project, parent, member, []), description: () => roles.join(', ') };
}

function dealNode(project: Project, parent: string, deal: Declaration): Node {
  return {
    id: below(parent, deal.name),
    kind: 'deal',
    label: dealLabel(project, deal),
    icon: kinds[deal.kind].icon,
    project,
    declaration: deal,
    counted: () => [],
    description: () => joined([dealMoney(project, deal), statusText(project, deal)]),
  };
}

function dealLabel(project: Project, deal: Declaration): string {
  if (deal.node.displayName || deal.kind === 'venture' || deal.kind === 'project') return deal.title;
  const side = (names: readonly string[]) =>
    names.map((name) => titleOf(project, name)).join(', ') || l10n.t('undisclosed');
  const arrow = deal.node.relation?.operator?.text === '<->' ? '↔' : '→';
  return deal.node.relation ? `${side(deal.left)} ${arrow} ${side(deal.right)}` : deal.title;
}

// --- what rows are made of

function moneyOfParty(project: Project, party: Declaration): string | undefined {
  const lines = positionsOf(flowsOfParty(project, party.name)).map(sumLine);
  return joined(lines) ?? textOf(party, 'sector');
}

/** What a party gives and gets in some of its deals; what it does is said only where it does more than one thing. */
function moneyIn(project: Project, party: Declaration, deals: readonly Declaration[]): string | undefined {
  const positions = positionsOf(deals.flatMap((deal) => flowsOf(deal, party.name, project.asOf)));
  const [only] = positions;
  return only && positions.length === 1 ? bucketsLine(only.buckets) : joined(positions.map(sumLine));
}

function everyParty(project: Project): Declaration[] {
  return kindNames
    .filter((kind) => kinds[kind].group === 'party')
    .flatMap((kind) => [...project.ofKind(kind)]);
}

function everyDeal(project: Project): Declaration[] {
  return kindNames
    .filter((kind) => kinds[kind].group === 'deal')
    .flatMap((kind) => [...project.ofKind(kind)]);
}

function partiesIn(deal: Declaration): string[] {
  return [...deal.left, ...deal.right, ...factsOf(deal, 'member').flatMap(namesIn)];
}

function byTitle(declarations: readonly Declaration[]): Declaration[] {
  return [...declarations].sort((a, b) => a.title.localeCompare(b.title) || (a.name < b.name ? -1 : 1));
}

function byDate(project: Project, deals: readonly Declaration[]): Declaration[] {
  const dated = deals.map((deal) => ({ deal, on: dateOfDeal(deal, project.asOf) }));
  dated.sort(
    (a, b) =>
      (a.on && b.on ? compareDates(b.on, a.on) : a.on ? -1 : b.on ? 1 : 0) ||
      (a.deal.name < b.deal.name ? -1 : 1),
  );
  return dated.map((entry) => entry.deal);
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ') || undefined;
}
