import * as l10n from '@vscode/l10n';
import { kinds } from '../../../language/schema';
import { bucketsOf } from '../../../model/deal';
import { factOf, factsOf, noteOf, type Declaration, type Fact } from '../../../model/declaration';
import { standingOf, statusHistory } from '../../../model/lifecycle';
import type { Project } from '../../../project/project';
import { formatDuration } from '../../../values/duration';
import { isEmpty } from '../../../values/sum';
import { contributors, moneyFacts, moneyText, statusText } from '../../summary/deal';
import { moneyProperties } from '../../../model/claim';
import { disputersOf } from '../../summary/disputes';
import {
  confidenceOf,
  describeFigure,
  describeTotal,
  impossibleOf,
  whenOf,
  withRemarks,
} from '../../summary/figures';
import { kindLabel, partiesIn, partyNames } from '../../summary/names';
import { heading } from '../content';
import type { Citations } from '../citations';
import { linkTo } from '../links';
import type { Section } from '../section';
import { table } from '../table';

/** So many parties of a side are named in a row; the rest is counted. */
const mostParties = 8;

/** To put a deal into words takes so many times as long as to look at it. */
const workOfDeal = 3;

/** Every deal with who, how much, how it stands, how sure that is, and where it was read; the latest first. */
export const deals: Section = function* ({ project, deals: all, citations }) {
  const rows = yield* table(
    all,
    [
      { title: l10n.t('Status'), of: (deal) => statusText(project, deal) ?? l10n.t('not stated') },
      { title: l10n.t('Deal'), of: (deal) => [linkTo(project, deal)] },
      { title: l10n.t('Kind'), of: ({ kind }) => kindLabel(kind) },
      { title: l10n.t('Who'), of: (deal) => who(project, deal) },
      { title: l10n.t('Amount'), of: (deal) => amount(project, deal, citations) },
      { title: l10n.t('Certainty'), of: (deal) => certainty(project, deal), optional: true },
      {
        title: l10n.t('Disputed by'),
        of: (deal) => disputersOf(project, deal, moneyProperties) ?? '',
        optional: true,
      },
      { title: l10n.t('Sources'), of: (deal) => citations.of(deal) || l10n.t('none') },
    ],
    workOfDeal,
  );
  return rows.length > 0 ? [heading(2, l10n.t('Deals')), ...rows] : [];
};

function who(project: Project, deal: Declaration): string {
  const { left, right } = deal.sides;
  const names = (nodes: typeof left) =>
    partyNames(project, nodes, mostParties) || l10n.t('a party not named');
  if (kinds[deal.kind].relation === 'directed') {
    const sellers = partiesIn(project, factsOf(deal, 'seller'));
    const leads = partiesIn(project, factsOf(deal, 'lead'));
    return withRemarks(l10n.t('{0} → {1}', names(left), names(right)), [
      leads && leads !== names(left) ? l10n.t('led by {0}', leads) : undefined,
      sellers && l10n.t('sold by {0}', sellers),
    ]);
  }
  const members = contributors(project, factsOf(deal, 'member')).join('; ');
  return members || partyNames(project, [...left, ...right], mostParties);
}

/** The money of a deal with what the line says of it, what was handed over, and what others report. */
function amount(project: Project, deal: Declaration, citations: Citations): string {
  const [first, ...others] = moneyFacts(deal);
  const text = moneyText(deal);
  const { executed } = bucketsOf(deal, project.asOf);
  const isPaidInPart = factsOf(deal, 'paid').length > 0 && !isEmpty(executed);
  const main =
    text &&
    withRemarks(text, [
      first && whenOf(first),
      first?.over && l10n.t('over {0}', formatDuration(first.over)),
      isPaidInPart ? l10n.t('{0} executed', describeTotal(executed)) : undefined,
      first && impossibleOf(first),
      first && noteOf(first),
    ]);
  const reports = others.flatMap((fact) => report(fact, citations));
  return [main, ...reports].filter((part) => part !== undefined && part !== '').join('; ');
}

function report(fact: Fact, citations: Citations): string[] {
  const figure = describeFigure(fact.values[0]);
  if (!figure) return [];
  const cited = citations.numbered(
    fact.sources.map(({ type, text }) => ({ type: type === 'url' ? 'url' : 'name', text })),
  );
  return [
    l10n.t(
      'also reported: {0}',
      withRemarks(figure, [
        whenOf(fact),
        confidenceOf(fact),
        impossibleOf(fact),
        cited && l10n.t('source {0}', cited),
      ]),
    ),
  ];
}

/** How sure the figure and the status are, where that is said. */
function certainty(project: Project, deal: Declaration): string {
  const money = factOf(deal, 'amount') ?? factOf(deal, 'budget');
  const { status, on } = standingOf(deal, project.asOf);
  const event = statusHistory(deal).findLast((each) => each.status === status && each.on === on);
  const ofMoney = money && confidenceOf(money);
  const ofStatus = event && confidenceOf(event.fact);
  return [ofMoney && l10n.t('amount {0}', ofMoney), ofStatus && l10n.t('status {0}', ofStatus)]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}
