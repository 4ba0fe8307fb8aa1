import * as l10n from '@vscode/l10n';
import { statusNames } from '../../language/schema';
import type { Project } from '../../project/project';
import { Disputed } from './disputed';
import type { Ledger } from './ledger';
import { idOf, type RowNode } from './node';
import { dealsNode } from './rows';

/** Deals by their latest status, in the order of a deal's life. */
export function byStatus(project: Project, ledger: Ledger): RowNode[] {
  const disputed = new Disputed(project);
  return [...statusNames, undefined].flatMap((status) => {
    const own = ledger.ofStatus(status);
    if (own.size === 0) return [];
    const label = status ? `${status[0]!.toUpperCase()}${status.slice(1)}` : l10n.t('No status');
    return [dealsNode(project, idOf('status', status ?? ''), label, 'history', own, disputed)];
  });
}
