import fc from 'fast-check';
import { DealDocument } from '../../src/language/document';
import { anyText, editOf, propertyRuns } from '../language/random-text';

/** Declarations without blank lines between them, so that it matters to each what stands around it. */
const denseText = fc
  .array(
    fc.constantFrom(
      'company A',
      'company B { founded 2021 }',
      'company C {\n  founded 2021\n}',
      '  fund   D',
      '// c',
      'company E;',
      'founded 2021',
      'company {',
    ),
    { minLength: 2, maxLength: 6 },
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n', '; ').map((lineBreak) => lines.join(lineBreak)));

/**
 * Tries what is remembered of a document on random texts: each is edited a few times, and looked at after each edit.
 *
 * @param start makes a memory, and gives the check of a document that is told in turn
 */
export function afterEdits(start: () => (document: DealDocument) => void): void {
  const edited = fc
    .oneof(anyText, denseText)
    .chain((text) =>
      fc.tuple(fc.constant(text), fc.array(editOf(text.length + 20), { minLength: 1, maxLength: 5 })),
    );
  fc.assert(
    fc.property(edited, ([text, edits]) => {
      const check = start();
      let document = DealDocument.parse(text);
      check(document);
      for (const edit of edits) {
        const from = Math.min(edit.start, document.length);
        const to = Math.min(edit.end, document.length);
        document = document.replace(from, to, edit.inserted);
        check(document);
      }
    }),
    { numRuns: propertyRuns },
  );
}
