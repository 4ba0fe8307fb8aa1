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

/** How well a text fits what is typed, the best first. */
export const enum Fit {
  Exact,
  /** The text starts with it. */
  Start,
  /** A word in the text starts with it, be it in the middle as in `AmazonAnthropic`. */
  WordStart,
  Inside,
  /** Its letters come in this order. */
  Letters,
}

/** A declaration with the one of its texts that fits best. */
export interface RankedName {
  readonly declaration: Declaration;
  readonly fit: Fit;
  /** The name, the display name or an alias. */
  readonly text: string;
}

/** What a list knows of a declaration. */
export interface Entry {
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

  /** @param known entries that were made before */
  constructor(declarations: Iterable<Declaration>, known?: ReadonlyMap<Declaration, Entry>) {
    for (const declaration of declarations) {
      this.entries.set(declaration, known?.get(declaration) ?? entryOf(declaration));
    }
    this.sorted = [...this.entries.values()].sort(byKey);
  }

  /** The entries of declarations, which take most of the time of making a list. Yields how many it has made. */
  static *entriesOf(declarations: Iterable<Declaration>): Generator<number, Map<Declaration, Entry>> {
    const entries = new Map<Declaration, Entry>();
    let made = 0;
    for (const declaration of declarations) {
      entries.set(declaration, entryOf(declaration));
      if (++made < lookedAtOnce) continue;
      yield made;
      made = 0;
    }
    return entries;
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
    if (this.byText) this.leave(entry, this.byText);
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

  private leave({ declaration, text }: Entry, byText: Map<string, Set<Declaration>>): void {
    for (const own of text.split(separator)) {
      const known = byText.get(own);
      known?.delete(declaration);
      // Each letter of a name that is typed makes a text of its own.
      if (known?.size === 0) byText.delete(own);
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

  /**
   * The declarations that fit best, by fit and then by name; those that come meanwhile are not found. Yields how many it
   * has looked at.
   *
   * @param typed blanks in it need not stand in the text
   * @param most so many are found at most
   */
  *ranked(typed: string, most: number): Generator<number, RankedName[]> {
    const wanted = typed.trim().toLowerCase();
    const bare = wanted.replace(/\s+/g, '');
    const letters = lettersOf(bare);
    const byFit: RankedName[][] = Array.from({ length: Fit.Letters + 1 }, () => []);
    let looked = 0;
    // As it is now: others may change it between the steps.
    const entries = this.sorted.slice();
    for (const entry of entries) {
      if (++looked === lookedAtOnce) {
        yield looked;
        looked = 0;
      }
      if ((entry.letters & letters) !== letters || !isSubsequence(bare, entry.text, separator)) continue;
      const { fit, part } = bestFit(entry, wanted, bare);
      const found = byFit[fit]!;
      if (found.length < most)
        found.push({ declaration: entry.declaration, fit, text: textsOf(entry.declaration)[part]! });
    }
    yield looked;
    return byFit.flat().slice(0, most);
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

/** So many entries are looked at before others may have their turn. */
const lookedAtOnce = 1000;

/** Which text of an entry fits best, the first of several. */
function bestFit({ declaration, text }: Entry, wanted: string, bare: string): { fit: Fit; part: number } {
  let best = { fit: Fit.Letters, part: -1 };
  let part = 0;
  for (let start = 0; start <= text.length; part++) {
    const separated = text.indexOf(separator, start);
    const end = separated < 0 ? text.length : separated;
    const own = text.slice(start, end);
    const fit = fitOf(own, wanted, () => textsOf(declaration)[part]!);
    if (fit !== undefined ? fit < best.fit : best.part < 0 && isSubsequence(bare, own, separator))
      best = { fit: fit ?? Fit.Letters, part };
    start = end + 1;
  }
  return best;
}

/**
 * How a text in lower case fits; undefined where what is wanted does not stand in it.
 * @param written the text as it is written
 */
function fitOf(text: string, wanted: string, written: () => string): Fit | undefined {
  const at = text.indexOf(wanted);
  if (at < 0) return undefined;
  if (at === 0) return text.length === wanted.length ? Fit.Exact : Fit.Start;
  const original = written();
  for (let from = at; from >= 0; from = text.indexOf(wanted, from + 1)) {
    if (startsWord(original.slice(0, from), original.slice(from))) return Fit.WordStart;
  }
  return Fit.Inside;
}

/** Whether a word starts between two parts of a text: behind what is no letter or digit, and where capitals or digits start. */
function startsWord(before: string, after: string): boolean {
  if (!/[\p{L}\p{N}]$/u.test(before)) return true;
  if (/^\p{Lu}/u.test(after)) return !/\p{Lu}$/u.test(before) || /^\p{Lu}\p{Ll}/u.test(after);
  return /^\p{N}/u.test(after) && !/\p{N}$/u.test(before);
}

/** What a declaration is found by: its name, its display name, its aliases. */
function textsOf(declaration: Declaration): string[] {
  const { name, title } = declaration;
  const aliases = factsOf(declaration, 'aka').flatMap(({ values }) => values.map(({ node }) => node.text));
  return title === name ? [name, ...aliases] : [name, title, ...aliases];
}

function entryOf(declaration: Declaration): Entry {
  const [key = '', ...rest] = textsOf(declaration).map((text) => text.toLowerCase());
  const text = rest.length === 0 ? key : [key, ...rest].join(separator);
  return { declaration, key, text, letters: lettersOf(text) };
}

function byKey(a: Entry, b: Entry): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
