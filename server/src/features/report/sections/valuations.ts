import * as l10n from '@vscode/l10n';
import type { Declaration } from '../../../model/declaration';
import { stepUp, valuationsOf, type ValuationPoint } from '../../../model/valuation';
import { describeDate } from '../../../values/date';
import { describeMoney } from '../../../values/money';
import { describeMultiple } from '../../../values/multiple';
import { withRemarks } from '../../summary/figures';
import { comparisonText } from '../../summary/valuation';
import { heading } from '../content';
import { linkTo } from '../links';
import type { Section } from '../section';
import { table } from '../table';

interface Row {
  readonly party: Declaration;
  readonly point: ValuationPoint;
  /** How many times as much as before, and on which basis. */
  readonly step: string;
}

/** What the parties were valued at, with the step up from the valuation before. */
export const valuations: Section = function* ({ project, parties, citations }) {
  const all: Row[] = [];
  for (const party of parties) {
    const points = valuationsOf(project, party.name);
    all.push(...points.map((point, index) => ({ party, point, step: stepTo(points.slice(0, index + 1)) })));
    yield 1 + points.length;
  }
  const rows = yield* table(all, [
    { title: l10n.t('Party'), of: ({ party }) => [linkTo(project, party)] },
    { title: l10n.t('Date'), of: ({ point: { on } }) => (on ? describeDate(on) : l10n.t('no date')) },
    { title: l10n.t('Valuation'), align: 'right', of: ({ point }) => describeMoney(point.money) },
    { title: l10n.t('Basis'), of: ({ point }) => basis(point) },
    { title: l10n.t('Step-up'), align: 'right', of: ({ step }) => step, optional: true },
    { title: l10n.t('Stated in'), of: ({ point }) => [linkTo(project, point.declaration)] },
    { title: l10n.t('Sources'), of: ({ point }) => citations.of(point.declaration) || l10n.t('none') },
  ]);
  return rows.length > 0 ? [heading(2, l10n.t('Valuations')), ...rows] : [];
};

function stepTo(points: readonly ValuationPoint[]): string {
  const step = stepUp(points);
  return step?.multiple ? withRemarks(describeMultiple(step.multiple), [comparisonText(step)]) : '';
}

function basis({ basis: written, inTalks }: ValuationPoint): string {
  const words = written ? l10n.t('{0}-money', written) : l10n.t('pre or post not said');
  return inTalks ? l10n.t('{0}, in talks', words) : words;
}
