import * as l10n from '@vscode/l10n';
import { excerpt } from './excerpt';
import { magnitudeOf, spelledCurrency } from './figure-words';
import { Lexer, TokenFlaw, TokenKind } from './lexer';
import { nearestWords } from './nearest';
import { dedented, unescaped } from './quote';
import {
  isKind,
  isModifier,
  isProperty,
  isVerb,
  kindNames,
  kinds,
  modifierNames,
  modifiers,
  properties,
  takesProperty,
  verbs,
  type KindName,
  type ValueType,
} from './schema';
import type {
  BodyNode,
  DeclarationNode,
  ItemTree,
  ModifierNode,
  NameNode,
  Operator,
  PropertyNode,
  RelationNode,
  ScalarNode,
  Span,
  SyntaxProblem,
  UrlNode,
  ValueNode,
  WordNode,
} from './tree';

/** A reading of one item of a text. */
export interface ItemReading {
  /** Its offsets count from the item's start, all others from the text's. */
  readonly tree: ItemTree;
  /** Where the next item starts: behind this one's start, unless the text ends there. */
  readonly end: number;
  /** One past the last character that the reading depends on; may lie behind the end, even of the text. */
  readonly reach: number;
  /** Where the last token ends that was looked at, one more where that is the end of the text. */
  readonly furthest: number;
}

/**
 * Reads the item that starts at `start`, which must be the text's start or the end of another item. Depends on
 * nothing but the text from there on, and always succeeds: what cannot be read is in the tree with a problem.
 */
export function parseItem(text: string, start: number): ItemReading {
  return new ItemParser(text, start).parse();
}

const typographicQuote = /^[“”„‟‘’‚‛«»‹›]$/;

/** A place to come back to. */
interface Mark {
  readonly kind: TokenKind;
  readonly flaw: TokenFlaw;
  readonly start: number;
  readonly end: number;
  readonly lastEnd: number;
  readonly lineStart: boolean;
}

class ItemParser {
  private readonly lexer: Lexer;
  private readonly problems: SyntaxProblem[] = [];
  /** End of the last token that was taken, comments and white space apart. */
  private lastEnd: number;
  /** Whether only white space and comments stand before the current token on its line. */
  private lineStart = true;
  /** Whether a text that is never closed took a brace at its line's end with it. */
  private braceInText = false;
  /** Lines of the `///` comment that ends right above. */
  private documentation: string[] = [];

  constructor(
    private readonly text: string,
    private readonly base: number,
  ) {
    this.lexer = new Lexer(text);
    this.lastEnd = base;
  }

  parse(): ItemReading {
    const { lexer } = this;
    lexer.read(this.base);
    this.skipTrivia();
    this.skipBlankLines();
    const declaration = this.kind() === TokenKind.EndOfFile ? undefined : this.topLevel();
    const end = this.finishLine();
    const tree: ItemTree = { ...(declaration && { declaration }), problems: this.problems };
    return { tree, end, reach: lexer.reach, furthest: lexer.furthest };
  }

  // --- tokens

  private kind(): TokenKind {
    return this.lexer.kind;
  }

  private get word(): string {
    return this.text.slice(this.lexer.start, this.lexer.end);
  }

  /** Takes the current token and moves to the next one that is neither white space nor comment. */
  private advance(): void {
    this.lastEnd = this.lexer.end;
    this.lineStart = this.kind() === TokenKind.Newline;
    this.lexer.read(this.lexer.end);
    this.skipTrivia();
  }

  private skipTrivia(): void {
    const { lexer } = this;
    for (;;) {
      switch (lexer.kind) {
        case TokenKind.DocComment:
          this.documentation.push(this.text.slice(lexer.start + 3, lexer.end).replace(/^ /, ''));
          break;
        case TokenKind.BlockComment:
          if (lexer.flaw === TokenFlaw.UnclosedBlockComment) {
            this.report(
              lexer.start,
              lexer.start + 2,
              l10n.t('This comment is never closed: add */ where it ends.'),
              {
                insertion: { at: lexer.end - this.base, text: ' */' },
              },
            );
          }
          break;
        case TokenKind.LineComment:
        case TokenKind.Whitespace:
          break;
        default:
          return;
      }
      lexer.read(lexer.end);
    }
  }

