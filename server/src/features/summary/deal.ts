import * as l10n from '@vscode/l10n';
import type { PropertyName } from '../../language/schema';
import { unallocatedOf } from '../../model/contribution';
import { inBase } from '../../model/conversion';
import type { Corpus } from '../../model/corpus';
import {
  emptyBuckets,
  moneyFactOf,
  recurringOf,
  sellsExistingShares,
  sumOf,
  wholeOf,
} from '../../model/deal';
import { factsOf, moneyOf, namesIn, noteOf, type Declaration, type Fact } from '../../model/declaration';
import { whyImpossibleMoney } from '../../model/impossible-figure';
import { dateOfDeal, liesAhead, standingOf, statusHistory, type StatusEvent } from '../../model/lifecycle';
import { describeDate } from '../../values/date';
import { formatDuration } from '../../values/duration';
import { describeMoney } from '../../values/money';
import { describeSum, isEmpty } from '../../values/sum';
import { dealLabel } from './deal-label';
import { disputedProperty, disputedText, withDispute } from './disputes';
import {
  confidenceOf,
  describeFact,
  describeFigure,
  describeTotal,
  impossibleOf,
  remarksOn,
  whenOf,
  withRemarks,
} from './figures';
import { dotted, escapeMarkdown, paragraphs } from './markdown';
import { enumerate, kindLabel, partiesIn, partiesOf, partyNames, shortened, titleOf } from './names';
import { sourcesMarkdown, sourceTitles } from './sources';
import { conversionText, formsText, inForm, onlyForm, rateRemarks, unconvertedText } from './sums';

/**
 * What a deal is, in one line without markup: who gives what to whom, and how it stands. It says nothing of its own
 * about whether that has happened or will.
 */
export function dealSentence(corpus: Corpus, deal: Declaration): string {
  const remarks = [convertedText(corpus, deal), statusText(corpus, deal), ...moneyRemarks(corpus, deal)];
  return l10n.t('{0}.', withRemarks(what(corpus, deal), remarks));
}

/** The money of a deal in prose, marked where it is unsure or disputed; undefined where none is known. */
export function dealMoney(corpus: Corpus, deal: Declaration): string | undefined {
  const money = moneyText(deal);
  return money && withRemarks(money, [convertedText(corpus, deal), ...moneyRemarks(corpus, deal)]);
}

/** The money of a deal as it is written, also where it cannot be. */
export function moneyText(deal: Declaration): string | undefined {
  const stated = moneyOf(moneyFactOf(deal));
  if (stated && whyImpossibleMoney(stated)) return describeMoney(stated);
  const recurring = recurringOf(deal);
  if (recurring) return describeMoney(recurring);
  const whole = wholeOf(deal);
  if (isEmpty(whole)) return undefined;
  const form = onlyForm(whole);
  return form ? inForm(form, describeTotal(whole)) : describeTotal(whole);
}

/** The money of a deal in the base currency, where that is another one. */
function convertedText(corpus: Corpus, deal: Declaration): string | undefined {
  const sum = inBase(corpus, deal, wholeOf(deal));
  return sum.conversions.length > 0 ? describeTotal(sum) : undefined;
}

function moneyRemarks(corpus: Corpus, deal: Declaration): (string | undefined)[] {
  const fact = moneyFactOf(deal);
  const whole = wholeOf(deal);
  return [
    onlyForm(whole) ? undefined : formsText(whole),
    fact && confidenceOf(fact),
    fact && impossibleOf(fact),
    disputedText(corpus, deal),
  ];
}

/** A figure of a line, with what it comes to in the base currency and who disputes it. */
export function describeMoneyLine(corpus: Corpus, deal: Declaration, fact: Fact): string | undefined {
  const money = moneyOf(fact);
  if (!money) return undefined;
  const sum = inBase(corpus, deal, sumOf([fact]));
  return dotted([
    describeMoney(money),
    ...sum.conversions.map((conversion) => conversionText(conversion, describeTotal(sum))),
    unconvertedText(corpus.settings.baseCurrency, [{ ...emptyBuckets, promised: sum }]),
    impossibleOf(fact),
    disputedText(corpus, deal, [fact.name]),
  ]);
}

/** How a deal stands, with the date, in prose; undefined where it states no status. */
export function statusText(corpus: Corpus, deal: Declaration): string | undefined {
  if (liesAhead(deal, corpus.asOf)) {
    const [first] = statusHistory(deal);
    const date = first ? undefined : dateOfDeal(deal, corpus.asOf);
    return first ? l10n.t('ahead: {0}', eventText(first)) : date && l10n.t('ahead: {0}', describeDate(date));
  }
  const { status, on } = standingOf(deal, corpus.asOf);
  if (!status) return undefined;
  return on ? l10n.t('{0}, {1}', status, describeDate(on)) : status;
}

/**
 * The card of a deal: a sentence, its terms and its sources.
 * @param asOf as of which day it is, in words
 */
