import type { Item } from '../language/item';
import {
  properties,
  undisclosed,
  type KindName,
  type ModifierName,
  type PropertyName,
} from '../language/schema';
import type {
  DeclarationNode,
  NameNode,
  Operator,
  PropertyNode,
  ValueNode,
  WordNode,
} from '../language/tree';
import { readDate, type DealDate } from '../values/date';
import { readMoney, type Money } from '../values/money';
import type { Name } from './corpus';
import {
  knownNames,
  type Declaration,
  type Fact,
  type Mention,
  type MentionTarget,
  type Sides,
} from './declaration';
import {
  FactReader,
  flagsIn,
  moneyIn,
  noSources,
  titleOf,
  type ModifierValues,
  type Remarks,
} from './declaration-reader';
import {
  nameAt,
  nameTextAt,
  valueAt,
  type FactLayout,
  type Layout,
  type ModifierLayout,
  type Place,
} from './layout';
import type { ValueProblem } from './value';

/**
 * A declaration whose structure is known. It keeps its name and the names that it mentions; all else is read from its
 * text when somebody asks, and the tree only where places in the text are wanted.
 */
export class StructuredDeclaration implements Declaration {
  readonly name: string;
  names: readonly Name[] | undefined;

  constructor(
    readonly item: Item,
    private readonly layout: Layout,
  ) {
    this.name = nameTextAt(item, layout.name);
  }

  get kind(): KindName {
    return this.layout.kind;
  }

  get node(): DeclarationNode {
    return this.item.declaration!;
  }

  get title(): string {
    const { displayName } = this.layout;
    return titleOf(this.name, displayName && nameTextAt(this.item, displayName));
  }

  get hasDisplayName(): boolean {
    return this.layout.displayName !== undefined;
  }

  get operator(): Operator | undefined {
    return this.layout.operator;
  }

  get sides(): Sides {
    const { left, right } = this.layout;
    return { left: this.namesAt(left), right: this.namesAt(right) };
  }

  get left(): readonly string[] {
    return this.knownNamesAt(this.layout.left);
  }

  get right(): readonly string[] {
    return this.knownNamesAt(this.layout.right);
  }

  states(name: PropertyName): boolean {
    return this.layout.factNames.has(name);
  }

  get mentions(): readonly Mention[] {
    return this.layout.mentions.map(
      ({ role, target, place }, index) =>
        new StructuredMention(this.item, place, this.mentionedName(index), role, target),
    );
  }

  get mentionTargets(): readonly MentionTarget[] {
    return this.layout.mentionTargets;
  }

  get mentionedNames(): readonly string[] {
    return this.layout.mentions.map((_, index) => this.mentionedName(index));
  }

  get facts(): readonly Fact[] {
    const { last } = StructuredDeclaration;
    if (last?.of === this) return last.facts;
    const facts = this.layout.facts.map((fact) => new StructuredFact(this.item, fact));
    StructuredDeclaration.last = { of: this, facts };
    return facts;
  }

  get problems(): readonly ValueProblem[] {
    const reader = new FactReader();
    for (const { name, values, modifiers } of this.layout.facts) {
      reader.fact(name, valuesAt(this.item, values), modifiersAt(this.item, modifiers));
    }
    return reader.problems;
  }

  everyText(isKnown: (of: PropertyName | ModifierName, text: string) => boolean): boolean {
    const { item, layout } = this;
    return layout.texts?.every(({ of, place }) => isKnown(of, item.slotText(place.slot))) ?? false;
  }

  private mentionedName(index: number): string {
    return this.names?.[index + 1]?.name ?? nameTextAt(this.item, this.layout.mentions[index]!.place);
  }

  private knownNamesAt(places: readonly Place[]): readonly string[] {
    const [place] = places;
    if (place === undefined) return noNames;
    // Most sides are one name, which takes no node to read.
    if (places.length > 1) return knownNames(this.namesAt(places));
    const text = nameTextAt(this.item, place);
    return (text === undisclosed && !place.quoted) || text.trim() === '' ? noNames : [text];
  }

  private namesAt(places: readonly Place[]): NameNode[] {
    return places.map((place) => nameAt(this.item, place));
  }

