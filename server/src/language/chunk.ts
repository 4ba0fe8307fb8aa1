import type { Item } from './item';

/** How many items a chunk holds at most. */
const largestChunk = 256;
/** How many it should hold at least, where there are that many. */
export const smallestChunk = largestChunk / 4;

/** Some items of a document that follow one another. Immutable; documents share the chunks that an edit leaves alone. */
export class Chunk {
  /** Where each item starts in the chunk, and where the last one ends. */
  readonly starts: readonly number[];
  /** The line breaks in the chunk before each item, and all of them. */
  readonly lines: readonly number[];
  /** How far from the chunk's start any of its trees depends on the text. */
  readonly reach: number;
  constructor(readonly items: readonly Item[]) {
    const starts = [0];
    const lines = [0];
    let start = 0;
    let line = 0;
    let reach = 0;
    for (const item of items) {
      reach = Math.max(reach, start + item.reach);
      start += item.length;
      line += item.lineBreaks;
      starts.push(start);
      lines.push(line);
    }
    this.starts = starts;
    this.lines = lines;
    this.reach = reach;
  }

  /** In UTF-16 units. */
  get length(): number {
    return this.starts[this.items.length]!;
  }

  get lineBreaks(): number {
    return this.lines[this.items.length]!;
  }
}

/**
 * Cuts a list of items into chunks of about the same size.
 * @param first the index that the first of them will have in its document
 */
export function chunksOf(items: readonly Item[], first: number): Chunk[] {
  const count = Math.ceil(items.length / largestChunk);
  const size = Math.ceil(items.length / count);
  return Array.from({ length: count }, (_, index) => {
    const own = items.slice(index * size, Math.min((index + 1) * size, items.length));
    for (const item of own) item.chunk = first + index;
    return new Chunk(own);
  });
}
