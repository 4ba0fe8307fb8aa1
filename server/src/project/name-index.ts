import type { KindName } from '../language/schema';
import type { MentionSite, Name } from '../model/corpus';
import type { Declaration } from '../model/declaration';

/** A name, with who declares and who mentions it. */
export class NameEntry implements Name {
  /** Nearly every name is declared once, and takes no list for that. */
  private declared: Declaration | readonly Declaration[] = none;
  private mentions: Declaration[] | Set<Declaration> | undefined;
  /** How many broken items may mention it. */
  possible = 0;

  constructor(readonly name: string) {}

  get declarations(): readonly Declaration[] {
    const { declared } = this;
    return isList(declared) ? declared : [declared];
  }

  get only(): Declaration | undefined {
    const { declared } = this;
    return isList(declared) ? undefined : declared;
  }

  get isDeclared(): boolean {
    return this.declared !== none;
  }

  /** What the name is to those who mention it: the kinds that it is declared as. */
  get standing(): string {
    const { declared } = this;
    if (!isList(declared)) return declared.kind;
    return declared
      .map(({ kind }) => kind)
      .sort()
      .join(' ');
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
    return !this.isDeclared && !this.isMentioned;
  }

  addDeclaration(declaration: Declaration): void {
    this.declared = this.isDeclared ? [...this.declarations, declaration] : declaration;
  }

  removeDeclaration(declaration: Declaration): void {
    const left = this.declarations.filter((each) => each !== declaration);
    this.declared = left.length > 1 ? left : (left[0] ?? none);
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
    else if (mentions) {
      // A name that the declaration mentions twice is out after the first time.
      const at = mentions.indexOf(declaration);
      if (at < 0) return;
      const last = mentions.pop()!;
      if (last !== declaration) mentions[at] = last;
    }
  }
}

/** Most names are mentioned now and then; a list takes a fraction of the room of a set, and of the time to fill it. */
const mostInList = 512;
const none: readonly Declaration[] = [];

function isList(declared: Declaration | readonly Declaration[]): declared is readonly Declaration[] {
  return Array.isArray(declared);
}

/** Told of a name before it changes. */
export type Touch = (entry: NameEntry) => void;

/** Who declares and who mentions each name. */
export class NameIndex {
  private readonly entries = new Map<string, NameEntry>();
  /** Kept up to date from when somebody asks for it. */
  private byKind: Map<KindName, Set<Declaration>> | undefined;

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
  add(declaration: Declaration, touch?: Touch): void {
    const { name, mentionedNames } = declaration;
    const own = this.entry(name);
    touch?.(own);
    own.addDeclaration(declaration);
    if (this.byKind) addTo(this.byKind, declaration);
    const names = mentionedNames.map((mentioned) => this.entry(mentioned));
    for (const entry of names) {
      touch?.(entry);
      entry.addMentioning(declaration);
    }
    // Unlike a spread, this takes no more room than needed.
    declaration.names = [own].concat(names);
  }

  /** Takes out a declaration, which forgets the names in it. */
  remove(declaration: Declaration, touch?: Touch): void {
    const { name, kind, mentionedNames } = declaration;
    const own = this.entry(name);
    touch?.(own);
    own.removeDeclaration(declaration);
    this.byKind?.get(kind)?.delete(declaration);
    for (const mentioned of mentionedNames) {
      const entry = this.entry(mentioned);
      touch?.(entry);
      entry.removeMentioning(declaration);
    }
    declaration.names = undefined;
  }

  /** Takes in names that may be mentioned in what could not be read. */
  addPossible(names: Iterable<string>, touch?: Touch): void {
    for (const name of names) {
      const entry = this.entry(name);
      touch?.(entry);
      entry.possible++;
    }
  }

  removePossible(names: Iterable<string>, touch?: Touch): void {
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

  /** Every declaration of a name, in no particular order. */
  declarationsOf(name: string): readonly Declaration[] {
    return this.entries.get(name)?.declarations ?? none;
  }

  /** The declarations that mention a name, each once. */
  mentioningOf(name: string): Iterable<Declaration> {
    return this.entries.get(name)?.mentioning ?? none;
  }

  ofKind(kind: KindName): Iterable<Declaration> {
    this.byKind ??= this.sortedByKind();
    return this.byKind.get(kind) ?? none;
  }

  private sortedByKind(): Map<KindName, Set<Declaration>> {
    const byKind = new Map<KindName, Set<Declaration>>();
    for (const { declarations } of this.entries.values()) {
      for (const declaration of declarations) addTo(byKind, declaration);
    }
    return byKind;
  }

  /** Every declared name. */
  *names(): Iterable<string> {
    for (const { name, isDeclared } of this.entries.values()) if (isDeclared) yield name;
  }

  *mentionsOf(name: string): Iterable<MentionSite> {
    for (const declaration of this.mentioningOf(name)) {
      for (const mention of declaration.mentions) {
        if (mention.name === name) yield { declaration, mention };
      }
    }
  }
}

function addTo(byKind: Map<KindName, Set<Declaration>>, declaration: Declaration): void {
  const same = byKind.get(declaration.kind);
  if (same) same.add(declaration);
  else byKind.set(declaration.kind, new Set([declaration]));
}
