import * as l10n from '@vscode/l10n';
import { nearestWords } from '../language/nearest';
import {
  findStatus,
  properties,
  undisclosed,
  vocabularies,
  type PropertyName,
  type ReferenceTarget,
  type StatusName,
  type ValueType,
} from '../language/schema';
import type { NameNode, ScalarNode, Span, UrlNode, ValueNode } from '../language/tree';
import { readDate, type DealDate } from '../values/date';
import { readDuration, type Duration } from '../values/duration';
import { readMoney, type Money } from '../values/money';
import { readMultiple } from '../values/multiple';
import { readNumber } from '../values/plain-number';
import { readPercent } from '../values/percent';
import { readQuantity, type Quantity } from '../values/quantity';
import type { Range } from '../values/range';
import type { Reading } from '../values/result';

/** What a value means, together with the place where it stands. */
export type Value =
  | { readonly type: 'money'; readonly money: Money; readonly node: ValueNode }
  | { readonly type: 'quantity'; readonly quantity: Quantity; readonly node: ValueNode }
  | { readonly type: 'percent' | 'multiple' | 'number'; readonly range: Range; readonly node: ValueNode }
  | { readonly type: 'date'; readonly date: DealDate; readonly node: ValueNode }
  | { readonly type: 'duration'; readonly duration: Duration; readonly node: ValueNode }
  | { readonly type: 'text' | 'word' | 'url'; readonly text: string; readonly node: ValueNode }
  | { readonly type: 'choice'; readonly word: string; readonly status?: StatusName; readonly node: NameNode }
  | { readonly type: 'reference'; readonly name: string; readonly node: NameNode };

/** A value that is not what its property takes. */
export interface ValueProblem extends Span {
  readonly message: string;
  readonly suggestions?: readonly string[];
}

export type ValueReading =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: ValueProblem };

/** Reads a value of a property as the schema says. */
export function readPropertyValue(property: PropertyName, node: ValueNode): ValueReading {
  const { values, vocabulary, example } = properties[property];
  let firstProblem: ValueProblem | undefined;
  for (const type of values) {
    const reading = readAs(type, node, vocabulary ? vocabularies[vocabulary] : undefined, property);
    if (reading?.ok) return reading;
    if (reading && !firstProblem) firstProblem = reading.problem;
  }
  return {
    ok: false,
    problem: firstProblem ?? {
      start: node.start,
      end: node.end,
      message: l10n.t(
        '“{0}” takes {1}, as in “{2}”.',
        property,
        values.map(describeType).join(l10n.t(' or ')),
        example,
      ),
    },
  };
}

/** Reads a value of a modifier that takes the given type. */
export function readModifierValue(
  type: 'date' | 'duration' | 'money' | 'text',
  node: ValueNode,
  example: string,
): ValueReading {
  return (
    readAs(type, node, undefined, undefined) ?? {
      ok: false,
      problem: {
        start: node.start,
        end: node.end,
        message: l10n.t('Expected {0} here, as in “{1}”.', describeType(type), example),
      },
    }
  );
}

/** What a type is called in a sentence. */
export function describeType(type: ValueType): string {
  switch (type) {
    case 'money':
      return l10n.t('an amount of money such as $1B');
    case 'quantity':
      return l10n.t('a quantity with its unit such as 6GW');
    case 'percent':
      return l10n.t('a percentage such as 13.5%');
    case 'multiple':
      return l10n.t('a multiple such as 3x');
    case 'number':
      return l10n.t('a number');
    case 'date':
      return l10n.t('a date such as 2025-01-21, 2025-01 or 2025');
    case 'duration':
      return l10n.t('a duration such as 10y or 18mo');
    case 'text':
      return l10n.t('a text in quotes');
    case 'url':
      return l10n.t('an address such as <https://example.com>');
    case 'word':
      return l10n.t('a word');
    case 'choice':
      return l10n.t('one of its words');
    case 'reference':
      return l10n.t('a name');
  }
}

