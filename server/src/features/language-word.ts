import * as l10n from '@vscode/l10n';
import {
  builtInResources,
  findStatus,
  isProperty,
  isVerb,
  kindNames,
  kinds,
  modifierNames,
  modifiers,
  properties,
  propertyNames,
  vocabularies,
  type KindName,
  type ModifierName,
  type PropertyName,
  type VocabularyName,
} from '../language/schema';
import type { PropertyNode, Span, ValueNode } from '../language/tree';
import { isBuiltIn, type Declaration } from '../model/declaration';
import { interpret } from '../model/interpret';
import { describeTarget, describeType } from '../model/value';
import { nameAt, type Cursor } from './locations';
import { escapeMarkdown, paragraphs } from './summary/markdown';

/** A word that the language gives its meaning. */
export type LanguageWord =
  | { readonly type: 'kind'; readonly word: KindName }
  | { readonly type: 'property'; readonly word: PropertyName }
  | { readonly type: 'modifier'; readonly word: ModifierName }
  | { readonly type: VocabularyName | 'resource'; readonly word: string };

/** Such a word in a text. */
export type WordAt = LanguageWord & { readonly span: Span };

/** All words of the language of one type, in the order of the schema. */
export function wordsOfType(type: LanguageWord['type']): readonly LanguageWord[] {
  switch (type) {
    case 'kind':
      return kindNames.map((word) => ({ type, word }));
    case 'property':
      return propertyNames.map((word) => ({ type, word }));
    case 'modifier':
      return modifierNames.map((word) => ({ type, word }));
    case 'resource':
      return Object.keys(builtInResources).map((word) => ({ type, word }));
    default:
      return Object.keys(vocabularies[type]).map((word) => ({ type, word }));
  }
}

/** The word of the language at a cursor, if there is one. */
export function wordAt(cursor: Cursor): WordAt | undefined {
  const { item, offset } = cursor;
  const node = item?.declaration;
  if (!item || !node) return undefined;
  const covers = (span: Span) => span.start <= offset && offset <= span.end;
  if (covers(node.keyword)) return node.kind && { type: 'kind', word: node.kind, span: node.keyword };
  const { left = [], operator, right = [] } = node.relation ?? {};
  if (operator && covers(operator) && isVerb(operator.text)) {
    return { type: 'verb', word: operator.text, span: operator };
  }
  for (const { path } of [...left, ...right]) {
    if (path && covers(path) && isProperty(path.text))
      return { type: 'property', word: path.text, span: path };
  }
  const name = nameAt(cursor);
  if (name) {
    const isResource = name.mention && isBuiltIn(name.mention) && !cursor.project.find(name.name);
    return isResource ? { type: 'resource', word: name.name, span: name.span } : undefined;
  }
  const property = node.body?.properties.find(covers);
  return property && wordIn(property, interpret(item), covers);
}

function wordIn(
  property: PropertyNode,
  declaration: Declaration | undefined,
  covers: (span: Span) => boolean,
): WordAt | undefined {
  const { key, modifiers: behind } = property;
  if (covers(key)) {
    return isProperty(key.text) ? { type: 'property', word: key.text, span: key } : undefined;
  }
  for (const { name, start, wordEnd, values } of behind) {
    const span = { start, end: wordEnd };
    if (covers(span)) return { type: 'modifier', word: name, span };
    const value = values.find(covers);
    if (value) return name === 'as' ? wordOf('role', value.text, value) : undefined;
  }
  const fact = declaration?.facts.find((candidate) => candidate.node === property);
  const value = fact?.values.find((candidate) => covers(candidate.node));
  const vocabulary = fact && properties[fact.name].vocabulary;
  if (value?.type !== 'choice' || !vocabulary) return undefined;
  const word = vocabulary === 'status' ? findStatus(value.word) : value.word;
  return word === undefined ? undefined : wordOf(vocabulary, word, value.node);
}

function wordOf(type: VocabularyName, word: string, { start, end }: ValueNode): WordAt | undefined {
  return Object.hasOwn(vocabularies[type], word) ? { type, word, span: { start, end } } : undefined;
}

/** The word with what the language says of it, in Markdown. */
export function referenceOf(of: LanguageWord): string {
  return paragraphs(titleOf(of), meaningOf(of));
}

function titleOf({ type, word }: LanguageWord): string {
  const title = escapeMarkdown(word);
  return type === 'resource' ? l10n.t('**{0}** · built-in resource', title) : `**${title}**`;
}

/** What the language says of a word, in Markdown: what it means, what it takes, and an example. */
export function meaningOf({ type, word }: LanguageWord): string {
  switch (type) {
    case 'kind':
      return paragraphs(l10n.t(kinds[word].docs), codeBlock(kinds[word].example));
    case 'property':
      return meaningOfProperty(word);
    case 'modifier':
      return paragraphs(l10n.t(modifiers[word].docs), codeBlock(modifiers[word].example));
    case 'resource':
      return l10n.t(builtInResources[word]?.docs ?? '');
    default:
      return l10n.t(vocabularies[type][word]?.docs ?? '');
  }
}

function meaningOfProperty(name: PropertyName): string {
  const { docs, values, target, example, modifiers: allowed, vocabulary } = properties[name];
  const taken = values.map((type) =>
    type === 'reference' && target ? describeTarget(target) : describeType(type),
  );
  return paragraphs(
    l10n.t(docs),
    l10n.t(
      'Takes {0}.',
      vocabulary ? Object.keys(vocabularies[vocabulary]).join(', ') : taken.join(l10n.t(' or ')),
    ),
    allowed.length > 0 ? l10n.t('Behind it: {0}.', allowed.join(', ')) : undefined,
    codeBlock(example),
  );
}

function codeBlock(text: string): string {
  return `\`\`\`deal\n${text}\n\`\`\``;
}
