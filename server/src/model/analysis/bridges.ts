import type { Corpus } from '../corpus';
import {
  ecosystemOf,
  ecosystemRoles,
  hasRole,
  partnersOf,
  type Ecosystem,
  type EcosystemRole,
} from '../ecosystem';

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
 * The parties that tie declared ecosystems together: hubs, members in any role that they have on the corpus' day, and
 * partners in ventures; by name.
 */
export function bridgesBetween(corpus: Corpus): Bridge[] {
  const places = new Map<string, { ecosystem: Ecosystem; roles: EcosystemRole[] }[]>();
  const ecosystems = [...corpus.ofKind('ecosystem')]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((declaration) => ecosystemOf(corpus, declaration));
  for (const ecosystem of ecosystems) {
    const roles = new Map<string, EcosystemRole[]>();
    const partners = partnersOf(ecosystem).filter((partner) => hasRole(partner, corpus.asOf));
    for (const name of [...ecosystem.hubs, ...ecosystem.units, ...partners.map((partner) => partner.name)])
      roles.set(name, []);
    for (const role of ecosystemRoles) {
      for (const member of ecosystem.roles.get(role) ?? []) {
        if (hasRole(member, corpus.asOf)) roles.set(member.name, [...(roles.get(member.name) ?? []), role]);
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
