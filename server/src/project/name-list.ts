import type { Item } from '../language/item';
import { factsOf, type Declaration } from '../model/declaration';
import { isSubsequence, lettersOf } from './typed-letters';

/** What is looked for in a list of names. */
export interface NameSearch {
  /** What is typed: its letters come in this order in the name, the display name or an alias. */
  readonly typed: string;
  /** Declarations that are found before all others. */
  readonly preferred: Iterable<Declaration>;
  /** An item that is not found itself. */
  readonly without: Item | undefined;
  /** How many declarations are found at most. */
  readonly most: number;
}

/** What was found in a list of names. */
export interface NamesFound {
  /** By name. */
  readonly preferred: readonly Declaration[];
  /** Those whose name starts with what is typed, then the others; both by name. */
  readonly others: readonly Declaration[];
  /** Whether there are no more. */
  readonly isComplete: boolean;
}

interface Entry {
  readonly declaration: Declaration;
  /** The name in lower case, which the list is sorted by. */
  readonly key: string;
  /** Name, display name and aliases in lower case. */
  readonly text: string;
  /** Which letters stand in the text. */
  readonly letters: number;
}

/** Stands between the texts of an entry; nobody types it. */
const separator = '\0';

/** Declarations sorted by name, to be found by what is typed of them. */
export class NameList {
  private readonly entries = new Map<Declaration, Entry>();
  private readonly sorted: Entry[];
  /** Who is called something; made when somebody asks. */
  private byText: Map<string, Set<Declaration>> | undefined;

  constructor(declarations: Iterable<Declaration>) {
    for (const declaration of declarations) this.entries.set(declaration, entryOf(declaration));
    this.sorted = [...this.entries.values()].sort(byKey);
  }

  add(declaration: Declaration): void {
    const entry = entryOf(declaration);
    this.entries.set(declaration, entry);
    this.sorted.splice(this.firstFrom(entry.key), 0, entry);
    if (this.byText) this.enter(entry, this.byText);
  }

  remove(declaration: Declaration): void {
    const entry = this.entries.get(declaration);
    if (!entry) return;
    this.entries.delete(declaration);
    this.sorted.splice(this.sorted.indexOf(entry, this.firstFrom(entry.key)), 1);
    for (const text of entry.text.split(separator)) this.byText?.get(text)?.delete(declaration);
  }

  /** The first declaration whose name, display name or alias is a text in lower case. */
  called(text: string): Declaration | undefined {
    if (!this.byText) {
      this.byText = new Map();
      for (const entry of this.sorted) this.enter(entry, this.byText);
    }
    const [first] = this.byText.get(text) ?? [];
    return first;
  }

  private enter({ declaration, text }: Entry, byText: Map<string, Set<Declaration>>): void {
    for (const own of text.split(separator)) {
      const known = byText.get(own);
      if (known) known.add(declaration);
      else byText.set(own, new Set([declaration]));
    }
  }

  find({ typed, preferred, without, most }: NameSearch): NamesFound {
    const { sorted } = this;
    const wanted = typed.toLowerCase();
    const letters = lettersOf(wanted);
    const matches = (entry: Entry) =>
      entry.declaration.item !== without && isSubsequence(wanted, entry.text, separator);

    const first = new Set<Entry>();
    for (const declaration of preferred) {
      const entry = this.entries.get(declaration);
      if (entry && (entry.letters & letters) === letters && matches(entry)) first.add(entry);
    }
    const others: Entry[] = [];
    // One more than wanted, which tells whether there are more.
    const room = most + 1 - first.size;
    const start = this.firstFrom(wanted);
    let end = start;
    for (; end < sorted.length && others.length < room; end++) {
      const entry = sorted[end]!;
      if (!entry.key.startsWith(wanted)) break;
      if (entry.declaration.item !== without && !first.has(entry)) others.push(entry);
    }
    for (let at = 0; at < sorted.length && others.length < room; at++) {
      if (at >= start && at < end) continue;
      const entry = sorted[at]!;
      if ((entry.letters & letters) === letters && !first.has(entry) && matches(entry)) others.push(entry);
    }
    const inOrder = [...first].sort(byKey).slice(0, most);
    return {
      preferred: inOrder.map(({ declaration }) => declaration),
      others: others.slice(0, most - inOrder.length).map(({ declaration }) => declaration),
      isComplete: others.length < room,
    };
  }

  /** The index of the first entry whose key is not below a given one. */
  private firstFrom(key: string): number {
    const { sorted } = this;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]!.key < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function entryOf(declaration: Declaration): Entry {
  const { name, title } = declaration;
  const aliases = factsOf(declaration, 'aka').flatMap(({ values }) => values.map(({ node }) => node.text));
  const key = name.toLowerCase();
  const rest = (title === name ? aliases : [title, ...aliases]).map((text) => text.toLowerCase());
  const text = rest.length === 0 ? key : [key, ...rest].join(separator);
  return { declaration, key, text, letters: lettersOf(text) };
}

function byKey(a: Entry, b: Entry): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
