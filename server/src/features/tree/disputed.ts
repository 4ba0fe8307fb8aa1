import { kinds } from '../../language/schema';
import type { Declaration } from '../../model/declaration';
import type { Project } from '../../project/project';
import { moneyProperties } from '../../model/claim';
import { disputedInPart, disputersOf } from '../summary/disputes';
import { once } from './node';

/** The deals of a project whose money somebody disputes. There are few, so that long lists are not gone through for them. */
export class Disputed {
  private readonly deals = once(() => disputedDeals(this.project));

  constructor(private readonly project: Project) {}

  /** Says who disputes the money of some deals, all of it or a part; undefined where nobody does. */
  among(size: number, has: (deal: Declaration) => boolean): string | undefined {
    const disputers = [...this.deals()].flatMap(([deal, who]) => (has(deal) ? [who] : []));
    return disputedInPart(disputers, disputers.length === size);
  }

  /** The same of a list. */
  amongAll(deals: readonly Declaration[]): string | undefined {
    if (this.deals().size === 0) return undefined;
    const distinct = new Set(deals);
    return this.among(distinct.size, (deal) => distinct.has(deal));
  }
}

function disputedDeals(project: Project): ReadonlyMap<Declaration, string> {
  const deals = new Map<Declaration, string>();
  for (const { operator, right } of project.ofKind('claim')) {
    if (operator !== 'disputes' && operator !== 'denies') continue;
    for (const deal of right.flatMap((name) => project.declarationsOf(name))) {
      if (kinds[deal.kind].group !== 'deal' || deals.has(deal)) continue;
      const who = disputersOf(project, deal, moneyProperties);
      if (who) deals.set(deal, who);
    }
  }
  return deals;
}
