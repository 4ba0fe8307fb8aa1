import * as l10n from '@vscode/l10n';
import type { Corpus } from '../../model/corpus';
import type { Declaration } from '../../model/declaration';
import {
  capitalPartsOf,
  ecosystemOf,
  sumOfParts,
  sumsOfDeals,
  type Ecosystem,
  type EcosystemRole,
  type Member,
} from '../../model/ecosystem';
import { liesAhead, standingOf } from '../../model/lifecycle';
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
  const title = (name: string) => titleOf(corpus, name);
  const roles = [...ecosystem.roles].map(([role, members]) => {
    const names = members.map((member) => withRemarks(title(member.name), [tieOf(corpus, member)]));
    const deals = members.flatMap((member) => member.deals);
    const sum = sumsText(corpus, sumsOfDeals(corpus, deals), disputedInSum(corpus, deals));
    const text = l10n.t(
      '- {0} ({1}): {2}',
      roleHeading(role),
      names.length,
      escapeMarkdown(enumerate(names, mostMembers)),
    );
    return sum ? `${text} — ${escapeMarkdown(sum)}` : text;
  });
  const units = ecosystem.units.map(title);
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

function venturePartners(corpus: Corpus, { venturePartners: partners }: Ecosystem): string[] {
  if (partners.length === 0) return [];
  const names = partners.map((name) => titleOf(corpus, name));
  return [
    l10n.t('- Partners in ventures ({0}): {1}', names.length, escapeMarkdown(enumerate(names, mostMembers))),
  ];
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
