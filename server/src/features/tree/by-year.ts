import * as l10n from '@vscode/l10n';
import type { Project } from '../../project/project';
import { Disputed } from './disputed';
import type { Ledger } from './ledger';
import { idOf, type RowNode } from './node';
import { dealsNode } from './rows';

/** Deals by year, the latest first, those without a date last. */
export function byYear(project: Project, ledger: Ledger): RowNode[] {
  const disputed = new Disputed(project);
  return ledger.years.map((year) =>
    dealsNode(
      project,
      idOf('year', String(year)),
      Number.isFinite(year) ? String(year) : l10n.t('No date'),
      'calendar',
      ledger.ofYear(year),
      disputed,
    ),
  );
}
