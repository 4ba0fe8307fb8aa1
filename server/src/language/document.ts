import { smallestChunk, chunksOf, type Chunk } from './chunk';
import { ItemReader, type Item } from './item';

/** A place as editors count it: both from 0, characters in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** The items in which two documents differ. */
export interface Difference {
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/** Where an item stands. */
interface Spot {
  readonly chunk: number;
  readonly inChunk: number;
}

/**
 * A file's text as the list of its items. Immutable: an edit makes a new document that shares every item the edit
 * does not touch. An item's tree counts from the item's own start, so sharing costs nothing however far it moves.
 *
 * Items stand in chunks. What an edit costs grows with the edit, with the size of a chunk and, barely, with the number
 * of chunks; not with the length of the text.
 */
export class DealDocument {
  /** What stands before each chunk; one more at the end for all of it. */
  private readonly starts: readonly number[];
  private readonly lines: readonly number[];
  private readonly counts: readonly number[];
  private all: readonly Item[] | undefined;

  private constructor(private readonly chunks: readonly Chunk[]) {
    const starts = [0];
    const lines = [0];
    const counts = [0];
    let start = 0;
    let line = 0;
    let count = 0;
    for (const chunk of chunks) {
      starts.push((start += chunk.length));
      lines.push((line += chunk.lineBreaks));
      counts.push((count += chunk.items.length));
    }
    this.starts = starts;
    this.lines = lines;
    this.counts = counts;
  }

  /** Reads a whole text. Never fails. */
  static parse(text: string): DealDocument {
    const reader = new ItemReader(text);
    const items: Item[] = [];
    for (let at = 0; at < text.length;) {
      const item = reader.read(at);
      items.push(item);
      at += item.length;
    }
    reader.finish();
    return new DealDocument(chunksOf(items, 0));
  }

  /** What was taken out of a document and put into it to make another one; undefined stands for no document. */
  static difference(before: DealDocument | undefined, after: DealDocument | undefined): Difference {
    const [old, fresh] = changedPart(before?.chunks ?? [], after?.chunks ?? []);
    const [removed, added] = changedPart(itemsIn(old), itemsIn(fresh));
    return { removed, added };
  }

  /** All items in their order. */
  get items(): readonly Item[] {
    this.all ??= itemsIn(this.chunks);
    return this.all;
  }

  /** Calls `visit` with each item in order. Unlike `items` it leaves no list behind. */
  forEachItem(visit: (item: Item) => void): void {
    for (const { items } of this.chunks) for (const item of items) visit(item);
  }

  get itemCount(): number {
    return this.counts[this.chunks.length]!;
  }

  get length(): number {
    return this.starts[this.chunks.length]!;
  }

  get lineCount(): number {
    return this.lines[this.chunks.length]! + 1;
  }

  /** The whole text, put together from the items. */
  get text(): string {
    return this.items.map((item) => item.text).join('');
  }

  item(index: number): Item | undefined {
    const { chunk, inChunk } = this.spotOf(index);
    return index < 0 ? undefined : this.chunks[chunk]?.items[inChunk];
  }

  /** The index of an item of this document; -1 where it has no such item. */
  indexOf(item: Item): number {
    const { chunks, counts } = this;
    // Edits elsewhere move chunks by a few places.
    for (let distance = 0; distance <= Math.max(chunks.length, item.chunk); distance++) {
      for (const at of distance === 0 ? [item.chunk] : [item.chunk - distance, item.chunk + distance]) {
        const inChunk = chunks[at]?.items.indexOf(item) ?? -1;
        if (inChunk < 0) continue;
        item.chunk = at;
        return counts[at]! + inChunk;
      }
    }
    return -1;
  }

  /** The offset in the text at which the item of that index starts. */
  startOf(index: number): number {
    const { chunk, inChunk } = this.spotOf(index);
    return this.starts[chunk]! + (this.chunks[chunk]?.starts[inChunk] ?? 0);
  }

  /** The index of the item that holds the character at `offset`; the last item for the end of the text, -1 in an empty text. */
  indexAt(offset: number): number {
    const at = Math.min(lastNotAbove(this.starts, offset), this.chunks.length - 1);
    const chunk = this.chunks[at];
    if (!chunk) return -1;
    const inChunk = lastNotAbove(chunk.starts, offset - this.starts[at]!);
    return this.counts[at]! + Math.min(inChunk, chunk.items.length - 1);
  }

  /** The offset of a place; places behind a line's or the text's end count as that end. */
  offsetAt(place: Place): number {
    if (place.line < 0) return 0;
    if (place.line >= this.lineCount) return this.length;
    const start = this.lineStart(place.line);
    const end = place.line + 1 < this.lineCount ? this.lineStart(place.line + 1) : this.length;
    const offset = Math.min(start + Math.max(place.character, 0), end);
    return place.line + 1 < this.lineCount ? this.beforeBreak(offset, start, end) : offset;
  }

  /** The place of an offset, which is brought into the text's bounds first. */
  placeAt(offset: number): Place {
    const bounded = Math.max(0, Math.min(offset, this.length));
    const index = this.indexAt(bounded);
    return index < 0 ? { line: 0, character: 0 } : this.placeIn(index, bounded - this.startOf(index));
  }

  /** The place of an offset that counts from the start of the item of that index; it may lie outside of the item. */
  placeIn(index: number, offset: number): Place {
    const item = this.item(index);
    if (!item || offset < 0 || offset > item.length) return this.placeAt(this.startOf(index) + offset);
    const { lineStarts } = item;
    const breaks = lastNotAbove(lineStarts, offset) + 1;
    const line = this.linesBefore(index) + breaks;
    if (breaks > 0) return { line, character: offset - lineStarts[breaks - 1]! };
    return { line, character: this.startOf(index) + offset - this.lineStart(line) };
  }