/** What a reference must point at, in a sentence. */
export function describeTarget(target: ReferenceTarget): string {
  switch (target) {
    case 'party':
      return l10n.t('a party or a venture');
    case 'deal':
      return l10n.t('a deal');
    case 'source':
      return l10n.t('a source');
    case 'resource':
      return l10n.t('a resource');
    case 'claim':
      return l10n.t('a claim');
    case 'valued':
      return l10n.t('a valuation, or a deal that has one');
    case 'any':
      return l10n.t('a declaration');
  }
}

type Words = (typeof vocabularies)[keyof typeof vocabularies];

/** The value as that type; undefined where it has not even the type's shape. */
function readAs(
  type: ValueType,
  node: ValueNode,
  words: Words | undefined,
  property: PropertyName | undefined,
): ValueReading | undefined {
  switch (type) {
    case 'reference':
      return node.type === 'name' ? ok({ type, name: node.text, node }) : undefined;
    case 'url':
      return node.type === 'url' ? ok({ type, text: node.text, node }) : undefined;
    case 'text':
      return node.type === 'name' && node.quoted ? ok({ type, text: node.text, node }) : undefined;
    case 'word':
      return node.type !== 'url' && !isQuoted(node) ? ok({ type, text: node.text, node }) : undefined;
    case 'choice':
      return node.type === 'name' ? readChoice(node, words ?? {}, property) : undefined;
    case 'money':
      return figure(node, readMoney, (money) => ({ type, money, node }));
    case 'quantity':
      return figure(node, readQuantity, (quantity) => ({ type, quantity, node }));
    case 'percent':
      return figure(node, readPercent, (range) => ({ type, range, node }));
    case 'multiple':
      return figure(node, readMultiple, (range) => ({ type, range, node }));
    case 'number':
      return figure(node, readNumber, (range) => ({ type, range, node }));
    case 'date':
      return figure(node, readDate, (date) => ({ type, date, node }));
    case 'duration':
      return figure(node, readDuration, (duration) => ({ type, duration, node }));
  }
}

function isQuoted(node: NameNode | ScalarNode | UrlNode): boolean {
  return node.type === 'name' && node.quoted;
}

function figure<T>(
  node: ValueNode,
  read: (text: string) => Reading<T>,
  make: (value: T) => Value,
): ValueReading | undefined {
  const isWord = node.type === 'name' && !node.quoted && node.text === undisclosed;
  if (node.type !== 'scalar' && !isWord) return undefined;
  const reading = read(node.text);
  if (reading.ok) return ok(make(reading.value));
  const { message, start, end, suggestion } = reading;
  // Nothing in particular is wrong where the reader names no part: then all of it is.
  const whole = start >= end;
  return {
    ok: false,
    problem: {
      start: whole ? node.start : node.start + start,
      end: whole ? node.end : node.start + end,
      message,
      ...(suggestion !== undefined && { suggestions: [suggestion] }),
    },
  };
}

function readChoice(node: NameNode, words: Words, property: PropertyName | undefined): ValueReading {
  if (property === 'status') {
    const status = findStatus(node.text);
    if (status) return ok({ type: 'choice', word: node.text, status, node });
  } else {
    const word = Object.keys(words).find((candidate) => candidate.toLowerCase() === node.text.toLowerCase());
    if (word) return ok({ type: 'choice', word, node });
  }
  const all = Object.keys(words);
  const suggestions = nearestWords(node.text, all);
  const message =
    suggestions.length > 0
      ? l10n.t(
          '“{0}” is no {1}. Did you mean {2}?',
          node.text,
          property ?? '',
          suggestions.map((word) => `“${word}”`).join(', '),
        )
      : l10n.t('“{0}” is no {1}. Use one of: {2}.', node.text, property ?? '', all.join(', '));
  return { ok: false, problem: { start: node.start, end: node.nameEnd, message, suggestions } };
}

function ok(value: Value): ValueReading {
  return { ok: true, value };
}
