import assert from 'node:assert/strict';
import { isForeign, Uris } from '../../src/server/uris';

describe('addresses', () => {
  it('have one spelling', () => {
    const uris = new Uris();
    assert.equal(uris.normalize('file:///c%3A/a b'), uris.normalize('file:///c:/a%20b/'));
    assert.equal(uris.normalize('file:///a.deal#L8'), 'file:///a.deal');
    assert.notEqual(uris.normalize('file:///a#other'), 'file:///a');
  });

  it('tell what is another program’s view of a file', () => {
    for (const scheme of [
      'git',
      'vscode-bulkeditpreview-editor',
      'vscode-bulkeditpreview-multieditor',
      'chat-editing-text-model',
    ])
      assert.ok(isForeign(`${scheme}:/a.deal`), scheme);
    for (const uri of ['file:///git/a.deal', 'untitled:a', 'vscode-vfs://github/a.deal', 'memfs:/a.deal'])
      assert.ok(!isForeign(uri), uri);
  });
});