  /**
   * The document after the text between two offsets was replaced. Reads again only the items whose tree depended on
   * that text, up to the first boundary from which on nothing has changed.
   */
  replace(start: number, end: number, inserted: string): DealDocument {
    const count = this.itemCount;
    const first = this.firstReaching(start);
    const from = this.startOf(first);
    const shift = inserted.length - (end - start);

    for (let ahead = 2; ; ahead *= 4) {
      // The text to read: from the first touched item to some items behind the edit.
      const last = Math.min(count, Math.max(first, this.indexAt(end)) + ahead);
      const old = this.textOf(first, last);
      const text = old.slice(0, start - from) + inserted + old.slice(end - from);
      const atEnd = last === count;
      const reader = new ItemReader(text);
      const fresh: Item[] = [];
      let at = 0;
      let next = first;
      while (at < text.length) {
        const oldOffset = from + at - shift;
        if (oldOffset >= end) {
          while (next < last && this.startOf(next) < oldOffset) next++;
          if (next < last && this.startOf(next) === oldOffset) {
            finish(reader, text, fresh);
            return this.splice(first, next, fresh);
          }
        }
        const item = reader.read(at);
        // What looked past the window's end has not seen what really stands there.
        if (!atEnd && at + item.reach > text.length) break;
        fresh.push(item);
        at += item.length;
      }
      if (atEnd) {
        finish(reader, text, fresh);
        return this.splice(first, last, fresh);
      }
    }
  }

  /** The index of the first item whose tree depends on text from the offset on; the number of items where none does. */
  private firstReaching(offset: number): number {
    for (let index = 0; index < this.chunks.length; index++) {
      const chunk = this.chunks[index]!;
      const start = this.starts[index]!;
      if (start + chunk.reach <= offset) continue;
      const inChunk = chunk.items.findIndex((item, at) => start + chunk.starts[at]! + item.reach > offset);
      return this.counts[index]! + inChunk;
    }
    return this.itemCount;
  }

  private splice(from: number, to: number, fresh: readonly Item[]): DealDocument {
    const first = this.spotOf(from);
    const last = this.spotOf(to);
    let before = first.chunk;
    let behind = last.chunk;
    const items = [...(this.chunks[before]?.items.slice(0, first.inChunk) ?? []), ...fresh];
    if (last.inChunk > 0) items.push(...this.chunks[behind++]!.items.slice(last.inChunk));
    // A small rest joins its neighbours, so that chunks do not come to hold fewer and fewer items.
    if (items.length < smallestChunk && before > 0) items.unshift(...this.chunks[--before]!.items);
    if (items.length < smallestChunk && behind < this.chunks.length)
      items.push(...this.chunks[behind++]!.items);
    return new DealDocument([
      ...this.chunks.slice(0, before),
      ...chunksOf(items, before),
      ...this.chunks.slice(behind),
    ]);
  }

  private spotOf(index: number): Spot {
    const chunk = lastNotAbove(this.counts, index);
    return { chunk, inChunk: index - (this.counts[chunk] ?? 0) };
  }

  /** The number of line breaks before the item of that index. */
  private linesBefore(index: number): number {
    const { chunk, inChunk } = this.spotOf(index);
    return this.lines[chunk]! + (this.chunks[chunk]?.lines[inChunk] ?? 0);
  }

  private lineStart(line: number): number {
    if (line === 0) return 0;
    // The item that holds the line break before the line.
    const at = lastNotAbove(this.lines, line - 1);
    const chunk = this.chunks[at]!;
    const inChunk = lastNotAbove(chunk.lines, line - 1 - this.lines[at]!);
    const breaks = line - 1 - this.lines[at]! - chunk.lines[inChunk]!;
    return this.starts[at]! + chunk.starts[inChunk]! + chunk.items[inChunk]!.lineStarts[breaks]!;
  }

  /** An offset in a line, moved before the line's break where it lies behind it. */
  private beforeBreak(offset: number, start: number, end: number): number {
    const text = this.textBetween(Math.max(start, end - 2), end);
    const width = text.endsWith('\r\n') ? 2 : 1;
    return Math.min(offset, end - width);
  }

  /** The text between two offsets. */
  textBetween(start: number, end: number): string {
    if (start >= end) return '';
    const first = this.indexAt(start);
    const last = this.indexAt(end) + 1;
    const from = this.startOf(first);
    return this.textOf(first, last).slice(start - from, end - from);
  }

  /** The text of the items from one index to before another one. */
  private textOf(from: number, to: number): string {
    let text = '';
    for (let index = from; index < to; index++) text += this.item(index)!.text;
    return text;
  }
}

/** Has a reader give back what is not needed once these items have been read from a text. */
function finish(reader: ItemReader, text: string, items: readonly Item[]): void {
  reader.finish();
  const used = items.reduce((sum, { length }) => sum + length, 0);
  if (2 * used < text.length) for (const item of items) item.detach();
}

function itemsIn(chunks: readonly Chunk[]): Item[] {
  const all: Item[] = [];
  for (const { items } of chunks) for (const item of items) all.push(item);
  return all;
}

/** Two lists without what they have in common at their starts and at their ends. */
function changedPart<T>(before: readonly T[], after: readonly T[]): [readonly T[], readonly T[]] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}

/** The index of the last number in a sorted list that is not above `value`; -1 where all are. */
function lastNotAbove(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
