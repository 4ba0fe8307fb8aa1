import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { kinds, statuses, type StatusName } from '../../language/schema';
import { statusHistory } from '../../model/lifecycle';
import { propertiesAfter } from '../../project/edits';
import { formatDay } from '../../values/day';
import { Change } from './change';
import { factAt } from './place';
import type { Refactoring } from './refactoring';

/** What mostly comes next in the life of a deal; nothing does after it is closed or over. */
const next: Partial<Readonly<Record<StatusName, StatusName>>> = {
  rumored: 'talks',
  talks: 'announced',
  letter: 'announced',
  announced: 'signed',
  signed: 'closed',
  renegotiating: 'amended',
};

/** The next step of a deal as of the project's day, or the end of talks, below its latest status line. */
export const nextStatus: Refactoring = {
  id: 'next-status',
  kind: CodeActionKind.RefactorRewrite,
  scope: 'declaration',
  mends: ['stale'],
  offers: (place) => {
    const { declaration, project, uri, index, item } = place;
    const { asOf } = project;
    const fact = factAt(place);
    if (!fact || fact.name !== 'status' || kinds[declaration.kind].group !== 'deal') return [];
    const latest = statusHistory(declaration).at(-1);
    const step = latest && next[latest.status];
    // What lies ahead has not come about, so nothing follows it by now.
    if (!step || latest.fact.node.start !== fact.node.start || (latest.on && latest.on.earliest > asOf))
      return [];
    // Talks come to something or to nothing.
    const steps = statuses[latest.status].commitment === 'talk' ? [step, 'withdrawn'] : [step];
    return steps.map((status) => {
      const line = `status ${status} on ${formatDay(asOf)}`;
      return {
        title: l10n.t('Add “{0}”', line),
        change: () => new Change(project).rewrite(uri, index, [propertiesAfter(item, fact.node, [line])]),
      };
    });
  },
};
