import { Lexer } from './lexer';
import { ownText } from './own-text';
import { parseItem } from './parser';
import { SlotTable } from './slot-table';
import { structures, type Structure } from './structure';
import type { DeclarationNode, ItemTree, SyntaxProblem } from './tree';

/**
 * A stretch of a file: the comments and blank lines above a declaration, the declaration, and the rest of its last
 * line; or text that is no declaration at all. A file is nothing but its items, so their texts joined are the file.
 *
 * Immutable as to its text and what that says. Where its structure is known, its tree is read when somebody asks: a
 * project of a hundred thousand deals is looked at a few deals at a time.
 */
export class Item {
  /**
   * The index of the chunk that it was seen in last, from where to look for it. No more than that: an item that is kept
   * must not keep the documents that it was in.
   */
  chunk = 0;
  /** What the layers above have made of it, which they alone know the type of. Kept here as there is one for each item. */
  meaning: object | null | undefined;
  /** The file that it stands in, in the project that holds it; set by that project alone. */
  file: string | undefined;
  private starts: readonly number[] | undefined;

  constructor(
    /** The text up to where its tree depends on it, which may lie behind the item. */
    private source: string,
    /** In UTF-16 units. */
    readonly length: number,
    /** How far from the item's start its tree depends on the text; may lie behind its end, even behind that of the file. */
    readonly reach: number,
    /** How many line breaks it holds. */
    readonly lineBreaks: number,
    private known: ItemTree | undefined,
    /** What its tokens are, apart from what its names and figures say; known only where it has no syntax error. */
    readonly structure: Structure | undefined,
    /** Holds the places of the slots of its structure, from `firstPlace` on. */
    private readonly places: SlotTable,
    private readonly firstPlace: number,
  ) {}

  get text(): string {
    return this.source.length === this.length ? this.source : this.source.slice(0, this.length);
  }

  get declaration(): DeclarationNode | undefined {
    return this.tree.declaration;
  }

  get problems(): readonly SyntaxProblem[] {
    return this.structure ? none : this.tree.problems;
  }

  /** Whether it declares something without a syntax error. Cheaper than to ask for the tree. */
  get isSound(): boolean {
    return this.structure !== undefined || this.tree.problems.length === 0;
  }

  /** Offsets behind each line break in the item. */
  get lineStarts(): readonly number[] {
    if (this.starts) return this.starts;
    const starts: number[] = [];
    const { source, length } = this;
    for (let at = 0; at < length; at++) {
      const code = source.charCodeAt(at);
      if (code === lineFeed || (code === carriageReturn && !isPair(source, at, length))) starts.push(at + 1);
    }
    this.keep();
    this.starts = starts;
    return starts;
  }

  /** Where a slot of its structure starts. */
  slotStart(slot: number): number {
    return this.places.at(this.firstPlace + 2 * slot);
  }

  /** Where a slot of its structure ends. */
  slotEnd(slot: number): number {
    return this.places.at(this.firstPlace + 2 * slot + 1);
  }

  /** The text of a slot of its structure. */
  slotText(slot: number): string {
    return this.source.slice(this.slotStart(slot), this.slotEnd(slot));
  }

  private get tree(): ItemTree {
    if (this.known) return this.known;
    const { tree } = parseItem(this.source, 0);
    this.keep();
    this.known = tree;
    return tree;
  }

  /** Lets go of the text that it was read from, of which it may be a small part. */
  detach(): void {
    this.source = ownText(this.source);
  }

  /** Keeps what is worked out of this item, and lets go of what was long ago: that may be of the same item. */
  private keep(): void {
    const { kept } = Item;
    const forgotten = kept[Item.next];
    if (forgotten) {
      forgotten.starts = undefined;
      if (forgotten.structure) forgotten.known = undefined;
    }
    kept[Item.next] = this;
    Item.next = (Item.next + 1) % mostKept;
  }

  /** The items that were looked at last, in a ring: to work it out again costs more than to keep a few. */
  private static readonly kept: Item[] = [];
  private static next = 0;
}

const mostKept = 1024;
const lineFeed = 10;
const carriageReturn = 13;
const none: readonly SyntaxProblem[] = [];

/** Reads the items of a text, one after the other, from any item's start on. */
export class ItemReader {
  private readonly lexer: Lexer;
  private readonly places = new SlotTable();

  constructor(private readonly text: string) {
    this.lexer = new Lexer(text);
  }

  /** Reads the item that starts at an offset. Never fails. */
  read(start: number): Item {
    const { text, lexer, places } = this;
    const firstPlace = places.length;
    const known = structures.walk(lexer, start, places);
    if (known) return this.make(start, known.end, lexer.reach, undefined, known.structure, firstPlace);
    const { tree, end, reach, furthest } = parseItem(text, start);
    const structure =
      tree.problems.length === 0 ? structures.learn(lexer, start, tree, end, furthest, places) : undefined;
    return this.make(start, end, reach, structure ? undefined : tree, structure, firstPlace);
  }

  /** Gives back what room is left over; nothing is read after it. */
  finish(): void {
    this.places.trim();
  }

  private make(
    start: number,
    end: number,
    reach: number,
    tree: ItemTree | undefined,
    structure: Structure | undefined,
    firstPlace: number,
  ): Item {
    const source = this.text.slice(start, Math.max(end, reach));
    const lineBreaks = structure?.lineBreaks ?? lineBreaksIn(source, end - start);
    return new Item(source, end - start, reach - start, lineBreaks, tree, structure, this.places, firstPlace);
  }
}

/** The number of line breaks in the first characters of a text; a break of two characters counts where both are in it. */
function lineBreaksIn(text: string, length: number): number {
  let breaks = 0;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || (code === carriageReturn && !isPair(text, at, length))) breaks++;
  }
  return breaks;
}

function isPair(text: string, at: number, length: number): boolean {
  return at + 1 < length && text.charCodeAt(at + 1) === lineFeed;
}

/** Whether what stands before the block could not be read in full, so that it may say more than the tree tells. */
export function isHeaderBroken(item: Item): boolean {
  if (item.isSound || !item.declaration) return false;
  const { declaration, problems } = item;
  const headerEnd = declaration.body?.start ?? declaration.end;
  return declaration.relation?.broken === true || problems.some(({ end }) => end <= headerEnd);
}
