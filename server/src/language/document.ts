import { parseItem } from './parser';
import type { Item } from './tree';

/** A place as editors count it: both from 0, characters in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/**
 * A file's text as the list of its items. Immutable: an edit makes a new document that shares every item the edit
 * does not touch. An item's tree counts from the item's own start, so sharing costs nothing however far it moves.
 */
export class DealDocument {
  /** Where each item starts; one more at the end for the length of the text. */
  private readonly starts: readonly number[];
  /** The number of line breaks before each item; one more at the end for all of them. */
  private readonly lines: readonly number[];

  private constructor(readonly items: readonly Item[]) {
    const starts: number[] = [0];
    const lines: number[] = [0];
    let start = 0;
    let line = 0;
    for (const item of items) {
      start += item.text.length;
      line += item.lineStarts.length;
      starts.push(start);
      lines.push(line);
    }
    this.starts = starts;
    this.lines = lines;
  }

  /** Reads a whole text. Never fails. */
  static parse(text: string): DealDocument {
    return new DealDocument(parseItems(text));
  }

  get length(): number {
    return this.starts[this.items.length]!;
  }

  get lineCount(): number {
    return this.lines[this.items.length]! + 1;
  }

  /** The whole text, put together from the items. */
  get text(): string {
    return this.items.map((item) => item.text).join('');
  }

  /** The offset in the text at which the item of that index starts. */
  startOf(index: number): number {
    return this.starts[index]!;
  }

  /** The index of the item that holds the character at `offset`; the last item for the end of the text, -1 in an empty text. */
  indexAt(offset: number): number {
    return Math.min(lastNotAbove(this.starts, offset), this.items.length - 1);
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
    const index = Math.max(0, this.indexAt(bounded));
    const item = this.items[index];
    if (!item) return { line: 0, character: 0 };
    const inItem = bounded - this.starts[index]!;
    const breaks = lastNotAbove(item.lineStarts, inItem) + 1;
    const line = this.lines[index]! + breaks;
    const start = breaks > 0 ? this.starts[index]! + item.lineStarts[breaks - 1]! : this.lineStart(line);
    return { line, character: bounded - start };
  }

  /**
   * The document after the text between two offsets was replaced. Reads again only the items whose tree depended on
   * that text, up to the first boundary from which on nothing has changed.
   */
  replace(start: number, end: number, inserted: string): DealDocument {
    const { items, starts } = this;
    let first = 0;
    while (first < items.length && starts[first]! + items[first]!.reach <= start) first++;
    const from = first < items.length ? starts[first]! : this.length;

    for (let ahead = 2; ; ahead *= 4) {
      // The text to read: from the first touched item to some items behind the edit.
      let last = Math.max(first, lastNotAbove(starts, end)) + ahead;
      if (last >= items.length) last = items.length;
      const old = items
        .slice(first, last)
        .map((item) => item.text)
        .join('');
      const text = old.slice(0, start - from) + inserted + old.slice(end - from);
      const atEnd = last === items.length;
      const shift = inserted.length - (end - start);
      const fresh: Item[] = [];
      let at = 0;
      let next = first;
      while (at < text.length) {
        const oldOffset = from + at - shift;
        if (oldOffset >= end) {
          while (next < last && starts[next]! < oldOffset) next++;
          if (next < last && starts[next] === oldOffset) return this.splice(first, next, fresh);
        }
        const { item, end: itemEnd } = parseItem(text, at);
        // What looked past the window's end has not seen what really stands there.
        if (!atEnd && at + item.reach > text.length) break;
        fresh.push(item);
        at = itemEnd;
      }
      if (atEnd) return this.splice(first, last, fresh);
    }
  }

  private splice(from: number, to: number, fresh: readonly Item[]): DealDocument {
    return new DealDocument([...this.items.slice(0, from), ...fresh, ...this.items.slice(to)]);
  }

  private lineStart(line: number): number {
    if (line === 0) return 0;
    // The item that holds the line break before the line.
    const index = lastNotAbove(this.lines, line - 1);
    const item = this.items[index]!;
    return this.starts[index]! + item.lineStarts[line - 1 - this.lines[index]!]!;
  }

  /** An offset in a line, moved before the line's break where it lies behind it. */
  private beforeBreak(offset: number, start: number, end: number): number {
    const text = this.characters(Math.max(start, end - 2), end);
    const width = text.endsWith('\r\n') ? 2 : 1;
    return Math.min(offset, end - width);
  }

  private characters(start: number, end: number): string {
    let text = '';
    for (let index = this.indexAt(start); index < this.items.length && this.starts[index]! < end; index++) {
      const item = this.items[index]!;
      const from = this.starts[index]!;
      text += item.text.slice(Math.max(0, start - from), end - from);
    }
    return text;
  }
}

function parseItems(text: string): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < text.length;) {
    const { item, end } = parseItem(text, at);
    items.push(item);
    at = end;
  }
  return items;
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
