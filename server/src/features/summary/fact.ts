import * as l10n from '@vscode/l10n';
import { isVerb, kinds, type Verb } from '../../language/schema';
import type { Corpus } from '../../model/corpus';
import type { NameNode } from '../../language/tree';
import {
  dateOf,
  factOf,
  factsOf,
  isUndisclosed,
  textOf,
  type Declaration,
  type Fact,
} from '../../model/declaration';
import { statusHistory } from '../../model/lifecycle';
import { describeDate } from '../../values/date';
import { describeMultiple } from '../../values/multiple';
import { disputedText } from './disputes';
import { describeFigure, remarksOn, withRemarks } from './figures';
import { dotted, escapeMarkdown, linkMarkdown, paragraphs } from './markdown';
import { enumerate, kindLabel, partiesIn, partiesOf, shortened, titleOf } from './names';
import { sourcesMarkdown } from './sources';

/** What a fact (valuation, holding, metric, exchange rate, claim) says, in one line without markup. */
export function factSentence(corpus: Corpus, fact: Declaration): string {
  const left = partiesOf(corpus, fact, 'left');
  switch (fact.kind) {
    case 'valuation':
      return l10n.t('Valuation of {0}: {1}.', left, figuresOf(corpus, fact, 'value'));
    case 'holding':
      return l10n.t(
        'Stake of {0} in {1}: {2}.',
        left,
        partiesOf(corpus, fact, 'right'),
        figuresOf(corpus, fact, 'stake'),
      );
    case 'metric':
      return metricSentence(corpus, left, fact);
    case 'fx': {
      const from = fact.sides.left[0]?.text ?? '?';
      const to = fact.sides.right[0]?.text ?? '?';
      return l10n.t('One {0} in {1}: {2}.', from, to, figuresOf(corpus, fact, 'rate'));
    }
    default:
      return claimSentence(corpus, fact);
  }
}

/** The figures of a property with their dates, those without one dated by the declaration's own `on`. */
function figuresOf(corpus: Corpus, declaration: Declaration, property: 'value' | 'stake' | 'rate'): string {
  const own = dateOf(declaration, 'on');
  const disputed = disputedText(corpus, declaration, [property]);
  const figures = factsOf(declaration, property).flatMap((fact) => {
    const basis = fact.flags.has('pre')
      ? l10n.t('pre-money')
      : fact.flags.has('post')
        ? l10n.t('post-money')
        : '';
    const figure = describeFigure(fact.values[0]);
    const undated = property === 'rate' && !fact.on ? l10n.t('no date, so that nothing is converted') : '';
    return figure ? [withRemarks(figure, [basis, ...remarksOn(fact, own), undated, disputed])] : [];
  });
  return shortened(figures, '; ') || l10n.t('no figure');
}

