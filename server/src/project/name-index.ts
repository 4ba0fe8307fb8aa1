import type { KindName } from '../language/schema';
import type { MentionSite, Name } from '../model/corpus';
import type { Declaration } from '../model/declaration';

/** A name, with who declares and who mentions it. */
export class NameEntry implements Name {
  /** Shared while there are none. */
  declarations: readonly Declaration[] = none;
  private mentions: Declaration[] | Set<Declaration> | undefined;
  /** How many broken items may mention it. */
  possible = 0;
  /** The last change of the project that touched it, and what it was before. */
  touchedBy = 0;
  standingBefore = '';
  wasMentioned = false;

  constructor(readonly name: string) {}

  /** What the name is to those who mention it: the kinds that it is declared as. */
  get standing(): string {
    const { declarations } = this;
    switch (declarations.length) {
      case 0:
        return '';
      case 1:
        return declarations[0]!.kind;
      default:
        return declarations
          .map(({ kind }) => kind)
          .sort()
          .join(' ');
    }
  }

  /** Whether anything mentions the name, or may do so. */
  get isMentioned(): boolean {
    const { mentions, possible } = this;
    if (possible > 0) return true;
    return mentions !== undefined && (mentions instanceof Set ? mentions.size : mentions.length) > 0;
  }

  /** The declarations that mention it, each once. */
  get mentioning(): Iterable<Declaration> {
    return this.mentions ?? none;
  }

  get isForgotten(): boolean {
    return this.declarations.length === 0 && !this.isMentioned;
  }

  /** Notes what it is before a change. */
  touch(change: number): boolean {
    if (this.touchedBy === change) return false;
    this.touchedBy = change;
    this.standingBefore = this.standing;
    this.wasMentioned = this.isMentioned;
    return true;
  }

  addDeclaration(declaration: Declaration): void {
    this.declarations = this.declarations.length === 0 ? [declaration] : [...this.declarations, declaration];
  }

  removeDeclaration(declaration: Declaration): void {
    const left = this.declarations.filter((each) => each !== declaration);
    this.declarations = left.length > 0 ? left : none;
  }

  addMentioning(declaration: Declaration): void {
    const { mentions } = this;
    if (mentions === undefined) this.mentions = [declaration];
    else if (mentions instanceof Set) mentions.add(declaration);
    // A declaration mentions all its names in one go.
    else if (mentions.at(-1) !== declaration) {
      if (mentions.length < mostInList) mentions.push(declaration);
      else this.mentions = new Set([...mentions, declaration]);
    }
  }

  removeMentioning(declaration: Declaration): void {
    const { mentions } = this;
    if (mentions instanceof Set) mentions.delete(declaration);
    else this.mentions = mentions?.filter((each) => each !== declaration);
  }
}

/** Most names are mentioned a few times; a list takes a fraction of the room of a set. */
const mostInList = 32;
const none: readonly Declaration[] = [];

/** Who declares and who mentions each name. */
export class NameIndex {
  private readonly entries = new Map<string, NameEntry>();
  private readonly byKind = new Map<KindName, Set<Declaration>>();

  /** The entry of a name, made where there is none; `tidy` takes it out again where it stays empty. */
  entry(name: string): NameEntry {
    let entry = this.entries.get(name);
    if (!entry) this.entries.set(name, (entry = new NameEntry(name)));
    return entry;
  }

  /**
   * Takes in a declaration, and tells it the names in it.
   * @param touch told of each name before it changes
   */
  add(declaration: Declaration, touch?: (entry: NameEntry) => void): void {
    const { name, kind, mentionedNames } = declaration;
    const own = this.entry(name);
    touch?.(own);
    own.addDeclaration(declaration);
    const same = this.byKind.get(kind);
    if (same) same.add(declaration);
    else this.byKind.set(kind, new Set([declaration]));
    const names = [own];
    for (const mentioned of mentionedNames) {
      const entry = this.entry(mentioned);
      touch?.(entry);
      entry.addMentioning(declaration);
      names.push(entry);
    }
    declaration.names = names;
  }

  /** Takes out a declaration, which forgets the names in it. */
  remove(declaration: Declaration, touch?: (entry: NameEntry) => void): void {
    const { name, kind, mentionedNames } = declaration;
    const own = this.entry(name);
    touch?.(own);
    own.removeDeclaration(declaration);
    const same = this.byKind.get(kind);
    same?.delete(declaration);
    if (same?.size === 0) this.byKind.delete(kind);
    for (const mentioned of mentionedNames) {
      const entry = this.entry(mentioned);
      touch?.(entry);
      entry.removeMentioning(declaration);
    }
    declaration.names = undefined;
  }

  /** Takes in names that may be mentioned in what could not be read. */
  addPossible(names: Iterable<string>, touch?: (entry: NameEntry) => void): void {
    for (const name of names) {
      const entry = this.entry(name);
      touch?.(entry);
      entry.possible++;
    }
  }

  removePossible(names: Iterable<string>, touch?: (entry: NameEntry) => void): void {
    for (const name of names) {
      const entry = this.entry(name);
      touch?.(entry);
      entry.possible--;
    }
  }

  /** Takes out an entry of a name that nobody declares or mentions any more. */
  tidy(entry: NameEntry): void {
    if (entry.isForgotten) this.entries.delete(entry.name);
  }

  /** Whether anything mentions a name, or may do so. */
  isMentioned(name: string): boolean {
    return this.entries.get(name)?.isMentioned ?? false;
  }

  /** Every declaration of a name, in no particular order. */
  declarationsOf(name: string): readonly Declaration[] {
    return this.entries.get(name)?.declarations ?? none;
  }

  /** The declarations that mention a name, each once. */
  mentioningOf(name: string): Iterable<Declaration> {
    return this.entries.get(name)?.mentioning ?? none;
  }

  ofKind(kind: KindName): Iterable<Declaration> {
    return this.byKind.get(kind) ?? none;
  }

  /** Every declared name. */
  *names(): Iterable<string> {
    for (const { name, declarations } of this.entries.values()) if (declarations.length > 0) yield name;
  }

  *mentionsOf(name: string): Iterable<MentionSite> {
    for (const declaration of this.mentioningOf(name)) {
      for (const mention of declaration.mentions) {
        if (mention.name === name) yield { declaration, mention };
      }
    }
  }
}
