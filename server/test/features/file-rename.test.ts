import assert from 'node:assert/strict';
import { configEditsFor } from '../../src/features/file-rename';
import { DealDocument } from '../../src/language/document';

const folder = 'file:///project';

/** Checks what a `dealgraph.json` becomes when a file or folder of its folder gets another place. */
function checkRename(text: string, from: string, to: string, expected = text): void {
  const move = { oldUri: `${folder}/${from}`, newUri: to.includes(':') ? to : `${folder}/${to}` };
  let document = DealDocument.parse(text);
  for (const { range, newText } of configEditsFor(text, folder, [move]).toReversed()) {
    document = document.replace(document.offsetAt(range.start), document.offsetAt(range.end), newText);
  }
  assert.equal(document.text, expected);
}

describe('renaming files', () => {
  it('has globs follow that name them by their path', () => {
    checkRename(
      '{ "exclude": ["drafts/old.deal", "./drafts/old.deal", "*.deal"], }',
      'drafts/old.deal',
      'drafts/new%20name.deal',
      '{ "exclude": ["drafts/new name.deal", "./drafts/new name.deal", "*.deal"], }',
    );
    checkRename(
      '{ "include": ["a/**/*.deal", "ab/*"] }',
      'a',
      'b/c',
      '{ "include": ["b/c/**/*.deal", "ab/*"] }',
    );
  });

  it('leaves everything else alone', () => {
    checkRename('{ "checks": { "a": "off" }, "exclude": ["b"] }', 'a', 'c');
    checkRename('{ "exclude": ["a"] }', 'a', 'file:///elsewhere/a');
    checkRename('{ "exclude": ["b"] }', 'a%E0%A4%A', 'c');
    for (const text of ['', '[]', '{ "exclude": "a" }', '{ "exclude": [3, null] }', '{ "exclude": ['])
      checkRename(text, 'a', 'b');
  });
});
