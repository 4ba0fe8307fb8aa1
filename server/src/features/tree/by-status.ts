import * as l10n from '@vscode/l10n';
import { statusNames } from '../../language/schema';
import { standingOf } from '../../model/lifecycle';
import type { Project } from '../../project/project';
import { idOf, type RowNode } from './node';
import { dealsNode, everyDeal } from './rows';

/** Deals by their latest status, in the order of a deal's life. */
export function byStatus(project: Project): RowNode[] {
  const deals = everyDeal(project).map((deal) => ({ deal, status: standingOf(deal, project.asOf).status }));
  return [...statusNames, undefined].flatMap((status) => {
    const own = deals.filter((entry) => entry.status === status).map((entry) => entry.deal);
    if (own.length === 0) return [];
    const label = status ? `${status[0]!.toUpperCase()}${status.slice(1)}` : l10n.t('No status');
    return [dealsNode(project, idOf('status', status ?? ''), label, 'history', own)];
  });
}
