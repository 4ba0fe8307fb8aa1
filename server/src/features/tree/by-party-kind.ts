import { kindNames, kinds } from '../../language/schema';
import type { Declaration } from '../../model/declaration';
import type { Project } from '../../project/project';
import { kindHeading } from '../summary/names';
import { idOf, type RowNode } from './node';
import type { Census } from './census';
import { groupNode, paged, partiesIn, partyWithDeals, showsAny, ventureNode } from './rows';

/** Companies, funds, people and so on, each with its deals. */
export function byPartyKind(project: Project, census: Census): RowNode[] {
  const partyKinds = kindNames.filter((kind) => kinds[kind].group === 'party' || kind === 'venture');
  return partyKinds.flatMap((kind) => {
    const parties = census.parties((party) => party.kind === kind);
    if (parties.length === 0) return [];
    const id = idOf('kind', kind);
    const make = (parent: string, party: Declaration) =>
      kind === 'venture' ? ventureNode(project, parent, party) : partyWithDeals(project, parent, party);
    const children = () => paged(project, id, parties, make);
    const isOf = (declaration: Declaration) => declaration.kind === kind;
    const counted = (declaration: Declaration) =>
      isOf(declaration) ||
      (kinds[declaration.kind].group === 'deal' &&
        partiesIn(declaration).some((name) => {
          const party = project.find(name);
          return party !== undefined && isOf(party);
        }));
    const icon = kinds[kind].icon;
    const size = () => String(parties.length);
    return [
      {
        ...groupNode(project, id, kindHeading(kind), icon, children, () => counted, size),
        holds: (matches) => showsAny(matches, parties, (party) => make(id, party)),
      },
    ];
  });
}
