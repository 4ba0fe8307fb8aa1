import { hasMoney } from '../../model/deal';
import { namesIn, factsOf, textOf, type Declaration } from '../../model/declaration';
import { flowsOf } from '../../model/flow';
import { dealsOf, positionsOf } from '../../model/position';
import { isPartyOrVenture } from '../../features/participants';
import { titleOf } from '../../features/summary/names';
import { ofGroup } from '../../features/whole-project';
import { inReadingOrder } from '../../features/tree/reading-order';
import { placeIn } from './declared';
import { dealsIn, type Selection } from './filters';
import type { Column, Row } from './listing';

export const partyColumns: readonly Column[] = [
  { key: 'party', title: 'Party' },
  { key: 'title', title: 'Title', isDetail: true },
  { key: 'kind', title: 'Kind' },
  { key: 'sector', title: 'Sector' },
  { key: 'deals', title: 'Deals', isNumber: true },
  { key: 'direction', title: 'Money' },
  { key: 'purpose', title: 'Purpose' },
  { key: 'file', title: 'File', isDetail: true },
  { key: 'line', title: 'Line', isNumber: true, isDetail: true },
];

/** Who has which part in the deals: a row for what goes in and one for what goes out, for each purpose. By title. */
export function partyRows(selection: Selection): Row[] {
  const { project, partyKinds } = selection;
  return partiesIn(selection)
    .filter(({ declaration }) => !partyKinds || (declaration && partyKinds.has(declaration.kind)))
    .sort((a, b) => inReadingOrder(a.title, b.title) || inReadingOrder(a.name, b.name))
    .flatMap(({ name, title, declaration }) => {
      const deals = dealsOf(project, name).filter((deal) => selection.passes(deal));
      const positions = positionsOf(
        project,
        deals.flatMap((deal) => flowsOf(deal, name, project.asOf)),
      ).filter(({ buckets }) => hasMoney(buckets));
      const cells = {
        party: name,
        title,
        kind: declaration?.kind,
        sector: declaration && textOf(declaration, 'sector'),
        deals: deals.length,
        ...(declaration && placeIn(project, declaration)),
      };
      if (positions.length === 0) return [{ cells }];
      return positions.map(({ direction, purpose, buckets }) => ({
        cells: { ...cells, direction, purpose },
        sums: buckets,
      }));
    });
}

interface Listed {
  readonly name: string;
  readonly title: string;
  /** Undefined for who is named in a deal and declared nowhere. */
  readonly declaration: Declaration | undefined;
}

/** Who is declared in the files, or only named in deals there; of filtered deals those that have a part in one. */
function partiesIn(selection: Selection): Listed[] {
  const { project, isNamed, isFiltered, passes, parties } = selection;
  const declared = [...ofGroup(project, 'party'), ...project.ofKind('venture')]
    .filter((party) => isNamed(party) && project.find(party.name) === party)
    .filter(({ name }) => !isFiltered || dealsOf(project, name).some((deal) => passes(deal)))
    .map(({ name }) => name);
  const named = dealsIn(selection)
    .flatMap(takingPart)
    .filter((name) => !project.find(name));
  return [...new Set([...declared, ...named])]
    .filter((name) => !parties || parties.has(name))
    .map((name) => {
      const declaration = project.find(name);
      const isParty = declaration && isPartyOrVenture(declaration);
      return { name, title: titleOf(project, name), declaration: isParty ? declaration : undefined };
    });
}

function takingPart(deal: Declaration): string[] {
  const lines = (['lead', 'member', 'seller'] as const).flatMap((name) => factsOf(deal, name));
  return [...deal.left, ...deal.right, ...lines.flatMap(namesIn)];
}
