import * as l10n from '@vscode/l10n';
import type { Corpus } from '../../model/corpus';
import type { Declaration } from '../../model/declaration';
import {
  capitalPartsOf,
  ecosystemOf,
  hasRole,
  partnersOf,
  sumOfParts,
  sumsOfDeals,
  tieOf,
  type Ecosystem,
  type EcosystemRole,
  type Member,
  type Tie,
} from '../../model/ecosystem';
import { analysisLines } from './analysis';
import { disputedInSum } from './disputes';
import { withRemarks } from './figures';
import { dotted, escapeMarkdown, paragraphs } from './markdown';
import { enumerate, kindLabel, titleOf } from './names';
import { sumsText } from './sums';

/** So many members of a role are named; the rest is counted. */
const mostMembers = 8;

/**
 * The card of an ecosystem: its hubs, who is in it in which role, and its sums.
 * @param asOf as of which day it is, in words
 */
export function ecosystemCard(corpus: Corpus, declaration: Declaration, asOf?: string): string {
  const ecosystem = ecosystemOf(corpus, declaration);
  const roles = [...ecosystem.roles].map(([role, members]) => {
    const deals = members.flatMap((member) => member.deals);
    const sum = sumsText(corpus, sumsOfDeals(corpus, deals), disputedInSum(corpus, deals));
    const text = membersText(corpus, roleHeading(role), members);
    return sum ? `${text} — ${escapeMarkdown(sum)}` : text;
  });
  const units = ecosystem.units.map((name) => titleOf(corpus, name));
  return paragraphs(
    dotted([l10n.t('**{0}** · {1}', escapeMarkdown(declaration.title), kindLabel('ecosystem')), asOf]),
    escapeMarkdown(
      units.length > 0
        ? l10n.t('{0}, with {1}', hubsText(corpus, ecosystem), enumerate(units))
        : hubsText(corpus, ecosystem),
    ),
    declaration.node.documentation,
    l10n.t('Capital: {0}', escapeMarkdown(capitalText(corpus, ecosystem))),
    [...roles, ...venturePartners(corpus, ecosystem)].join('\n'),
    analysisLines(corpus, ecosystem)
      .map(({ label, text }) => escapeMarkdown(l10n.t('{0}: {1}', label, text)))
      .join('  \n'),
    ecosystem.deals.length === 1 ? l10n.t('1 deal') : l10n.t('{0} deals', ecosystem.deals.length),
  );
}

function venturePartners(corpus: Corpus, ecosystem: Ecosystem): string[] {
  const partners = partnersOf(ecosystem);
  return partners.length > 0 ? [membersText(corpus, l10n.t('Partners in ventures'), partners)] : [];
}

/** Who has a role on the day, counted; then who comes to it later, and who had it. */
function membersText(corpus: Corpus, heading: string, members: readonly Member[]): string {
  const byTie = (tie: Tie) => members.filter((member) => tieOf(member, corpus.asOf) === tie);
  const titles = (group: readonly Member[]) => group.map(({ name }) => titleOf(corpus, name));
  const later = (group: readonly Member[], label: string) =>
    group.length > 0 ? l10n.t('{0}: {1}', label, enumerate(titles(group), mostMembers)) : undefined;
  const inTalks = titles(byTie('in talks')).map((title) => withRemarks(title, [tieText('in talks')]));
  const now = [...titles(byTie('holds')), ...inTalks];
  const who = dotted([
    enumerate(now, mostMembers),
    later(byTie('ahead'), l10n.t('ahead')),
    later(byTie('over'), l10n.t('over')),
  ]);
  return l10n.t('- {0} ({1}): {2}', heading, now.length, escapeMarkdown(who));
}

function capitalText(corpus: Corpus, ecosystem: Ecosystem): string {
  const parts = capitalPartsOf(corpus, ecosystem);
  const capital = new Map([['capital', sumOfParts(corpus, parts)] as const]);
  const deals = parts.map(({ deal }) => deal);
  return sumsText(corpus, capital, disputedInSum(corpus, deals)) || l10n.t('no figures');
}

/** An ecosystem in one line without markup. */
export function ecosystemLine(corpus: Corpus, declaration: Declaration): string {
  const ecosystem = ecosystemOf(corpus, declaration);
  const members = new Set(
    [...ecosystem.roles.values()].flatMap((group) =>
      group.filter((member) => hasRole(member, corpus.asOf)).map((member) => member.name),
    ),
  );
  return members.size === 1
    ? l10n.t('{0}, 1 member', hubsText(corpus, ecosystem))
    : l10n.t('{0}, {1} members', hubsText(corpus, ecosystem), members.size);
}

export function hubsText(corpus: Corpus, { hubs }: Ecosystem): string {
  const names = enumerate(hubs.map((name) => titleOf(corpus, name)));
  return names ? l10n.t('Hub: {0}', names) : l10n.t('No hub named');
}

/** How a member is tied to the hubs, in words; undefined where it is by a deal that holds. */
export function tieText(tie: Tie): string | undefined {
  switch (tie) {
    case 'holds':
      return undefined;
    case 'in talks':
      return l10n.t('in talks');
    case 'ahead':
      return l10n.t('ahead');
    case 'over':
      return l10n.t('over');
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
