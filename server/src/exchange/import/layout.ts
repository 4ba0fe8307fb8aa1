import type { DeclarationRecord } from '../record';
import type { Imported, ImportedDeal } from './imported';

/** More deals than that in one file are slow to work with, for people and for editors. */
export const mostDeals = 5000;

/** What is to be written behind what stands in a file. */
export interface Addition {
  readonly path: string;
  readonly records: readonly DeclarationRecord[];
}

/**
 * The files that new declarations stand in: one, or, where there are many, some of deals beside one of parties and sources.
 * @param to where they are wanted, such as `deals/rounds.deal`
 * @param dealsIn how many deals stand in a file; undefined where there is no such file
 */
export function additionsFor(
  to: string,
  { sources, parties }: Pick<Imported, 'sources' | 'parties'>,
  deals: readonly ImportedDeal[],
  dealsIn: (path: string) => number | undefined,
): Addition[] {
  const stem = to.replace(/\.deal$/, '');
  const partiesPath = `${stem}-parties.deal`;
  const others = [...sources, ...parties];
  const records = deals.map(({ record }) => record);
  const isSplit = dealsIn(partiesPath) !== undefined || (dealsIn(to) ?? 0) + records.length > mostDeals;
  if (!isSplit)
    return others.length + records.length > 0 ? [{ path: to, records: [...others, ...records] }] : [];
  const additions: Addition[] = others.length > 0 ? [{ path: partiesPath, records: others }] : [];
  let at = 0;
  for (let part = 1; at < records.length; part++) {
    const path = `${stem}-${part}.deal`;
    const room = mostDeals - (dealsIn(path) ?? 0);
    if (room <= 0) continue;
    additions.push({ path, records: records.slice(at, at + room) });
    at += room;
  }
  return additions;
}