  /** Moves to the first token of a line that has one. A blank line parts a doc comment from what follows. */
  private skipBlankLines(): void {
    let commentLines = this.documentation.length;
    while (this.kind() === TokenKind.Newline) {
      this.advance();
      if (this.documentation.length === commentLines && this.kind() === TokenKind.Newline)
        this.documentation = [];
      commentLines = this.documentation.length;
    }
  }

  private mark(): Mark {
    const { kind, flaw, start, end } = this.lexer;
    return { kind, flaw, start, end, lastEnd: this.lastEnd, lineStart: this.lineStart };
  }

  private reset(mark: Mark): void {
    const { lexer } = this;
    lexer.kind = mark.kind;
    lexer.flaw = mark.flaw;
    lexer.start = mark.start;
    lexer.end = mark.end;
    this.lastEnd = mark.lastEnd;
    this.lineStart = mark.lineStart;
  }

  /** Looks ahead without taking anything; problems met on the way are forgotten. */
  private peek<T>(look: () => T): T {
    const mark = this.mark();
    const problems = this.problems.length;
    const { documentation } = this;
    this.documentation = [];
    const result = look();
    this.problems.length = problems;
    this.documentation = documentation;
    this.reset(mark);
    return result;
  }

  // --- problems

  private report(
    start: number,
    end: number,
    message: string,
    mend: Pick<SyntaxProblem, 'suggestions' | 'insertion' | 'removal'> = {},
  ): void {
    this.problems.push({ start: start - this.base, end: end - this.base, message, ...mend });
  }

  /** Something is missing: at the current token, or behind the last one where the line ends. */
  private reportHere(message: string, mend: { suggestions?: readonly string[] } = {}): void {
    if (this.atLineEnd() || this.kind() === TokenKind.CloseBrace) {
      this.report(Math.max(this.base, this.lastEnd - 1), this.lastEnd, message, mend);
    } else if (typographicQuote.test(this.word)) {
      // Word processors put them in; whatever was expected here, this is the reason why it is not there.
      this.report(
        this.lexer.start,
        this.lexer.end,
        l10n.t('Texts stand in straight quotes: write " rather than {0}.', this.word),
        { suggestions: ['"'] },
      );
    } else {
      this.report(this.lexer.start, this.lexer.end, message, mend);
    }
  }

  /** The current token is a brace that closes nothing. */
  private reportClosingBrace(): void {
    this.report(
      this.lexer.start,
      this.lexer.end,
      l10n.t('This brace closes nothing. Remove it, or open the block with {0} above.', '{'),
    );
  }

  private span(start: number, end: number): Span {
    return { start: start - this.base, end: end - this.base };
  }

  // --- recovery

  private atLineEnd(): boolean {
    return (
      this.kind() === TokenKind.Newline ||
      this.kind() === TokenKind.EndOfFile ||
      this.kind() === TokenKind.Semicolon
    );
  }

  /**
   * Whether a declaration opens here: a kind at the start of a line with a name behind it. The hard recovery point:
   * nothing that is open goes on past it. `valuation` is also a property, so it needs what only a header has.
   */
  private atDeclaration(): boolean {
    if (!this.lineStart || this.kind() !== TokenKind.Word || !isKind(this.word)) return false;
    const alsoProperty = isProperty(this.word);
    return this.peek(() => {
      this.advance();
      const named = this.kind() === TokenKind.Word || this.kind() === TokenKind.String;
      if (!alsoProperty) return named || this.kind() === TokenKind.Literal;
      if (!named) return false;
      this.advance();
      return (
        this.kind() === TokenKind.Colon ||
        this.kind() === TokenKind.OpenBrace ||
        this.kind() === TokenKind.String
      );
    });
  }

  /** Skips to the end of the line, whole blocks included, or to the brace that closes the block around. */
  private skipLine(): void {
    let depth = 0;
    for (;;) {
      if (this.kind() === TokenKind.EndOfFile || (depth === 0 && this.atLineEnd()) || this.atDeclaration())
        return;
      if (this.kind() === TokenKind.OpenBrace) depth++;
      if (this.kind() === TokenKind.CloseBrace && depth-- === 0) return;
      this.advance();
    }
  }

