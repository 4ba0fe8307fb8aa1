import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DealDocument } from '../../src/language/document';
import { parseItem } from '../../src/language/parser';
import { slotEnd, slotsOf } from '../../src/language/structure';
import { anyText, propertyRuns, validText } from './random-text';

describe('structures', () => {
  it('know an item only where the parser would read the same', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, validText), (text) => {
        let start = 0;
        for (const item of DealDocument.parse(text).items) {
          const { tree, end, reach } = parseItem(text, start);
          assert.ok(item.reach >= reach - start);
          assert.equal(item.text, text.slice(start, end));
          assert.deepEqual(item.declaration, tree.declaration);
          assert.deepEqual(item.problems, tree.problems);
          start = end;
        }
        assert.equal(start, text.length);
      }),
      { numRuns: propertyRuns },
    );
  });

  it('know where the words of an item stand', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, validText), (text) => {
        for (const item of DealDocument.parse(text).items) {
          if (!item.structure || !item.declaration) continue;
          slotsOf(item.declaration).forEach((slot, index) => {
            assert.equal(item.slotText(index), item.text.slice(slot.start, slotEnd(slot)));
          });
        }
      }),
      { numRuns: propertyRuns },
    );
  });

  it('are shared by items that differ only in names and figures', () => {
    const { items } = DealDocument.parse(
      'company A { founded 2021 }\n\ncompany "Be" { founded 1999-02 }\n\ncompany C { founded   1850-Q1 } // x\n',
    );
    const [a, b, c] = items.map(({ structure }) => structure);
    assert.ok(a && b && c);
    assert.notEqual(a, b);
    assert.notEqual(a, c);
    const [d] = DealDocument.parse('company Delta { founded 2001-01-01 }\n\ncompany X').items;
    assert.equal(d?.structure, a);
  });
});
