import * as l10n from '@vscode/l10n';
import { bridgesBetween } from '../../../model/analysis/bridges';
import { circularFlows, type CircularFlow } from '../../../model/analysis/circular';
import {
  centralityIn,
  communitiesAmong,
  mostParties,
  partiesOfNoEcosystem,
} from '../../../model/analysis/communities';
import { dealGraphOf } from '../../../model/analysis/deal-graph';
import type { Declaration } from '../../../model/declaration';
import { wayInWords } from '../../../project/way-in-words';
import type { Project } from '../../../project/project';
import { withBounds, type Range } from '../../../values/range';
import { isEmpty } from '../../../values/sum';
import { analysisLines, wholePercent } from '../../summary/analysis';
import { disputedInSum } from '../../summary/disputes';
import { describeTotal } from '../../summary/figures';
import { enumerate, titleOf } from '../../summary/names';
import { placesIn } from '../../summary/party';
import { heading, paragraph, type Block, type Line } from '../content';
import { linkTo, linkToName } from '../links';
import type { Section } from '../section';
import type { Subject } from '../subject';
import { table } from '../table';

/** So many of the most central parties are listed. */
const mostCentral = 15;

/** What the deals show when they are looked at together. */
export const analyses: Section = function* (subject) {
  const blocks = [
    ...(yield* figures(subject)),
    ...(yield* circles(subject)),
    ...(yield* bridges(subject)),
    ...(yield* centre(subject)),
    ...(yield* suggestions(subject)),
  ];
  return blocks.length > 0 ? [heading(2, l10n.t('Analyses')), ...blocks] : [];
};

function* figures({ project, ecosystem }: Subject): Generator<number, Block[]> {
  if (!ecosystem) return [];
  yield ecosystem.deals.length;
  return yield* table(analysisLines(project, ecosystem), [
    { title: l10n.t('Analysis'), of: ({ label }) => label },
    { title: l10n.t('What it shows'), of: ({ text }) => text },
  ]);
}

/** Money that investors put into companies and that comes back as purchases. */
function* circles({ project, ecosystem }: Subject): Generator<number, Block[]> {
  const steps = circularFlows(project);
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield 1;
  const centre = ecosystem && new Set([...ecosystem.hubs, ...ecosystem.units]);
  const isIn = ({ investments }: CircularFlow) =>
    !centre || investments.some((deal) => deal.right.some((name) => centre.has(name)));
  const rows = yield* table(step.value.filter(isIn), [
    {
      title: l10n.t('Circle'),
      of: ({ groups }) => wayInWords(groups.map((name) => titleOf(project, name))),
    },
    { title: l10n.t('Invested'), align: 'right', of: ({ invested }) => describeTotal(invested) },
    {
      title: l10n.t('Bought back'),
      align: 'right',
      of: ({ back }) => (back && !isEmpty(back) ? describeTotal(back) : l10n.t('not said')),
    },
    {
      title: l10n.t('Recycled'),
      align: 'right',
      of: ({ recycled }) => (recycled ? wholePercent(inPercent(recycled)) : ''),
      optional: true,
    },
    {
      title: l10n.t('Disputed'),
      of: ({ investments, purchases }) => disputedInSum(project, [...investments, ...purchases.flat()]) ?? '',
      optional: true,
    },
    {
      title: l10n.t('Deals'),
      of: ({ investments, purchases }) => linksTo(project, [...investments, ...purchases.flat()]),
    },
  ]);
  return rows.length > 0 ? [heading(3, l10n.t('Circular money')), ...rows] : [];
}

/** Parties that stand in several ecosystems. */
function* bridges({ project, ecosystem }: Subject): Generator<number, Block[]> {
  const found = bridgesBetween(project);
  yield 1 + found.length;
  const isIn = ({ ecosystems }: (typeof found)[number]) =>
    !ecosystem || ecosystems.some((place) => place.ecosystem.declaration === ecosystem.declaration);
  const rows = yield* table(found.filter(isIn), [
    { title: l10n.t('Party'), of: ({ party }) => [linkToName(project, party)] },
    {
      title: l10n.t('Ecosystems'),
      of: ({ party, ecosystems }) =>
        ecosystems
          .map(({ ecosystem, roles }) =>
            l10n.t(
              '{0} ({1})',
              ecosystem.declaration.title,
              placesIn(project, ecosystem, party, roles).join(', '),
            ),
          )
          .join('; '),
    },
  ]);
  return rows.length > 0 ? [heading(3, l10n.t('In several ecosystems')), ...rows] : [];
}

/** The parties that the deals of a project run through most. */
function* centre({ project, ecosystem, parties }: Subject): Generator<number, Block[]> {
  if (ecosystem || parties.length > mostParties) return [];
  const names = parties.map(({ name }) => name);
  const graph = dealGraphOf(project, names, () => true);
  yield graph.size;
  if (graph.order < 3) return [];
  const rank = centralityIn(graph);
  const central = graph
    .nodes()
    .map((party) => ({ party, rank: rank(party), others: graph.degree(party) }))
    .sort((a, b) => b.rank - a.rank || (a.party < b.party ? -1 : 1))
    .slice(0, mostCentral);
  const rows = yield* table(central, [
    { title: l10n.t('Party'), of: ({ party }) => [linkToName(project, party)] },
    { title: l10n.t('Deals with so many others'), align: 'right', of: ({ others }) => String(others) },
    {
      title: l10n.t('Centrality (PageRank)'),
      align: 'right',
      of: ({ rank: share }) => `${(100 * share).toFixed(1)}%`,
    },
  ]);
  return rows.length > 0 ? [heading(3, l10n.t('At the centre')), ...rows] : [];
}

/** Ecosystems that nobody declared. */
function* suggestions({ project, ecosystem }: Subject): Generator<number, Block[]> {
  if (ecosystem) return [];
  const strays = partiesOfNoEcosystem(project);
  const communities = communitiesAmong(project, strays);
  yield 1 + (communities?.length ?? 0);
  const title = heading(3, l10n.t('Ecosystems that are not declared'));
  if (!communities) {
    const words = l10n.t(
      'Not looked for: {0} parties stand in no ecosystem, more than the {1} among which they can be found.',
      strays.length,
      mostParties,
    );
    return [title, paragraph(words)];
  }
  const rows = yield* table(communities, [
    { title: l10n.t('Around'), of: ({ hub }) => [linkToName(project, hub)] },
    {
      title: l10n.t('Parties'),
      of: ({ parties }) =>
        enumerate(
          parties.map((name) => titleOf(project, name)),
          mostCentral,
        ),
    },
  ]);
  return rows.length > 0 ? [title, ...rows] : [];
}

function inPercent(share: Range): Range {
  return withBounds(share, share.min?.times(100), share.max?.times(100));
}

/** So many deals of a circle are named; the rest is counted. */
const mostDeals = 20;

function linksTo(project: Project, deals: readonly Declaration[]): Line {
  const links = separated(deals.slice(0, mostDeals).map((deal) => linkTo(project, deal)));
  const left = deals.length - mostDeals;
  return left > 0 ? [...links, l10n.t('; {0} more', left)] : links;
}

function separated(parts: Line): Line {
  return parts.flatMap((part, index) => (index > 0 ? [', ', part] : [part]));
}
