import type { Item } from '../language/item';
import { dedented, unescaped } from '../language/quote';
import {
  isProperty,
  modifiers as modifierSchemas,
  properties,
  takesProperty,
  type KindName,
  type ModifierName,
  type ModifierSchema,
  type PropertyName,
  type ReferenceTarget,
  type ValueType,
} from '../language/schema';
import { slotsOf, type Slot, type Structure } from '../language/structure';
import type { DeclarationNode, NameNode, Operator, ValueNode } from '../language/tree';
import type { MentionRole, MentionTarget } from './declaration';
import { ParsedDeclaration } from './declaration-reader';

/** A value in all items of a structure. */
export interface Place {
  readonly type: ValueNode['type'];
  /** The slot of the structure that holds it. */
  readonly slot: number;
  readonly quoted: boolean;
  /** In three quotes, over several lines. */
  readonly block: boolean;
  /** Whether the next slot is a `.property` behind it. */
  readonly hasPath: boolean;
}

/** A property in all items of a structure. */
export interface FactLayout {
  readonly name: PropertyName;
  /** Its index among all properties of the block. */
  readonly index: number;
  readonly values: readonly Place[];
  readonly modifiers: readonly ModifierLayout[];
  /** The modifiers that take nothing. */
  readonly flags: ReadonlySet<ModifierName>;
}

/** A modifier in all items of a structure. */
export interface ModifierLayout {
  readonly name: ModifierName;
  readonly values: readonly Place[];
}

/** What all declarations of a structure have in common, and where what sets them apart stands. */
export class Layout {
  readonly mentionTargets: readonly MentionTarget[];
  readonly factNames: ReadonlySet<PropertyName>;

  constructor(
    readonly kind: KindName,
    readonly name: Place,
    readonly displayName: Place | undefined,
    /** Sides of the relation. */
    readonly left: readonly Place[],
    readonly right: readonly Place[],
    readonly operator: Operator | undefined,
    readonly facts: readonly FactLayout[],
    readonly mentions: readonly {
      readonly role: MentionRole;
      readonly target: ReferenceTarget;
      readonly place: Place;
    }[],
    /** The values whose text decides if they can be read, and as what; undefined where no text could be read there. */
    readonly texts:
      readonly { readonly of: PropertyName | ModifierName; readonly place: Place }[] | undefined,
  ) {
    this.factNames = new Set(facts.map((fact) => fact.name));
    this.mentionTargets = mentions.map(({ target, place }) => ({ target, hasPath: place.hasPath }));
  }
}

/** The layout of an item's structure; undefined where it declares nothing, or where more than its structure decides. */
export function layoutOf(item: Item, structure: Structure): Layout | undefined {
  const { meaning } = structure;
  if (meaning instanceof Layout) return meaning;
  if (meaning === null) return undefined;
  const layout = read(item);
  structure.meaning = layout ?? null;
  return layout;
}

function read(item: Item): Layout | undefined {
  const node = item.declaration;
  const { kind, name } = node ?? {};
  if (!node || !kind || !name || name.text.trim() === '') return undefined;
  const places = placesIn(node, item);
  const placesOf = (values: readonly ValueNode[]) => values.map((value) => places.get(value)!);
  const facts: FactLayout[] = [];
  for (const [index, { key, values, modifiers }] of (node.body?.properties ?? []).entries()) {
    const property = key.text;
    if (!isProperty(property) || !takesProperty(kind, property)) continue;
    if (isDecidedByText(property)) return undefined;
    facts.push({
      name: property,
      index,
      values: placesOf(values),
      modifiers: modifiers.map((modifier) => ({ name: modifier.name, values: placesOf(modifier.values) })),
      flags: new Set(modifiers.flatMap(({ name }) => (modifierSchemas[name].value === 'flag' ? [name] : []))),
    });
  }
  const { mentions, problems } = new ParsedDeclaration(item, node, kind, name.text);
  const texts = facts.flatMap(({ name: property, values, modifiers }) => [
    ...(properties[property].values.some(isByText) ? values.map((place) => ({ of: property, place })) : []),
    ...modifiers.flatMap((modifier) =>
      isByText(modifierSchemas[modifier.name].value)
        ? modifier.values.map((place) => ({ of: modifier.name, place }))
        : [],
    ),
  ]);
  // What is wrong elsewhere is wrong in all items of the structure; and of values too many only some are read.
  const isReadable =
    facts.every(({ name: property, values }) => values.length <= 1 || takesSeveral(property)) &&
    problems.every(({ start, end }) =>
      texts.some(({ place }) => item.slotStart(place.slot) <= start && end <= item.slotEnd(place.slot)),
    );
  return new Layout(
    kind,
    places.get(name)!,
    node.displayName && places.get(node.displayName),
    placesOf(node.relation?.left ?? []),
    placesOf(node.relation?.right ?? []),
    node.relation?.operator?.text,
    facts,
    mentions.map((mention) => ({
      role: mention.role,
      target: mention.target,
      place: places.get(mention.node)!,
    })),
    isReadable ? texts : undefined,
  );
}

function takesSeveral(property: PropertyName): boolean {
  const { list, pair } = properties[property];
  return list || pair === true;
}

/** Whether the text of a value decides if it can be read as a type, or as what. */
function isByText(type: ValueType | ModifierSchema['value']): boolean {
  return !byForm.has(type);
}

const byForm: ReadonlySet<ValueType | ModifierSchema['value']> = new Set([
  'reference',
  'text',
  'url',
  'word',
  'flag',
  'role',
  'source',
  'party',
  'valued',
]);

function placesIn(node: DeclarationNode, item: Item): Map<Slot, Place> {
  const places = new Map<Slot, Place>();
  for (const [slot, part] of slotsOf(node).entries()) {
    if (!('type' in part)) continue;
    const { type } = part;
    places.set(part, {
      type,
      slot,
      quoted: type === 'name' && part.quoted,
      block: item.slotText(slot).startsWith('"""'),
      hasPath: type === 'name' && part.path !== undefined,
    });
  }
  return places;
}

/** Whether the text of a name decides if it is a choice or refers to a declaration. */
function isDecidedByText(property: PropertyName): boolean {
  const { values } = properties[property];
  return values.includes('choice') && values.includes('reference');
}

/** The value in a place, as the parser would read it. */
export function valueAt(item: Item, place: Place): ValueNode {
  const { slot, type } = place;
  const start = item.slotStart(slot);
  const end = item.slotEnd(slot);
  switch (type) {
    case 'scalar':
      return { type, start, end, text: item.slotText(slot) };
    case 'url':
      return { type, start, end, text: item.slotText(slot).slice(1, -1) };
    case 'name':
      return nameAt(item, place);
  }
}

/** The name in a place. */
export function nameAt(item: Item, place: Place): NameNode {
  const { slot, quoted, hasPath } = place;
  const start = item.slotStart(slot);
  const nameEnd = item.slotEnd(slot);
  const text = nameTextAt(item, place);
  if (!hasPath) return { type: 'name', start, end: nameEnd, text, quoted, nameEnd };
  const path = {
    start: item.slotStart(slot + 1),
    end: item.slotEnd(slot + 1),
    text: item.slotText(slot + 1),
  };
  return { type: 'name', start, end: path.end, text, quoted, nameEnd, path };
}

/** The name in a place, without quotes and escapes. */
export function nameTextAt(item: Item, { slot, quoted, block }: Place): string {
  const text = item.slotText(slot);
  if (block) return dedented(text.slice(3, -3));
  return quoted ? unescaped(text.slice(1, -1)) : text;
}
