import * as l10n from '@vscode/l10n';
import { disputesOf } from '../../model/claim';
import type { Corpus } from '../../model/corpus';
import { recurringOf, sellsExistingShares, wholeOf } from '../../model/deal';
import {
  factOf,
  factsOf,
  moneyOf,
  namesIn,
  noteOf,
  type Declaration,
  type Fact,
} from '../../model/declaration';
import { liesAhead, standingOf, statusHistory, type StatusEvent } from '../../model/lifecycle';
import { describeDate } from '../../values/date';
import { formatDuration } from '../../values/duration';
import { describeMoney } from '../../values/money';
import { isEmpty } from '../../values/sum';
import {
  confidenceOf,
  describeFact,
  describeFigure,
  describeTotal,
  remarksOn,
  whenOf,
  withRemarks,
} from './figures';
import { dotted, escapeMarkdown, paragraphs } from './markdown';
import { enumerate, kindLabel, partiesIn, partiesOf, partyNames, shortened, titleOf } from './names';
import { sourcesMarkdown, sourceTitles } from './sources';

/** The properties that a deal's money is read from: whoever disputes one of them disputes it. */
export const moneyProperties = ['amount', 'budget', 'tranche'] as const;

/**
 * What a deal is, in one line without markup: who gives what to whom, and how it stands. It says nothing of its own
 * about whether that has happened or will.
 */
export function dealSentence(corpus: Corpus, deal: Declaration): string {
  const remarks = [statusText(corpus, deal), ...moneyRemarks(corpus, deal)];
  return l10n.t('{0}.', withRemarks(what(corpus, deal), remarks));
}

/** The money of a deal in prose, marked where it is unsure or disputed; undefined where none is known. */
export function dealMoney(corpus: Corpus, deal: Declaration): string | undefined {
  const money = moneyText(deal);
  return money && withRemarks(money, moneyRemarks(corpus, deal));
}

export function moneyText(deal: Declaration): string | undefined {
  const recurring = recurringOf(deal);
  if (recurring) return describeMoney(recurring);
  const whole = wholeOf(deal);
  return isEmpty(whole) ? undefined : describeTotal(whole);
}

function moneyRemarks(corpus: Corpus, deal: Declaration): (string | undefined)[] {
  const fact = factOf(deal, 'amount') ?? factOf(deal, 'budget');
  const disputes = disputersOf(corpus, deal, moneyProperties);
  return [fact && confidenceOf(fact), disputes && l10n.t('disputed by {0}', disputes)];
}

/** Who disputes a deal or one of the given properties of it, in prose. */
export function disputersOf(corpus: Corpus, deal: Declaration, names: readonly string[]): string | undefined {
  const claims = new Set(names.flatMap((name) => disputesOf(corpus, deal.name, name)));
  for (const claim of disputesOf(corpus, deal.name)) {
    if (claim.sides.right.some((node) => node.text === deal.name && !node.path)) claims.add(claim);
  }
  if (claims.size === 0) return undefined;
  const who = [...claims].flatMap((claim) => claim.sides.left);
  const sorted = who.sort((a, b) => (titleOf(corpus, a.text) < titleOf(corpus, b.text) ? -1 : 1));
  return partyNames(corpus, sorted) || l10n.t('a party not named');
}

/** How a deal stands, with the date, in prose; undefined where it states no status. */
export function statusText(corpus: Corpus, deal: Declaration): string | undefined {
  if (liesAhead(deal, corpus.asOf)) {
    const [first] = statusHistory(deal);
    return first && l10n.t('ahead: {0}', eventText(first));
  }
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
    terms(corpus, deal).map(escapeMarkdown).join('  \n'),
    ...factsOf(deal, 'note').map((fact) => escapeMarkdown(textsOf(fact))),
    sourcesMarkdown(corpus, deal),
  );
}

