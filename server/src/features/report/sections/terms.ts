import * as l10n from '@vscode/l10n';
import type { Declaration } from '../../../model/declaration';
import { capacities, provisions, termsOf } from '../../summary/deal';
import { disputersOf } from '../../summary/disputes';
import { partiesOf } from '../../summary/names';
import { heading } from '../content';
import { linkTo } from '../links';
import type { Section } from '../section';
import { table } from '../table';

const properties = ['provides', 'capacity', 'term'] as const;

/** What is supplied by whom to whom, whether nobody else may, and how much of it; and for how long contracts run. */
export const terms: Section = function* ({ project, deals, citations }) {
  const bound = deals.filter((deal) => properties.some((name) => deal.states(name)));
  const rows = yield* table(bound, [
    { title: l10n.t('Deal'), of: (deal) => [linkTo(project, deal)] },
    { title: l10n.t('From'), of: (deal) => end(deal, 'left') },
    { title: l10n.t('To'), of: (deal) => end(deal, 'right') },
    { title: l10n.t('Provides'), of: (deal) => provisions(project, deal).join('; '), optional: true },
    { title: l10n.t('Capacity'), of: (deal) => capacities(deal).join('; '), optional: true },
    { title: l10n.t('Term'), of: (deal) => termsOf(deal).join('; '), optional: true },
    {
      title: l10n.t('Disputed by'),
      of: (deal) => disputersOf(project, deal, properties) ?? '',
      optional: true,
    },
    { title: l10n.t('Sources'), of: (deal) => citations.of(deal) || l10n.t('none') },
  ]);
  return rows.length > 0 ? [heading(2, l10n.t('Terms')), ...rows] : [];

  function end(deal: Declaration, side: 'left' | 'right'): string {
    return deal.sides[side].length > 0 ? partiesOf(project, deal, side) : '';
  }
};