export function dealCard(corpus: Corpus, deal: Declaration, asOf?: string): string {
  const label = l10n.t('**{0}** · {1}', escapeMarkdown(dealLabel(corpus, deal)), kindLabel(deal.kind));
  return paragraphs(
    dotted([label, asOf]),
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
  const figures = (name: 'tranche' | 'paid' | 'debt' | 'stake' | 'total') =>
    factsOf(deal, name).flatMap((fact) => describeFact(fact) ?? []);
  const list = (label: string, parts: readonly string[], separator: string, property?: PropertyName) => {
    const text = shortened(parts, separator);
    const disputed = property && disputedProperty(corpus, deal, property);
    if (text) lines.push(l10n.t('{0}: {1}', label, withDispute(text, disputed)));
  };
  const [first] = moneyFacts(deal);
  if (first && remarksOn(first).some((remark) => remark !== undefined)) {
    const label = first.name === 'budget' ? l10n.t('Budget') : l10n.t('Amount');
    list(label, [describeFact(first) ?? ''], '', first.name);
  }
  const base = baseLine(corpus, deal);
  if (base) lines.push(base);
  list(l10n.t('Tranches'), figures('tranche'), ' + ', 'tranche');
  list(l10n.t('Paid'), figures('paid'), ' + ', 'paid');
  list(l10n.t('Total between the two so far'), figures('total'), '; ', 'total');
  list(l10n.t('Also reported'), otherReports(corpus, deal), '; ');
  list(l10n.t('Valuation'), factsOf(deal, 'valuation').flatMap(valuationText), '; ', 'valuation');
  list(l10n.t('Stake'), figures('stake'), '; ', 'stake');
  list(l10n.t('Debt'), figures('debt'), '; ', 'debt');
  list(l10n.t('Type'), factsOf(deal, 'type').flatMap(wordsOf), ', ');
  list(l10n.t('Lead'), contributors(corpus, factsOf(deal, 'lead')), ', ', 'lead');
  list(l10n.t('Members'), contributors(corpus, factsOf(deal, 'member')), ', ', 'member');
  const unallocated = unallocatedOf(deal, corpus.asOf);
  if (unallocated) list(l10n.t('Unallocated'), [describeSum(unallocated)], '');
  for (const name of ['seller', 'customer', 'adviser'] as const) {
    const parties = partiesIn(corpus, factsOf(deal, name));
    if (parties) lines.push(l10n.t('{0}: {1}', sideLabel(name), parties));
  }
  for (const line of provisions(corpus, deal)) lines.push(l10n.t('Provides: {0}', line));
  list(l10n.t('Capacity'), capacities(deal), '; ', 'capacity');
  list(l10n.t('Location'), factsOf(deal, 'location').flatMap(wordsOf), ', ');
  list(l10n.t('Term'), termsOf(deal), '; ');
  const history = statusHistory(deal);
  if (history.length > 1)
    list(
      l10n.t('History'),
      history.map((event) => historyText(corpus, event)),
      ' → ',
    );
  return lines;
}

/** What the deal comes to in the base currency and by which rates, or that there is none; undefined where it is in it. */
function baseLine(corpus: Corpus, deal: Declaration): string | undefined {
  const { baseCurrency } = corpus.settings;
  if (baseCurrency === undefined) return undefined;
  const sum = inBase(corpus, deal, wholeOf(deal));
  const remarks = rateRemarks(corpus, [{ ...emptyBuckets, promised: sum }]);
  const text = dotted([sum.conversions.length > 0 ? describeTotal(sum) : undefined, ...remarks]);
  return text ? l10n.t('In {0}: {1}', baseCurrency, text) : undefined;
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

/** A valuation in a line of a deal with what is said of it. */
export function valuationText(fact: Fact): string[] {
  const worth = moneyOf(fact);
  if (!worth) return [];
  const basis = fact.flags.has('pre')
    ? l10n.t('pre-money')
    : fact.flags.has('post')
      ? l10n.t('post-money')
      : l10n.t('pre or post not said');
  return [withRemarks(describeMoney(worth), [basis, ...remarksOn(fact)])];
}

/** Who leads or takes part, each line with its roles and what is put in, where several are named by all of them together. */
export function contributors(corpus: Corpus, facts: readonly Fact[]): string[] {
  return facts.flatMap((fact) => {
    const parties = partiesIn(corpus, [fact]);
    const money = fact.with && describeMoney(fact.with);
    const part =
      money && (fact.values.length > 1 ? l10n.t('together with {0}', money) : l10n.t('with {0}', money));
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

/** What a deal provides, a line each, with how long and whether nobody else may. */
export function provisions(corpus: Corpus, deal: Declaration): string[] {
  return factsOf(deal, 'provides').flatMap((fact) => providesText(corpus, fact) || []);
}

/** How much of it, with what is said of that. */
export function capacities(deal: Declaration): string[] {
  return factsOf(deal, 'capacity').flatMap((fact) => describeFact(fact) ?? []);
}

/** For how long a deal runs. */
export function termsOf(deal: Declaration): string[] {
  return factsOf(deal, 'term').flatMap(termText);
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