function what(corpus: Corpus, deal: Declaration): string {
  const left = partiesOf(corpus, deal, 'left');
  const right = partiesOf(corpus, deal, 'right');
  const money = moneyText(deal);
  const goods = enumerate(
    factsOf(deal, 'provides')
      .flatMap(namesIn)
      .map((name) => titleOf(corpus, name)),
  );
  switch (deal.kind) {
    case 'investment':
    case 'round':
      if (sellsExistingShares(deal)) {
        const sale = l10n.t('Purchase of existing shares of {0} by {1}', right, left);
        return money ? l10n.t('{0} for {1}', sale, money) : sale;
      }
      if (deal.kind === 'round') {
        return money
          ? l10n.t('Round of {0} by {1} for {2}', money, left, right)
          : l10n.t('Round by {0} for {1}', left, right);
      }
      return money
        ? l10n.t('Investment of {0} by {1} in {2}', money, left, right)
        : l10n.t('Investment by {0} in {1}', left, right);
    case 'loan':
      return money
        ? l10n.t('Loan of {0} from {1} to {2}', money, left, right)
        : l10n.t('Loan from {0} to {1}', left, right);
    case 'grant':
      return money
        ? l10n.t('Grant of {0} from {1} to {2}', money, left, right)
        : l10n.t('Grant from {0} to {1}', left, right);
    case 'acquisition': {
      const purchase = l10n.t('Acquisition of {0} by {1}', right, left);
      return money ? l10n.t('{0} for {1}', purchase, money) : purchase;
    }
    case 'merger':
      return l10n.t('Merger of {0}', bothSides(corpus, deal));
    case 'supply': {
      const supply = goods
        ? l10n.t('Supply of {0} by {1} to {2}', goods, left, right)
        : l10n.t('Supply by {0} to {1}', left, right);
      return money ? l10n.t('{0} for {1}', supply, money) : supply;
    }
    case 'license': {
      const license = goods
        ? l10n.t('Licence of {0} from {1} to {2}', goods, left, right)
        : l10n.t('Licence from {0} to {1}', left, right);
      return money ? l10n.t('{0} for {1}', license, money) : license;
    }
    case 'partnership': {
      const partnership = l10n.t('Partnership of {0}', bothSides(corpus, deal));
      return money ? l10n.t('{0} over {1}', partnership, money) : partnership;
    }
    case 'venture': {
      const members = partiesIn(corpus, factsOf(deal, 'member'));
      const venture = members ? l10n.t('Venture of {0}', members) : l10n.t('Venture');
      return money ? l10n.t('{0} with a budget of {1}', venture, money) : venture;
    }
    default: {
      const project = deal.node.relation
        ? l10n.t('Project of {0}', bothSides(corpus, deal))
        : l10n.t('Project');
      return money ? l10n.t('{0} with a budget of {1}', project, money) : project;
    }
  }
}

function bothSides(corpus: Corpus, { node: { relation } }: Declaration): string {
  const all = [...(relation?.left ?? []), ...(relation?.right ?? [])];
  return partyNames(corpus, all) || l10n.t('parties not named');
}

/** The deal's other terms, a line each, without markup. */
function terms(corpus: Corpus, deal: Declaration): string[] {
  const lines: string[] = [];
  const figures = (name: 'tranche' | 'paid' | 'debt' | 'stake' | 'capacity' | 'total') =>
    factsOf(deal, name).flatMap((fact) => describeFact(fact) ?? []);
  const list = (label: string, parts: readonly string[], separator: string) => {
    const text = shortened(parts, separator);
    if (text) lines.push(l10n.t('{0}: {1}', label, text));
  };
  const [first] = moneyFacts(deal);
  if (first && remarksOn(first).some((remark) => remark !== undefined)) {
    list(first.name === 'budget' ? l10n.t('Budget') : l10n.t('Amount'), [describeFact(first) ?? ''], '');
  }
  list(l10n.t('Tranches'), figures('tranche'), ' + ');
  list(l10n.t('Paid'), figures('paid'), ' + ');
  list(l10n.t('Total between the two so far'), figures('total'), '; ');
  list(l10n.t('Also reported'), otherReports(corpus, deal), '; ');
  list(l10n.t('Valuation'), factsOf(deal, 'valuation').flatMap(valuationText), '; ');
  list(l10n.t('Stake'), figures('stake'), '; ');
  list(l10n.t('Debt'), figures('debt'), '; ');
  list(l10n.t('Type'), factsOf(deal, 'type').flatMap(wordsOf), ', ');
  list(l10n.t('Lead'), contributors(corpus, factsOf(deal, 'lead')), ', ');
  list(l10n.t('Members'), contributors(corpus, factsOf(deal, 'member')), ', ');
  for (const name of ['seller', 'customer', 'adviser'] as const) {
    const parties = partiesIn(corpus, factsOf(deal, name));
    if (parties) lines.push(l10n.t('{0}: {1}', sideLabel(name), parties));
  }
  for (const fact of factsOf(deal, 'provides')) {
    const line = providesText(corpus, fact);
    if (line) lines.push(l10n.t('Provides: {0}', line));
  }
  list(l10n.t('Capacity'), figures('capacity'), '; ');
  list(l10n.t('Location'), factsOf(deal, 'location').flatMap(wordsOf), ', ');
  list(l10n.t('Term'), factsOf(deal, 'term').flatMap(termText), '; ');
  const history = statusHistory(deal);
  if (history.length > 1)
    list(
      l10n.t('History'),
      history.map((event) => historyText(corpus, event)),
      ' → ',
    );
  return lines;
}

