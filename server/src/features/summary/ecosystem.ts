import * as l10n from '@vscode/l10n';
import type { MoneyPurpose } from '../../language/schema';
import type { Corpus } from '../../model/corpus';
import type { Buckets } from '../../model/deal';
import type { Declaration } from '../../model/declaration';
import { capitalOf, ecosystemOf, sumsOfDeals, type EcosystemRole } from '../../model/ecosystem';
import { describeSum, isEmpty } from '../../values/sum';
import { dotted, escapeMarkdown, paragraphs } from './markdown';
import { enumerate, kindLabel, titleOf } from './names';

/** So many members of a role are named; the rest is counted. */
const mostMembers = 8;

/** The card of an ecosystem: its hubs, who is in it in which role, and its sums. */
export function ecosystemCard(corpus: Corpus, declaration: Declaration): string {
  const ecosystem = ecosystemOf(corpus, declaration);
  const title = (name: string) => titleOf(corpus, name);
  const roles = [...ecosystem.roles].map(([role, members]) => {
    const names = members.map((member) => title(member.name));
    const sum = sumsLine(
      sumsOfDeals(
        corpus,
        members.flatMap((member) => member.deals),
      ),
    );
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
    l10n.t('**{0}** · {1}', escapeMarkdown(declaration.title), kindLabel('ecosystem')),
    escapeMarkdown(
      units.length > 0
        ? l10n.t('Hub: {0}, with {1}', enumerate(ecosystem.hubs.map(title)), enumerate(units))
        : l10n.t('Hub: {0}', enumerate(ecosystem.hubs.map(title))),
    ),
    declaration.node.documentation,
    l10n.t('Capital: {0}', escapeMarkdown(bucketsLine(capitalOf(corpus, ecosystem)) || l10n.t('no figures'))),
    roles.join('\n'),
    ecosystem.deals.length === 1 ? l10n.t('1 deal') : l10n.t('{0} deals', ecosystem.deals.length),
  );
}

/** An ecosystem in one line without markup. */
export function ecosystemLine(corpus: Corpus, declaration: Declaration): string {
  const ecosystem = ecosystemOf(corpus, declaration);
  const members = new Set(
    [...ecosystem.roles.values()].flatMap((group) => group.map((member) => member.name)),
  );
  return l10n.t(
    'around {0}, {1} members',
    enumerate(ecosystem.hubs.map((name) => titleOf(corpus, name))),
    members.size,
  );
}

/** Sums in a few words: `$11B promised, $2B executed, $2B in talks`; empty where there is no money. */
export function bucketsLine({ promised, executed, rumored }: Buckets): string {
  return [
    isEmpty(promised) ? undefined : l10n.t('{0} promised', describeSum(promised)),
    isEmpty(executed) ? undefined : l10n.t('{0} executed', describeSum(executed)),
    isEmpty(rumored) ? undefined : l10n.t('{0} in talks', describeSum(rumored)),
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
function purposeLabel(purpose: MoneyPurpose): string {
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
