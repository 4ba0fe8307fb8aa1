import * as l10n from '@vscode/l10n';
import { disputesOf } from '../../model/claim';
import type { Corpus } from '../../model/corpus';
import { recurringOf, sellsExistingShares, totalOf } from '../../model/deal';
import {
  factOf,
  factsOf,
  moneyOf,
  namesIn,
  textOf,
  type Declaration,
  type Fact,
} from '../../model/declaration';
import { standingOf } from '../../model/lifecycle';
import { describeDate } from '../../values/date';
import { describeMoney } from '../../values/money';
import { describePercent } from '../../values/percent';
import { dotted, escapeMarkdown, paragraphs } from './markdown';
import { enumerate, kindLabel, partiesOf, titleOf } from './names';
import { sourcesMarkdown } from './sources';

/** What a deal is, in one sentence without markup: who gives what to whom, and how it stands. */
export function dealSentence(corpus: Corpus, deal: Declaration): string {
  const status = statusText(corpus, deal);
  const sentence = what(corpus, deal);
  return status ? l10n.t('{0} ({1}).', sentence, status) : l10n.t('{0}.', sentence);
}

/** The money of a deal in prose, marked where it is disputed; undefined where none is known. */
export function dealMoney(corpus: Corpus, deal: Declaration): string | undefined {
  const money = totalOf(deal) ?? recurringOf(deal);
  if (!money) return undefined;
  const disputes = disputersOf(corpus, deal, ['amount', 'budget']);
  const text = describeMoney(money);
  return disputes ? l10n.t('{0}, disputed by {1}', text, disputes) : text;
}

/** Who disputes a deal or one of the given properties of it, in prose. */
export function disputersOf(corpus: Corpus, deal: Declaration, names: readonly string[]): string | undefined {
  const claims = new Set(names.flatMap((name) => disputesOf(corpus, deal.name, name)));
  for (const claim of disputesOf(corpus, deal.name)) {
    if (claim.node.relation?.right.some((node) => node.text === deal.name && !node.path)) claims.add(claim);
  }
  const who = new Set([...claims].flatMap((claim) => claim.left.map((name) => titleOf(corpus, name))));
  return who.size > 0 ? enumerate([...who].sort()) : undefined;
}

/** The latest status with its date in prose; undefined where the deal states none. */
export function statusText(corpus: Corpus, deal: Declaration): string | undefined {
  const { status, on } = standingOf(deal, corpus.asOf);
  if (!status) return undefined;
  return on ? l10n.t('{0}, {1}', status, describeDate(on)) : status;
}

/** The card of a deal: a sentence, its terms and its sources. */
export function dealCard(corpus: Corpus, deal: Declaration): string {
  const label = l10n.t('**{0}** · {1}', escapeMarkdown(deal.title), kindLabel(deal.kind));
  return paragraphs(
    label,
    escapeMarkdown(dealSentence(corpus, deal)),
    deal.node.documentation,
    terms(corpus, deal).join('  \n'),
    ...factsOf(deal, 'note').map((fact) =>
      escapeMarkdown(fact.values.map((value) => ('text' in value ? value.text : '')).join(' ')),
    ),
    sourcesMarkdown(corpus, deal),
  );
}

function what(corpus: Corpus, deal: Declaration): string {
  const left = partiesOf(corpus, deal, 'left') || l10n.t('Nobody named');
  const right = partiesOf(corpus, deal, 'right') || l10n.t('nobody named');
  const money = dealMoney(corpus, deal);
  const provided = enumerate(
    factsOf(deal, 'provides')
      .flatMap(namesIn)
      .map((name) => titleOf(corpus, name)),
  );
  switch (deal.kind) {
    case 'investment':
    case 'round':
      if (sellsExistingShares(deal)) {
        return money
          ? l10n.t('{0} buys shares of {2} for {1}', left, money, right)
          : l10n.t('{0} buys shares of {1}', left, right);
      }
      return money
        ? l10n.t('{0} puts {1} into {2}', left, money, right)
        : l10n.t('{0} invests in {1}', left, right);
    case 'loan':
      return money
        ? l10n.t('{0} lends {1} to {2}', left, money, right)
        : l10n.t('{0} lends to {1}', left, right);
    case 'grant':
      return money
        ? l10n.t('{0} grants {1} to {2}', left, money, right)
        : l10n.t('{0} gives a grant to {1}', left, right);
    case 'acquisition':
      return money ? l10n.t('{0} buys {2} for {1}', left, money, right) : l10n.t('{0} buys {1}', left, right);
    case 'merger':
      return l10n.t('{0} and {1} merge', left, right);
    case 'supply':
    case 'license': {
      const goods = provided || (deal.kind === 'license' ? l10n.t('rights') : l10n.t('supplies'));
      return money
        ? l10n.t('{0} provides {1} to {2} for {3}', left, goods, right, money)
        : l10n.t('{0} provides {1} to {2}', left, goods, right);
    }
    case 'partnership':
      return right === '' || deal.right.length === 0
        ? l10n.t('{0} is in a partnership', left)
        : l10n.t('{0} and {1} are partners', left, right);
    case 'venture': {
      const members = enumerate(
        factsOf(deal, 'member')
          .flatMap(namesIn)
          .map((name) => titleOf(corpus, name)),
      );
      const of = members
        ? l10n.t('{0} is a venture of {1}', deal.title, members)
        : l10n.t('{0} is a venture', deal.title);
      return money ? l10n.t('{0} with a budget of {1}', of, money) : of;
    }
    default: {
      const owners = enumerate([...deal.left, ...deal.right].map((name) => titleOf(corpus, name)));
      const of = owners
        ? l10n.t('{0} is a project of {1}', deal.title, owners)
        : l10n.t('{0} is a project', deal.title);
      return money ? l10n.t('{0} with a budget of {1}', of, money) : of;
    }
  }
}