/** Figures of the whole that stand behind the first one, each with who reports it. */
function otherReports(corpus: Corpus, deal: Declaration): string[] {
  return moneyFacts(deal)
    .slice(1)
    .flatMap((fact) => {
      const figure = describeFigure(fact.values[0]);
      return figure ? [withRemarks(figure, [...remarksOn(fact), sourceTitles(corpus, fact)])] : [];
    });
}

export function moneyFacts(deal: Declaration): Fact[] {
  return [...factsOf(deal, 'amount'), ...factsOf(deal, 'budget')].filter((fact) => moneyOf(fact));
}

function valuationText(fact: Fact): string[] {
  const worth = moneyOf(fact);
  if (!worth) return [];
  const basis = fact.flags.has('pre')
    ? l10n.t('pre-money')
    : fact.flags.has('post')
      ? l10n.t('post-money')
      : l10n.t('pre or post not said');
  return [withRemarks(describeMoney(worth), [basis, ...remarksOn(fact)])];
}

/** Who leads or takes part, each line with its roles and what is put in. */
export function contributors(corpus: Corpus, facts: readonly Fact[]): string[] {
  return facts.flatMap((fact) => {
    const parties = partiesIn(corpus, [fact]);
    const part = fact.with && l10n.t('with {0}', describeMoney(fact.with));
    return parties ? [withRemarks(parties, [...fact.roles, part, ...remarksOn(fact)])] : [];
  });
}

function sideLabel(name: 'seller' | 'customer' | 'adviser'): string {
  switch (name) {
    case 'seller':
      return l10n.t('Seller');
    case 'customer':
      return l10n.t('Customer');
    case 'adviser':
      return l10n.t('Adviser');
  }
}

function providesText(corpus: Corpus, fact: Fact): string {
  const goods = enumerate(namesIn(fact).map((name) => titleOf(corpus, name)));
  if (!goods) return '';
  return dotted([
    goods,
    fact.flags.has('exclusive') ? l10n.t('exclusive') : undefined,
    whenOf(fact),
    confidenceOf(fact),
  ]);
}

function termText(fact: Fact): string[] {
  const value = fact.values[0];
  return value?.type === 'duration' ? [withRemarks(formatDuration(value.duration), [whenOf(fact)])] : [];
}

/** A step of the deal's life; one that has not come yet is said so. */
function historyText(corpus: Corpus, event: StatusEvent): string {
  const ahead = event.on && event.on.earliest > corpus.asOf ? l10n.t('ahead') : undefined;
  return withRemarks(event.status, [
    event.on && describeDate(event.on),
    ahead,
    confidenceOf(event.fact),
    noteOf(event.fact),
  ]);
}

function eventText({ status, on }: StatusEvent): string {
  return on ? l10n.t('{0}, {1}', status, describeDate(on)) : status;
}

function wordsOf(fact: Fact): string[] {
  return fact.values.flatMap((value) =>
    value.type === 'choice' ? [value.word] : 'text' in value ? [value.text] : [],
  );
}

function textsOf(fact: Fact): string {
  return fact.values.map((value) => ('text' in value ? value.text : '')).join(' ');
}