  /** Takes what is left of the line behind an item, and returns the item's end. */
  private finishLine(): number {
    if (this.kind() === TokenKind.Semicolon) this.advance();
    if (this.kind() === TokenKind.EndOfFile) return this.text.length;
    if (this.kind() === TokenKind.Newline) {
      // A comment that ends here closes the item's line; anything else on it belongs to the item as well.
      return this.lexer.end;
    }
    // The next item takes the comments and white space before it.
    return this.lastEnd;
  }

  // --- declarations

  private topLevel(): DeclarationNode | undefined {
    if (this.kind() === TokenKind.Word) {
      const word = this.word;
      if (isKind(word)) return this.declaration(word);
      const opensHeader = this.peek(() => {
        this.advance();
        if (this.kind() !== TokenKind.Word && this.kind() !== TokenKind.String) return false;
        if (!isProperty(word)) return true;
        this.advance();
        return this.kind() === TokenKind.Colon || this.kind() === TokenKind.OpenBrace;
      });
      if (opensHeader) {
        const suggestions = nearestWords(word, kindNames);
        this.report(
          this.lexer.start,
          this.lexer.end,
          suggestions.length > 0
            ? l10n.t('There is no kind “{0}”. Did you mean {1}?', excerpt(word), alternatives(suggestions))
            : l10n.t(
                'There is no kind “{0}”. A declaration starts with one of: {1}.',
                excerpt(word),
                kindNames.join(', '),
              ),
          { suggestions },
        );
        return this.declaration(undefined);
      }
      this.reportHere(
        isProperty(word)
          ? l10n.t('“{0}” is a property: it belongs between the braces of a declaration.', word)
          : l10n.t('Expected a declaration such as “company Name”, found “{0}”.', excerpt(word)),
        { suggestions: nearestWords(word, kindNames) },
      );
    } else if (this.kind() === TokenKind.CloseBrace) {
      this.reportClosingBrace();
    } else {
      this.reportHere(
        l10n.t('Expected a declaration such as “company Name”, found “{0}”.', excerpt(this.word)),
      );
    }
    // At least one token is taken, so that the item is never empty.
    if (this.kind() === TokenKind.OpenBrace) this.skipLine();
    else {
      this.advance();
      this.skipLine();
    }
    if (this.kind() === TokenKind.CloseBrace) this.advance();
    return undefined;
  }

  private declaration(kind: KindName | undefined): DeclarationNode {
    const start = this.lexer.start;
    const documentation = this.documentation.join('\n');
    const keyword = this.takeWord();
    const name = this.declaredName(keyword.text);
    let displayName: NameNode | undefined;
    if (name && this.kind() === TokenKind.String) displayName = this.name();
    const relation = this.relation(kind);
    const body = this.body(kind, keyword, name);
    this.expectLineEnd();
    return {
      start: start - this.base,
      end: this.lastEnd - this.base,
      keyword,
      ...(kind && { kind }),
      ...(name && { name }),
      ...(displayName && { displayName }),
      ...(relation && { relation }),
      ...(body && { body }),
      ...(documentation && { documentation }),
    };
  }

  private takeWord(): WordNode {
    const node = { start: this.lexer.start - this.base, end: this.lexer.end - this.base, text: this.word };
    this.advance();
    return node;
  }

  private declaredName(keyword: string): NameNode | undefined {
    if (this.kind() === TokenKind.Word || this.kind() === TokenKind.String) {
      const { start, end, flaw } = this.lexer;
      const name = this.name(false);
      if (flaw === TokenFlaw.None && name.text.trim() === '') {
        this.report(start, end, l10n.t('This name is blank: write it between the quotes.'));
      }
      return name;
    }
    if (this.kind() === TokenKind.Literal) {
      const word = this.word;
      this.report(
        this.lexer.start,
        this.lexer.end,
        l10n.t('A name that starts with a digit needs quotes: "{0}".', excerpt(word)),
        { suggestions: [`"${word}"`] },
      );
      return this.name(false);
    }
    this.reportHere(l10n.t('Expected a name after “{0}”, as in “{0} Name”.', excerpt(keyword)));
    return undefined;
  }

