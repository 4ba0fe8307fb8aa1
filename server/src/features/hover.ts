import * as l10n from '@vscode/l10n';
import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import type { ModifierName } from '../language/schema';
import type { Span } from '../language/tree';
import type { Corpus } from '../model/corpus';
import { isBuiltIn, type Declaration, type Fact } from '../model/declaration';
import { interpret } from '../model/interpret';
import type { Value } from '../model/value';
import { describeDate } from '../values/date';
import { formatDuration } from '../values/duration';
import { describeMoney } from '../values/money';
import { referenceOf, wordAt } from './language-word';
import { nameAt, rangeIn, type Cursor } from './locations';
import { describeMoneyLine } from './summary/deal';
import { moneyProperties } from '../model/claim';
import { disputedText } from './summary/disputes';
import { describeFigure, withRemarks } from './summary/figures';
import { escapeMarkdown } from './summary/markdown';
import { cardOf } from './summary/summary';

/**
 * What there is to say about what is under the cursor: a card for a name, the reference for a word, a figure in prose.
 *
 * @param isWhole whether all files of the project are read, so that a name that none of them declares is declared nowhere
 * @param today what is seen as of another day says so
 */
export function hoverAt(cursor: Cursor, isWhole = true, today = cursor.project.asOf): Hover | null {
  const found = nameHover(cursor, isWhole, today) ?? wordHover(cursor);
  if (!found) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: found.text },
    range: rangeIn(cursor.document, cursor.index, found.span),
  };
}

interface Found {
  readonly span: Span;
  readonly text: string;
}

function nameHover(cursor: Cursor, isWhole: boolean, today: number): Found | undefined {
  const name = nameAt(cursor);
  if (!name) return undefined;
  const declaration = name.mention ? cursor.project.find(name.name) : name.declaration;
  if (declaration) return { span: name.span, text: cardOf(cursor.project, declaration, today) };
  if (name.mention && isBuiltIn(name.mention)) {
    return { span: name.span, text: referenceOf({ type: 'resource', word: name.name }) };
  }
  return {
    span: name.span,
    text: isWhole
      ? l10n.t('**{0}** is declared nowhere in this project.', escapeMarkdown(name.name))
      : l10n.t('**{0}** is declared in none of the files that are read so far.', escapeMarkdown(name.name)),
  };
}

function wordHover(cursor: Cursor): Found | undefined {
  const word = wordAt(cursor);
  if (word) return { span: word.span, text: referenceOf(word) };
  const { project, item, offset } = cursor;
  const covers = (span: Span) => span.start <= offset && offset <= span.end;
  const declaration = item && interpret(item);
  const fact = declaration?.facts.find(({ node }) => covers(node));
  return declaration && fact && figureHover(project, declaration, fact, covers);
}

function figureHover(
  corpus: Corpus,
  declaration: Declaration,
  fact: Fact,
  covers: (span: Span) => boolean,
): Found | undefined {
  for (const modifier of fact.node.modifiers) {
    const value = modifier.values.find(covers);
    const text = value && modifierText(fact, modifier.name);
    if (value) return text ? { span: value, text: escapeMarkdown(text) } : undefined;
  }
  const value = fact.values.find((candidate) => covers(candidate.node));
  const text = value && (figureText(corpus, declaration, fact, value) ?? dateText(value));
  return text ? { span: value.node, text } : undefined;
}

/** A figure in prose, with what it comes to in the base currency and who disputes it; undefined for what is none. */
function figureText(corpus: Corpus, declaration: Declaration, fact: Fact, value: Value): string | undefined {
  if (value.type === 'money' && moneyProperties.some((name) => name === fact.name)) {
    return beyond(value, describeMoneyLine(corpus, declaration, fact));
  }
  const figure = describeFigure(value);
  return beyond(value, figure && withRemarks(figure, [disputedText(corpus, declaration, [fact.name])]));
}

/** What is said of a value as Markdown, where that is more than what stands there. */
function beyond({ node }: Value, text: string | undefined): string | undefined {
  return text === undefined || text === node.text ? undefined : escapeMarkdown(text);
}

function modifierText(fact: Fact, name: ModifierName): string | undefined {
  switch (name) {
    case 'on':
    case 'from':
    case 'until': {
      const date = fact[name];
      return date && describeDate(date);
    }
    case 'over':
      return fact.over && formatDuration(fact.over);
    case 'with':
      return fact.with && describeMoney(fact.with);
    default:
      return undefined;
  }
}

function dateText(value: Value): string | undefined {
  return value.type === 'date' ? escapeMarkdown(describeDate(value.date)) : undefined;
}
