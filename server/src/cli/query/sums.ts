import { kindNames, kinds } from '../../language/schema';
import { purposeOf } from '../../model/deal';
import type { Declaration } from '../../model/declaration';
import { sumsByPair, sumsByPurpose, sumsByYear } from '../../model/sums';
import { titleOf } from '../../features/summary/names';
import { dealsIn, type Selection } from './filters';
import type { Column, Row } from './listing';
import { workedOff } from './worked-off';

const purposeColumns: readonly Column[] = [
  { key: 'purpose', title: 'Purpose' },
  { key: 'deals', title: 'Deals', isNumber: true },
];

export const pairColumns: readonly Column[] = [
  { key: 'from', title: 'From' },
  { key: 'to', title: 'To' },
  ...purposeColumns,
];

/** What one party puts into another, purpose by purpose. Who is not known has no name. */
export function pairRows(selection: Selection): Row[] {
  const { project, parties } = selection;
  const isWanted = (name: string | undefined) => name !== undefined && parties?.has(name) === true;
  return workedOff(sumsByPair(project, dealsIn(selection)))
    .filter(({ giver, receiver }) => !parties || isWanted(giver) || isWanted(receiver))
    .flatMap(({ giver, receiver, sums }) =>
      sums.map(({ purpose, buckets, parts }) => ({
        cells: {
          from: giver === undefined ? undefined : titleOf(project, giver),
          to: receiver === undefined ? undefined : titleOf(project, receiver),
          purpose,
          deals: parts.length,
        },
        sums: buckets,
      })),
    );
}

export const kindColumns: readonly Column[] = [{ key: 'kind', title: 'Kind' }, ...purposeColumns];

/** What the deals of each kind come to, in the order of the language. Those that are about no money are counted. */
export function kindRows(selection: Selection): Row[] {
  const { project } = selection;
  const deals = dealsIn(selection);
  return kindNames.flatMap((kind) => {
    const own = deals.filter((deal) => deal.kind === kind);
    const sums = new Map(sumsByPurpose(project, own).map((sum) => [sum.purpose, sum.buckets]));
    return [...groupedBy(own, purposeOf)].map(([purpose, some]): Row => {
      const buckets = purpose && sums.get(purpose);
      const cells = { kind, purpose, deals: some.length };
      return buckets ? { cells, sums: buckets } : { cells };
    });
  });
}

export const yearColumns: readonly Column[] = [
  { key: 'year', title: 'Year', isNumber: true },
  ...purposeColumns,
];

/**
 * What falls into each year, the first one first: tranches and payments in the years of their own dates, as reports have
 * it. What lies in no single year has none.
 */
export function yearRows(selection: Selection): Row[] {
  return sumsByYear(selection.project, dealsIn(selection)).flatMap(({ year, sums }) =>
    sums.map(({ purpose, buckets, parts }) => ({
      cells: { year, purpose, deals: parts.length },
      sums: buckets,
    })),
  );
}

/** The kinds of deals and parties, by which queries filter. */
export const filterKinds = kindNames.filter(
  (kind) => kinds[kind].group === 'deal' || kinds[kind].group === 'party',
);

function groupedBy<Key>(
  deals: readonly Declaration[],
  keyOf: (deal: Declaration) => Key,
): Map<Key, Declaration[]> {
  const groups = new Map<Key, Declaration[]>();
  for (const deal of deals) {
    const key = keyOf(deal);
    const own = groups.get(key);
    if (own) own.push(deal);
    else groups.set(key, [deal]);
  }
  return groups;
}
