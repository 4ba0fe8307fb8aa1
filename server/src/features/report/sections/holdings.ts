import * as l10n from '@vscode/l10n';
import { holdingsOf, type Holding } from '../../../model/holding';
import { describeDate } from '../../../values/date';
import { describePercent } from '../../../values/percent';
import { disputedText } from '../../summary/disputes';
import { confidenceOf, withRemarks } from '../../summary/figures';
import { partiesOf } from '../../summary/names';
import { inReadingOrder } from '../../tree/reading-order';
import { heading } from '../content';
import { linkTo } from '../links';
import type { Section } from '../section';
import { table } from '../table';

/** Who holds how much of whom, as it was stated last, as far as one of the report's parties is among the two. */
export const holdings: Section = function* ({ project, parties, citations }) {
  const all = new Map<string, Holding>();
  for (const { name } of parties) {
    const { held, holders } = holdingsOf(project, name);
    for (const holding of [...held, ...holders]) {
      const { left, right } = holding.declaration;
      all.set(JSON.stringify([left, right]), holding);
    }
    yield 1 + held.length + holders.length;
  }
  const end = ({ declaration }: Holding, side: 'left' | 'right') => partiesOf(project, declaration, side);
  const sorted = [...all.values()].sort(
    (a, b) =>
      inReadingOrder(end(a, 'right'), end(b, 'right')) || inReadingOrder(end(a, 'left'), end(b, 'left')),
  );
  const rows = yield* table(sorted, [
    { title: l10n.t('Of'), of: (holding) => end(holding, 'right') },
    { title: l10n.t('Holder'), of: (holding) => end(holding, 'left') },
    {
      title: l10n.t('Stake'),
      align: 'right',
      of: ({ declaration, fact, stake }) =>
        withRemarks(describePercent(stake), [
          confidenceOf(fact),
          disputedText(project, declaration, ['stake']),
        ]),
    },
    { title: l10n.t('Date'), of: ({ on }) => (on ? describeDate(on) : l10n.t('no date')) },
    { title: l10n.t('Stated in'), of: ({ declaration }) => [linkTo(project, declaration)] },
    { title: l10n.t('Sources'), of: ({ declaration }) => citations.of(declaration) || l10n.t('none') },
  ]);
  return rows.length > 0 ? [heading(2, l10n.t('Stakes')), ...rows] : [];
};
