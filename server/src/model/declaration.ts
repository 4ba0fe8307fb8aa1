import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import {
  builtInResources,
  fitsTarget,
  isProperty,
  kinds,
  modifiers as modifierSchemas,
  properties,
  takesProperty,
  undisclosed,
  type KindName,
  type ModifierName,
  type PropertyName,
  type ReferenceTarget,
} from '../language/schema';
import type { Item } from '../language/item';
import type { DeclarationNode, ModifierNode, NameNode, PropertyNode, UrlNode } from '../language/tree';
import type { DealDate } from '../values/date';
import type { Duration } from '../values/duration';
import type { Money } from '../values/money';
import { readModifierValue, readPropertyValue, type Value, type ValueProblem } from './value';

/** Where in a declaration a name is mentioned: a side of its relation, a property, or a modifier. */
export type MentionRole = 'left' | 'right' | PropertyName | ModifierName;

/** A reference to another declaration by its name. */
export interface Mention {
  readonly name: string;
  readonly role: MentionRole;
  readonly target: ReferenceTarget;
  readonly node: NameNode;
}

/** A property with its values and modifiers read. What could not be read is missing here and among the problems. */
export interface Fact {
  readonly name: PropertyName;
  readonly node: PropertyNode;
  readonly values: readonly Value[];
  readonly on?: DealDate;
  readonly from?: DealDate;
  readonly until?: DealDate;
  readonly over?: Duration;
  /** The party's own part of the whole. */
  readonly with?: Money;
  readonly roles: readonly string[];
  readonly sources: readonly (NameNode | UrlNode)[];
  readonly flags: ReadonlySet<ModifierName>;
}

/** What a declaration says, read from its syntax alone: nothing in it depends on other declarations. */
export interface Declaration {
  readonly item: Item;
  readonly node: DeclarationNode;
  readonly kind: KindName;
  readonly name: string;
  /** The display name where there is one, else the name; cut where it is too long to be shown. */
  readonly title: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** Properties that the kind takes. */
  readonly facts: readonly Fact[];
  readonly mentions: readonly Mention[];
  /** Values and modifiers that could not be read. */
  readonly problems: readonly ValueProblem[];
}

/** Headlines of articles fit. */
const longestTitle = 160;

const interpreted = new WeakMap<Item, Declaration | null>();

/**
 * What an item declares, or undefined where it declares nothing that has a kind and a name. The same item always
 * gives the same object.
 */
export function interpret(item: Item): Declaration | undefined {
  const known = interpreted.get(item);
  if (known !== undefined) return known ?? undefined;
  const declaration = read(item);
  interpreted.set(item, declaration ?? null);
  return declaration;
}

/** The first fact of that name. */
export function factOf(declaration: Declaration, name: PropertyName): Fact | undefined {
  return declaration.facts.find((fact) => fact.name === name);
}

/** All facts of that name. */
export function factsOf(declaration: Declaration, name: PropertyName): Fact[] {
  return declaration.facts.filter((fact) => fact.name === name);
}

/** The money of a fact; undefined where it has none that could be read. */
export function moneyOf(fact: Fact | undefined): Money | undefined {
  const value = fact?.values[0];
  return value?.type === 'money' ? value.money : undefined;
}

/** The names that a fact refers to, without those who are undisclosed. */
export function namesIn(fact: Fact): string[] {
  return knownNames(fact.values.flatMap((value) => (value.type === 'reference' ? [value.node] : [])));
}

/** The remark on a fact's line. */
export function noteOf(fact: Fact): string | undefined {
  return fact.node.modifiers.find((modifier) => modifier.name === 'note')?.values[0]?.text;
}

/** The first text of the first fact of that name. */
export function textOf(declaration: Declaration, name: PropertyName): string | undefined {
  const value = factOf(declaration, name)?.values[0];
  return value && 'text' in value ? value.text : undefined;
}

/** The date of the first fact of that name. */
export function dateOf(declaration: Declaration, name: PropertyName): DealDate | undefined {
  const value = factOf(declaration, name)?.values[0];
  return value?.type === 'date' ? value.date : undefined;
}

/** Whether a name stands for a party that is not known. */
export function isUndisclosed(name: NameNode): boolean {
  return !name.quoted && name.text === undisclosed;
}

function read(item: Item): Declaration | undefined {
  const node = item.declaration;
  if (!node?.kind || !node.name || node.name.text.trim() === '') return undefined;
  return new DeclarationReader(item, node, node.kind).read(node.name.text);
}

class DeclarationReader {
  private readonly mentions: Mention[] = [];
  private readonly problems: ValueProblem[] = [];

  constructor(
    private readonly item: Item,
    private readonly node: DeclarationNode,
    private readonly kind: KindName,
  ) {}

