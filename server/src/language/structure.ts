import { magnitudeOf, spelledCurrency } from './figure-words';
import { TokenFlaw, TokenKind, type Lexer } from './lexer';
import { kindNames, modifierNames, propertyNames, undisclosed, verbs } from './schema';
import { unescaped } from './quote';
import type { SlotTable } from './slot-table';
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

/** A class of tokens between which the parser sees no difference. */
type TokenClass = number;

/** Classes of words that the language knows, by word; each is a class of its own. */
const wordClasses: ReadonlyMap<string, TokenClass> = new Map(
  [...new Set([...kindNames, ...propertyNames, ...modifierNames, ...Object.keys(verbs), undisclosed])].map(
    (word, index) => [word, 64 + index],
  ),
);

const enum Class {
  /** Of kinds of tokens that are one class: the kind. */
  Signs = 32,
  BlankText = 48,
  /** With one added for three capitals, two for a magnitude, four for a currency that is spelled out. */
  Name = 56,
}

/** White space before a token: none, some, or some that does not start as an indentation does. */
const enum Gap {
  None,
  Blank,
  Odd,
  Count,
}

/** One token further into items that are known. */
class Step {
  /** Set where the item and all that the parser looks at behind it has been read. */
  structure: Structure | undefined;
  private key = -1;
  private next: Step | undefined;
  private others: Map<TokenClass, Step> | undefined;

  at(key: TokenClass): Step | undefined {
    return key === this.key ? this.next : this.others?.get(key);
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

/** Beyond this many steps no more structures are learned, so that no project can fill the memory with them. */
const mostSteps = 200_000;
/** Longer items are rarely like another one. */
const mostTokens = 1000;

/** The structures that have been met, as a tree of their tokens. */
export class Structures {
  private root = new Step();
  private steps = 0;
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
    for (let count = 0; count < mostTokens; count++) {
      const key = tokens.next();
      if (key < 0) return undefined;
      starts[count] = lexer.start;
      ends[count] = lexer.end;
      step = step.at(key);
      if (step === undefined) return undefined;
      const { structure } = step;
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
   * @returns undefined where there are too many already, or the item can have none
   */
  learn(
    lexer: Lexer,
    start: number,
    tree: ItemTree,
    end: number,
    furthest: number,
    places: SlotTable,
  ): Structure | undefined {
    const keys: TokenClass[] = [];
    const starts = new Map<number, number>();
    const ends = new Map<number, number>();
    let lineBreaks: number | undefined = 0;
    const tokens = new Tokens(lexer, start);
    for (;;) {
      const key = tokens.next();
      if (key < 0 || keys.length === mostTokens) return undefined;
      const isLast = lexer.kind === TokenKind.EndOfFile;
      if (!starts.has(lexer.start)) starts.set(lexer.start, keys.length);
      if (!ends.has(lexer.end)) ends.set(lexer.end, keys.length);
      keys.push(key);
      if (lexer.end <= end) {
        if (lexer.kind === TokenKind.Newline && lineBreaks !== undefined) lineBreaks++;
        if (lexer.kind === TokenKind.BlockComment || lexer.kind === TokenKind.BlockString)
          lineBreaks = undefined;
      }
      if (isLast || lexer.end >= furthest) break;
    }
    const endToken = ends.get(end);
    if (endToken === undefined || this.steps + keys.length > mostSteps) return undefined;
    const slots = tree.declaration ? slotsOf(tree.declaration) : [];
    const slotTokens: number[] = [];
    for (const slot of slots) {
      const first = starts.get(start + slot.start);
      const last = ends.get(start + slotEnd(slot));
      if (first === undefined || last === undefined) return undefined;
      slotTokens.push(first, last);
    }
    const structure = new Structure(endToken, lineBreaks, slotTokens);
    let step = this.root;
    for (const key of keys) {
      const next = step.at(key);
      if (next === undefined) this.steps++;
      step = next ?? step.add(key);
    }
    step.structure = structure;
    for (const slot of slots) {
      places.push(slot.start);
      places.push(slotEnd(slot));
    }
    return structure;
  }
}

/** The structures of all projects: they depend on nothing but the language. */
export const structures = new Structures();

/** Reads token after token and tells the class of each. */
class Tokens {
  private at: number;
  /** The two tokens before. */
  private last = TokenKind.EndOfFile;
  private lastGap = Gap.None;
  private beforeLast = TokenKind.EndOfFile;
  private afterMagnitude = false;

  constructor(
    private readonly lexer: Lexer,
    start: number,
  ) {
    this.at = start;
    lexer.startOver();
  }

  /** @returns the class of the next token, together with the white space before it; -1 where it has none */
  next(): TokenClass {
    const { lexer } = this;
    lexer.read(this.at);
    let gap = Gap.None;
    if (lexer.kind === TokenKind.Whitespace) {
      const code = lexer.text.charCodeAt(lexer.start);
      gap = code === space || code === tab ? Gap.Blank : Gap.Odd;
      lexer.read(lexer.end);
    }
    // Flaws are syntax errors.
    if (lexer.flaw !== TokenFlaw.None) return -1;
    const { kind } = lexer;
    this.at = lexer.end;
    const own = this.classOf(kind);
    // Whether a comma is a decimal one depends on the digits around it.
    const isDecimal =
      kind === TokenKind.Literal &&
      gap === Gap.None &&
      this.last === TokenKind.Comma &&
      this.lastGap === Gap.None &&
      this.beforeLast === TokenKind.Literal;
    if (isDecimal) return -1;
    this.beforeLast = this.last;
    this.last = kind;
    this.lastGap = gap;
    return own * Gap.Count + gap;
  }

  private classOf(kind: TokenKind): TokenClass {
    switch (kind) {
      case TokenKind.Word:
        return this.classOfWord();
      case TokenKind.Sign: {
        const { text, start, end } = this.lexer;
        return Class.Signs + 2 * signs.indexOf(text.charAt(start)) + (end - start - 1);
      }
      case TokenKind.String:
        return this.isBlank() ? Class.BlankText : TokenKind.String;
      default:
        return kind;
    }
  }

  private classOfWord(): TokenClass {
    const { text, start, end } = this.lexer;
    const word = text.slice(start, end);
    const known = wordClasses.get(word);
    // Behind a figure stands its unit, or what multiplies it.
    const behindFigure =
      this.last === TokenKind.Literal || this.last === TokenKind.Sign || this.afterMagnitude;
    this.afterMagnitude = false;
    if (known !== undefined) return known;
    let own: TokenClass = Class.Name;
    if (
      end - start === 3 &&
      isCapital(text, start) &&
      isCapital(text, start + 1) &&
      isCapital(text, start + 2)
    )
      own += 1;
    if (behindFigure) {
      this.afterMagnitude = magnitudeOf(word) !== undefined;
      if (this.afterMagnitude) own += 2;
      if (spelledCurrency(word) !== undefined) own += 4;
    }
    return own;
  }

  /** Whether a text says nothing, which is no name. */
  private isBlank(): boolean {
    const { text, start, end } = this.lexer;
    const first = text.charCodeAt(start + 1);
    if (first > space && first < 128 && first !== backslash) return end === start + 2;
    return unescaped(text.slice(start + 1, end - 1)).trim() === '';
  }
}

const signs = '~<>-/%?';
const space = 32;
const tab = 9;
const backslash = 92;

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90;
}