  /** The current token as a name; `.property` behind it belongs to it unless `withPath` is false. */
  private name(withPath = true): NameNode {
    const { start, end, kind, flaw } = this.lexer;
    const quoted = kind === TokenKind.String || kind === TokenKind.BlockString;
    const text = quoted ? this.unquote(kind, flaw, start, end) : this.word;
    this.advance();
    const node: NameNode = {
      type: 'name',
      start: start - this.base,
      end: end - this.base,
      text,
      quoted,
      nameEnd: end - this.base,
    };
    if (!withPath || this.kind() !== TokenKind.Dot || this.lexer.start !== end) return node;
    this.advance();
    if (this.kind() !== TokenKind.Word || this.lexer.start !== end + 1) {
      this.report(
        end,
        end + 1,
        l10n.t('Expected the name of a property after the dot, as in “{0}.amount”.', excerpt(text)),
      );
      return { ...node, end: end + 1 - this.base };
    }
    const path = this.takeWord();
    return { ...node, end: path.end, path };
  }

  private unquote(kind: TokenKind, flaw: TokenFlaw, start: number, end: number): string {
    if (kind === TokenKind.BlockString) {
      if (flaw === TokenFlaw.UnclosedBlockString) {
        this.report(
          start,
          start + 3,
          l10n.t(
            'This text is not closed: add """ where it ends. A line inside it that looks like a declaration must be indented.',
          ),
          { insertion: { at: end - this.base, text: '"""' } },
        );
      }
      const inner = this.text.slice(start + 3, flaw === TokenFlaw.None ? end - 3 : end);
      return dedented(inner);
    }
    if (flaw === TokenFlaw.UnclosedString) {
      const written = this.text.slice(start, end);
      const text = written.replace(/[ \t]*[{}]?[ \t]*$/, '');
      this.braceInText = /[{}][ \t]*$/.test(written);
      this.report(
        start,
        end,
        l10n.t('This text is not closed: add " at its end. Text over several lines stands in """.'),
        {
          insertion: { at: start + text.length - this.base, text: '"' },
        },
      );
    }
    const inner = this.text.slice(start + 1, flaw === TokenFlaw.None ? end - 1 : end);
    return unescaped(inner);
  }

  // --- relations

  private relation(kind: KindName | undefined): RelationNode | undefined {
    const start = this.lexer.start;
    if (this.kind() === TokenKind.Colon) this.advance();
    else if (
      this.kind() === TokenKind.Arrow ||
      this.kind() === TokenKind.BothWays ||
      this.kind() === TokenKind.Word
    ) {
      if (this.lineStart || (kind && kinds[kind].relation === 'none') || this.atBlockWithoutBrace())
        return undefined;
      this.report(
        start,
        this.lexer.end,
        l10n.t('Expected “:” before the parties, as in “{0}”.', headerExample(kind)),
        {
          insertion: { at: this.lastEnd - this.base, text: ':' },
        },
      );
    } else return undefined;

    const problems = this.problems.length;
    const isOneSided = start === this.lexer.start && this.kind() !== TokenKind.Word;
    // Where neither the colon nor a name stands before the arrow, one message tells of both.
    const left = isOneSided
      ? []
      : this.parties(() => l10n.t('Expected a name here, as in “{0}”.', headerExample(kind)));
    let operator: RelationNode['operator'];
    let right: readonly NameNode[] = [];
    if (this.kind() === TokenKind.Arrow || this.kind() === TokenKind.BothWays)
      operator = this.takeOperator(this.arrow());
    else if (this.kind() === TokenKind.Word && !this.lineStart && !this.atBlockWithoutBrace()) {
      const word = this.word;
      if (isVerb(word)) operator = this.takeOperator(word);
      else {
        const suggestions = kind === 'claim' ? nearestWords(word, Object.keys(verbs)) : [];
        this.reportHere(
          kind === 'claim'
            ? l10n.t(
                '“{0}” is no verb of a claim. Use one of: {1}.',
                excerpt(word),
                Object.keys(verbs).join(', '),
              )
            : l10n.t(
                'Expected “->”, “<->”, “,” or “{1}” before “{0}”. A name of several words needs quotes.',
                excerpt(word),
                '{',
              ),
          { suggestions },
        );
      }
    }
    if (operator) {
      this.skipNewlinesBeforeName();
      const { text: before } = operator;
      right = this.parties(() => l10n.t('Expected a name after “{0}”.', before));
      if (this.kind() === TokenKind.Arrow || this.kind() === TokenKind.BothWays) {
        this.reportHere(l10n.t('Only one arrow fits in a deal. Write the next step as a deal of its own.'));
      }
    }
    const broken = isOneSided || this.problems.length > problems;
    if (broken) this.skipToBody();
    return {
      start: start - this.base,
      end: this.lastEnd - this.base,
      left,
      ...(operator && { operator }),
      right,
      broken,
    };
  }