  read(name: string): Declaration {
    const { node, kind } = this;
    const { relation } = kinds[kind];
    if (relation !== 'currencies' && relation !== 'none') {
      for (const party of node.relation?.left ?? []) this.mention(party, 'left', 'party');
      const target = relation === 'claim' ? 'any' : 'party';
      for (const party of node.relation?.right ?? []) this.mention(party, 'right', target);
    }
    const facts: Fact[] = [];
    for (const property of node.body?.properties ?? []) {
      const key = property.key.text;
      if (isProperty(key) && takesProperty(kind, key)) facts.push(this.fact(property, key));
    }
    return {
      item: this.item,
      node,
      kind,
      name,
      title: excerpt(node.displayName?.text || name, longestTitle),
      left: knownNames(node.relation?.left ?? []),
      right: knownNames(node.relation?.right ?? []),
      facts,
      mentions: this.mentions,
      problems: this.problems,
    };
  }

  private mention(node: NameNode, role: MentionRole, target: ReferenceTarget): void {
    if (!isUndisclosed(node)) this.mentions.push({ name: node.text, role, target, node });
  }

  private fact(node: PropertyNode, name: PropertyName): Fact {
    const schema = properties[name];
    const values: Value[] = [];
    const problems = this.problems.length;
    for (const valueNode of node.values) {
      const reading = readPropertyValue(name, valueNode);
      if (!reading.ok) {
        // A value too many is told by its number, not by what it is.
        if (valueNode === node.values[0] || schema.list || schema.pair) this.problems.push(reading.problem);
        continue;
      }
      const { value } = reading;
      if (value.type === 'reference') this.mention(value.node, name, schema.target ?? 'any');
      if (value.type === 'money' && value.money.per && !schema.rate) {
        this.problems.push({
          start: valueNode.start,
          end: valueNode.end,
          message: l10n.t('“{0}” takes an amount, not a rate per {1}.', name, value.money.per),
        });
        continue;
      }
      values.push(value);
    }
    const read = { name, node, values, ...this.modifiers(node) };
    // One mistake, one message: a line that cannot be read has its own.
    if (node.broken) this.problems.length = problems;
    return read;
  }

  private modifiers(node: PropertyNode): Omit<Fact, 'name' | 'node' | 'values'> {
    const dates: Partial<Record<'on' | 'from' | 'until', DealDate>> = {};
    const roles: string[] = [];
    const sources: (NameNode | UrlNode)[] = [];
    const flags = new Set<ModifierName>();
    let over: Duration | undefined;
    let withMoney: Money | undefined;
    for (const modifier of node.modifiers) {
      const { value: type, example } = modifierSchemas[modifier.name];
      switch (type) {
        case 'flag':
          flags.add(modifier.name);
          break;
        case 'role':
          for (const value of modifier.values) roles.push(value.text);
          break;
        case 'source':
          sources.push(...this.sources(modifier, example));
          break;
        case 'party':
        case 'valued':
          for (const value of modifier.values) {
            if (value.type === 'name') this.mention(value, modifier.name, type);
            else this.problem(value, l10n.t('Expected a name here, as in “{0}”.', example));
          }
          break;
        default: {
          const [first] = modifier.values;
          if (!first) break;
          const reading = readModifierValue(type, first, example);
          if (!reading.ok) {
            this.problems.push(reading.problem);
            break;
          }
          const { value } = reading;
          const { name } = modifier;
          if (value.type === 'date' && (name === 'on' || name === 'from' || name === 'until'))
            dates[name] = value.date;
          else if (value.type === 'duration') over = value.duration;
          else if (value.type === 'money') withMoney = value.money;
        }
      }
    }
    return { ...dates, ...(over && { over }), ...(withMoney && { with: withMoney }), roles, sources, flags };
  }

  private sources(modifier: ModifierNode, example: string): (NameNode | UrlNode)[] {
    const sources: (NameNode | UrlNode)[] = [];
    for (const value of modifier.values) {
      if (value.type === 'scalar') {
        this.problem(
          value,
          l10n.t('Expected the name of a source or an address here, as in “{0}”.', example),
        );
        continue;
      }
      if (value.type === 'name') this.mention(value, 'per', 'source');
      sources.push(value);
    }
    return sources;
  }

  private problem(node: { start: number; end: number }, message: string): void {
    this.problems.push({ start: node.start, end: node.end, message });
  }
}

/** The names of those who are known; an empty name is nobody's. */
export function knownNames(names: readonly NameNode[]): string[] {
  return names.filter((name) => !isUndisclosed(name) && name.text.trim() !== '').map((name) => name.text);
}

/** Whether a declaration can stand where a mention refers to it. */
export function fits(declaration: Declaration, mention: Mention): boolean {
  return fitsTarget(declaration.kind, mention.target);
}

/** Whether a mention is of a resource that needs no declaration. */
export function isBuiltIn({ name, target }: Mention): boolean {
  return (target === 'resource' || target === 'any') && Object.hasOwn(builtInResources, name);
}
