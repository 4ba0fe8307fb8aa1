import { kindNames, kinds } from '../../language/schema';
import { dealsOf } from '../../model/position';
import type { Project } from '../../project/project';
import { kindHeading } from '../summary/names';
import { idOf, type RowNode } from './node';
import { byTitle, everyDeal, groupNode, paged, partiesIn, partyNode, ventureNode } from './rows';

/** Companies, funds, people and so on, each with its deals. */
export function byPartyKind(project: Project): RowNode[] {
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
          paged(project, id, parties, (parent, party) =>
            kind === 'venture'
              ? ventureNode(project, parent, party)
              : partyNode(project, parent, party, dealsOf(project, party.name)),
          ),
        {
          counted: () => [
            ...parties,
            ...everyDeal(project).filter((deal) =>
              partiesIn(deal).some((name) => project.find(name)?.kind === kind),
            ),
          ],
          description: () => String(parties.length),
        },
      ),
    ];
  });
}