  private arrow(): Operator {
    return this.kind() === TokenKind.Arrow ? '->' : '<->';
  }

  private takeOperator(text: Operator): NonNullable<RelationNode['operator']> {
    const span = this.span(this.lexer.start, this.lexer.end);
    this.advance();
    return { ...span, text };
  }

  private parties(expected: () => string): NameNode[] {
    const names: NameNode[] = [];
    for (;;) {
      if (this.kind() === TokenKind.Word || this.kind() === TokenKind.String) names.push(this.name());
      else if (this.kind() === TokenKind.Literal) {
        this.report(
          this.lexer.start,
          this.lexer.end,
          l10n.t('A name that starts with a digit needs quotes: "{0}".', excerpt(this.word)),
          { suggestions: [`"${this.word}"`] },
        );
        names.push(this.name());
      } else {
        this.reportHere(expected());
        return names;
      }
      if (this.kind() !== TokenKind.Comma) return names;
      this.advance();
      this.skipNewlinesBeforeName();
    }
  }

  /** A list goes on in the next line after a comma or an arrow, unless a declaration starts there. */
  private skipNewlinesBeforeName(): void {
    if (this.kind() !== TokenKind.Newline) return;
    const goesOn = this.peek(() => {
      this.skipNewlines();
      return this.startsValue() && !this.atDeclaration() && !this.atProperty();
    });
    if (goesOn) this.skipNewlines();
  }

  private skipNewlines(): void {
    while (this.kind() === TokenKind.Newline) this.advance();
  }

  private startsValue(): boolean {
    switch (this.kind()) {
      case TokenKind.Word:
      case TokenKind.String:
      case TokenKind.BlockString:
      case TokenKind.Url:
      case TokenKind.Literal:
      case TokenKind.CurrencySymbol:
      case TokenKind.Sign:
      case TokenKind.Range:
        return true;
      default:
        return false;
    }
  }

  /** Whether the line reads `key value`: a list left open by a comma at the end of the line above does not take it. */
  private atProperty(): boolean {
    if (!this.lineStart || this.kind() !== TokenKind.Word || !isProperty(this.word)) return false;
    return this.peek(() => {
      this.advance();
      return this.startsValue() && !(this.kind() === TokenKind.Word && isModifier(this.word));
    });
  }

  private skipToBody(): void {
    while (!this.atLineEnd() && this.kind() !== TokenKind.OpenBrace) this.advance();
  }

  // --- blocks

