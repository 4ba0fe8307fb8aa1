import * as l10n from '@vscode/l10n';
import type { Project } from '../../project/project';
import { paragraphs } from '../summary/markdown';
import { Disputed } from './disputed';
import type { Ledger } from './ledger';
import { idOf, type RowNode } from './node';
import { dealsNode } from './rows';

/** Deals by year, those still to come first, then the latest, and those without a date last. */
export function byYear(project: Project, ledger: Ledger): RowNode[] {
  const disputed = new Disputed(project);
  const ahead = ledger.ofStage('ahead');
  return [
    ...(ahead.size > 0
      ? [dealsNode(project, idOf('year', 'ahead'), l10n.t('Still ahead'), 'calendar', ahead, disputed)]
      : []),
    ...ledger.years.map((year) =>
      Number.isFinite(year)
        ? withAllMoney(
            dealsNode(
              project,
              idOf('year', String(year)),
              String(year),
              'calendar',
              ledger.ofYear(year),
              disputed,
            ),
          )
        : dealsNode(
            project,
            idOf('year', String(year)),
            l10n.t('No date'),
            'calendar',
            ledger.ofYear(year),
            disputed,
          ),
    ),
  ];
}

/** A year whose card says what its sum is made of: that of a report is another one. */
function withAllMoney(year: RowNode): RowNode {
  const words = l10n.t(
    'Each deal counts here with all of its money. Reports count tranches and payments in the years of their own dates.',
  );
  return { ...year, card: () => paragraphs(year.card?.(), words) };
}