/** The card of a fact: its sentence, what was said, and its sources. */
export function factCard(corpus: Corpus, fact: Declaration): string {
  const quotes = factsOf(fact, 'quote').flatMap(textsIn);
  return paragraphs(
    l10n.t('**{0}** · {1}', escapeMarkdown(fact.title), kindLabel(fact.kind)),
    escapeMarkdown(factSentence(corpus, fact)),
    fact.node.documentation,
    ...(fact.kind === 'claim' ? [claimTerms(corpus, fact).map(escapeMarkdown).join('  \n')] : []),
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
  const date = dateOf(claim, 'on');
  const word = relation?.operator?.text ?? '';
  const verb = isVerb(word) ? word : undefined;
  const sentence = l10n.t(
    '{0} {1} {2}',
    capitalized(partiesOf(corpus, claim, 'left')),
    verb ? verbInProse(verb, isPlural(relation?.left ?? [])) : l10n.t('says something of'),
    enumerate(targetsInProse(corpus, relation?.right ?? [], verb)) || l10n.t('something not named'),
  );
  return l10n.t('{0}.', withRemarks(sentence, [date && describeDate(date)]));
}

/** What is claimed, in words that stand behind the verb; what is meant as a whole is named together. */
function targetsInProse(corpus: Corpus, targets: readonly NameNode[], verb: Verb | undefined): string[] {
  const named = targets.filter(({ text }) => text.trim() !== '');
  const properties = named.flatMap(({ text, path }) =>
    path ? [propertyInProse(path.text, wholeInProse(corpus, text))] : [],
  );
  const wholes = named.filter(({ path }) => !path);
  const together = togetherInProse(
    corpus,
    wholes.map(({ text }) => text),
  );
  if (!together) return properties;
  switch (verb) {
    case 'asserts':
      return [...properties, l10n.t('something about {0}', together)];
    case 'expects':
      return [...properties, l10n.t('something of {0}', together)];
    case undefined:
      return [...properties, together];
    default:
      return [...properties, ...wholes.map(({ text }) => statedInProse(corpus, text))];
  }
}

function togetherInProse(corpus: Corpus, names: readonly string[]): string {
  const areEcosystems = names.every((name) => corpus.find(name)?.kind === 'ecosystem');
  return areEcosystems && names.length > 1
    ? l10n.t('the ecosystems {0}', enumerate(names.map((name) => titleOf(corpus, name))))
    : enumerate(names.map((name) => wholeInProse(corpus, name)));
}

/** A declaration in a sentence; of an ecosystem that it is one, since its name need not sound like it. */
function wholeInProse(corpus: Corpus, name: string): string {
  const title = titleOf(corpus, name);
  return corpus.find(name)?.kind === 'ecosystem' ? l10n.t('the ecosystem {0}', title) : title;
}

/** What somebody disputes or confirms as a whole: a deal or a fact itself, of a party and an ecosystem what is said. */
function statedInProse(corpus: Corpus, name: string): string {
  const declaration = corpus.find(name);
  const group = declaration && kinds[declaration.kind].group;
  const whole = wholeInProse(corpus, name);
  return group === 'party' || group === 'view' ? l10n.t('what is said of {0}', whole) : whole;
}

function propertyInProse(property: string, of: string): string {
  switch (property) {
    case 'member':
      return l10n.t('the members of {0}', of);
    case 'tranche':
      return l10n.t('the tranches of {0}', of);
    case 'adviser':
      return l10n.t('the advisers of {0}', of);
    case 'provides':
      return l10n.t('what {0} provides', of);
    case 'paid':
      return l10n.t('what was paid in {0}', of);
    case 'lead':
      return l10n.t('who leads {0}', of);
    case 'seller':
      return l10n.t('who sells in {0}', of);
    case 'customer':
      return l10n.t('who buys in {0}', of);
    case 'debt':
      return l10n.t('the debt in {0}', of);
    case 'parent':
      return l10n.t('whom {0} belongs to', of);
    case 'relates':
      return l10n.t('what {0} relates to', of);
    case 'include':
      return l10n.t('who is counted in {0}', of);
    case 'exclude':
      return l10n.t('who is left out of {0}', of);
    case 'lei':
      return l10n.t('the LEI of {0}', of);
    case 'aka':
      return l10n.t('the other names of {0}', of);
    case 'founded':
      return l10n.t('when {0} was founded', of);
    case 'closed':
      return l10n.t('when {0} was closed', of);
    default:
      return l10n.t('the {0} of {1}', property, of);
  }
}

/** What a claim says in particular, a line each, without markup. */
export function claimTerms(corpus: Corpus, claim: Declaration): string[] {
  const lines: string[] = [];
  const multiple = factOf(claim, 'multiple');
  const value = multiple?.values[0];
  if (multiple && value?.type === 'multiple') {
    const base = multiple.node.modifiers.find((modifier) => modifier.name === 'of')?.values[0];
    const figure = describeMultiple(value.range);
    lines.push(
      l10n.t(
        'Multiple: {0}',
        withRemarks(base ? l10n.t('{0} of {1}', figure, titleOf(corpus, base.text)) : figure, [
          ...remarksOn(multiple),
        ]),
      ),
    );
  }
  const steps = statusHistory(claim).map(({ status, fact }) => withRemarks(status, remarksOn(fact)));
  if (steps.length > 0) lines.push(l10n.t('Status: {0}', shortened(steps, ' → ')));
  const about = partiesIn(corpus, factsOf(claim, 'about'));
  if (about) lines.push(l10n.t('About: {0}', about));
  const answered = partiesIn(corpus, factsOf(claim, 'answers'));
  if (answered) lines.push(l10n.t('In answer to: {0}', answered));
  return lines;
}

function verbInProse(verb: Verb, several: boolean): string {
  switch (verb) {
    case 'asserts':
      return several ? l10n.t('assert') : l10n.t('asserts');
    case 'disputes':
      return several ? l10n.t('dispute') : l10n.t('disputes');
    case 'denies':
      return several ? l10n.t('deny') : l10n.t('denies');
    case 'confirms':
      return several ? l10n.t('confirm') : l10n.t('confirms');
    case 'expects':
      return several ? l10n.t('expect') : l10n.t('expects');
  }
}

/** Who is undisclosed may be several. */
function isPlural(names: readonly NameNode[]): boolean {
  return names.length > 1 || names.some(isUndisclosed);
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function metricSentence(corpus: Corpus, left: string, metric: Declaration): string {
  const figures = metric.facts.flatMap((fact) => {
    const figure = describeFigure(fact.values[0]);
    const disputed = disputedText(corpus, metric, [fact.name]);
    return figure ? [`${fact.name} ${withRemarks(figure, [...remarksOn(fact), disputed])}`] : [];
  });
  return l10n.t('{0}: {1}.', capitalized(left), shortened(figures, ', ') || l10n.t('no figure'));
}

function textsIn(fact: Fact): string[] {
  return fact.values.flatMap((value) => ('text' in value ? [value.text] : []));
}
