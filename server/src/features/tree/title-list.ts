import type { Declaration } from '../../model/declaration';
import type { Project } from '../../project/project';
import { inReadingOrder } from './reading-order';
import { byName } from './in-time';

interface Entry {
  readonly title: string;
  readonly declaration: Declaration;
}

/** A block that grows to twice this many becomes two. */
const blockSize = 256;

/** Declarations by what people read, then by name. To put one in or take one out costs little in a long list too. */
export class TitleList {
  /** None of them is empty. */
  private readonly blocks: Entry[][] = [];
  private readonly titles = new Map<Declaration, string>();

  constructor(private readonly project: Project) {}

  add(declaration: Declaration): void {
    if (this.titles.has(declaration)) return;
    const entry = { title: declaration.title, declaration };
    this.titles.set(declaration, entry.title);
    // The first block that ends behind it; else the last one.
    const at = Math.min(
      first(this.blocks, (block) => this.compare(block.at(-1)!, entry) > 0),
      Math.max(0, this.blocks.length - 1),
    );
    const block = (this.blocks[at] ??= []);
    block.splice(
      first(block, (each) => this.compare(each, entry) > 0),
      0,
      entry,
    );
    if (block.length === 2 * blockSize) this.blocks.splice(at + 1, 0, block.splice(blockSize));
  }

  remove(declaration: Declaration): void {
    const title = this.titles.get(declaration);
    if (title === undefined) return;
    this.titles.delete(declaration);
    // Where it stands among those of the same name and title can no longer be told.
    const isIt = (each: Entry) => each.declaration === declaration;
    const from = first(this.blocks, (block) => inReadingOrder(block.at(-1)!.title, title) >= 0);
    for (let at = from; at < this.blocks.length; at++) {
      const block = this.blocks[at]!;
      const index = block.findIndex(isIt);
      if (index < 0) continue;
      block.splice(index, 1);
      if (block.length === 0) this.blocks.splice(at, 1);
      return;
    }
  }

  /** Those for which a test holds, in their order. */
  where(holds: (declaration: Declaration) => boolean): Declaration[] {
    const held: Declaration[] = [];
    for (const block of this.blocks) {
      for (const { declaration } of block) if (holds(declaration)) held.push(declaration);
    }
    return held;
  }

  private compare(a: Entry, b: Entry): number {
    return inReadingOrder(a.title, b.title) || byName(this.project, a.declaration, b.declaration);
  }
}

/** By what people read, then by name. */
export function byTitle(project: Project, declarations: readonly Declaration[]): Declaration[] {
  return [...declarations].sort((a, b) => inReadingOrder(a.title, b.title) || byName(project, a, b));
}

/** The index of the first element for which a test holds, in a list where it holds for all behind that one too. */
function first<T>(list: readonly T[], holds: (element: T) => boolean): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(list[middle]!)) to = middle;
    else from = middle + 1;
  }
  return from;
}