  private body(
    kind: KindName | undefined,
    keyword: WordNode,
    name: NameNode | undefined,
  ): BodyNode | undefined {
    if (this.kind() === TokenKind.Newline) {
      const next = this.peek(() => {
        this.skipNewlines();
        if (this.kind() === TokenKind.OpenBrace) return 'brace';
        return this.kind() === TokenKind.Word && isProperty(this.word) && !this.atDeclaration()
          ? 'property'
          : 'other';
      });
      if (next === 'other') return undefined;
      if (next === 'property') this.reportNoBrace(keyword, name);
      this.skipNewlines();
    } else if (name && this.atBlockWithoutBrace()) {
      this.reportNoBrace(keyword, name);
    } else if (!this.atLineEnd() && this.kind() !== TokenKind.OpenBrace) {
      // Without a name the header has its message already.
      if (name) this.reportAfterName(name);
      this.skipToBody();
    }
    const start = this.lexer.start;
    let open: Span | undefined;
    if (this.kind() === TokenKind.OpenBrace) {
      open = this.span(start, this.lexer.end);
      this.advance();
    } else if (this.atLineEnd()) return undefined;

    const list: PropertyNode[] = [];
    let closedEarly = false;
    this.braceInText = false;
    for (;;) {
      const line = this.mark();
      while (this.kind() === TokenKind.Newline || this.kind() === TokenKind.Semicolon) this.advance();
      if (this.kind() === TokenKind.CloseBrace) {
        const close = this.span(this.lexer.start, this.lexer.end);
        this.advance();
        if (open && kind && this.goesOnBehindBrace(kind)) {
          closedEarly = true;
          this.reportEarlyBrace(close, keyword, name);
          continue;
        }
        return {
          start: start - this.base,
          end: this.lastEnd - this.base,
          ...(open && { open }),
          close,
          properties: list,
        };
      }
      if (this.kind() === TokenKind.EndOfFile || this.atDeclaration()) {
        if (open && !this.braceInText && !closedEarly) {
          this.report(
            open.start + this.base,
            open.end + this.base,
            l10n.t(
              'The block of “{0} {1}” is not closed: add } at its end.',
              excerpt(keyword.text),
              excerpt(name?.text ?? ''),
            ),
            { insertion: { at: line.lastEnd - this.base, text: '\n}' } },
          );
        }
        // What stands above the next declaration belongs to that one.
        this.reset(line);
        return {
          start: start - this.base,
          end: line.lastEnd - this.base,
          ...(open && { open }),
          properties: list,
        };
      }
      if (this.kind() === TokenKind.Word) list.push(this.property());
      else {
        this.reportHere(
          l10n.t(
            'Expected a property such as “amount $1B” or the closing }, found “{0}”.',
            excerpt(this.word),
          ),
        );
        if (this.kind() !== TokenKind.OpenBrace) this.advance();
        this.skipLine();
      }
    }
  }

  /** Whether a block starts at the current word without its brace: `founded 2021 }`, on this line or over several. */
  private atBlockWithoutBrace(): boolean {
    if (this.kind() !== TokenKind.Word || !isProperty(this.word)) return false;
    return this.peek(() => {
      this.advance();
      if (!this.startsValue()) return false;
      while (this.kind() !== TokenKind.EndOfFile && this.kind() !== TokenKind.OpenBrace) {
        if (this.kind() === TokenKind.CloseBrace) return true;
        if (this.kind() === TokenKind.Newline) {
          this.skipNewlines();
          if (this.kind() !== TokenKind.CloseBrace && (!this.atProperty() || this.atDeclaration()))
            return false;
        } else this.advance();
      }
      return false;
    });
  }

  /** A block opens without its brace. A header that is broken has its message already: the brace may be in there. */
  private reportNoBrace(keyword: WordNode, name: NameNode | undefined): void {
    if (this.problems.length > 0) return;
    this.report(
      Math.max(this.base, this.lastEnd - 1),
      this.lastEnd,
      l10n.t(
        'Expected “{2}” to open the block of “{0} {1}”.',
        excerpt(keyword.text),
        excerpt(name?.text ?? ''),
        '{',
      ),
      { insertion: { at: this.lastEnd - this.base, text: ' {' } },
    );
  }

  /** Whether the line below a closed block is indented and reads like one more property of it. */
  private goesOnBehindBrace(kind: KindName): boolean {
    if (this.kind() !== TokenKind.Newline) return false;
    return this.peek(() => {
      const next = this.text.charAt(this.lexer.end);
      // Read in any case: what is decided by the text must be decided by tokens that were read.
      this.advance();
      if (next !== ' ' && next !== '\t') return false;
      const key = this.word;
      return this.atProperty() && isProperty(key) && takesProperty(kind, key) && !this.atDeclaration();
    });
  }

  /** Properties follow behind the brace that closes their block: one message for all of them. */
  private reportEarlyBrace(brace: Span, keyword: WordNode, name: NameNode | undefined): void {
    this.problems.push({
      start: brace.start,
      end: brace.end,
      message: l10n.t(
        'This brace closes the block of “{0} {1}”, but its properties go on below. Remove it, or move it behind the last of them.',
        excerpt(keyword.text),
        excerpt(name?.text ?? ''),
      ),
      removal: brace,
    });
  }

  /** Something stands behind a header that should have ended. */
  private reportAfterName(name: NameNode): void {
    this.reportHere(
      this.kind() === TokenKind.Word && !name.quoted
        ? l10n.t(
            'Expected “{2}” or the end of the line, found “{0}”. A name of several words needs quotes: "{1} {0}".',
            excerpt(this.word),
            excerpt(name.text),
            '{',
          )
        : l10n.t('Expected “{1}” or the end of the line, found “{0}”.', excerpt(this.word), '{'),
    );
  }

