import type { KindName, ModifierName, Verb } from './schema';

/**
 * The syntax tree of one `Item` of a file. All offsets count UTF-16 units from the item's own start, so an item stays
 * valid, and identical, wherever edits elsewhere move it.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A plain word: a key, a modifier, a verb. */
export interface WordNode extends Span {
  readonly text: string;
}

/** A name as it stands in a header, a relation or a value; with `.property` behind it where one is meant. */
export interface NameNode extends Span {
  readonly type: 'name';
  /** Without quotes and escapes. */
  readonly text: string;
  readonly quoted: boolean;
  /** The name alone, without `.property`. */
  readonly nameEnd: number;
  readonly path?: WordNode;
}

/** A figure, date or duration; its text is read by the values layer. */
export interface ScalarNode extends Span {
  readonly type: 'scalar';
  readonly text: string;
}

export interface UrlNode extends Span {
  readonly type: 'url';
  /** Without the angle brackets. */
  readonly text: string;
}

/** A quoted name and a text look the same; the schema knows which is meant. Single words are names too. */
export type ValueNode = NameNode | ScalarNode | UrlNode;

export interface ModifierNode extends Span {
  readonly name: ModifierName;
  /** End of the modifier's own word. */
  readonly wordEnd: number;
  readonly values: readonly ValueNode[];
}

export interface PropertyNode extends Span {
  readonly key: WordNode;
  readonly values: readonly ValueNode[];
  readonly modifiers: readonly ModifierNode[];
  /** It holds a syntax error, so what it lacks may be in the part that could not be read. */
  readonly broken: boolean;
}

export type Operator = '->' | '<->' | Verb;

export interface RelationNode extends Span {
  readonly left: readonly NameNode[];
  readonly operator?: Span & { readonly text: Operator };
  readonly right: readonly NameNode[];
  readonly broken: boolean;
}

export interface BodyNode extends Span {
  /** Absent where the opening brace is missing. */
  readonly open?: Span;
  /** Absent where the block is not closed. */
  readonly close?: Span;
  readonly properties: readonly PropertyNode[];
}

export interface DeclarationNode extends Span {
  readonly keyword: WordNode;
  /** Absent where the keyword is none. */
  readonly kind?: KindName;
  readonly name?: NameNode;
  readonly displayName?: NameNode;
  readonly relation?: RelationNode;
  readonly body?: BodyNode;
  /** The text of the `///` lines above it, Markdown. */
  readonly documentation?: string;
}

/** A mistake in the text. `suggestions` are words that could stand in the span's place. */
export interface SyntaxProblem extends Span {
  readonly message: string;
  readonly suggestions?: readonly string[];
  /** Text that would mend it when inserted at `at`. */
  readonly insertion?: { readonly at: number; readonly text: string };
  /** Text that would mend it when taken out. */
  readonly removal?: Span;
}

/** What a stretch of a file says: a declaration, or none, and the mistakes in it. */
export interface ItemTree {
  readonly declaration?: DeclarationNode;
  readonly problems: readonly SyntaxProblem[];
}

/** The modifier of that name on a property, the first of them. */
export function findModifier(property: PropertyNode, name: ModifierName): ModifierNode | undefined {
  return property.modifiers.find((modifier) => modifier.name === name);
}
