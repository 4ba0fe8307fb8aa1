import { capitalPartsOf, ecosystemOf, hasRole, sumOfParts } from '../../model/ecosystem';
import { sumsByPurpose } from '../../model/sums';
import { titleOf } from '../../features/summary/names';
import { byTitle } from '../../features/tree/title-list';
import { placeIn } from './declared';
import type { Selection } from './filters';
import type { Column, Row } from './listing';

export const ecosystemColumns: readonly Column[] = [
  { key: 'ecosystem', title: 'Ecosystem' },
  { key: 'title', title: 'Title', isDetail: true },
  { key: 'hubs', title: 'Hubs' },
  { key: 'members', title: 'Members', isNumber: true },
  { key: 'sum', title: 'Sum' },
  { key: 'purpose', title: 'Purpose' },
  { key: 'deals', title: 'Deals', isNumber: true },
  { key: 'file', title: 'File', isDetail: true },
  { key: 'line', title: 'Line', isNumber: true, isDetail: true },
];

/**
 * The ecosystems by title: the capital that others put into their hubs, and the money of all deals that tie somebody to
 * one, purpose by purpose.
 */
export function ecosystemRows(selection: Selection): Row[] {
  const { project, isNamed, passes, ecosystems } = selection;
  const wanted = [...project.ofKind('ecosystem')].filter(
    (declaration) => isNamed(declaration) && (!ecosystems || ecosystems.has(declaration.name)),
  );
  return byTitle(project, wanted).flatMap((declaration) => {
    const ecosystem = ecosystemOf(project, declaration);
    const deals = ecosystem.deals.filter((deal) => passes(deal));
    if (selection.isFiltered && deals.length === 0) return [];
    const members = new Set(
      [...ecosystem.roles.values()].flatMap((group) =>
        group.filter((member) => hasRole(member, project.asOf)).map(({ name }) => name),
      ),
    );
    const cells = {
      ecosystem: declaration.name,
      title: declaration.title,
      hubs: ecosystem.hubs.map((name) => titleOf(project, name)),
      members: members.size,
      ...placeIn(project, declaration),
    };
    const capital = capitalPartsOf(project, ecosystem).filter(({ deal }) => passes(deal));
    const sums = sumsByPurpose(project, deals);
    if (sums.length === 0) return [{ cells: { ...cells, sum: 'all deals', deals: deals.length } }];
    return [
      {
        cells: { ...cells, sum: 'into the hubs', purpose: 'capital', deals: capital.length },
        sums: sumOfParts(project, capital),
      },
      ...sums.map(({ purpose, buckets, parts }) => ({
        cells: { ...cells, sum: 'all deals', purpose, deals: parts.length },
        sums: buckets,
      })),
    ];
  });
}
