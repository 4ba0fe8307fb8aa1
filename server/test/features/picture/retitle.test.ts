import assert from 'node:assert/strict';
import fc from 'fast-check';
import { retitle } from '../../../src/features/picture/retitle';
import { Refused } from '../../../src/features/refused';
import { propertyRuns } from '../../language/random-text';
import { projectOf, uriOf } from '../../project-fixture';

/** What a file becomes when what has a name gets another title. */
function retitled(text: string, name: string, title: string): string {
  const { project } = projectOf({ 'main.deal': text });
  const uri = uriOf('main.deal');
  let document = project.document(uri)!;
  const edits = retitle(project, name, title).changes?.[uri] ?? [];
  for (const { range, newText } of [...edits].reverse()) {
    document = document.replace(document.offsetAt(range.start), document.offsetAt(range.end), newText);
  }
  return document.text;
}

function checkRefused(text: string, name: string, title: string, reason: RegExp, isWhole = true): void {
  const { project } = projectOf({ 'main.deal': text });
  assert.throws(
    () => retitle(project, name, title, isWhole),
    (error) => error instanceof Refused && reason.test(error.message),
  );
}

describe('another title from a picture', () => {
  it('is the display name where there is one', () => {
    const text = 'company AWS  "Amazon"  { aka "AWS" } // Amazon\nloan L: AWS -> B\n';
    assert.equal(
      retitled(text, 'AWS', 'Amazon Web Services'),
      text.replace('"Amazon"', '"Amazon Web Services"'),
    );
    assert.equal(retitled('fund A "a"', 'A', '  say "hi" \\o/ '), 'fund A "say \\"hi\\" \\\\o/"');
    assert.equal(retitled('fund A ""', 'A', 'A'), 'fund A "A"');
    assert.equal(retitled('fund A "a"', 'A', 'a'), 'fund A "a"');
    // That another one is called so makes no difference.
    assert.equal(retitled('fund A "a"\nfund B', 'A', 'B'), 'fund A "B"\nfund B');
  });

  it('is the name wherever it stands where there is none', () => {
    assert.equal(
      retitled('fund A { aka "A" }\nloan L: A -> B', 'A', '8VC'),
      'fund "8VC" { aka "A" }\nloan L: "8VC" -> B',
    );
    assert.equal(retitled('venture V { member A }', 'A', 'Ada'), 'venture V { member Ada }');
    assert.equal(retitled('fund A', 'A', 'A'), 'fund A');
  });

  it('is refused where it is empty, on several lines, reserved or taken', () => {
    for (const text of ['fund A "a"\nloan L: A -> B', 'fund A\nloan L: A -> B']) {
      for (const title of ['', '  ', 'a\nb', 'a\rb']) checkRefused(text, 'A', title, /one line/);
    }
    checkRefused('fund A\nloan L: A -> B', 'A', 'L', /taken/);
    checkRefused('loan L: A -> B\nfund B', 'A', 'B', /taken/);
    checkRefused('fund A', 'A', 'undisclosed', /meaning/);
    checkRefused('fund A', 'B', 'C', /no “B”/);
    checkRefused('fund A', 'A', 'C', /not read/, false);
    assert.ok(retitle(projectOf({ 'a.deal': 'fund A "a"' }).project, 'A', 'b', false).changes);
  });

  it('is read again as it was meant', () => {
    const title = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .filter((text) => text.trim() !== '' && !/[\r\n]/.test(text.trim()));
    fc.assert(
      fc.property(title, (wanted) => {
        const { project } = projectOf({ 'a.deal': retitled('/* a */ fund A "a" // b', 'A', wanted) });
        assert.equal(project.find('A')?.node.displayName?.text, wanted.trim());
        assert.ok(project.document(uriOf('a.deal'))!.item(0)!.isSound);
      }),
      { numRuns: propertyRuns },
    );
  });
});
