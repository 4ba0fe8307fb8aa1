import * as l10n from '@vscode/l10n';
import { MarkupKind, type MarkupContent, type SignatureHelp } from 'vscode-languageserver-types';
import { contextAt, type Context } from '../language/context';
import {
  alternatives,
  kinds,
  modifierNames,
  modifiers,
  properties,
  vocabularies,
  type KindName,
  type ModifierName,
  type PropertyName,
  type ValueType,
} from '../language/schema';
import { confidenceWords } from '../model/declaration';
import { describeTarget, describeType } from '../model/value';
import { referenceOf } from './language-word';
import type { Cursor } from './locations';

/** A part of what can be written in a line. */
interface Part {
  readonly label: string;
  readonly docs?: string;
}

/** A whole line, part by part, and which of them is being written. */
interface Shape {
  readonly parts: readonly Part[];
  readonly active: number | null;
  readonly docs: string;
}

/**
 * Everything that can stand in the line of the cursor, with the part that is being written there; null outside of lines.
 *
 * @param knowsNone whether the client knows what it means that no part is being written; others take that for the first
 */
export function signatureHelpAt(
  { document, index, offset }: Cursor,
  knowsNone: boolean,
): SignatureHelp | null {
  const shape = shapeAt(contextAt(document, index, offset));
  if (!shape) return null;
  let label = '';
  const parameters = shape.parts.map((part) => {
    if (label !== '') label += ' ';
    const start = label.length;
    label += part.label;
    return {
      label: [start, label.length] satisfies [number, number],
      ...(part.docs !== undefined && { documentation: markdown(part.docs) }),
    };
  });
  return {
    signatures: [{ label, parameters, documentation: markdown(shape.docs) }],
    activeSignature: 0,
    ...((shape.active !== null || knowsNone) && { activeParameter: shape.active }),
  };
}

function shapeAt(context: Context): Shape | undefined {
  switch (context.at) {
    case 'party':
      return headerShape(context.kind, context.side);
    case 'operator':
      return headerShape(context.kind, 'between');
    case 'value':
      return propertyShape(context.property, 'value');
    case 'modifier':
      return propertyShape(context.property, firstFree(context.property, context.present));
    case 'modifierValue':
      return propertyShape(context.property, context.modifier);
    default:
      return undefined;
  }
}

/** The first modifier of a property, in the order in which they are shown, of which none is there that says the same. */
function firstFree(property: PropertyName, present: ReadonlySet<ModifierName>): ModifierName | undefined {
  return modifiersOf(property).find((group) => !group.some((name) => present.has(name)))?.[0];
}

/** The modifiers of a property, those that answer the same question together: first of what, then when, then by whom. */
function modifiersOf(property: PropertyName): readonly (readonly ModifierName[])[] {
  const allowed = properties[property].modifiers;
  const groups = new Set(
    allowed.map((name) => alternatives.find((group) => group.includes(name)) ?? modifierAlone(name)),
  );
  return [...groups].sort((a, b) => rankOf(a[0]!) - rankOf(b[0]!));
}

const alone = new Map(modifierNames.map((name) => [name, [name] as const]));

function modifierAlone(name: ModifierName): readonly ModifierName[] {
  return alone.get(name)!;
}

function rankOf(name: ModifierName): number {
  const { value } = modifiers[name];
  if (value === 'text') return 4;
  if (value === 'source') return 2;
  if (value === 'flag') return confidenceWords.some((word) => word === name) ? 3 : 0;
  return 1;
}

