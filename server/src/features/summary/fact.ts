import * as l10n from '@vscode/l10n';
import type { Corpus } from '../../model/corpus';
import {
  dateOf,
  factOf,
  factsOf,
  moneyOf,
  textOf,
  type Declaration,
  type Fact,
} from '../../model/declaration';
import { describeDate } from '../../values/date';
import { describeMoney } from '../../values/money';
import { describePercent } from '../../values/percent';
import { formatNumber } from '../../values/plain-number';
import { describeQuantity } from '../../values/quantity';
import { dotted, escapeMarkdown, linkMarkdown, paragraphs } from './markdown';
import { enumerate, kindLabel, partiesOf, titleOf } from './names';
import { sourcesMarkdown } from './sources';

/** What a fact (valuation, holding, metric, exchange rate, claim) says, in one sentence without markup. */
export function factSentence(corpus: Corpus, fact: Declaration): string {
  const left = partiesOf(corpus, fact, 'left');
  const right = partiesOf(corpus, fact, 'right');
  switch (fact.kind) {
    case 'valuation': {
      const value = factOf(fact, 'value');
      const money = moneyOf(value);
      return money
        ? withDate(l10n.t('{0} is valued at {1}', left, describeMoney(money)), value)
        : l10n.t('{0} is valued at a figure not given.', left);
    }
    case 'holding': {
      const stake = factOf(fact, 'stake');
      const value = stake?.values[0];
      const share = value?.type === 'percent' ? describePercent(value.range) : l10n.t('a stake');
      return withDate(l10n.t('{0} holds {1} of {2}', left, share, right), stake);
    }
    case 'metric':
      return metricSentence(left, fact);
    case 'fx': {
      const rate = factOf(fact, 'rate');
      const value = rate?.values[0];
      const from = fact.node.relation?.left[0]?.text ?? '';
      const to = fact.node.relation?.right[0]?.text ?? '';
      const figure = value?.type === 'number' ? formatNumber(value.range) : '…';
      return withDate(l10n.t('One {0} buys {1} {2}', from, figure, to), rate);
    }
    default:
      return claimSentence(corpus, fact);
  }
}

/** The card of a fact: its sentence, what was said, and its sources. */
export function factCard(corpus: Corpus, fact: Declaration): string {
  const quotes = factsOf(fact, 'quote').flatMap(textsIn);
  return paragraphs(
    l10n.t('**{0}** · {1}', escapeMarkdown(fact.title), kindLabel(fact.kind)),
    escapeMarkdown(factSentence(corpus, fact)),
    fact.node.documentation,
    ...quotes.map((quote) => `> ${escapeMarkdown(quote)}`),
    ...factsOf(fact, 'note').flatMap(textsIn).map(escapeMarkdown),
    fact.kind === 'fx' ? undefined : sourcesMarkdown(corpus, fact),
  );
}

/** A source in one line without markup. */
export function sourceLine(source: Declaration): string {
  const published = dateOf(source, 'published');
  return dotted([textOf(source, 'publisher'), published && describeDate(published)]);
}

/** The card of a source: headline, publisher, date, address, and how often it is cited. */
export function sourceCard(corpus: Corpus, source: Declaration): string {
  const url = textOf(source, 'url');
  const authors = factsOf(source, 'author').flatMap(textsIn);
  const via = factsOf(source, 'via').flatMap((fact) =>
    fact.node.values.map((value) => titleOf(corpus, value.text)),
  );
  const citing = new Set([...corpus.mentionsOf(source.name)].map((site) => site.declaration));
  return paragraphs(
    l10n.t('**{0}** · {1}', escapeMarkdown(source.title), kindLabel(source.kind)),
    escapeMarkdown(
      dotted([
        sourceLine(source),
        authors.length > 0 ? l10n.t('by {0}', enumerate(authors)) : undefined,
        via.length > 0 ? l10n.t('after {0}', enumerate(via)) : undefined,
      ]),
    ),
    source.node.documentation,
    url && linkMarkdown(url),
    ...factsOf(source, 'quote')
      .flatMap(textsIn)
      .map((quote) => `> ${escapeMarkdown(quote)}`),
    citing.size === 1 ? l10n.t('Cited by 1 declaration') : l10n.t('Cited by {0} declarations', citing.size),
  );
}

function claimSentence(corpus: Corpus, claim: Declaration): string {
  const { relation } = claim.node;
  const who = partiesOf(corpus, claim, 'left');
  const whom = relation?.right.map(({ text, path }) =>
    path ? l10n.t('the {0} of {1}', path.text, titleOf(corpus, text)) : titleOf(corpus, text),
  );
  const date = dateOf(claim, 'on');
  const sentence = l10n.t('{0} {1} {2}', who, relation?.operator?.text ?? '', enumerate(whom ?? []));
  return date ? l10n.t('{0} ({1}).', sentence, describeDate(date)) : l10n.t('{0}.', sentence);
}

function metricSentence(left: string, metric: Declaration): string {
  const figures = metric.facts.flatMap((fact) => {
    const value = fact.values[0];
    const figure =
      value?.type === 'money'
        ? describeMoney(value.money)
        : value?.type === 'quantity'
          ? describeQuantity(value.quantity)
          : value?.type === 'number'
            ? formatNumber(value.range)
            : undefined;
    if (!figure) return [];
    const date = fact.on ?? fact.from;
    return [date ? l10n.t('{0} {1} ({2})', fact.name, figure, describeDate(date)) : `${fact.name} ${figure}`];
  });
  return l10n.t('{0}: {1}.', left, figures.join(', ') || l10n.t('no figure'));
}

function withDate(sentence: string, fact: Fact | undefined): string {
  return fact?.on ? l10n.t('{0} ({1}).', sentence, describeDate(fact.on)) : l10n.t('{0}.', sentence);
}

function textsIn(fact: Fact): string[] {
  return fact.values.flatMap((value) => ('text' in value ? [value.text] : []));
}
