import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SelectionRange } from 'vscode-languageserver-types';
import { cursorAt } from '../../src/features/locations';
import { selectionRangeAt } from '../../src/features/selection-range';
import { anyText, propertyRuns } from '../language/random-text';
import { projectOf, uriOf } from '../project-fixture';
import { fixture } from './cursor-fixture';

/** The ranges around a place, the smallest first. */
function* chain(selection: SelectionRange | undefined): Generator<SelectionRange> {
  for (; selection; selection = selection.parent) yield selection;
}

/** Checks what is selected step by step from `$0` on, but for the last step, the file. */
function checkSelection(text: string, ...expected: string[]): void {
  const { texts, uri, position } = fixture({ 'a.deal': `${text}\n` });
  const cursor = cursorAt(projectOf(texts).project, uri, position);
  assert.ok(cursor);
  const { document } = cursor;
  const found = [...chain(selectionRangeAt(cursor))].map(({ range: { start, end } }) =>
    document.textBetween(document.offsetAt(start), document.offsetAt(end)),
  );
  assert.equal(found.pop(), document.text);
  assert.deepEqual(found, expected);
}

describe('selection range', () => {
  const declaration = 'loan D: A, B -> C {\n  amount $1B per ft, wsj\n  on 2024\n}';
  const file = (marked: string) => `fund A\n\n// First\n${marked} // last\n`;
  const around = [declaration, `// First\n${declaration} // last`];

  it('grows from a value over its modifier, line and block to the declaration and its comments', () => {
    const block = declaration.slice(declaration.indexOf('{'));
    const lines = 'amount $1B per ft, wsj\n  on 2024';
    checkSelection(
      file(declaration.replace('wsj', 'w$0sj')),
      'wsj',
      'ft, wsj',
      'per ft, wsj',
      'amount $1B per ft, wsj',
      lines,
      block,
      ...around,
    );
    checkSelection(
      file(declaration.replace('amount', 'am$0ount')),
      'amount',
      'amount $1B per ft, wsj',
      lines,
      block,
      ...around,
    );
  });

  it('grows from a name over the side and the relation', () => {
    checkSelection(file(declaration.replace('B ->', 'B$0 ->')), 'B', 'A, B', 'A, B -> C', ...around);
    checkSelection(file(declaration.replace('loan D', 'loan $0D')), 'D', ...around);
  });

  it('takes what stands in quotes and brackets first, and a name before its path', () => {
    const text = (name: string) => `claim C: A disputes ${name}`;
    checkSelection(
      text('"01$0.AI".lei'),
      '01.AI',
      '"01.AI"',
      '"01.AI".lei',
      'A disputes "01.AI".lei',
      text('"01.AI".lei'),
    );
    checkSelection(
      text('"01.AI".l$0ei'),
      'lei',
      '"01.AI".lei',
      'A disputes "01.AI".lei',
      text('"01.AI".lei'),
    );
    const line = 'website <https://a.example>';
    checkSelection(
      `fund A { ${line.replace('//', '//$0')} }`,
      'https://a.example',
      '<https://a.example>',
      line,
      `{ ${line} }`,
      `fund A { ${line} }`,
    );
  });

  it('takes a comment by itself, and nothing but the file between declarations', () => {
    checkSelection(
      'fund A {\n  // wh$0y\n  founded 2020\n}',
      '// why',
      '{\n  // why\n  founded 2020\n}',
      'fund A {\n  // why\n  founded 2020\n}',
    );
    checkSelection('fund A\n\n$0\n\nfund B');
    checkSelection('$0');
  });

  it('is one within the other on any text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, at) => {
        const { project } = projectOf({ 'a.deal': text });
        const document = project.document(uriOf('a.deal'))!;
        const offset = at % (document.length + 1);
        const cursor = cursorAt(project, uriOf('a.deal'), document.placeAt(offset))!;
        let inner: readonly [number, number] | undefined;
        for (const { range } of chain(selectionRangeAt(cursor))) {
          const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)] as const;
          const place = document.offsetAt(document.placeAt(offset));
          assert.ok(start <= place && place <= end);
          if (inner) assert.ok(start <= inner[0] && inner[1] <= end && end - start > inner[1] - inner[0]);
          inner = [start, end];
        }
      }),
      { numRuns: propertyRuns },
    );
  });
});
