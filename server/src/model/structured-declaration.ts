import type { Item } from '../language/item';
import type { KindName, ModifierName, PropertyName } from '../language/schema';
import type { DeclarationNode, NameNode, PropertyNode, WordNode } from '../language/tree';
import type { Declaration, Fact, Mention } from './declaration';
import { FactReader, ParsedDeclaration, titleOf } from './declaration-reader';
import { nameAt, nameTextAt, valueAt, type FactLayout, type Layout, type Place } from './layout';
import type { ValueProblem } from './value';

/**
 * A declaration whose structure is known. It keeps its name and the names that it mentions; all else is read from its
 * text when somebody asks, and the tree only where places in the text are wanted.
 */
export class StructuredDeclaration implements Declaration {
  readonly name: string;
  readonly mentionedNames: readonly string[];

  constructor(
    readonly item: Item,
    private readonly layout: Layout,
  ) {
    this.name = nameTextAt(item, layout.name);
    this.mentionedNames = layout.mentions.map(({ place }) => nameTextAt(item, place));
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

  get left(): readonly string[] {
    return this.namesAt(this.layout.left);
  }

  get right(): readonly string[] {
    return this.namesAt(this.layout.right);
  }

  get mentions(): readonly Mention[] {
    return this.layout.mentions.map(
      ({ role, target, place }, index) =>
        new StructuredMention(this.item, place, this.mentionedNames[index]!, role, target),
    );
  }

  get facts(): readonly Fact[] {
    return this.said.facts;
  }

  get problems(): readonly ValueProblem[] {
    return this.said.problems;
  }

  everyText(isKnown: (of: PropertyName | ModifierName, text: string) => boolean): boolean {
    const { item, layout } = this;
    return layout.texts?.every(({ of, place }) => isKnown(of, item.slotText(place.slot))) ?? false;
  }

  private namesAt(places: readonly Place[]): string[] {
    return places.map((place) => nameTextAt(this.item, place)).filter((name) => name.trim() !== '');
  }

  private get said(): Pick<Declaration, 'facts' | 'problems'> {
    const { last } = StructuredDeclaration;
    if (last?.of === this) return last.said;
    const said = this.read();
    StructuredDeclaration.last = { of: this, said };
    return said;
  }

  private read(): Pick<Declaration, 'facts' | 'problems'> {
    const { item, layout } = this;
    const reader = new FactReader();
    const facts = layout.facts.map((fact) => new StructuredFact(item, fact, reader));
    const { problems } = reader;
    // Problems say where they are; then the tree is worth reading.
    return problems.length === 0
      ? { facts, problems }
      : new ParsedDeclaration(item, this.node, this.kind, this.name);
  }

  /** What was read last: whoever asks for one fact mostly asks for the next one as well. */
  private static last:
    | { readonly of: StructuredDeclaration; readonly said: Pick<Declaration, 'facts' | 'problems'> }
    | undefined;
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

/** A fact of a declaration whose structure is known. */
class StructuredFact implements Fact {
  readonly name: Fact['name'];
  readonly values: Fact['values'];
  readonly on: Fact['on'];
  readonly from: Fact['from'];
  readonly until: Fact['until'];
  readonly over: Fact['over'];
  readonly with: Fact['with'];
  readonly roles: Fact['roles'];
  readonly sources: Fact['sources'];
  readonly flags: Fact['flags'];
  private readonly index: number;

  constructor(
    private readonly item: Item,
    { name, index, values, modifiers }: FactLayout,
    reader: FactReader,
  ) {
    const fact = reader.fact(
      name,
      values.map((place) => valueAt(item, place)),
      modifiers.map((modifier) => ({
        name: modifier.name,
        values: modifier.values.map((place) => valueAt(item, place)),
      })),
    );
    this.name = name;
    this.values = fact.values;
    this.on = fact.on;
    this.from = fact.from;
    this.until = fact.until;
    this.over = fact.over;
    this.with = fact.with;
    this.roles = fact.roles;
    this.sources = fact.sources;
    this.flags = fact.flags;
    this.index = index;
  }

  get node(): PropertyNode {
    return this.item.declaration!.body!.properties[this.index]!;
  }
}
