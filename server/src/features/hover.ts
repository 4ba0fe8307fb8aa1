import * as l10n from '@vscode/l10n';
import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import {
  builtInResources,
  findStatus,
  isProperty,
  isVerb,
  kinds,
  modifiers,
  properties,
  statuses,
  verbs,
  vocabularies,
  type KindName,
  type ModifierName,
  type PropertyName,
} from '../language/schema';
import type { PropertyNode, Span, ValueNode } from '../language/tree';
import type { Corpus } from '../model/corpus';
import { isBuiltIn, type Declaration, type Fact } from '../model/declaration';
import { interpret } from '../model/interpret';
import { describeTarget, describeType, type Value } from '../model/value';
import { describeDate } from '../values/date';
import { formatDuration } from '../values/duration';
import { describeMoney } from '../values/money';
import { nameAt, rangeIn, type Cursor } from './locations';
import { describeMoneyLine } from './summary/deal';
import { moneyProperties } from '../model/claim';
import { disputedText } from './summary/disputes';
import { describeFigure, withRemarks } from './summary/figures';
import { escapeMarkdown, paragraphs } from './summary/markdown';
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
    const docs = l10n.t(builtInResources[name.name]?.docs ?? '');
    return { span: name.span, text: paragraphs(l10n.t('**{0}** · built-in resource', name.name), docs) };
  }
  return {
    span: name.span,
    text: isWhole
      ? l10n.t('**{0}** is declared nowhere in this project.', escapeMarkdown(name.name))
      : l10n.t('**{0}** is declared in none of the files that are read so far.', escapeMarkdown(name.name)),
  };
}

function wordHover({ project, item, offset }: Cursor): Found | undefined {
  const node = item?.declaration;
  if (!item || !node) return undefined;
  const covers = (span: Span) => span.start <= offset && offset <= span.end;
  if (covers(node.keyword)) return node.kind && { span: node.keyword, text: kindReference(node.kind) };
  const operator = node.relation?.operator;
  if (operator && covers(operator) && isVerb(operator.text)) {
    return { span: operator, text: paragraphs(`**${operator.text}**`, l10n.t(verbs[operator.text].docs)) };
  }
  for (const name of [...(node.relation?.left ?? []), ...(node.relation?.right ?? [])]) {
    if (name.path && covers(name.path) && isProperty(name.path.text)) {
      return { span: name.path, text: propertyReference(name.path.text) };
    }
  }
  const property = node.body?.properties.find(covers);
  return property && propertyHover(project, property, interpret(item), covers);
}

function propertyHover(
  corpus: Corpus,
  property: PropertyNode,
  declaration: Declaration | undefined,
  covers: (span: Span) => boolean,
): Found | undefined {
  const key = property.key.text;
  if (covers(property.key))
    return isProperty(key) ? { span: property.key, text: propertyReference(key) } : undefined;
  for (const modifier of property.modifiers) {
    const word = { start: modifier.start, end: modifier.wordEnd };
    if (covers(word)) return { span: word, text: modifierReference(modifier.name) };
    const value = modifier.values.find(covers);
    if (value) return modifierValueHover(value, modifier.name, declaration, property);
  }
  const fact = declaration?.facts.find((candidate) => candidate.node === property);
  const value = fact?.values.find((candidate) => covers(candidate.node));
  if (!fact || !value || !declaration) return undefined;
  const text = figureText(corpus, declaration, fact, value) ?? valueText(value, fact.name);
  return text ? { span: value.node, text } : undefined;
}

/** A figure in prose, with what it comes to in the base currency and who disputes it; undefined for what is none. */
function figureText(corpus: Corpus, declaration: Declaration, fact: Fact, value: Value): string | undefined {
  if (value.type === 'money' && moneyProperties.some((name) => name === fact.name)) {
    const line = describeMoneyLine(corpus, declaration, fact);
    return line && escapeMarkdown(line);
  }
  const figure = describeFigure(value);
  return figure && escapeMarkdown(withRemarks(figure, [disputedText(corpus, declaration, [fact.name])]));
}

function modifierValueHover(
  node: ValueNode,
  name: ModifierName,
  declaration: Declaration | undefined,
  property: PropertyNode,
): Found | undefined {
  if (name === 'as') {
    const docs = vocabularies.role[node.text]?.docs;
    return docs
      ? { span: node, text: paragraphs(`**${escapeMarkdown(node.text)}**`, l10n.t(docs)) }
      : undefined;
  }
  const fact = declaration?.facts.find((candidate) => candidate.node === property);
  const text = fact && factModifierText(fact, name);
  return text ? { span: node, text: escapeMarkdown(text) } : undefined;
}

function factModifierText(fact: Fact, name: ModifierName): string | undefined {
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

function valueText(value: Value, property: PropertyName): string | undefined {
  switch (value.type) {
    case 'date':
      return escapeMarkdown(describeDate(value.date));
    case 'choice': {
      if (property === 'status') {
        const status = findStatus(value.word);
        return status && paragraphs(`**${status}**`, l10n.t(statuses[status].docs));
      }
      const { vocabulary } = properties[property];
      const docs = vocabulary && vocabularies[vocabulary][value.word]?.docs;
      return docs && paragraphs(`**${escapeMarkdown(value.word)}**`, l10n.t(docs));
    }
    default:
      return undefined;
  }
}

/** The reference of a kind: what it is, and an example. */
export function kindReference(kind: KindName): string {
  return paragraphs(`**${kind}**`, l10n.t(kinds[kind].docs), codeBlock(kinds[kind].example));
}

/** The reference of a property: what it says, what it takes, and an example. */
export function propertyReference(name: PropertyName): string {
  const { docs, values, target, example, modifiers: allowed, vocabulary } = properties[name];
  const taken = values.map((type) =>
    type === 'reference' && target ? describeTarget(target) : describeType(type),
  );
  return paragraphs(
    `**${name}**`,
    l10n.t(docs),
    l10n.t(
      'Takes {0}.',
      vocabulary ? Object.keys(vocabularies[vocabulary]).join(', ') : taken.join(l10n.t(' or ')),
    ),
    allowed.length > 0 ? l10n.t('Behind it: {0}.', allowed.join(', ')) : undefined,
    codeBlock(example),
  );
}

/** The reference of a modifier. */
export function modifierReference(name: ModifierName): string {
  return paragraphs(`**${name}**`, l10n.t(modifiers[name].docs), codeBlock(modifiers[name].example));
}

function codeBlock(text: string): string {
  return `\`\`\`deal\n${text}\n\`\`\``;
}
