import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DealDocument } from '../../src/language/document';
import { kindNames, kinds } from '../../src/language/schema';
import { anyText, editOf, propertyRuns } from './random-text';

describe('document', () => {
  it('holds every character of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.equal(DealDocument.parse(text).text, text);
      }),
      { numRuns: propertyRuns },
    );
  });

  it('keeps every problem and node inside its item', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const item of DealDocument.parse(text).items) {
          for (const { start, end } of item.problems) {
            assert.ok(
              start >= 0 && start <= end && end <= item.text.length,
              `${start}..${end} in ${item.text.length}`,
            );
          }
          const nodes = item.declaration?.body?.properties ?? [];
          for (const { start, end } of nodes) assert.ok(start < end && end <= item.text.length);
        }
      }),
      { numRuns: propertyRuns },
    );
  });

  it('is after any edits what a fresh reading of the text is', () => {
    const edited = anyText.chain((text) => {
      const edits = fc.array(
        fc.nat().chain(() => editOf(text.length + 20)),
        { minLength: 1, maxLength: 5 },
      );
      return fc.tuple(fc.constant(text), edits);
    });
    fc.assert(
      fc.property(edited, ([before, edits]) => {
        let text = before;
        let document = DealDocument.parse(text);
        for (const edit of edits) {
          const start = Math.min(edit.start, text.length);
          const end = Math.min(edit.end, text.length);
          text = text.slice(0, start) + edit.inserted + text.slice(end);
          document = document.replace(start, end, edit.inserted);
          assert.equal(document.text, text);
          const fresh = DealDocument.parse(text);
          assert.deepEqual(withoutReach(document), withoutReach(fresh));
        }
      }),
      { numRuns: propertyRuns },
    );
  });

  it('keeps the identity of declarations that an edit does not touch', () => {
    const text = kindNames.map((kind) => kinds[kind].example).join('\n\n');
    const before = DealDocument.parse(text);
    const at = text.indexOf('DeepMind');
    const after = before.replace(at, at + 1, 'B');
    const kept = after.items.filter((item) => before.items.includes(item));
    assert.ok(kept.length >= before.items.length - 2, `${kept.length} of ${before.items.length}`);
  });

  it('knows the trees of all its items, however many were looked at meanwhile', () => {
    // Whatever the number of those that are kept, in one of these an item's own turn to be forgotten comes.
    for (let count = 4090; count < 4105; count++) {
      const { items } = DealDocument.parse('company A { founded 2021 }\n'.repeat(count));
      for (const item of items) assert.ok(item.lineStarts.length > 0);
      assert.ok(items[0]?.declaration);
    }
  });

  it('finds for each offset a place, and for that place the offset', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = DealDocument.parse(text);
        const lines = text.split(/\r\n|\r|\n/);
        assert.equal(document.lineCount, lines.length);
        let offset = 0;
        lines.forEach((content, line) => {
          for (const character of new Set([0, Math.floor(content.length / 2), content.length])) {
            assert.deepEqual(document.placeAt(offset + character), { line, character });
            assert.equal(document.offsetAt({ line, character }), offset + character);
          }
          assert.equal(document.offsetAt({ line, character: content.length + 5 }), offset + content.length);
          offset += content.length;
          if (text.startsWith('\r\n', offset)) offset += 2;
          else offset += 1;
        });
      }),
      { numRuns: propertyRuns },
    );
  });
});

/** Everything that a document says; how far its reading looked ahead may differ. */
function withoutReach(document: DealDocument): unknown {
  return document.items.map(({ text, declaration, problems, lineStarts, lineBreaks }) => ({
    text,
    declaration,
    problems,
    lineStarts,
    lineBreaks,
  }));
}
