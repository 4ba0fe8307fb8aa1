import * as l10n from '@vscode/l10n';
import { excerpt } from '../../language/excerpt';
import { kinds, type MoneyPurpose } from '../../language/schema';
import type { Buckets } from '../../model/deal';
import { factsOf, namesIn, textOf, type Declaration } from '../../model/declaration';
import { flowsOf } from '../../model/flow';
import { dealsOf, flowsOfParty, positionsOf } from '../../model/position';
import type { Project } from '../../project/project';
import { dealMoney, statusText } from '../summary/deal';
import { disputedIn, sumLine } from '../summary/party';
import { bucketsLine, convertedMark, sumsCard, sumsLine } from '../summary/sums';
import { dealLabel } from '../summary/deal-label';
import type { Disputed } from './disputed';
import { inTime } from './in-time';
import type { DealGroup } from './ledger';
import type { Matches } from './matches';
import { below, joined, once, shows, type Counted, type RowNode } from './node';

/** A group whose rows are made on demand, with the declarations in them whose problems it counts. */
export function groupNode(
  project: Project,
  id: string,
  label: string,
  icon: string,
  children: () => readonly RowNode[],
  counted: () => Counted,
  description: () => string | undefined = () => undefined,
): RowNode {
  return { id, kind: 'group', label, icon, project, counted, description, children: once(children) };
}

/** A group of deals with their sum, the latest first. */
export function dealsNode(
  project: Project,
  id: string,
  label: string,
  icon: string,
  deals: DealGroup,
  disputed: Disputed,
): RowNode {
  const children = () => pagedDeals(project, id, deals.deals());
  return {
    ...groupNode(project, id, label, icon, children, () => deals.has),
    ...wordsOf(project, label, String(deals.size), deals.size, deals.sums, () =>
      disputed.among(deals.size, deals.has),
    ),
    mayHold: deals.has,
    holds: (matches) => deals.holdsAny(matches),
  };
}

/**
 * The description and the card of a row that stands for some deals: their sums, which of them are converted, and who
 * disputes them.
 * @param members how many the row says it has
 */
export function wordsOf(
  project: Project,
  label: string,
  members: string,
  size: number,
  sums: () => ReadonlyMap<MoneyPurpose, Buckets>,
  disputed: () => string | undefined,
): Pick<RowNode, 'description' | 'card'> {
  return {
    description: () =>
      joined([members, sumsLine(sums()), convertedMark(sums().values()), sumsLine(sums()) && disputed()]),
    card: () => sumsCard(project, label, size, sums(), disputed()),
  };
}

/** Deals below a row, as far as somebody asks for them. */
interface DealsBelow {
  readonly isNone: boolean;
  readonly list: () => readonly Declaration[];
  /** Whether a declaration can be one of them. */
  readonly mayHold: (target: Declaration) => boolean;
  /** Whether one of them matches. */
  readonly holds: (matches: Matches) => boolean;
}

function listed(deals: readonly Declaration[]): DealsBelow {
  return {
    isNone: deals.length === 0,
    list: () => deals,
    mayHold: (target) => deals.includes(target),
    holds: (matches) => deals.some((deal) => matches.isDeal(deal)),
  };
}

/** A party with the deals that put it where it stands. */
export function partyNode(
  project: Project,
  parent: string,
  party: Declaration,
  deals: readonly Declaration[],
): RowNode {
  return partyWith(project, parent, party, listed(deals));
}

/** A party with all of its deals. */
export function partyWithDeals(project: Project, parent: string, party: Declaration): RowNode {
  const { name } = party;
  const list = once(() => dealsOf(project, name));
  return partyWith(project, parent, party, {
    isNone: !hasDeals(project, party),
    list,
    mayHold: (target) => target.name === name || target.mentionedNames.includes(name),
    holds: (matches) => matches.hasDealsOf(name) && hasDeals(project, party, (deal) => matches.isDeal(deal)),
  });
}

function partyWith(project: Project, parent: string, party: Declaration, deals: DealsBelow): RowNode {
  const id = below(parent, keyOf(project, party));
  return {
    id,
    kind: 'party',
    label: party.title,
    icon: kinds[party.kind].icon,
    project,
    declaration: party,
    counted: deals.list,
    description: () => (deals.isNone ? moneyOfParty(project, party) : moneyIn(project, party, deals.list())),
    ...(!deals.isNone && rowsOfDeals(project, id, deals)),
  };
}

function rowsOfDeals(
  project: Project,
  id: string,
  { list, mayHold, holds }: DealsBelow,
): Pick<RowNode, 'children' | 'mayHold' | 'holds'> {
  const inOrder = () =>
    inTime(project)
      .sorted(list())
      .map(({ deal }) => deal);
  return { children: once(() => pagedDeals(project, id, inOrder())), mayHold, holds };
}

function pagedDeals(project: Project, id: string, deals: readonly Declaration[]): RowNode[] {
  return paged(
    project,
    id,
    deals,
    (parent, deal) => dealNode(project, parent, deal),
    (matches, page) => page.some((deal) => matches.isDeal(deal)),
  );
}

/** More rows than this below one take a view too long to draw, and nobody reads that far. */
const pageSize = 500;

/**
 * A row for each of a list of declarations. A long list goes on in rows of their own, a page below each: nobody waits
 * for thousands of rows to see the first ones.
 */
