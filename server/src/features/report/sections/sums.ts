import * as l10n from '@vscode/l10n';
import type { MoneyPurpose } from '../../../language/schema';
import { hasMoney, type Buckets } from '../../../model/deal';
import type { DealEnd } from '../../../model/flow';
import type { Project } from '../../../project/project';
import { sumsByPair } from '../../../model/sums';
import { isEmpty, type MoneySum } from '../../../values/sum';
import { bucketsLine, conversionRemark, purposeLabel } from '../../summary/sums';
import { disputedInPart, withDispute } from '../../summary/disputes';
import { describeTotal } from '../../summary/figures';
import { enumerate, kindLabel, titleOf } from '../../summary/names';
import { inReadingOrder } from '../../tree/reading-order';
import { heading, paragraph, type Block } from '../content';
import { capitalInto, sumsOf, type Dispute, type Sum, type SumOfPair } from '../figures';
import { linkTo } from '../links';
import type { Section } from '../section';
import type { Subject } from '../subject';
import { table, type Field } from '../table';

/** What the deals come to: by what the money is for, by kind of deal, by year, and by who pays whom. */
export const sums: Section = function* (subject) {
  const { project, deals } = subject;
  const { byPurpose, byKind, byYear, byPair, disputed } = yield* sumsOf(project, deals);
  if (byPurpose.length === 0) return [];
  const pairs = byPair
    .map((sum) => ({
      ...sum,
      from: endInWords(project, sum.payers, l10n.t('not named')),
      to: endInWords(
        project,
        sum.payees,
        sum.purpose === 'plan' ? l10n.t('plans of their own') : l10n.t('not named'),
      ),
    }))
    .sort((a, b) => inReadingOrder(a.from, b.from) || inReadingOrder(a.to, b.to));
  return [
    heading(2, l10n.t('Sums')),
    ...capital(subject),
    ...disputes(project, disputed),
    ...rates(project, byPurpose),
    ...(yield* titled(l10n.t('By purpose'), byPurpose, [])),
    ...(yield* titled(l10n.t('By kind of deal'), byKind, [
      { title: l10n.t('Kind'), of: ({ kind }) => kindLabel(kind) },
    ])),
    ...(yield* titled(l10n.t('By year'), byYear, [
      { title: l10n.t('Year'), of: ({ year }) => (year === undefined ? l10n.t('no date') : String(year)) },
    ])),
    ...(yield* titled(l10n.t('By who pays whom'), pairs, fromAndTo)),
    ...(yield* betweenEachTwo(subject, byPair, disputed)),
  ];
};

const fromAndTo: readonly Field<Sum & { readonly from: string; readonly to: string }>[] = [
  { title: l10n.t('From'), of: ({ from }) => from },
  { title: l10n.t('To'), of: ({ to }) => to },
];

/** Who is paid where nobody is named: a plan is nobody's income. */
function nobodyNamed(purpose: MoneyPurpose): string {
  return purpose === 'plan' ? l10n.t('plans of their own') : l10n.t('others');
}

