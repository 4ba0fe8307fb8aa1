import * as l10n from '@vscode/l10n';
import type { Declaration } from '../../../model/declaration';
import { partnersOf, tieOf, type Ecosystem, type EcosystemRole, type Member } from '../../../model/ecosystem';
import type { Project } from '../../../project/project';
import { roleHeading, tieText } from '../../summary/ecosystem';
import { kindLabel } from '../../summary/names';
import { withDispute } from '../../summary/disputes';
import { disputedIn, sumLine } from '../../summary/party';
import { bucketsLine } from '../../summary/sums';
import { heading, type Block } from '../content';
import { positionsOfMember } from '../figures';
import { linkToName } from '../links';
import type { Section } from '../section';
import type { Subject } from '../subject';
import { table } from '../table';
import { moneyFields, workOfParty } from './hubs';

/** Who takes part: in an ecosystem by role, in a project by title. */
export const parties: Section = function* (subject) {
  const { project, ecosystem } = subject;
  const rows = ecosystem ? yield* byRole(project, ecosystem) : yield* byTitle(subject);
  return rows.length > 0
    ? [heading(2, ecosystem ? l10n.t('Parties by role') : l10n.t('Parties')), ...rows]
    : [];
};

interface Placed extends Member {
  /** Absent for those who take part in a venture together with a hub. */
  readonly role?: EcosystemRole;
}

function* byRole(project: Project, ecosystem: Ecosystem): Generator<number, Block[]> {
  const members: Placed[] = [
    ...[...ecosystem.roles].flatMap(([role, group]) => group.map((member) => ({ role, ...member }))),
    ...partnersOf(ecosystem),
  ];
  return yield* table(members, [
    { title: l10n.t('Role'), of: ({ role }) => (role ? roleHeading(role) : l10n.t('Partners in ventures')) },
    { title: l10n.t('Party'), of: ({ name }) => [linkToName(project, name)] },
    { title: l10n.t('Standing'), of: (member) => tieText(tieOf(member, project.asOf)) ?? '', optional: true },
    {
      title: l10n.t('Deals'),
      align: 'right',
      of: ({ deals }) => (deals.length > 0 ? String(deals.length) : ''),
    },
    { title: l10n.t('Own money in these deals'), of: ({ name, deals }) => ownMoney(project, name, deals) },
  ]);
}

/** What a member gives and gets; what it does is said only where it does more than one thing. */
function ownMoney(project: Project, name: string, deals: readonly Declaration[]): string {
  const positions = positionsOfMember(project, name, deals);
  const [only] = positions;
  if (only && positions.length === 1)
    return withDispute(bucketsLine(only.buckets), disputedIn(project, only));
  return positions
    .map((position) => sumLine(project, position))
    .filter((line) => line !== '')
    .join('; ');
}

function* byTitle({ project, parties: all }: Subject): Generator<number, Block[]> {
  return yield* table(
    all.map(({ name }) => name),
    [
      { title: l10n.t('Party'), of: (name) => [linkToName(project, name)] },
      {
        title: l10n.t('Kind'),
        of: (name) => {
          const declaration = project.find(name);
          return declaration ? kindLabel(declaration.kind) : '';
        },
      },
      ...moneyFields(project),
    ],
    workOfParty,
  );
}