/** The deal's other terms, a line each. */
function terms(corpus: Corpus, deal: Declaration): string[] {
  const lines: string[] = [];
  const tranches = factsOf(deal, 'tranche');
  if (tranches.length > 0) {
    const parts = tranches.flatMap((fact) => {
      const money = moneyOf(fact);
      if (!money) return [];
      return fact.on
        ? [l10n.t('{0} in {1}', describeMoney(money), describeDate(fact.on))]
        : [describeMoney(money)];
    });
    lines.push(l10n.t('Tranches: {0}', escapeMarkdown(parts.join(' + '))));
  }
  const valuation = factOf(deal, 'valuation');
  const worth = moneyOf(valuation);
  if (valuation && worth) {
    const basis = valuation.flags.has('pre')
      ? l10n.t('pre-money')
      : valuation.flags.has('post')
        ? l10n.t('post-money')
        : l10n.t('pre or post not said');
    lines.push(l10n.t('Valuation: {0}', escapeMarkdown(`${describeMoney(worth)} (${basis})`)));
  }
  const stake = factOf(deal, 'stake')?.values[0];
  if (stake?.type === 'percent')
    lines.push(l10n.t('Stake: {0}', escapeMarkdown(describePercent(stake.range))));
  for (const name of ['lead', 'seller', 'customer', 'adviser'] as const) {
    const names = factsOf(deal, name)
      .flatMap(namesIn)
      .map((party) => titleOf(corpus, party));
    if (names.length > 0) lines.push(`${sideLabel(name)}: ${escapeMarkdown(enumerate(names))}`);
  }
  for (const fact of factsOf(deal, 'provides')) lines.push(providesLine(corpus, fact));
  const location = textOf(deal, 'location');
  if (location) lines.push(l10n.t('Location: {0}', escapeMarkdown(location)));
  const term = factOf(deal, 'term')?.node.values[0];
  if (term) lines.push(l10n.t('Term: {0}', escapeMarkdown(term.text)));
  const history = factsOf(deal, 'status');
  if (history.length > 1) {
    const steps = history.map((fact) => {
      const word = fact.node.values[0]?.text ?? '';
      return fact.on ? l10n.t('{0} ({1})', word, describeDate(fact.on)) : word;
    });
    lines.push(l10n.t('History: {0}', escapeMarkdown(steps.join(' → '))));
  }
  return lines;
}

function sideLabel(name: 'lead' | 'seller' | 'customer' | 'adviser'): string {
  switch (name) {
    case 'lead':
      return l10n.t('Lead');
    case 'seller':
      return l10n.t('Seller');
    case 'customer':
      return l10n.t('Customer');
    case 'adviser':
      return l10n.t('Adviser');
  }
}

function providesLine(corpus: Corpus, fact: Fact): string {
  const what = enumerate(namesIn(fact).map((name) => titleOf(corpus, name)));
  return l10n.t(
    'Provides: {0}',
    escapeMarkdown(
      dotted([
        what,
        fact.flags.has('exclusive') ? l10n.t('exclusive') : undefined,
        fact.from && l10n.t('from {0}', describeDate(fact.from)),
        fact.until && l10n.t('until {0}', describeDate(fact.until)),
      ]),
    ),
  );
}
