import { isBareName } from '../../language/lexer';
import { quote } from '../../language/quote';
import { isKind, isModifier, isProperty, kindNames, kinds, type KindName } from '../../language/schema';
import { factsOf, type Declaration } from '../../model/declaration';
import { nameKey } from '../../model/name-key';
import type { Project } from '../../project/project';
import type { DeclarationRecord, PropertyRecord } from '../record';
import { plain } from './cells/cell';
import { FreeNames } from './free-names';
import { identifierFor, slug } from './identifier';
import { fieldRecord, keyField, keyFactOf } from './key';
import type { PartyKindName } from './mapping';

/** More spellings of a name help nobody. */
const mostSpellings = 8;

/** A party as a row tells of it. */
export interface RowParty {
  readonly name: string;
  /** What tells it from others of its name. */
  readonly key?: string;
  readonly kind: PartyKindName;
  readonly country?: string;
  readonly sectors?: readonly string[];
  /** As it is written in a deal file. */
  readonly website?: string;
}

interface Party {
  readonly name: string;
  key: string | undefined;
  /** What is declared for it; undefined for a party that the project has. */
  readonly fresh: Fresh | undefined;
}

/** Parties that one name can mean. */
interface Namesakes {
  readonly first: Party;
  /** Those that no key told apart when they were met. */
  readonly unkeyed: Party[];
}

interface Fresh {
  readonly kind: KindName;
  readonly title: string;
  readonly spellings: Set<string>;
  country?: string;
  sectors?: readonly string[];
  website?: string;
}

/** Finds the party that a name means, in the project or among those met before, and declares those that are new. */
export class PartyNames {
  private readonly byKey = new Map<string, Party>();
  private readonly byName = new Map<string, Namesakes>();
  private readonly free: FreeNames;
  private readonly parties: Party[] = [];

  constructor(project: Project | undefined) {
    this.free = new FreeNames(
      (name, count) => `${name}-${count}`,
      (name) => project?.find(name) !== undefined,
    );
    for (const kind of kindNames) {
      if (project && (kinds[kind].group === 'party' || kind === 'venture')) {
        for (const declaration of project.ofKind(kind)) this.know(declaration);
      }
    }
  }

  private know(declaration: Declaration): void {
    const key = keyFactOf(declaration)?.key;
    const party: Party = { name: declaration.name, key, fresh: undefined };
    if (key !== undefined && !this.byKey.has(key)) this.byKey.set(key, party);
    const names = [declaration.name, declaration.title];
    for (const { values } of factsOf(declaration, 'aka')) {
      for (const value of values) if (value.type === 'text' || value.type === 'word') names.push(value.text);
    }
    for (const name of names) this.call(party, name);
  }

  /** The name under which a party is declared. */
  nameOf(row: RowParty): string {
    const party = this.find(row) ?? this.add(row);
    const { fresh } = party;
    if (fresh) {
      if (fresh.spellings.size < mostSpellings) fresh.spellings.add(row.name);
      fresh.country ??= row.country;
      fresh.sectors ??= row.sectors;
      fresh.website ??= row.website;
    }
    return party.name;
  }

  private find({ name, key }: RowParty): Party | undefined {
    const own = key === undefined ? undefined : this.byKey.get(key);
    if (own) return own;
    const alike = this.byName.get(comparable(name));
    if (key === undefined || !alike) return alike?.first;
    // Of those of its name, one that nothing tells apart: from now on its key does.
    for (;;) {
      const found = alike.unkeyed.shift();
      if (!found || found.key === undefined) return found && this.keyed(found, key);
    }
  }

  private keyed(party: Party, key: string): Party {
    party.key = key;
    this.byKey.set(key, party);
    return party;
  }

  private add({ name, key, kind }: RowParty): Party {
    const party: Party = {
      name: this.free.take(identifierFor(name)),
      key,
      fresh: { kind, title: name, spellings: new Set() },
    };
    this.parties.push(party);
    if (key !== undefined) this.byKey.set(key, party);
    this.call(party, name);
    return party;
  }

  private call(party: Party, name: string): void {
    const key = comparable(name);
    let known = this.byName.get(key);
    if (!known) this.byName.set(key, (known = { first: party, unkeyed: [] }));
    if (party.key === undefined) known.unkeyed.push(party);
  }

  /** Takes a name for something that is no party. */
  take(text: string): string {
    return this.free.take(text);
  }

  /** The declarations of the parties that are new. */
  records(): DeclarationRecord[] {
    return this.parties.flatMap(({ name, key, fresh }) => (fresh ? [partyRecord(name, key, fresh)] : []));
  }
}

function partyRecord(name: string, key: string | undefined, fresh: Fresh): DeclarationRecord {
  const { kind, title, spellings, country, sectors = [], website } = fresh;
  const properties: PropertyRecord[] = [];
  const other = [...spellings].filter((each) => foldedName(each) !== foldedName(title));
  if (other.length > 0)
    properties.push({ name: 'aka', values: other.map((each) => ({ text: quote(each) })) });
  if (country !== undefined) properties.push({ name: 'country', values: [{ text: wordOrText(country) }] });
  if (sectors.length > 0) {
    properties.push({ name: 'sector', values: sectors.map((each) => ({ text: wordOrText(each) })) });
  }
  if (website !== undefined) properties.push({ name: 'website', values: [{ text: website }] });
  if (key !== undefined) properties.push(fieldRecord(keyField, key));
  return { kind, name, ...(title !== name && { title }), properties };
}

/** What two spellings that differ in nothing worth telling have in common. */
function foldedName(name: string): string {
  return plain(name).toLowerCase();
}

function comparable(name: string): string {
  return nameKey(name) || plain(name).toLowerCase();
}

/** A word as it is where it can stand so, else in quotes. */
export function wordOrText(text: string): string {
  const isWord = isBareName(text) && !isModifier(text) && !isProperty(text) && !isKind(text);
  return isWord ? text : quote(text);
}

/** The start of a name that tells of several parties, by their names. */
export function joinedSlug(names: readonly string[], most: number): string {
  return names
    .map((name) => slug(name, most))
    .filter((each) => each !== '')
    .join('-');
}
