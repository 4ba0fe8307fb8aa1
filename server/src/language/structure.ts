import { TokenKind, type Lexer } from './lexer';
import { learned, runAt, type LearnedToken, type Run } from './run';
import type { SlotTable } from './slot-table';
import { Tokens, type TokenClass } from './token-class';
import type { DeclarationNode, ItemTree, ValueNode, WordNode } from './tree';

/**
 * What the tokens of an item are, apart from what its names, texts and figures say. The parser decides by nothing else,
 * so that two items of one structure have the same tree but for the words in it. Most deals of a project are like some
 * other one: whoever knows the structure need not parse them, nor ask again what follows from the structure alone.
 *
 * Only items without a syntax error have one.
 */
export class Structure {
  /** What the layers above derive from it, which they alone know the type of. */
  meaning: object | null | undefined;

  constructor(
    /** The index of the token that ends the item. */
    readonly endToken: number,
    /** How many line breaks such an item holds; undefined where comments or texts over several lines have more. */
    readonly lineBreaks: number | undefined,
    /** First and last token of each slot, in pairs. */
    readonly slotTokens: readonly number[],
  ) {}
}

/** A part of a declaration that differs between items of one structure. */
export type Slot = ValueNode | WordNode;

/** The slots of a declaration in their order. */
export function slotsOf(declaration: DeclarationNode): Slot[] {
  const slots: Slot[] = [];
  const add = (node: ValueNode) => {
    slots.push(node);
    if (node.type === 'name' && node.path) slots.push(node.path);
  };
  if (declaration.name) add(declaration.name);
  if (declaration.displayName) add(declaration.displayName);
  declaration.relation?.left.forEach(add);
  declaration.relation?.right.forEach(add);
  for (const { values, modifiers } of declaration.body?.properties ?? []) {
    values.forEach(add);
    for (const modifier of modifiers) modifier.values.forEach(add);
  }
  return slots;
}

/** Where a slot ends: a name before its path, which is a slot of its own. */
export function slotEnd(slot: Slot): number {
  return 'nameEnd' in slot ? slot.nameEnd : slot.end;
}

/** One token further into items that are known. */
class Step {
  /** Set where the item and all that the parser looks at behind it has been read. Gone when no item has it any more. */
  structure: WeakRef<Structure> | undefined;
  /** Tokens that may stand next, as they were set in the item that was learned first, and the step behind them. */
  run: Run | undefined;
  behindRun: Step | undefined;
  /** The turn in which it was found to lead somewhere. */
  private alive = 0;
  private key = -1;
  private next: Step | undefined;
  private others: Map<TokenClass, Step> | undefined;

  at(key: TokenClass): Step | undefined {
    return key === this.key ? this.next : this.others?.get(key);
  }

  /**
   * Takes out the steps behind this one that lead to no structure any more, and counts those that are left.
   * @param turn another number each time
   * @returns how many steps there are from this one on; 0 where it leads nowhere itself
   */
  prune(turn: number): number {
    let steps = 0;
    const keeps = (step: Step | undefined): boolean => {
      const left = step?.prune(turn) ?? 0;
      steps += left;
      return left > 0;
    };
    if (!keeps(this.next)) {
      this.key = -1;
      this.next = undefined;
    }
    for (const [key, step] of this.others ?? []) if (!keeps(step)) this.others?.delete(key);
    if (this.others?.size === 0) this.others = undefined;
    if (this.behindRun?.alive !== turn) this.run = this.behindRun = undefined;
    if (steps === 0 && !this.structure?.deref()) return 0;
    this.alive = turn;
    return steps + 1;
  }

  add(key: TokenClass): Step {
    const step = new Step();
    if (this.next === undefined) {
      this.key = key;
      this.next = step;
    } else {
      this.others ??= new Map();
      this.others.set(key, step);
    }
    return step;
  }
}

/** With so many steps it is looked for the first time which of them lead nowhere: what was typed and is gone leaves such. */
const fewSteps = 4000;
/** Longer items are rarely like another one. */
const mostTokens = 1000;

/** The structures that have been met, as a tree of their tokens. */
export class Structures {
  private root = new Step();
  private steps = 0;
  private mostSteps = fewSteps;
  private turn = 0;
  /** The tokens of the walk under way. */
  private starts = new Uint32Array(mostTokens);
  private ends = new Uint32Array(mostTokens);

