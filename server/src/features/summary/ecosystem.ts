import * as l10n from '@vscode/l10n';
import type { MoneyPurpose } from '../../language/schema';
import type { Corpus } from '../../model/corpus';
import type { Buckets } from '../../model/deal';
import type { Declaration } from '../../model/declaration';
import {
  capitalOf,
  ecosystemOf,
  sumsOfDeals,
  type Ecosystem,
  type EcosystemRole,
  type Member,
} from '../../model/ecosystem';
import { liesAhead, standingOf } from '../../model/lifecycle';
import { isEmpty } from '../../values/sum';
import { analysisLines } from './analysis';
import { disputersOf, moneyProperties } from './deal';
import { describeTotal, withRemarks } from './figures';
import { dotted, escapeMarkdown, paragraphs } from './markdown';
import { enumerate, kindLabel, titleOf } from './names';

/** So many members of a role are named; the rest is counted. */
const mostMembers = 8;

/** The card of an ecosystem: its hubs, who is in it in which role, and its sums. */
export function ecosystemCard(corpus: Corpus, declaration: Declaration): string {
  const ecosystem = ecosystemOf(corpus, declaration);
  const title = (name: string) => titleOf(corpus, name);
  const roles = [...ecosystem.roles].map(([role, members]) => {
    const names = members.map((member) => withRemarks(title(member.name), [tieOf(corpus, member)]));
    const deals = members.flatMap((member) => member.deals);
    const sum = sumsLine(sumsOfDeals(corpus, deals));
    const text = l10n.t(
      '- {0} ({1}): {2}',
      roleHeading(role),
      names.length,
      escapeMarkdown(enumerate(names, mostMembers)),
    );
    return sum ? `${text} — ${escapeMarkdown(withDisputes(corpus, sum, deals))}` : text;
  });
  const units = ecosystem.units.map(title);
  return paragraphs(
    l10n.t('**{0}** · {1}', escapeMarkdown(declaration.title), kindLabel('ecosystem')),
    escapeMarkdown(
      units.length > 0
        ? l10n.t('{0}, with {1}', hubsText(corpus, ecosystem), enumerate(units))
        : hubsText(corpus, ecosystem),
    ),
    declaration.node.documentation,
    l10n.t('Capital: {0}', escapeMarkdown(capitalText(corpus, ecosystem))),
    [...roles, ...venturePartners(corpus, ecosystem)].join('\n'),
    analysisLines(corpus, ecosystem).map(escapeMarkdown).join('  \n'),
    ecosystem.deals.length === 1 ? l10n.t('1 deal') : l10n.t('{0} deals', ecosystem.deals.length),
  );
}

function venturePartners(corpus: Corpus, { venturePartners: partners }: Ecosystem): string[] {
  if (partners.length === 0) return [];
  const names = partners.map((name) => titleOf(corpus, name));
  return [
    l10n.t('- Partners in ventures ({0}): {1}', names.length, escapeMarkdown(enumerate(names, mostMembers))),
  ];
}

function capitalText(corpus: Corpus, ecosystem: Ecosystem): string {
  const sum = bucketsLine(capitalOf(corpus, ecosystem));
  const backing = (ecosystem.roles.get('backer') ?? []).flatMap((member) => member.deals);
  return sum ? withDisputes(corpus, sum, backing) : l10n.t('no figures');
}

/** A sum, with whoever disputes a part of it. */
function withDisputes(corpus: Corpus, sum: string, deals: readonly Declaration[]): string {
  const disputes = new Set(deals.map((deal) => disputersOf(corpus, deal, moneyProperties)));
  const disputers = [...disputes].filter((who) => who !== undefined);
  return withRemarks(sum, [
    disputers.length > 0 ? l10n.t('in part disputed by {0}', enumerate(disputers.sort())) : undefined,
  ]);
}

/** An ecosystem in one line without markup. */
export function ecosystemLine(corpus: Corpus, declaration: Declaration): string {
  const ecosystem = ecosystemOf(corpus, declaration);
  const members = new Set(
    [...ecosystem.roles.values()].flatMap((group) => group.map((member) => member.name)),
  );
  return members.size === 1
    ? l10n.t('{0}, 1 member', hubsText(corpus, ecosystem))
    : l10n.t('{0}, {1} members', hubsText(corpus, ecosystem), members.size);
}

export function hubsText(corpus: Corpus, { hubs }: Ecosystem): string {
  const names = enumerate(hubs.map((name) => titleOf(corpus, name)));
  return names ? l10n.t('Hub: {0}', names) : l10n.t('No hub named');
}

/** What ties a member to the hubs where it is no deal that holds: `in talks`, `ahead`, `over`. */
export function tieOf({ asOf }: Corpus, { deals }: Member): string | undefined {
  if (deals.length === 0) return undefined;
  if (deals.every((deal) => liesAhead(deal, asOf))) return l10n.t('ahead');
  const begun = deals.filter((deal) => !liesAhead(deal, asOf));
  const commitments = new Set(begun.map((deal) => standingOf(deal, asOf).commitment));
  if (commitments.has('promise') || commitments.has('done')) return undefined;
  return commitments.has('talk') ? l10n.t('in talks') : l10n.t('over');
}

/** Sums in a few words: `$11B promised, $2B executed, $2B in talks`; empty where there is no money. */
export function bucketsLine({ promised, executed, rumored }: Buckets): string {
  return [
    isEmpty(promised) ? undefined : l10n.t('{0} promised', describeTotal(promised)),
    isEmpty(executed) ? undefined : l10n.t('{0} executed', describeTotal(executed)),
    isEmpty(rumored) ? undefined : l10n.t('{0} in talks', describeTotal(rumored)),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Sums of several purposes: each named, unless all money is of one. */
export function sumsLine(sums: ReadonlyMap<MoneyPurpose, Buckets>): string {
  const parts = [...sums]
    .map(([purpose, buckets]) => [purpose, bucketsLine(buckets)] as const)
    .filter(([, line]) => line !== '');
  if (parts.length === 1) return parts[0]![1];
  return dotted(parts.map(([purpose, line]) => `${purposeLabel(purpose)} ${line}`));
}

/** What money is for, in prose. */
export function purposeLabel(purpose: MoneyPurpose): string {
  switch (purpose) {
    case 'capital':
      return l10n.t('capital');
    case 'debt':
      return l10n.t('debt');
    case 'grant':
      return l10n.t('grants');
    case 'purchase':
      return l10n.t('acquisitions');
    case 'trade':
      return l10n.t('contracts');
    case 'plan':
      return l10n.t('plans');
  }
}

/** A role as the heading of a group. */
export function roleHeading(role: EcosystemRole): string {
  switch (role) {
    case 'backer':
      return l10n.t('Backers');
    case 'portfolio':
      return l10n.t('Portfolio');
    case 'supplier':
      return l10n.t('Suppliers');
    case 'customer':
      return l10n.t('Customers');
    case 'ally':
      return l10n.t('Allies');
    case 'venture':
      return l10n.t('Ventures');
    case 'other':
      return l10n.t('Counted in');
  }
}
