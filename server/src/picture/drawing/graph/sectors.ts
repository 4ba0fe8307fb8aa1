import type { Graph } from '../../graph';
import { sectorClass, sectorColours } from '../../style';

/**
 * The looks of the sectors that most parties are in, by sector; the others have none, since nobody tells a dozen colours
 * apart. Nothing where a graph has one sector alone.
 */
export function sectorLooks({ nodes }: Graph): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { sector } of nodes) if (sector !== undefined) counts.set(sector, (counts.get(sector) ?? 0) + 1);
  const isTold =
    counts.size > 1 || nodes.some(({ sector, kind }) => sector === undefined && kind === 'company');
  const ordered = isTold ? [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)) : [];
  return new Map(ordered.slice(0, sectorColours).map(([sector], index) => [sector, sectorClass(index)]));
}
