import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { formattingEdits } from '../../src/features/formatting';
import { DealDocument } from '../../src/language/document';
import { TokenKind } from '../../src/language/lexer';
import { tokensOf } from '../../src/language/tokens';
import { anyText, looseText, propertyRuns } from '../language/random-text';

describe('formatting', () => {
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
  const edits = formattingEdits(DealDocument.parse(text));
  return TextDocument.applyEdits(TextDocument.create('file:///x.deal', 'deal', 1, text), edits);
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