  private property(): PropertyNode {
    const problems = this.problems.length;
    const key = this.takeWord();
    const values: ValueNode[] = [];
    const list: ModifierNode[] = [];
    this.values(values, true, takesDecimals(key.text), key.text, () =>
      l10n.t('Expected a value for “{0}”{1}.', excerpt(key.text), example(key.text)),
    );
    while (this.problems.length === problems && !this.atLineEnd() && this.kind() !== TokenKind.CloseBrace) {
      const word = this.word;
      if (this.kind() === TokenKind.Word && isModifier(word)) {
        list.push(this.modifier(word, key.text));
        continue;
      }
      if (this.kind() === TokenKind.String && values.length > 0 && list.length === 0 && takesPair(key.text)) {
        values.push(this.name());
        continue;
      }
      const suggestions = this.kind() === TokenKind.Word ? nearestWords(word, modifierNames) : [];
      this.reportHere(
        suggestions.length > 0
          ? l10n.t('“{0}” is not expected here. Did you mean {1}?', excerpt(word), alternatives(suggestions))
          : this.kind() === TokenKind.Word || this.kind() === TokenKind.String
            ? l10n.t(
                '“{0}” is not expected here. A name or text of several words needs quotes; several values need commas.',
                excerpt(word),
              )
            : l10n.t('“{0}” is not expected here. A property ends with its line or with “;”.', excerpt(word)),
        { suggestions },
      );
    }
    const broken = this.problems.length > problems;
    if (broken) this.skipLine();
    return { start: key.start, end: this.lastEnd - this.base, key, values, modifiers: list, broken };
  }

  private modifier(name: ModifierNode['name'], key: string): ModifierNode {
    const start = this.lexer.start;
    const wordEnd = this.lexer.end;
    this.advance();
    const values: ValueNode[] = [];
    const schema = modifiers[name];
    if (schema.value !== 'flag') {
      this.values(values, schema.list, schema.value === 'money' || schema.value === 'duration', key, () =>
        l10n.t('Expected a value after “{0}”, as in “{1}”.', name, schema.example),
      );
    }
    return {
      start: start - this.base,
      end: this.lastEnd - this.base,
      name,
      wordEnd: wordEnd - this.base,
      values,
    };
  }

  private values(
    into: ValueNode[],
    list: boolean,
    decimals: boolean,
    key: string,
    expected: () => string,
  ): void {
    for (;;) {
      if (!this.startsValue() || (this.lineStart && this.atDeclaration())) {
        this.reportHere(expected());
        return;
      }
      into.push(this.value(key, decimals));
      if (this.kind() !== TokenKind.Comma || !list) return;
      this.advance();
      this.skipNewlinesBeforeName();
    }
  }

  private value(key: string, decimals: boolean): ValueNode {
    switch (this.kind()) {
      case TokenKind.String:
      case TokenKind.BlockString:
        return this.name();
      case TokenKind.Url:
        return this.url();
      case TokenKind.Word:
        return this.startsMoney() ? this.scalar(key, decimals) : this.name();
      default:
        return this.scalar(key, decimals);
    }
  }

  private url(): UrlNode {
    const { start, end, flaw } = this.lexer;
    if (flaw === TokenFlaw.UnclosedUrl) {
      this.report(start, end, l10n.t('This address is not closed: add > at its end.'), {
        insertion: { at: end - this.base, text: '>' },
      });
    }
    const text = this.text.slice(start + 1, flaw === TokenFlaw.None ? end - 1 : end);
    this.advance();
    return { type: 'url', start: start - this.base, end: end - this.base, text };
  }

  /** `USD 100K`, `CHF ~2M`: a code in capitals before a figure. */
  private startsMoney(): boolean {
    if (!isCurrencyCode(this.word)) return false;
    return this.peek(() => {
      this.advance();
      return (
        this.kind() === TokenKind.Literal || this.kind() === TokenKind.Sign || this.kind() === TokenKind.Range
      );
    });
  }

