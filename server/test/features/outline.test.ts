import assert from 'node:assert/strict';
import { SymbolKind, type DocumentSymbol, type Range } from 'vscode-languageserver-types';
import fc from 'fast-check';
import { outlineOf, type KnownSymbols } from '../../src/features/outline';
import { DealDocument } from '../../src/language/document';
import { anyText, propertyRuns } from '../language/random-text';
import { afterEdits } from './edited-document';

const uri = 'file:///deals.deal';

function nested(text: string): DocumentSymbol[] {
  const symbols = outlineOf(DealDocument.parse(text), uri, true);
  return symbols.flatMap((symbol) => ('selectionRange' in symbol ? [symbol] : []));
}

/** Checks an outline written as `Kind name | detail`, children indented. */
function checkOutline(text: string, ...expected: string[]): void {
  const lines = (symbols: readonly DocumentSymbol[], indent: string): string[] =>
    symbols.flatMap(({ kind, name, detail, children }) => [
      `${indent}${kindNameOf(kind)} ${name}${detail ? ` | ${detail}` : ''}`,
      ...lines(children ?? [], `${indent}  `),
    ]);
  assert.deepEqual(lines(nested(text), ''), expected);
}

function kindNameOf(kind: SymbolKind): string {
  return Object.entries(SymbolKind).find(([, value]) => value === kind)?.[0] ?? '';
}

describe('outline', () => {
  it('lists declarations in their order, with their properties', () => {
    checkOutline(
      'company AWS "Amazon Web Services" { provides cloud, compute exclusive }\nround E: Lightspeed, "8VC" -> Anthropic {\n  amount $2B per ft\n}',
      'Class AWS | Amazon Web Services',
      '  Property provides | cloud, compute',
      'Event E | Lightspeed, "8VC" → Anthropic · $2B',
      '  Property amount | $2B',
    );
  });

  it('tells the figure that a deal or fact is about, as it is written', () => {
    checkOutline(
      'venture V "Stargate" { status announced; budget $100B..$500B over 4y; budget $1T }\nholding H: A -> B { stake ~14% }',
      'Struct V | Stargate · $100B..$500B',
      '  Property status | announced',
      '  Property budget | $100B..$500B',
      '  Property budget | $1T',
      'Number H | A → B · ~14%',
      '  Property stake | ~14%',
    );
    checkOutline('venture V { budget', 'Struct V', '  Property budget');
  });

  it('shows relations of every shape', () => {
    checkOutline('merger M: A <-> B', 'Event M | A ↔ B');
    checkOutline('claim C: Musk disputes Stargate.budget', 'String C | Musk disputes Stargate.budget');
    checkOutline('valuation V: A', 'Number V | A');
    checkOutline('venture V', 'Struct V');
  });

  it('keeps to one line, and to a length that can be read', () => {
    checkOutline(
      'company A {\n  note """\n    One\n    two\n  """\n}',
      'Class A',
      '  Property note | """ One two """',
    );
    const [symbol] = nested(`company A "${'x'.repeat(500)}"`);
    assert.equal(symbol?.detail?.length, 80);
  });

  it('shows what is broken as well', () => {
    checkOutline('company\nfund "" {}', 'Class (unnamed company)', 'Package (unnamed fund)');
    checkOutline('compny A { founded 2021 }', 'Null A', '  Property founded | 2021');
    checkOutline(
      'company A {\n  founded\n  aka "B"',
      'Class A',
      '  Property founded',
      '  Property aka | "B"',
    );
  });

  it('selects the name', () => {
    const [symbol] = nested('\n/// Doc\ncompany "8VC" {\n}');
    assert.deepEqual(symbol?.selectionRange, range(2, 8, 2, 13));
    assert.deepEqual(symbol?.range, range(2, 0, 3, 1));
  });

  it('is flat for clients that take no nesting', () => {
    const document = DealDocument.parse('company A { founded 2021 }\nfund B');
    assert.deepEqual(outlineOf(document, uri, false), [
      { name: 'A', kind: SymbolKind.Class, location: { uri, range: range(0, 0, 0, 26) } },
      { name: 'B', kind: SymbolKind.Package, location: { uri, range: range(1, 0, 1, 6) } },
    ]);
  });

  it('is after any edits what it is without any memory', () => {
    afterEdits(() => {
      const known: KnownSymbols = new WeakMap();
      return (document) =>
        assert.deepEqual(outlineOf(document, uri, true, known), outlineOf(document, uri, true));
    });
  });

  it('makes symbols anew for what an edit touches alone', () => {
    const known: KnownSymbols = new WeakMap();
    const document = DealDocument.parse('company A { founded 2021 }\ncompany B { founded 2021 }\n');
    const [before] = outlineOf(document, uri, true, known);
    const [after] = outlineOf(document.replace(47, 48, '1'), uri, true, known);
    assert.equal(after, before);
  });

  it('has for any text names that are not blank, and selections inside their ranges', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const check = (symbols: readonly DocumentSymbol[], around?: Range): void => {
          for (const { name, range, selectionRange, children } of symbols) {
            assert.notEqual(name.trim(), '');
            assert.ok(contains(range, selectionRange));
            assert.ok(!around || contains(around, range));
            check(children ?? [], range);
          }
        };
        check(nested(text));
      }),
      { numRuns: propertyRuns },
    );
  });
});

function range(line: number, character: number, endLine: number, endCharacter: number): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

function contains(outer: Range, inner: Range): boolean {
  const isBefore = (a: Range['start'], b: Range['start']) =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);
}