export function paged(
  project: Project,
  id: string,
  declarations: readonly Declaration[],
  make: (parent: string, declaration: Declaration) => RowNode,
  holds: (matches: Matches, page: readonly Declaration[]) => boolean = (matches, page) =>
    showsAny(matches, page, (declaration) => make(id, declaration)),
): RowNode[] {
  const rows = declarations.slice(0, pageSize).map((declaration) => make(id, declaration));
  for (let start = pageSize; start < declarations.length; start += pageSize) {
    const page = declarations.slice(start, start + pageSize);
    const pageId = below(id, `#${start + 1}`);
    rows.push({
      id: pageId,
      kind: 'group',
      label: l10n.t('{0} to {1}', start + 1, start + page.length),
      icon: 'ellipsis',
      project,
      counted: () => page,
      description: () => undefined,
      children: once(() => page.map((declaration) => make(pageId, declaration))),
      mayHold: (target) => {
        const around = new Set(partiesIn(target));
        return page.some((each) => each === target || around.has(each.name));
      },
      holds: (matches) => holds(matches, page),
    });
  }
  return rows;
}

/** Whether the row of one of some declarations matches, or one below it; rows are made where they may. */
export function showsAny(
  matches: Matches,
  declarations: readonly Declaration[],
  make: (declaration: Declaration) => RowNode,
): boolean {
  return declarations.some(
    (declaration) => matches.mayShow(declaration) && shows(make(declaration), matches),
  );
}

/** A declaration's part of a row's id: its name, with its number where others have the same. */
export function keyOf(project: Project, declaration: Declaration): string {
  const same = project.declarationsOf(declaration.name);
  return same.length > 1 ? `${declaration.name}#${same.indexOf(declaration) + 1}` : declaration.name;
}

/** A venture or project with its members. */
export function ventureNode(project: Project, parent: string, venture: Declaration): RowNode {
  const row = dealNode(project, parent, venture);
  const members = [
    ...new Set([...factsOf(venture, 'member').flatMap(namesIn), ...venture.left, ...venture.right]),
  ]
    .flatMap((name) => project.find(name) ?? [])
    .filter((member) => member !== venture);
  return members.length > 0
    ? {
        ...row,
        children: once(() => members.map((member) => memberNode(project, row.id, venture, member))),
        mayHold: (target) => members.includes(target),
      }
    : row;
}

function memberNode(project: Project, parent: string, venture: Declaration, member: Declaration): RowNode {
  const roles = factsOf(venture, 'member').flatMap((fact) =>
    namesIn(fact).includes(member.name) ? fact.roles : [],
  );
  return { ...partyNode(project, parent, member, []), description: () => roles.join(', ') };
}

/** A deal with its money and status. */
export function dealNode(project: Project, parent: string, deal: Declaration): RowNode {
  return {
    id: below(parent, keyOf(project, deal)),
    kind: 'deal',
    label: dealLabel(project, deal),
    icon: kinds[deal.kind].icon,
    project,
    declaration: deal,
    counted: () => [],
    description: () => joined([dealMoney(project, deal), statusText(project, deal)]),
  };
}

/** A name that deals mention and nothing declares, with those deals: nothing disappears because of a typing slip. */
export function undeclaredNode(
  project: Project,
  parent: string,
  name: string,
  deals: readonly Declaration[],
): RowNode {
  const id = below(parent, name);
  return {
    id,
    kind: 'group',
    label: excerpt(name),
    icon: 'question',
    project,
    counted: () => deals,
    description: () => l10n.t('not declared'),
    ...rowsOfDeals(project, id, listed(deals)),
  };
}

/** What goes into and out of a party, in a few words; its sector where no money does. */
export function moneyOfParty(project: Project, party: Declaration): string | undefined {
  const lines = positionsOf(project, flowsOfParty(project, party.name)).map((position) =>
    sumLine(project, position),
  );
  return joined(lines) ?? textOf(party, 'sector');
}

/** What a party gives and gets in some of its deals; what it does is said only where it does more than one thing. */
function moneyIn(project: Project, party: Declaration, deals: readonly Declaration[]): string | undefined {
  const positions = positionsOf(
    project,
    deals.flatMap((deal) => flowsOf(deal, party.name, project.asOf)),
  );
  const [only] = positions;
  if (!only || positions.length > 1) return joined(positions.map((position) => sumLine(project, position)));
  return joined([bucketsLine(only.buckets), convertedMark([only.buckets]), disputedIn(project, only)]);
}

/** Whether a party has any deals for which a test holds: cheaper than to ask for them. */
export function hasDeals(
  project: Project,
  { name }: Declaration,
  holds: (deal: Declaration) => boolean = () => true,
): boolean {
  for (const { declaration, mention } of project.mentionsOf(name)) {
    if (mention.role !== 'per' && kinds[declaration.kind].group === 'deal' && holds(declaration)) return true;
  }
  const own = project.find(name);
  return own !== undefined && kinds[own.kind].group === 'deal' && holds(own);
}

/** The names of the parties of a deal, its venture's members included. */
export function partiesIn(deal: Declaration): string[] {
  return [...deal.left, ...deal.right, ...factsOf(deal, 'member').flatMap(namesIn)];
}