  /**
   * A run of the parts of a figure or date, together with the unit behind a bare number. With `decimals`, a comma
   * between digits is one of them: a slip that is told where the figure is read.
   */
  private scalar(key: string, decimals: boolean): ScalarNode {
    const start = this.lexer.start;
    let end = start;
    let last = TokenKind.EndOfFile;
    let lastWord = '';
    let hasCurrency = false;
    for (;;) {
      const kind = this.kind();
      const word = this.word;
      if (kind === TokenKind.Word) {
        const adjacent = this.lexer.start === end;
        const opens = last === TokenKind.EndOfFile || last === TokenKind.Range || last === TokenKind.Sign;
        const rate = adjacent && lastWord === '/';
        const currency = opens && isCurrencyCode(word);
        const magnitude = last === TokenKind.Word && magnitudeOf(lastWord) !== undefined;
        const unit =
          (last === TokenKind.Literal || magnitude) &&
          (hasCurrency
            ? spelledCurrency(word) !== undefined || (!magnitude && magnitudeOf(word) !== undefined)
            : !endsScalar(key, word));
        if (!rate && !currency && !unit) break;
        if (currency) hasCurrency = true;
      } else if (kind === TokenKind.CurrencySymbol) hasCurrency = true;
      else if (kind === TokenKind.Comma) {
        if (!decimals || last !== TokenKind.Literal || !this.atDecimalComma(lastWord, end)) break;
      } else if (kind !== TokenKind.Literal && kind !== TokenKind.Sign && kind !== TokenKind.Range) break;
      // A unit closes the figure.
      if (last === TokenKind.Word && kind === TokenKind.Literal && !isCurrencyCode(lastWord)) break;
      last = kind;
      lastWord = word;
      end = this.lexer.end;
      this.advance();
    }
    return {
      type: 'scalar',
      start: start - this.base,
      end: end - this.base,
      text: this.text.slice(start, end),
    };
  }

  /** Whether the comma at the current token stands close between digits, as in `1,5B`. */
  private atDecimalComma(before: string, end: number): boolean {
    if (this.lexer.start !== end || !/^(?:\d+|\d{1,3}(?:\.\d{3})+)$/.test(before)) return false;
    return this.peek(() => {
      this.advance();
      return this.kind() === TokenKind.Literal && this.lexer.start === end + 1 && !this.word.includes('.');
    });
  }

  private expectLineEnd(): void {
    if (this.atLineEnd() || this.lineStart || (this.kind() === TokenKind.Word && isKind(this.word))) return;
    if (this.kind() === TokenKind.CloseBrace) this.reportClosingBrace();
    else this.reportHere(l10n.t('Expected the end of the line, found “{0}”.', excerpt(this.word)));
    while (!this.atLineEnd()) this.advance();
  }
}

/** Whether two values stand side by side behind a key; nobody knows of keys that do not exist. */
function takesPair(key: string): boolean {
  return !isProperty(key) || properties[key].pair === true;
}

/** Whether a key takes one figure that can have decimals, so that a comma between digits starts no second value. */
function takesDecimals(key: string): boolean {
  if (!isProperty(key) || properties[key].list) return false;
  return properties[key].values.some((type) => figureTypes.has(type));
}

const figureTypes: ReadonlySet<ValueType> = new Set([
  'money',
  'quantity',
  'percent',
  'multiple',
  'number',
  'duration',
]);

/** Whether a word ends the figure before it rather than being its unit. */
function endsScalar(key: string, word: string): boolean {
  if (!isModifier(word)) return false;
  if (!isProperty(key)) return true;
  const { values, modifiers: allowed } = properties[key];
  return allowed.includes(word) || !values.includes('quantity');
}

function isCurrencyCode(word: string): boolean {
  return /^[A-Z]{3}$/.test(word);
}

function alternatives(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}

function example(key: string): string {
  return isProperty(key) ? l10n.t(', as in “{0}”', properties[key].example) : '';
}

function headerExample(kind: KindName | undefined): string {
  switch (kind && kinds[kind].relation) {
    case 'claim':
      return 'claim Doubts: Musk disputes Stargate.budget';
    case 'mutual':
      return `${kind} Name: Apple <-> OpenAI`;
    case 'subject':
      return `${kind} Name: Anthropic`;
    case 'currencies':
      return 'fx EURUSD: EUR -> USD';
    default:
      return `${kind ?? 'investment'} Name: Google -> Anthropic`;
  }
}
