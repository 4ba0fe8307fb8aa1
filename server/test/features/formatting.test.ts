import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import {
  formattingEdits,
  formattingEditsAsTyped,
  formattingEditsIn,
  KnownFormatting,
} from '../../src/features/formatting';
import { DealDocument } from '../../src/language/document';
import { TokenKind } from '../../src/language/lexer';
import { kindNames, kinds, properties, propertyNames } from '../../src/language/schema';
import { tokensOf } from '../../src/language/tokens';
import { anyText, looseText, propertyRuns } from '../language/random-text';
import { afterEdits } from './edited-document';

/** Checks what a text becomes, with either sort of line breaks, and that it then stays so. */
function checkFormat(text: string, expected: string): void {
  assert.equal(format(text), expected);
  assert.equal(format(expected), expected);
  const windows = text.replaceAll('\n', '\r\n');
  if (text.includes('\n')) assert.equal(format(windows), expected.replaceAll('\n', '\r\n'));
}

/** Checks that a text stays as it is. */
function checkKept(text: string): void {
  checkFormat(text, text);
}

describe('formatting', () => {
  it('is after any edits what it is without any memory', () => {
    afterEdits(() => {
      const known = new KnownFormatting();
      return (document) => assert.deepEqual(formattingEdits(document, known), formattingEdits(document));
    });
  });

  it('of ranges leaves everything else as it is', () => {
    const text = 'company  A\n\ncompany  B\n\ncompany  C\n';
    const line = (at: number) => ({ start: { line: at, character: 0 }, end: { line: at, character: 3 } });
    checkEdits(text, (document) => formattingEditsIn(document, [line(2)]), text.replace('  B', ' B'));
    checkEdits(
      text,
      (document) => formattingEditsIn(document, [line(0), line(4)]),
      text.replace('  A', ' A').replace('  C', ' C'),
    );
  });

  it('as one types sets what is closed, and the lines above a new one', () => {
    const typed = (marked: string, expected: string) => {
      const at = marked.indexOf('|');
      const text = marked.replace('|', '');
      checkEdits(
        text,
        (document) => formattingEditsAsTyped(document, document.placeAt(at), text[at - 1]!),
        expected,
      );
    };
    typed(
      'company  X\nround E: A->B {\namount $2B\nvaluation $60B\n}|\ncompany  Y\n',
      'company  X\n\nround E: A -> B {\n  amount    $2B\n  valuation $60B\n}\ncompany  Y\n',
    );
    typed(
      'round E: A->B {\namount $2B\n  valuation $60B\n  |\n}\n',
      'round E: A -> B {\n  amount    $2B\n  valuation $60B\n  \n}\n',
    );
    // Where lines would become others, whoever types is not disturbed.
    typed('company A { founded 2021; aka "B"\n  |\n}\n', 'company A { founded 2021; aka "B"\n  \n}\n');
    typed('round E: A->B {\n  |\n}\n', 'round E: A->B {\n  \n}\n');
    typed('company A { founded  2021 }|', 'company A { founded 2021 }\n');
    typed('|'.padStart(3, '}'), '}}');
    // What follows on the line would be parted from what it may belong to.
    typed(
      'round E: A->B {\n amount $2B\n}|  valuation $60B\n}\n',
      'round E: A->B {\n amount $2B\n}  valuation $60B\n}\n',
    );
  });

  it('as one types looks at nothing but what is near, however long a document is', () => {
    const text = `${'loan D: A -> B\n'.repeat(50)}company  A {}\n${'loan D: A -> B\n'.repeat(50)}`;
    const document = DealDocument.parse(text);
    const read = new Set<number>();
    document.items.forEach((item, index) => {
      const { text: own } = item;
      Object.defineProperty(item, 'text', { get: () => (read.add(index), own) });
    });
    const edits = formattingEditsAsTyped(document, { line: 50, character: 13 }, '}');
    assert.equal(applied(text, edits), text.replace('company  A', 'company A'));
    assert.deepEqual(
      [...read].sort((a, b) => a - b),
      [48, 49, 50, 51],
    );
  });

  it('as one types never does more than formatting does', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.constantFrom('}', '\n'), (text, pick, character) => {
        const at = pick % (text.length + 1);
        const typed = text.slice(0, at) + character + text.slice(at);
        const document = DealDocument.parse(typed);
        const edits = formattingEditsAsTyped(document, document.placeAt(at + 1), character);
        const after = applied(typed, edits);
        assert.equal(after.replaceAll(/\s|;/g, ''), typed.replaceAll(/\s|;/g, ''));
        assert.equal(format(after), format(typed));
      }),
      { numRuns: propertyRuns },
    );
  });

  it('sets headers with single spaces', () => {
    checkFormat(
      '  round   E"Series E" :A,B->C{amount $1B}\n',
      'round E "Series E": A, B -> C { amount $1B }\n',
    );
    checkFormat('merger M : A<->B\n', 'merger M: A <-> B\n');
    checkFormat('company A\n\n{\n}\n', 'company A {}\n');
  });

  it('sets the values of a block in one column, and neighbouring modifiers in another', () => {
    checkFormat(
      'round E: A -> B {\namount $2B per ft\nvaluation $60B post\n\n    status talks on 2025-01\n}\n',
      [
        'round E: A -> B {',
        '  amount    $2B  per ft',
        '  valuation $60B post',
        '',
        '  status    talks on 2025-01',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('lets one long value stand out rather than push all modifiers away', () => {
    checkKept(
      [
        'venture V {',
        '  member A           as operator',
        '  member SoftBank, B as equity',
        '  member Somebody, Anybody, Everybody, Nobody as equity',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('keeps the breaks of a list, set under its first value', () => {
    checkFormat(
      'venture V {\n  member A,\n  B, // two\n\n C as equity\n}\nround R: A,\nB -> C\n',
      'venture V {\n  member A,\n         B, // two\n         C as equity\n}\n\nround R: A,\n    B -> C\n',
    );
  });

  it('keeps a block on one line where the author wrote it so and it fits', () => {
    checkFormat('company A {founded 2021;country US;}\n', 'company A { founded 2021; country US }\n');
    checkFormat('company A { }\n', 'company A {}\n');
    checkKept('company A {\n  founded 2021\n}\n');
    checkFormat('company A { /* c */ founded 2021 }\n', 'company A {\n  /* c */ founded 2021\n}\n');
    const long = 'x'.repeat(80);
    checkFormat(
      `company A { note "${long}"; founded 2021 }\n`,
      `company A {\n  note    "${long}"\n  founded 2021\n}\n`,
    );
  });

  it('keeps comments where they stand', () => {
    checkKept(
      [
        '// above',
        '/* block */ company A { // behind the brace',
        '  // own line',
        '  founded 2021 // at the end',
        '',
        '  /* before */ country US /* after */',
        '  /* last */',
        '} // behind',
        '// at the end',
        '',
      ].join('\n'),
    );
    checkFormat('company A   // c  \n', 'company A // c\n');
    checkFormat('company A // c\n{ founded 2021 }\n', 'company A // c\n{\n  founded 2021\n}\n');
  });

  it('keeps what follows a comment out of it', () => {
    checkFormat('company A { founded 2021 // c\n}\n', 'company A {\n  founded 2021 // c\n}\n');
    checkFormat(
      'company A {\n  aka "B"; // c\n  founded 2021\n}\n',
      'company A {\n  aka     "B" // c\n  founded 2021\n}\n',
    );
  });

  it('leaves at most one blank line, and one around long declarations', () => {
    checkFormat(
      '\n\ncompany A\n\n\n\ncompany B\ncompany C {\n\n  founded 2021\n\n\n  aka "D"\n\n}\n// d\ncompany D\n\n\n',
      'company A\n\ncompany B\n\ncompany C {\n  founded 2021\n\n  aka     "D"\n}\n\n// d\ncompany D\n',
    );
  });

  it('leaves texts and their indentation alone', () => {
    checkKept('company A {\n  note """\n       one  \n    two\n  """\n}\n');
    checkKept('/// one  \n/// two\ncompany A\n');
  });

  it('works around mistakes', () => {
    checkFormat(
      'company A {\n      founded ,,  2021\n country   US\n}\ncompany   {\n x}\nfund   B\n',
      'company A {\n  founded ,,  2021\n  country US\n}\ncompany   {\n x}\nfund B\n',
    );
    checkKept('company   A   {\n  founded   2021\n\ncompany B\n');
    checkKept('??  what  ??\n');
  });

  it('keeps a semicolon without which something else would be read', () => {
    checkKept('company A;\n{ founded 2021 }\n');
    checkKept('company A;\nvaluation V\n');
    checkKept('venture V {\n  member   A,\n  // c\n  ; B as equity\n}\n');
    checkFormat('company A; company B;\n', 'company A\ncompany B\n');
  });

  it('never makes a declaration out of a property', () => {
    checkKept('company A { founded 2021; company B\n}\n');
  });

  it('ends the file with one line break, and keeps its byte order mark', () => {
    checkFormat('company A', 'company A\n');
    checkFormat('\ufeff  company A\n\n', '\ufeffcompany A\n');
    checkFormat('', '');
    checkFormat(' \n\n', '');
  });

  it('takes the line breaks that most lines have', () => {
    assert.equal(format('company A\r\ncompany B\r\ncompany C\n'), 'company A\r\ncompany B\r\ncompany C\r\n');
    assert.equal(format('company A\ncompany B\rcompany C\n'), 'company A\ncompany B\ncompany C\n');
  });

  it('changes nothing but the lines that differ', () => {
    const document = DealDocument.parse('company A\nfund   B\ncompany C {\n  founded 2021\n   aka "D"\n}\n');
    const edits = formattingEdits(document).map(({ range, newText }) => [
      range.start.line,
      range.end.line,
      newText,
    ]);
    assert.deepEqual(edits, [
      [1, 2, 'fund B\n'],
      [2, 5, '\ncompany C {\n  founded 2021\n  aka     "D"\n'],
    ]);
  });

  it('finds the examples of every kind and property as they should be', () => {
    for (const kind of kindNames)
      assert.equal(format(`${kinds[kind].example}\n`), `${kinds[kind].example}\n`);
    for (const name of propertyNames) checkKept(`company A {\n  ${properties[name].example}\n}\n`);
  });

  describe('of any text', function () {
    this.timeout(120_000);

    it('is stable: formatted text needs no edit', () => {
      forAnyText((text) => assert.equal(format(format(text)), format(text)));
    });

    it('keeps what every declaration says and every mistake', () => {
      forAnyText((text) => assert.deepEqual(meaningOf(format(text)), meaningOf(text)));
    });

    it('keeps every word, sign and comment in its order', () => {
      forAnyText((text) => assert.deepEqual(wordsOf(format(text)), wordsOf(text)));
    });

    it('does the same for both sorts of line breaks', () => {
      forAnyText((text) => {
        const lines = `${text.replace(/\r\n?/g, '\n')}\n`;
        const windows = lines.replaceAll('\n', '\r\n');
        assert.equal(format(windows), format(lines).replaceAll('\n', '\r\n'));
      });
    });
  });
});

function forAnyText(check: (text: string) => void): void {
  fc.assert(fc.property(fc.oneof(anyText, looseText), check), { numRuns: propertyRuns });
}

function format(text: string): string {
  return applied(text, formattingEdits(DealDocument.parse(text)));
}

function applied(text: string, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('file:///x.deal', 'deal', 1, text), edits);
}

/** Checks what a text becomes by some edits of it. */
function checkEdits(text: string, edits: (document: DealDocument) => TextEdit[], expected: string): void {
  assert.equal(applied(text, edits(DealDocument.parse(text))), expected);
}

/** What a text says, wherever in it that stands. */
function meaningOf(text: string): unknown {
  return DealDocument.parse(text)
    .items.filter(({ declaration, problems }) => declaration ?? problems.length > 0)
    .map(({ declaration, problems }) => [
      withoutPlaces(declaration ?? {}),
      problems.map(({ message }) => message),
    ]);
}

const places = new Set(['start', 'end', 'nameEnd', 'wordEnd', 'open', 'close']);

function withoutPlaces(node: object): unknown {
  if (Array.isArray(node)) return node.map((each: object) => withoutPlaces(each));
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !places.has(key))
      .map(([key, value]: [string, unknown]) => [
        key,
        typeof value === 'object' && value !== null ? withoutPlaces(value) : value,
      ]),
  );
}

const separators = new Set([TokenKind.Whitespace, TokenKind.Newline, TokenKind.Semicolon]);

function wordsOf(text: string): string[] {
  return DealDocument.parse(text).items.flatMap((item) =>
    tokensOf(item)
      .filter(({ kind }) => !separators.has(kind))
      .map(({ start, end }) => item.text.slice(start, end).replace(/\r\n?/g, '\n').trimEnd()),
  );
}
