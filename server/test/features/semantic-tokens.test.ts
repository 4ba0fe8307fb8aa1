import assert from 'node:assert/strict';
import fc from 'fast-check';
import { semanticTokensLegend, semanticTokensOf } from '../../src/features/semantic-tokens';
import { DealDocument } from '../../src/language/document';
import { anyText, propertyRuns } from '../language/random-text';

interface ReadToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: string;
  readonly modifiers: readonly string[];
}

/** Reads the protocol’s relative encoding. */
function tokensOf(document: DealDocument): ReadToken[] {
  const { data } = semanticTokensOf(document);
  const { tokenTypes, tokenModifiers } = semanticTokensLegend;
  const tokens: ReadToken[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, columns = 0, length = 0, type = -1, bits = 0] = data.slice(at, at + 5);
    line += lines;
    character = lines === 0 ? character + columns : columns;
    const modifiers = tokenModifiers.filter((_, bit) => (bits >> bit) % 2 === 1);
    tokens.push({ line, character, length, type: tokenTypes[type] ?? '', modifiers });
  }
  return tokens;
}

/** Checks the coloured words of a text: `word type.modifier`, all of them in their order. */
function checkTokens(text: string, ...expected: string[]): void {
  const lines = text.split(/\r\n|\r|\n/);
  const found = tokensOf(DealDocument.parse(text)).map(({ line, character, length, type, modifiers }) =>
    [`${lines[line]?.slice(character, character + length)} ${type}`, ...modifiers].join('.'),
  );
  assert.deepEqual(found, expected);
}

describe('semantic tokens', () => {
  it('colour names by what they declare, and references alike', () => {
    checkTokens(
      'round E "Series E": A -> "8VC" { amount ~$2B per ft; type series-e; relates D; note "x" }',
      'round keyword',
      'E function.declaration',
      '"Series E" string',
      'A class',
      '-> operator',
      '"8VC" class',
      'amount property',
      '~ number',
      '$ number',
      '2B number',
      'per keyword',
      'ft variable',
      'type property',
      'series-e enumMember',
      'relates property',
      'D function',
      'note property',
      '"x" string',
    );
  });

  it('colour claims, currencies and what is not known', () => {
    checkTokens(
      'claim C: Musk disputes V.budget',
      'claim keyword',
      'C variable.declaration',
      'Musk class',
      'disputes keyword',
      'V variable',
      'budget property',
    );
    checkTokens(
      'fx EURUSD: EUR -> USD',
      'fx keyword',
      'EURUSD variable.declaration',
      'EUR enumMember',
      '-> operator',
      'USD enumMember',
    );
    checkTokens(
      'grant G: undisclosed -> A',
      'grant keyword',
      'G function.declaration',
      'undisclosed enumMember',
      '-> operator',
      'A class',
    );
  });

  it('split what goes over several lines', () => {
    checkTokens(
      '/* a\r\n\r\n b */ company A { note """\r\n  c\r\n""" }',
      '/* a comment',
      ' b */ comment',
      'company keyword',
      'A class.declaration',
      'note property',
      '""" string',
      '  c string',
      '""" string',
    );
  });

  it('tell documentation from remarks', () => {
    checkTokens(
      '/// a\n// b\nresource r',
      '/// a comment.documentation',
      '// b comment',
      'resource keyword',
      'r enumMember.declaration',
    );
  });

  it('colour what they can of a broken line', () => {
    checkTokens(
      'company A { founded , "x" 5 }',
      'company keyword',
      'A class.declaration',
      'founded property',
      '"x" string',
      '5 number',
    );
    checkTokens('compny A', 'A variable.declaration');
  });

  it('are the same for an item wherever it moves', () => {
    const text = 'company A { founded 2021 }\nfund B { aka "C" }\n';
    const document = DealDocument.parse(text);
    tokensOf(document);
    for (const inserted of ['\n', 'company X\n', '/* a */ ', 'company A {} ']) {
      const edited = document.replace(0, 0, inserted);
      assert.deepEqual(tokensOf(edited), tokensOf(DealDocument.parse(inserted + text)));
    }
  });

  it('stand in any text in order, inside their lines, and never overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = text.split(/\r\n|\r|\n/);
        let last: ReadToken | undefined;
        for (const token of tokensOf(DealDocument.parse(text))) {
          const { line, character, length, type } = token;
          assert.ok(length > 0 && character + length <= (lines[line]?.length ?? 0), JSON.stringify(token));
          assert.ok(type);
          assert.ok(!last || line > last.line || character >= last.character + last.length);
          last = token;
        }
      }),
      { numRuns: propertyRuns },
    );
  });
});