function propertyShape(property: PropertyName, active: 'value' | ModifierName | undefined): Shape {
  const { values, target, vocabulary, list, pair, docs } = properties[property];
  const groups = modifiersOf(property);
  const types = values.map((type) =>
    type === 'reference' && target ? describeTarget(target) : describeType(type),
  );
  const words = vocabulary && Object.keys(vocabularies[vocabulary]).join(', ');
  const value: Part = {
    label: `${valueLabel(property)}${list ? ', …' : ''}`,
    docs: l10n.t('Takes {0}.', words ?? types.join(l10n.t(' or '))),
  };
  const parts: Part[] = [
    { label: property },
    ...(pair ? [{ label: l10n.t('name') }] : []),
    value,
    ...groups.map((group) => ({
      label: `[${group.map(modifierLabel).join(' | ')}]`,
      docs: group.map((name) => referenceOf({ type: 'modifier', word: name })).join('\n\n'),
    })),
  ];
  const first = parts.indexOf(value);
  const group = groups.findIndex((names) => names.some((name) => name === active));
  return {
    parts,
    active: active === 'value' ? first : group < 0 ? null : first + 1 + group,
    docs: l10n.t(docs),
  };
}

function valueLabel(property: PropertyName): string {
  const { values, vocabulary } = properties[property];
  return vocabulary && values.length === 1 ? l10n.t('word') : values.map(typeLabel).join(' | ');
}

function typeLabel(type: ValueType): string {
  switch (type) {
    case 'money':
      return l10n.t('money');
    case 'quantity':
      return l10n.t('quantity');
    case 'percent':
      return l10n.t('percentage');
    case 'multiple':
      return l10n.t('multiple');
    case 'number':
      return l10n.t('number');
    case 'date':
      return l10n.t('date');
    case 'duration':
      return l10n.t('duration');
    case 'text':
      return l10n.t('"text"');
    case 'url':
      return l10n.t('<address>');
    case 'word':
    case 'choice':
      return l10n.t('word');
    case 'reference':
      return l10n.t('name');
  }
}

function modifierLabel(name: ModifierName): string {
  const { value, list } = modifiers[name];
  const what = modifierValueLabel(value);
  return what === undefined ? name : `${name} ${what}${list ? ', …' : ''}`;
}

function modifierValueLabel(value: (typeof modifiers)[ModifierName]['value']): string | undefined {
  switch (value) {
    case 'flag':
      return undefined;
    case 'date':
    case 'duration':
    case 'money':
    case 'text':
      return typeLabel(value);
    case 'source':
      return l10n.t('source');
    case 'party':
      return l10n.t('party');
    case 'valued':
      return l10n.t('valuation');
    case 'role':
      return l10n.t('role');
  }
}

function headerShape(kind: KindName, at: 'left' | 'between' | 'right'): Shape | undefined {
  const { relation, docs, sides } = kinds[kind];
  const sidesOf = (left: string, operator: string, right: string): Shape => {
    const parts = [
      { label: kind },
      { label: l10n.t('Name') },
      { label: `${l10n.t('["Display name"]')}:` },
      { label: left },
      { label: operator },
      { label: right },
      { label: '{ … }' },
    ];
    const active = at === 'left' ? 3 : at === 'between' ? 4 : 5;
    return { parts, active, docs: l10n.t(docs) };
  };
  const side = (index: 0 | 1) => (sides ? l10n.t(sides[index]) : l10n.t('party'));
  switch (relation) {
    case 'none':
      return undefined;
    case 'subject': {
      const parts = [
        { label: kind },
        { label: l10n.t('Name') },
        { label: `${l10n.t('["Display name"]')}:` },
        { label: l10n.t('party') },
        { label: '{ … }' },
      ];
      return { parts, active: 3, docs: l10n.t(docs) };
    }
    case 'directed':
      return sidesOf(`${side(0)}, …`, '->', `${side(1)}, …`);
    case 'mutual':
      return sidesOf(`${side(0)}, …`, '<->', `${side(1)}, …`);
    case 'any':
      return sidesOf(`${side(0)}, …`, '-> | <->', `${side(1)}, …`);
    case 'currencies':
      return sidesOf('EUR', '->', 'USD');
    case 'claim':
      return sidesOf(l10n.t('who'), l10n.t('verb'), l10n.t('what[.property]'));
  }
}

function markdown(value: string): MarkupContent {
  return { kind: MarkupKind.Markdown, value };
}