/** What one party has from another, where some of it is paid by several together or to several. */
function* betweenEachTwo(
  { project, deals }: Subject,
  byPair: readonly SumOfPair[],
  disputed: readonly Dispute[],
): Generator<number, Block[]> {
  const isOne = ({ parties, others }: DealEnd) => parties.length + (others ? 1 : 0) <= 1;
  const together = byPair.filter(({ payers, payees }) => !isOne(payers) || !isOne(payees));
  const concerned = new Set(together.flatMap(({ payers, payees }) => [...payers.parties, ...payees.parties]));
  if (together.length === 0) return [];
  const pairs = yield* sumsByPair(project, deals);
  const disputersOf = new Map(disputed.map(({ deal, by }) => [deal, by]));
  const rows = pairs
    .filter(({ giver, receiver }) =>
      [giver, receiver].every((party) => party === undefined || concerned.has(party)),
    )
    .flatMap(({ giver, receiver, sums: own }) =>
      own.map(({ purpose, buckets, parts }) => ({
        purpose,
        buckets,
        deals: parts.length,
        paying: parts.filter((part) => hasMoney(part.buckets)).length,
        disputers: parts.flatMap((part) =>
          hasMoney(part.buckets) ? (disputersOf.get(part.deal) ?? []) : [],
        ),
        isKnown: giver !== undefined,
        from: giver === undefined ? l10n.t('others') : titleOf(project, giver),
        to: receiver === undefined ? nobodyNamed(purpose) : titleOf(project, receiver),
      })),
    )
    .sort(
      (a, b) =>
        Number(b.isKnown) - Number(a.isKnown) || inReadingOrder(a.from, b.from) || inReadingOrder(a.to, b.to),
    );
  const [title, ...blocks] = yield* titled(l10n.t('Between each two'), rows, fromAndTo);
  if (!title) return [];
  const words = l10n.t(
    'Of what several put in or get together each has anything from nothing to all, as far as their parts are not said.',
  );
  return [title, paragraph(words), ...blocks];
}

/** A table of sums under its title; neither where there is none. */
function* titled<S extends Sum>(
  title: string,
  all: readonly S[],
  fields: readonly Field<S>[],
): Generator<number, Block[]> {
  const rows = yield* table(all, [...fields, ...figures<S>()]);
  return rows.length > 0 ? [heading(3, title), ...rows] : [];
}

/** By which rates the sums were converted, and what has none. */
function rates(project: Project, all: readonly Sum[]): Block[] {
  const remark = conversionRemark(
    project,
    all.map(({ buckets }) => buckets),
  );
  return remark === undefined ? [] : [paragraph(remark)];
}

function capital({ project, ecosystem }: Subject): Block[] {
  if (!ecosystem) return [];
  const { buckets, disputed } = capitalInto(project, ecosystem);
  const line = bucketsLine(buckets);
  return line ? [paragraph(l10n.t('Capital put into the hubs: {0}.', withDispute(line, disputed)))] : [];
}

/** So many disputed deals are named; the rest is counted. */
const mostDisputed = 20;

/** Whoever reads sums has to know what in them is disputed. */
function disputes(project: Project, disputed: readonly Dispute[]): Block[] {
  if (disputed.length === 0) return [];
  const deals = disputed
    .slice(0, mostDisputed)
    .flatMap(({ deal, by }, index) => [
      ...(index > 0 ? ['; '] : []),
      linkTo(project, deal),
      l10n.t(' (by {0})', by),
    ]);
  const left = disputed.length - mostDisputed;
  return [
    paragraph(
      l10n.t('The sums contain figures that somebody disputes:'),
      ' ',
      ...deals,
      left > 0 ? l10n.t('; {0} more', left) : '',
    ),
  ];
}

function figures<S extends Sum>(): Field<S>[] {
  const field = (title: string, of: (buckets: Buckets) => MoneySum): Field<S> => ({
    title,
    align: 'right',
    of: ({ buckets }) => (isEmpty(of(buckets)) ? '' : describeTotal(of(buckets))),
  });
  return [
    { title: l10n.t('Purpose'), of: ({ purpose }) => purposeLabel(purpose) },
    { title: l10n.t('Deals'), align: 'right', of: ({ deals }) => String(deals) },
    field(l10n.t('Promised'), ({ promised }) => promised),
    field(l10n.t('Of it executed'), ({ executed }) => executed),
    field(l10n.t('In talks'), ({ rumored }) => rumored),
    {
      title: l10n.t('Disputed'),
      of: ({ disputers, paying }) => disputedInPart(disputers, disputers.length === paying) ?? '',
      optional: true,
    },
  ];
}

/** Who pays or is paid; a plan is nobody's income. */
function endInWords(project: Project, { parties, others }: DealEnd, nobody: string): string {
  const names = parties.map((name) => titleOf(project, name));
  if (names.length === 0) return others ? l10n.t('undisclosed parties') : nobody;
  return others ? l10n.t('{0} and others', names.join(', ')) : enumerate(names, names.length);
}
