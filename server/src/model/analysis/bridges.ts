import type { Corpus } from '../corpus';
import { isUnderWay } from './standing';
import { ecosystemOf, ecosystemRoles, type Ecosystem, type EcosystemRole } from '../ecosystem';

/** A party that stands in several ecosystems. */
export interface Bridge {
  readonly party: string;
  readonly ecosystems: readonly {
    readonly ecosystem: Ecosystem;
    /** None for a hub, its units, and partners in its ventures. */
    readonly roles: readonly EcosystemRole[];
  }[];
}

/**
 * The parties that tie declared ecosystems together: hubs, members in any role by a deal that is under way, and partners
 * in ventures; by name.
 */
export function bridgesBetween(corpus: Corpus): Bridge[] {
  const places = new Map<string, { ecosystem: Ecosystem; roles: EcosystemRole[] }[]>();
  const ecosystems = [...corpus.ofKind('ecosystem')]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((declaration) => ecosystemOf(corpus, declaration));
  for (const ecosystem of ecosystems) {
    const roles = new Map<string, EcosystemRole[]>();
    for (const name of [...ecosystem.hubs, ...ecosystem.units, ...ecosystem.venturePartners])
      roles.set(name, []);
    for (const role of ecosystemRoles) {
      for (const { name, deals } of ecosystem.roles.get(role) ?? []) {
        if (deals.length > 0 && !deals.some((deal) => isUnderWay(deal, corpus.asOf))) continue;
        roles.set(name, [...(roles.get(name) ?? []), role]);
      }
    }
    for (const [name, own] of roles) {
      const known = places.get(name);
      if (known) known.push({ ecosystem, roles: own });
      else places.set(name, [{ ecosystem, roles: own }]);
    }
  }
  return [...places]
    .filter(([, found]) => found.length > 1)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([party, found]) => ({ party, ecosystems: found }));
}
