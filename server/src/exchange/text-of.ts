import { DealDocument } from '../language/document';
import { formatItems } from '../language/format/items';
import { quote, writeName } from '../language/quote';
import { isModifier, isProperty, properties, undisclosed } from '../language/schema';
import type {
  DeclarationRecord,
  ModifierRecord,
  NameRecord,
  PropertyRecord,
  RelationRecord,
  ValueRecord,
} from './record';

/** Declarations as the text of a deal file, in the one style, with a blank line between them. */
export function textOfRecords(records: readonly DeclarationRecord[]): string {
  const text = records.map((record) => `${textOfRecord(record)}\n`).join('\n');
  return formatItems(DealDocument.parse(text).items)
    .map((item) => item.text)
    .join('');
}

/** A declaration as text, not yet in the one style. */
function textOfRecord({
  kind,
  name,
  title,
  documentation,
  relation,
  properties: lines,
}: DeclarationRecord): string {
  const above = documentation?.split('\n').map((line) => (line === '' ? '///\n' : `/// ${line}\n`)) ?? [];
  const header = [...above, headerText({ kind, name, title, relation })].join('');
  if (lines.length === 0) return header;
  return `${header} {\n${lines.map((property) => `  ${propertyText(property)}\n`).join('')}}`;
}

/** What stands before the block of a declaration. */
export function headerText({
  kind,
  name,
  title,
  relation,
}: Pick<DeclarationRecord, 'kind' | 'name'> & {
  readonly title: string | undefined;
  readonly relation: RelationRecord | undefined;
}): string {
  return [
    kind,
    ` ${writeName(name)}`,
    title === undefined ? '' : ` ${quote(title)}`,
    relation ? `: ${namesText(relation.left)}` : '',
    relation?.operator === undefined ? '' : ` ${relation.operator} ${namesText(relation.right)}`,
  ].join('');
}

/** A line of a declaration as text. */
export function propertyText({ name, values, modifiers = [] }: PropertyRecord): string {
  return [name, valuesText(name, values), ...modifiers.map(modifierText)]
    .filter((part) => part !== '')
    .join(' ');
}

function modifierText({ name, values = [] }: ModifierRecord): string {
  return [name, valuesText(name, values)].filter((part) => part !== '').join(' ');
}

function namesText(names: readonly NameRecord[]): string {
  return names.map((name) => `${nameText(name)}${name.path === undefined ? '' : `.${name.path}`}`).join(', ');
}

function nameText({ name, isUndisclosed }: NameRecord): string {
  if (isUndisclosed === true) return undisclosed;
  // In quotes it is somebody who is called so.
  return name === undisclosed ? quote(name) : writeName(name);
}

/** Several values have commas between them; a name with its value has not. */
function valuesText(name: string, values: readonly ValueRecord[]): string {
  const isPair = isProperty(name) ? properties[name].pair === true : !isModifier(name);
  return values.map(({ text }) => text).join(isPair ? ' ' : ', ');
}
