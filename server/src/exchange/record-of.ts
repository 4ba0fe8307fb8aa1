import type { ModifierNode, NameNode, PropertyNode, ValueNode } from '../language/tree';
import { isUndisclosed, type Declaration } from '../model/declaration';
import { readModifierValue, readPropertyValue, type Value } from '../model/value';
import { isProperty, modifiers, type ModifierName } from '../language/schema';
import type { DealDate } from '../values/date';
import { formatDay } from '../values/day';
import type { Range } from '../values/range';
import type {
  DeclarationRecord,
  Meaning,
  ModifierRecord,
  NameRecord,
  PropertyRecord,
  RangeRecord,
  ValueRecord,
} from './record';

/** What a declaration says, as plain data, and what of it cannot be said: lines that cannot be read. */
export interface Recorded {
  readonly record: DeclarationRecord;
  /** The properties that hold a mistake of syntax, as they are written. */
  readonly unreadable: readonly string[];
}

/** The record of a declaration. */
export function recordOf(declaration: Declaration): Recorded {
  const { node, item, kind, name } = declaration;
  const { displayName, documentation, relation, body } = node;
  const properties: PropertyRecord[] = [];
  const unreadable: string[] = [];
  for (const property of body?.properties ?? []) {
    if (property.broken) unreadable.push(item.text.slice(property.start, property.end));
    else properties.push(propertyRecord(property, item.text));
  }
  return {
    record: {
      kind,
      name,
      ...(displayName && { title: displayName.text }),
      ...(documentation !== undefined && { documentation }),
      ...(relation && {
        relation: {
          left: relation.left.map(nameRecord),
          ...(relation.operator && { operator: relation.operator.text }),
          right: relation.right.map(nameRecord),
        },
      }),
      properties,
    },
    unreadable,
  };
}

function nameRecord(node: NameNode): NameRecord {
  return {
    name: node.text,
    ...(isUndisclosed(node) && { isUndisclosed: true }),
    ...(node.path && { path: node.path.text }),
  };
}

function propertyRecord({ key, values, modifiers: nodes }: PropertyNode, text: string): PropertyRecord {
  return {
    name: key.text,
    values: values.map((value) => valueRecord(value, text, readProperty(key.text, value))),
    ...(nodes.length > 0 && { modifiers: nodes.map((node) => modifierRecord(node, text)) }),
  };
}

function modifierRecord({ name, values }: ModifierNode, text: string): ModifierRecord {
  return {
    name,
    ...(values.length > 0 && {
      values: values.map((value) => valueRecord(value, text, readModifier(name, value))),
    }),
  };
}

function valueRecord(node: ValueNode, text: string, value: Value | undefined): ValueRecord {
  const means = value && meaningOf(value);
  return { text: text.slice(node.start, node.end), ...(means && { means }) };
}

function readProperty(name: string, node: ValueNode): Value | undefined {
  const reading = isProperty(name) ? readPropertyValue(name, node) : undefined;
  return reading?.ok ? reading.value : undefined;
}

function readModifier(name: ModifierName, node: ValueNode): Value | undefined {
  const { value, example } = modifiers[name];
  if (value !== 'date' && value !== 'money') return undefined;
  const reading = readModifierValue(value, node, example);
  return reading.ok ? reading.value : undefined;
}

function meaningOf(value: Value): Meaning | undefined {
  switch (value.type) {
    case 'money': {
      const { currency, range, per } = value.money;
      return { type: 'money', currency, ...(per && { per }), ...rangeRecord(range) };
    }
    case 'quantity':
      return { type: 'quantity', unit: value.quantity.unit, ...rangeRecord(value.quantity.range) };
    case 'percent':
    case 'multiple':
    case 'number':
      return { type: value.type, ...rangeRecord(value.range) };
    case 'date':
      return dateMeaning(value.date);
    case 'reference':
      return { type: 'reference', name: value.name };
    case 'duration':
    case 'text':
    case 'word':
    case 'url':
    case 'choice':
      return undefined;
  }
}

/** The bounds of a figure. */
export function rangeRecord({ min, max, approximate, undisclosed }: Range): RangeRecord {
  return {
    min: min?.toFixed() ?? null,
    max: max?.toFixed() ?? null,
    ...(approximate && { approximate }),
    ...(undisclosed && { undisclosed }),
  };
}

function dateMeaning({ earliest, latest, approximate, uncertain }: DealDate): Meaning {
  return {
    type: 'date',
    earliest: dayText(earliest),
    latest: dayText(latest),
    ...(approximate && { approximate }),
    ...(uncertain && { uncertain }),
  };
}

/** A day as text; null for an open end. */
function dayText(day: number): string | null {
  return Number.isFinite(day) ? formatDay(day) : null;
}
