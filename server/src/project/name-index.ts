import type { KindName } from '../language/schema';
import type { MentionSite } from '../model/corpus';
import type { Declaration } from '../model/declaration';

/** A name, with who declares and who mentions it. */
export class NameEntry {
  readonly declarations: Declaration[] = [];
  /** Each once. */
  mentioning: Declaration[] | Set<Declaration> = [];
  /** How many broken items may mention it. */
  possible = 0;
  /** The last change of the project that touched it. */
  touchedBy = 0;

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
    const { mentioning } = this;
    return this.possible > 0 || (Array.isArray(mentioning) ? mentioning.length : mentioning.size) > 0;
  }

  get isForgotten(): boolean {
    return this.declarations.length === 0 && !this.isMentioned;
  }

  addMentioning(declaration: Declaration): void {
    const { mentioning } = this;
    if (!Array.isArray(mentioning)) mentioning.add(declaration);
    // A declaration mentions all its names in one go.
    else if (mentioning.at(-1) !== declaration) {
      if (mentioning.length < mostInList) mentioning.push(declaration);
      else this.mentioning = new Set([...mentioning, declaration]);
    }
  }

  removeMentioning(declaration: Declaration): void {
    const { mentioning } = this;
    if (!Array.isArray(mentioning)) mentioning.delete(declaration);
    else {
      const at = mentioning.indexOf(declaration);
      if (at >= 0) mentioning.splice(at, 1);
    }
  }
}

/** Most names are mentioned a few times; a list takes a fraction of the room of a set. */
const mostInList = 64;

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

  add(declaration: Declaration): void {
    const { name, kind, mentionedNames } = declaration;
    this.entry(name).declarations.push(declaration);
    const same = this.byKind.get(kind);
    if (same) same.add(declaration);
    else this.byKind.set(kind, new Set([declaration]));
    for (const mentioned of mentionedNames) this.entry(mentioned).addMentioning(declaration);
  }

  remove(declaration: Declaration): void {
    const { name, kind, mentionedNames } = declaration;
    const { declarations } = this.entry(name);
    const at = declarations.indexOf(declaration);
    if (at >= 0) declarations.splice(at, 1);
    const same = this.byKind.get(kind);
    same?.delete(declaration);
    if (same?.size === 0) this.byKind.delete(kind);
    for (const mentioned of mentionedNames) this.entry(mentioned).removeMentioning(declaration);
  }

  /** Takes in names that may be mentioned in what could not be read. */
  addPossible(names: Iterable<string>): void {
    for (const name of names) this.entry(name).possible++;
  }

  removePossible(names: Iterable<string>): void {
    for (const name of names) this.entry(name).possible--;
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

const none: readonly Declaration[] = [];
