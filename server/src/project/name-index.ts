import type { KindName } from '../language/schema';
import type { MentionSite } from '../model/corpus';
import type { Declaration } from '../model/declaration';

/** Who declares and who mentions each name. */
export class NameIndex {
  private readonly declared = new Map<string, Declaration[]>();
  private readonly mentioning = new Map<string, Set<Declaration>>();
  /** How many broken items may mention a name. */
  private readonly possible = new Map<string, number>();
  private readonly byKind = new Map<KindName, Set<Declaration>>();

  add(declaration: Declaration): void {
    const { name, kind } = declaration;
    const same = this.declared.get(name);
    if (same) same.push(declaration);
    else this.declared.set(name, [declaration]);
    grow(this.byKind, kind, declaration);
    for (const mention of declaration.mentions) grow(this.mentioning, mention.name, declaration);
  }

  remove(declaration: Declaration): void {
    const { name, kind } = declaration;
    const same = this.declared.get(name) ?? [];
    if (same.length <= 1) this.declared.delete(name);
    else same.splice(same.indexOf(declaration), 1);
    shrink(this.byKind, kind, declaration);
    for (const mention of declaration.mentions) shrink(this.mentioning, mention.name, declaration);
  }

  /** Takes in names that may be mentioned in what could not be read. */
  addPossible(names: Iterable<string>): void {
    for (const name of names) this.possible.set(name, (this.possible.get(name) ?? 0) + 1);
  }

  removePossible(names: Iterable<string>): void {
    for (const name of names) {
      const left = (this.possible.get(name) ?? 0) - 1;
      if (left > 0) this.possible.set(name, left);
      else this.possible.delete(name);
    }
  }

  /** Whether anything mentions a name, or may do so. */
  isMentioned(name: string): boolean {
    return this.mentioning.has(name) || this.possible.has(name);
  }

  /** Every declaration of a name, in no particular order. */
  declarationsOf(name: string): readonly Declaration[] {
    return this.declared.get(name) ?? [];
  }

  /** The declarations that mention a name, each once. */
  mentioningOf(name: string): ReadonlySet<Declaration> {
    return this.mentioning.get(name) ?? none;
  }

  ofKind(kind: KindName): ReadonlySet<Declaration> {
    return this.byKind.get(kind) ?? none;
  }

  /** Every declared name. */
  names(): IterableIterator<string> {
    return this.declared.keys();
  }

  *mentionsOf(name: string): Iterable<MentionSite> {
    for (const declaration of this.mentioningOf(name)) {
      for (const mention of declaration.mentions) {
        if (mention.name === name) yield { declaration, mention };
      }
    }
  }

  /** What a name is to those who mention it: the kinds that it is declared as. */
  standing(name: string): string {
    const declarations = this.declarationsOf(name);
    if (declarations.length === 1) return declarations[0]!.kind;
    return declarations
      .map((declaration) => declaration.kind)
      .sort()
      .join(' ');
  }
}

const none: ReadonlySet<Declaration> = new Set();

function grow<K>(sets: Map<K, Set<Declaration>>, key: K, declaration: Declaration): void {
  const set = sets.get(key);
  if (set) set.add(declaration);
  else sets.set(key, new Set([declaration]));
}

function shrink<K>(sets: Map<K, Set<Declaration>>, key: K, declaration: Declaration): void {
  const set = sets.get(key);
  if (!set) return;
  set.delete(declaration);
  if (set.size === 0) sets.delete(key);
}