  /**
   * Reads the item that starts at an offset as far as needed to know it. The lexer's reach is then the item's.
   * @param places takes the start and end of each slot, counted from the item's start
   * @returns undefined where the item is like none that was learned; then `places` is as before
   */
  walk(lexer: Lexer, start: number, places: SlotTable): { structure: Structure; end: number } | undefined {
    const { starts, ends } = this;
    let step: Step | undefined = this.root;
    const tokens = new Tokens(lexer, start);
    for (let count = 0; count < mostTokens;) {
      const { run, behindRun }: Step = step;
      const from = tokens.at;
      if (run !== undefined && behindRun !== undefined && tokens.pass(run)) {
        const { bounds } = run;
        for (let at = 0; at < bounds.length; at += 2) {
          starts[count] = from + bounds[at]!;
          ends[count++] = from + bounds[at + 1]!;
        }
        step = behindRun;
      } else {
        const key = tokens.next();
        if (key < 0) return undefined;
        starts[count] = lexer.start;
        ends[count++] = lexer.end;
        step = step.at(key);
        if (step === undefined) return undefined;
      }
      const structure = step.structure?.deref();
      if (structure !== undefined) {
        const { slotTokens } = structure;
        for (let slot = 0; slot < slotTokens.length; slot += 2) {
          places.push(starts[slotTokens[slot]!]! - start);
          places.push(ends[slotTokens[slot + 1]!]! - start);
        }
        return { structure, end: ends[structure.endToken]! };
      }
    }
    return undefined;
  }

  /**
   * Remembers the structure of an item that was parsed without an error.
   * @param furthest see `ItemReading`
   * @param places takes the start and end of each slot, counted from the item's start
   * @returns undefined where the item can have none
   */
  learn(
    lexer: Lexer,
    start: number,
    tree: ItemTree,
    end: number,
    furthest: number,
    places: SlotTable,
  ): Structure | undefined {
    const learnedTokens: LearnedToken[] = [];
    const starts = new Map<number, number>();
    const ends = new Map<number, number>();
    let lineBreaks: number | undefined = 0;
    const tokens = new Tokens(lexer, start);
    for (;;) {
      const key = tokens.next();
      if (key < 0 || learnedTokens.length === mostTokens) return undefined;
      const isLast = lexer.kind === TokenKind.EndOfFile;
      if (!starts.has(lexer.start)) starts.set(lexer.start, learnedTokens.length);
      if (!ends.has(lexer.end)) ends.set(lexer.end, learnedTokens.length);
      learnedTokens.push(learned(lexer, key));
      if (lexer.end <= end) {
        if (lexer.kind === TokenKind.Newline && lineBreaks !== undefined) lineBreaks++;
        if (lexer.kind === TokenKind.BlockComment || lexer.kind === TokenKind.BlockString)
          lineBreaks = undefined;
      }
      if (isLast || lexer.end >= furthest) break;
    }
    const endToken = ends.get(end);
    if (endToken === undefined) return undefined;
    if (this.steps > this.mostSteps) this.prune();
    const slots = tree.declaration ? slotsOf(tree.declaration) : [];
    const slotTokens: number[] = [];
    for (const slot of slots) {
      const first = starts.get(start + slot.start);
      const last = ends.get(start + slotEnd(slot));
      if (first === undefined || last === undefined) return undefined;
      slotTokens.push(first, last);
    }
    const structure = new Structure(endToken, lineBreaks, slotTokens);
    this.stepsFor(lexer.text, start, learnedTokens).structure = new WeakRef(structure);
    for (const slot of slots) {
      places.push(slot.start);
      places.push(slotEnd(slot));
    }
    return structure;
  }

  /** Forgets the structures that no item has any more. As seldom as there is little to gain. */
  private prune(): void {
    this.steps = this.root.prune(++this.turn);
    this.mostSteps = Math.max(fewSteps, 2 * this.steps);
  }

  /** The step behind some tokens, made where there is none. */
  private stepsFor(text: string, start: number, tokens: readonly LearnedToken[]): Step {
    const path = [this.root];
    for (const { key } of tokens) {
      const step = path.at(-1)!;
      const next = step.at(key);
      if (next === undefined) this.steps++;
      path.push(next ?? step.add(key));
    }
    for (let index = 0; index < tokens.length; index++) {
      const run = runAt(text, tokens, index, tokens[index - 1]?.end ?? start);
      if (!run) continue;
      const step = path[index]!;
      step.run ??= run;
      if (step.run === run) step.behindRun = path[index + run.count]!;
      index += run.count - 1;
    }
    return path.at(-1)!;
  }
}

/** The structures of all projects: they depend on nothing but the language. */
export const structures = new Structures();
