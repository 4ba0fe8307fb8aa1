import { kindNames, kinds } from '../../language/schema';
import type { Declaration } from '../../model/declaration';
import { dealsOf } from '../../model/position';
import type { Project } from '../../project/project';
import { kindHeading } from '../summary/names';
import { idOf, type RowNode } from './node';
import { byTitle, groupNode, paged, partiesIn, partyNode, ventureNode } from './rows';

/** Companies, funds, people and so on, each with its deals. */
export function byPartyKind(project: Project): RowNode[] {
  const partyKinds = kindNames.filter((kind) => kinds[kind].group === 'party' || kind === 'venture');
  return partyKinds.flatMap((kind) => {
    const parties = [...project.ofKind(kind)];
    if (parties.length === 0) return [];
    const id = idOf('kind', kind);
    const children = () =>
      paged(project, id, byTitle(project, parties), (parent, party) =>
        kind === 'venture'
          ? ventureNode(project, parent, party)
          : partyNode(project, parent, party, dealsOf(project, party.name)),
      );
    const isOf = (declaration: Declaration) => declaration.kind === kind;
    const counted = (declaration: Declaration) =>
      isOf(declaration) ||
      (kinds[declaration.kind].group === 'deal' &&
        partiesIn(declaration).some((name) => {
          const party = project.find(name);
          return party !== undefined && isOf(party);
        }));
    return [
      groupNode(
        project,
        id,
        kindHeading(kind),
        kinds[kind].icon,
        children,
        () => counted,
        () => String(parties.length),
      ),
    ];
  });
}
