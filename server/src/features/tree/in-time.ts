import type { Declaration } from '../../model/declaration';
import { dateOfDeal } from '../../model/lifecycle';
import type { Project } from '../../project/project';
import { inReadingOrder } from './reading-order';
import { compareDates, type DealDate } from '../../values/date';

/** A deal with the date that places it in time. */
export interface DatedDeal {
  readonly deal: Declaration;
  readonly on: DealDate | undefined;
}

/** The order in which deals are shown: the latest first, those without a date last. */
export interface TimeOrder {
  readonly compare: (a: DatedDeal, b: DatedDeal) => number;
  readonly sorted: (deals: readonly Declaration[]) => DatedDeal[];
  /** Puts a deal into its place in a sorted list. */
  readonly insert: (list: DatedDeal[], deal: Declaration) => void;
}

/** The order of a project's deals as of its day. Deals of one day stand by name, those of one name by their place. */
export function inTime(project: Project): TimeOrder {
  const dated = (deal: Declaration): DatedDeal => ({ deal, on: dateOfDeal(deal, project.asOf) });
  const compare = (a: DatedDeal, b: DatedDeal): number =>
    (a.on && b.on ? compareDates(b.on, a.on) : a.on ? -1 : b.on ? 1 : 0) || byName(project, a.deal, b.deal);
  return {
    compare,
    sorted: (deals) => deals.map(dated).sort(compare),
    insert: (list, deal) => {
      const entry = dated(deal);
      let from = 0;
      let to = list.length;
      while (from < to) {
        const middle = (from + to) >> 1;
        if (compare(list[middle]!, entry) < 0) from = middle + 1;
        else to = middle;
      }
      list.splice(from, 0, entry);
    },
  };
}

/** By name; where several have the same, by file and place. */
export function byName(project: Project, a: Declaration, b: Declaration): number {
  if (a.name !== b.name) return inReadingOrder(a.name, b.name);
  if (a === b) return 0;
  const same = project.declarationsOf(a.name);
  return same.indexOf(a) - same.indexOf(b);
}
