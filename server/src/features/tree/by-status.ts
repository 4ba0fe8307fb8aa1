import * as l10n from '@vscode/l10n';
import { statusNames } from '../../language/schema';
import type { Project } from '../../project/project';
import { Disputed } from './disputed';
import type { DealStage, Ledger } from './ledger';
import { idOf, type RowNode } from './node';
import { dealsNode } from './rows';

const stages: readonly DealStage[] = [...statusNames, undefined, 'ahead'];

/** Deals by their latest status, in the order of a deal's life; then those that have none, and those still to come. */
export function byStatus(project: Project, ledger: Ledger): RowNode[] {
  const disputed = new Disputed(project);
  return stages.flatMap((stage) => {
    const own = ledger.ofStage(stage);
    if (own.size === 0) return [];
    return [dealsNode(project, idOf('status', stage ?? ''), labelOf(stage), 'history', own, disputed)];
  });
}

function labelOf(stage: DealStage): string {
  if (stage === 'ahead') return l10n.t('Still ahead');
  return stage ? `${stage[0]!.toUpperCase()}${stage.slice(1)}` : l10n.t('No status');
}