  /** What was asked for last: whoever wants one fact mostly wants the next one as well. */
  private static last: { readonly of: StructuredDeclaration; readonly facts: readonly Fact[] } | undefined;
}

/** A mention in a declaration whose structure is known. */
class StructuredMention implements Mention {
  constructor(
    private readonly item: Item,
    private readonly place: Place,
    readonly name: string,
    readonly role: Mention['role'],
    readonly target: Mention['target'],
  ) {}

  get node(): NameNode {
    return nameAt(this.item, this.place);
  }

  get path(): WordNode | undefined {
    return this.place.hasPath ? this.node.path : undefined;
  }
}

/** A fact of a declaration whose structure is known, read as far as somebody asks. */
class StructuredFact implements Fact {
  private readValues: Fact['values'] | undefined;
  private readMoney: { readonly money: Money | undefined } | undefined;
  private readRemarks: Remarks | undefined;

  constructor(
    private readonly item: Item,
    private readonly layout: FactLayout,
  ) {}

  get name(): PropertyName {
    return this.layout.name;
  }

  get node(): PropertyNode {
    return this.item.declaration!.body!.properties[this.layout.index]!;
  }

  get values(): Fact['values'] {
    const { item, layout } = this;
    this.readValues ??= new FactReader().values(layout.name, valuesAt(item, layout.values));
    return this.readValues;
  }

  get money(): Money | undefined {
    this.readMoney ??= { money: this.moneyOfText() };
    return this.readMoney.money;
  }

  /** Sums ask for the money of many lines, and for nothing else in them. */
  private moneyOfText(): Money | undefined {
    const { item, layout, readValues } = this;
    const [place] = layout.values;
    const { values, rate } = properties[layout.name];
    if (readValues || !place || layout.values.length > 1 || place.type !== 'scalar' || values.length > 1)
      return moneyIn(this.values);
    if (values[0] !== 'money') return undefined;
    const reading = readMoney(item.slotText(place.slot));
    return reading.ok && (rate || !reading.value.per) ? reading.value : undefined;
  }

  get on(): Fact['on'] {
    return this.readRemarks ? this.readRemarks.on : this.dateOf('on');
  }

  get from(): Fact['from'] {
    return this.readRemarks ? this.readRemarks.from : this.dateOf('from');
  }

  get until(): Fact['until'] {
    return this.readRemarks ? this.readRemarks.until : this.dateOf('until');
  }

  /** Checks ask for the dates of many lines, and for nothing else in them. */
  private dateOf(name: 'on' | 'from' | 'until'): DealDate | undefined {
    let found: ModifierLayout | undefined;
    for (const modifier of this.layout.modifiers) {
      if (modifier.name !== name) continue;
      // Of several that could be read the last one counts.
      if (found) return this.remarks[name];
      found = modifier;
    }
    const place = found?.values[0];
    if (place === undefined) return undefined;
    if (place.type !== 'scalar') return this.remarks[name];
    const reading = readDate(this.item.slotText(place.slot));
    return reading.ok ? reading.value : undefined;
  }

  get over(): Fact['over'] {
    return this.remarks.over;
  }

  get with(): Fact['with'] {
    return this.remarks.with;
  }

  get roles(): Fact['roles'] {
    return this.remarks.roles;
  }

  get sources(): Fact['sources'] {
    // Most lines cite nothing, which their structure tells.
    return this.layout.modifiers.some(({ name }) => name === 'per') ? this.remarks.sources : noSources;
  }

  get flags(): Fact['flags'] {
    // Which words stand there, the structure tells.
    return flagsIn(this.layout.modifiers);
  }

  private get remarks(): Remarks {
    const { item, layout } = this;
    this.readRemarks ??= new FactReader().remarks(modifiersAt(item, layout.modifiers));
    return this.readRemarks;
  }
}

function valuesAt(item: Item, places: readonly Place[]): ValueNode[] {
  return places.map((place) => valueAt(item, place));
}

function modifiersAt(item: Item, modifiers: FactLayout['modifiers']): ModifierValues[] {
  return modifiers.map(({ name, values }) => ({ name, values: valuesAt(item, values) }));
}

const noNames: readonly string[] = [];
