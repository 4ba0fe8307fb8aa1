import { fitsTarget } from '../language/schema';
import type { Declaration } from '../model/declaration';
import type { Ecosystem } from '../model/ecosystem';

/** Whether a declaration is somebody who can take part in a deal. */
export function isPartyOrVenture({ kind }: Declaration): boolean {
  return fitsTarget(kind, 'party');
}

/** The names of all who have a part in an ecosystem, each once; what is counted in may be a deal. */
export function everybodyIn({ hubs, units, roles, venturePartners }: Ecosystem): Set<string> {
  const members = [...roles.values()].flatMap((group) => group.map(({ name }) => name));
  return new Set([...hubs, ...units, ...members, ...venturePartners]);
}
