import * as l10n from '@vscode/l10n';
import type { Declaration } from '../../model/declaration';
import { dateOfDeal } from '../../model/lifecycle';
import type { Project } from '../../project/project';
import { fromDay } from '../../values/date';
import { idOf, type RowNode } from './node';
import { dealsNode, everyDeal } from './rows';

/** Deals by year, the latest first, those without a date last. */
export function byYear(project: Project): RowNode[] {
  const years = new Map<number, Declaration[]>();
  for (const deal of everyDeal(project)) {
    const day = dateOfDeal(deal, project.asOf)?.earliest;
    const year = day === undefined || !Number.isFinite(day) ? -Infinity : fromDay(day).year;
    const own = years.get(year);
    if (own) own.push(deal);
    else years.set(year, [deal]);
  }
  return [...years]
    .sort(([a], [b]) => b - a)
    .map(([year, deals]) =>
      dealsNode(
        project,
        idOf('year', String(year)),
        Number.isFinite(year) ? String(year) : l10n.t('No date'),
        'calendar',
        deals,
      ),
    );
}
