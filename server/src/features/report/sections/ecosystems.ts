import * as l10n from '@vscode/l10n';
import { ecosystemOf } from '../../../model/ecosystem';
import { withDispute } from '../../summary/disputes';
import { bucketsLine } from '../../summary/sums';
import { enumerate, titleOf } from '../../summary/names';
import { byTitle } from '../../tree/title-list';
import { heading } from '../content';
import { capitalInto } from '../figures';
import { linkTo } from '../links';
import type { Section } from '../section';
import { table } from '../table';

/** The ecosystems of a project, with the capital that was put into their hubs. */
export const ecosystems: Section = function* ({ project, ecosystem }) {
  if (ecosystem) return [];
  const all = [];
  for (const declaration of byTitle(project, [...project.ofKind('ecosystem')])) {
    const one = ecosystemOf(project, declaration);
    all.push(one);
    yield 1 + one.deals.length;
  }
  const rows = yield* table(all, [
    { title: l10n.t('Ecosystem'), of: ({ declaration }) => [linkTo(project, declaration)] },
    { title: l10n.t('Hubs'), of: (one) => enumerate(one.hubs.map((name) => titleOf(project, name))) },
    { title: l10n.t('Deals'), align: 'right', of: ({ deals }) => String(deals.length) },
    {
      title: l10n.t('Capital put into the hubs'),
      of: (one) => {
        const { buckets, disputed } = capitalInto(project, one);
        return withDispute(bucketsLine(buckets), disputed);
      },
    },
  ]);
  return rows.length > 0 ? [heading(2, l10n.t('Ecosystems')), ...rows] : [];
};
