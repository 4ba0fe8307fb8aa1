import {
  builtInResources,
  fitsTarget,
  undisclosed,
  type KindName,
  type ModifierName,
  type PropertyName,
  type ReferenceTarget,
} from '../language/schema';
import type { Item } from '../language/item';
import type {
  DeclarationNode,
  NameNode,
  Operator,
  PropertyNode,
  Span,
  UrlNode,
  WordNode,
} from '../language/tree';
import type { DealDate } from '../values/date';
import type { Duration } from '../values/duration';
import type { Money } from '../values/money';
import type { Name } from './corpus';
import type { Value, ValueProblem } from './value';

/** Where in a declaration a name is mentioned: a side of its relation, a property, or a modifier. */
export type MentionRole = 'left' | 'right' | PropertyName | ModifierName;

/** A reference to another declaration by its name. */
export interface Mention {
  readonly name: string;
  readonly role: MentionRole;
  readonly target: ReferenceTarget;
  readonly node: NameNode;
  /** The property that is meant, where one stands behind the name. */
  readonly path?: WordNode;
}

/** A property with its values and modifiers read. What could not be read is missing here and among the problems. */
export interface Fact {
  readonly name: PropertyName;
  readonly node: PropertyNode;
  readonly values: readonly Value[];
  /** The money of its first value; undefined where that is none that could be read. */
  readonly money: Money | undefined;
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

/** What a mention wants of the name in it. */
export interface MentionTarget {
  readonly target: ReferenceTarget;
  /** Whether a property is meant. */
  readonly hasPath: boolean;
}

export interface Sides {
  readonly left: readonly NameNode[];
  readonly right: readonly NameNode[];
}

/** What a declaration says, read from its syntax alone: nothing in it depends on other declarations. */
export interface Declaration {
  readonly item: Item;
  readonly node: DeclarationNode;
  readonly kind: KindName;
  readonly name: string;
  /** The display name where there is one, else the name; cut where it is too long to be shown. */
  readonly title: string;
  readonly hasDisplayName: boolean;
  /** The names on each side of the relation as they are written. */
  readonly sides: Sides;
  /** Those of them who are known. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** What stands between the sides; undefined where it has no relation, or one with a single side. */
  readonly operator: Operator | undefined;
  /** Properties that the kind takes. */
  readonly facts: readonly Fact[];
  /** Whether one of them has that name. Cheaper than to ask for them. */
  states(name: PropertyName): boolean;
  readonly mentions: readonly Mention[];
  /** What each mention wants, in the same order. */
  readonly mentionTargets: readonly MentionTarget[];
  /** The name of each mention, in the same order. */
  readonly mentionedNames: readonly string[];
  /**
   * Its own name and then that of each mention, in the project that it is in; undefined where it is in none. Set by the
   * project alone, so that nobody has to look names up.
   */
  names: readonly Name[] | undefined;
  /** Values and modifiers that could not be read. */
  readonly problems: readonly ValueProblem[];
  /**
   * Whether each text that decides if a value can be read, and as what, is known. `isKnown` is asked with the property
   * or modifier that has the value. False where the declaration cannot tell without being read in full.
   */
  everyText(isKnown: (of: PropertyName | ModifierName, text: string) => boolean): boolean;
}

/** The span of a declaration's name, or of its keyword where it has none. */
export function nameSpan({ node }: Pick<Declaration, 'node'>): Span {
  return node.name ? { start: node.name.start, end: node.name.nameEnd } : node.keyword;
}

/** The first fact of that name. */
export function factOf(declaration: Declaration, name: PropertyName): Fact | undefined {
  return declaration.states(name) ? declaration.facts.find((fact) => fact.name === name) : undefined;
}

/** All facts of that name. */
export function factsOf(declaration: Declaration, name: PropertyName): Fact[] {
  return declaration.states(name) ? declaration.facts.filter((fact) => fact.name === name) : [];
}

/** The money of a fact; undefined where it has none that could be read. */
export function moneyOf(fact: Fact | undefined): Money | undefined {
  return fact?.money;
}

/** The names that a fact refers to, as they are written. */
export function nodesIn(fact: Fact): NameNode[] {
  return fact.values.flatMap((value) => (value.type === 'reference' ? [value.node] : []));
}

/** The words for how sure a line is. */
export const confidenceWords = ['likely', 'uncertain', 'speculative'] as const;

/** Whether a line says that it may not be so. */
export function isUnsure({ flags }: Fact): boolean {
  return confidenceWords.some((word) => flags.has(word));
}

/** The names that a fact refers to, without those who are undisclosed. */
export function namesIn(fact: Fact): string[] {
  return knownNames(nodesIn(fact));
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
