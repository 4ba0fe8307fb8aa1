import * as l10n from '@vscode/l10n';
import { statuses } from '../../language/schema';
import type { Corpus } from '../../model/corpus';
import type { Declaration } from '../../model/declaration';
import { standingOf } from '../../model/lifecycle';
import { describeAge } from '../../values/age';
import { describeDate, onDay } from '../../values/date';
import type { LineHint } from './hint';

/** How long ago a deal was last heard of that is only talked about. */
export function talkAge({ asOf }: Corpus, deal: Declaration): LineHint[] {
  const { commitment, status, on, countedBy } = standingOf(deal, asOf);
  if (commitment !== 'talk' || !status || statuses[status].commitment !== 'talk' || !on || !countedBy)
    return [];
  // A half-known date counts from its last day: that long ago it is at least.
  const days = asOf - on.latest;
  if (!(days > 0)) return [];
  return [
    {
      fact: countedBy.fact,
      text: l10n.t('{0} ago', describeAge(days)),
      tooltip: l10n.t('Last heard of in {0}, seen from {1}.', describeDate(on), describeDate(onDay(asOf))),
    },
  ];
}
