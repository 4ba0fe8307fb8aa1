import * as l10n from '@vscode/l10n';
import { excerpt } from '../language/excerpt';
import type { Item } from '../language/item';
import {
  isProperty,
  kinds,
  modifiers as modifierSchemas,
  properties,
  takesProperty,
  type KindName,
  type ModifierName,
  type PropertyName,
  type ReferenceTarget,
} from '../language/schema';
import type { DeclarationNode, NameNode, Operator, UrlNode, ValueNode } from '../language/tree';
import type { DealDate } from '../values/date';
import type { Duration } from '../values/duration';
import type { Money } from '../values/money';
import {
  isUndisclosed,
  knownNames,
  type Declaration,
  type Fact,
  type Mention,
  type MentionRole,
  type MentionTarget,
  type Sides,
} from './declaration';
import type { Name } from './corpus';
import { readModifierValue, readPropertyValue, type Value, type ValueProblem } from './value';

/** Headlines of articles fit. */
const longestTitle = 160;

/** A display name where there is one, else the name, as it is shown. */
export function titleOf(name: string, displayName: string | undefined): string {
  return excerpt(displayName || name, longestTitle);
}

/** A declaration that was read from its tree, in full. */
export class ParsedDeclaration implements Declaration {
  readonly title: string;
  readonly hasDisplayName: boolean;
  readonly sides: Sides;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly operator: Operator | undefined;
  readonly facts: readonly Fact[];
  readonly mentions: readonly Mention[];
  readonly mentionedNames: readonly string[];
  readonly problems: readonly ValueProblem[];
  names: readonly Name[] | undefined;

  constructor(
    readonly item: Item,
    readonly node: DeclarationNode,
    readonly kind: KindName,
    readonly name: string,
  ) {
    const reader = new FactReader();
    const { left = [], right = [] } = node.relation ?? {};
    for (const [role, parties] of [
      ['left', left],
      ['right', right],
    ] as const) {
      const target = targetOfSide(kind, role);
      if (target) for (const party of parties) reader.mention(party, role, target);
    }
    const facts: Fact[] = [];
    for (const property of node.body?.properties ?? []) {
      const key = property.key.text;
      if (!isProperty(key) || !takesProperty(kind, key)) continue;
      const problems = reader.problems.length;
      facts.push({ node: property, ...reader.fact(key, property.values, property.modifiers) });
      // One mistake, one message: a line that cannot be read has its own.
      if (property.broken) reader.problems.length = problems;
    }
    this.title = titleOf(name, node.displayName?.text);
    this.hasDisplayName = node.displayName !== undefined;
    this.operator = node.relation?.operator?.text;
    this.sides = { left, right };
    this.left = knownNames(left);
    this.right = knownNames(right);
    this.facts = facts;
    this.mentions = reader.mentions;
    this.mentionedNames = reader.mentions.map((mention) => mention.name);
    this.problems = reader.problems;
  }

  get mentionTargets(): readonly MentionTarget[] {
    return this.mentions.map(({ target, path }) => ({ target, hasPath: path !== undefined }));
  }

  states(name: PropertyName): boolean {
    return this.facts.some((fact) => fact.name === name);
  }

  everyText(): boolean {
    return false;
  }
}

/** What a name on a side of a relation must be declared as; undefined where it refers to no declaration. */
function targetOfSide(kind: KindName, side: 'left' | 'right'): ReferenceTarget | undefined {
  const { relation } = kinds[kind];
  if (relation === 'currencies' || relation === 'none') return undefined;
  return relation === 'claim' && side === 'right' ? 'any' : 'party';
}

/** What is read of a modifier. */
export interface ModifierValues {
  readonly name: ModifierName;
  readonly values: readonly ValueNode[];
}

const noFlags: ReadonlySet<ModifierName> = new Set();

/** The modifiers of a property that stand alone. */
export function flagsIn(modifiers: readonly { readonly name: ModifierName }[]): ReadonlySet<ModifierName> {
  const flags = modifiers.filter(({ name }) => modifierSchemas[name].value === 'flag');
  return flags.length === 0 ? noFlags : new Set(flags.map(({ name }) => name));
}

const noRoles: readonly string[] = [];
/** The sources of a line that cites none. */
export const noSources: readonly (NameNode | UrlNode)[] = [];

/** The money of the first value. */
export function moneyIn([value]: readonly Value[]): Money | undefined {
  return value?.type === 'money' ? value.money : undefined;
}

/** What the modifiers of a property say. */
export type Remarks = Omit<Fact, 'name' | 'node' | 'values' | 'money'>;

/** Reads the values and modifiers of properties, and gathers what they mention and what is wrong with them. */
export class FactReader {
  readonly mentions: Mention[] = [];
  readonly problems: ValueProblem[] = [];

  /** Takes a name down as a reference to another declaration. */
  mention(node: NameNode, role: MentionRole, target: ReferenceTarget): void {
    if (!isUndisclosed(node)) this.mentions.push({ name: node.text, role, target, node, path: node.path });
  }

  /** Reads one property. */
  fact(
    name: PropertyName,
    nodes: readonly ValueNode[],
    modifiers: readonly ModifierValues[],
  ): Omit<Fact, 'node'> {
    const values = this.values(name, nodes);
    return { name, values, money: moneyIn(values), ...this.remarks(modifiers) };
  }

  /** Reads the modifiers of a property. */
  remarks(modifiers: readonly ModifierValues[]): Remarks {
    let on: DealDate | undefined;
    let from: DealDate | undefined;
    let until: DealDate | undefined;
    let over: Duration | undefined;
    let withMoney: Money | undefined;
    let roles: string[] | undefined;
    let sources: (NameNode | UrlNode)[] | undefined;
    for (const modifier of modifiers) {
      const { value: type, example } = modifierSchemas[modifier.name];
      switch (type) {
        case 'flag':
          break;
        case 'role':
          for (const value of modifier.values) (roles ??= []).push(value.text);
          break;
        case 'source':
          this.sources(modifier, example, (sources ??= []));
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
          if (value.type === 'date') {
            if (modifier.name === 'on') on = value.date;
            else if (modifier.name === 'from') from = value.date;
            else if (modifier.name === 'until') until = value.date;
          } else if (value.type === 'duration') over = value.duration;
          else if (value.type === 'money') withMoney = value.money;
        }
      }
    }
    return {
      on,
      from,
      until,
      over,
      with: withMoney,
      roles: roles ?? noRoles,
      sources: sources ?? noSources,
      flags: flagsIn(modifiers),
    };
  }

  /** Reads the values of a property. */
  values(name: PropertyName, nodes: readonly ValueNode[]): Value[] {
    const schema = properties[name];
    const values: Value[] = [];
    for (const node of nodes) {
      const reading = readPropertyValue(name, node);
      if (!reading.ok) {
        // A value too many is told by its number, not by what it is.
        if (node === nodes[0] || schema.list || schema.pair) this.problems.push(reading.problem);
        continue;
      }
      const { value } = reading;
      if (value.type === 'reference') this.mention(value.node, name, schema.target ?? 'any');
      if (value.type === 'money' && value.money.per && !schema.rate) {
        this.problem(node, l10n.t('“{0}” takes an amount, not a rate per {1}.', name, value.money.per));
        continue;
      }
      values.push(value);
    }
    return values;
  }

  private sources(modifier: ModifierValues, example: string, sources: (NameNode | UrlNode)[]): void {
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
  }

  private problem(node: { start: number; end: number }, message: string): void {
    this.problems.push({ start: node.start, end: node.end, message });
  }
}
