import assert from 'node:assert/strict';
import { commands, EndOfLine, Position, type Uri, ViewColumn, window, workspace } from 'vscode';
import type { SnippetInsertion } from '../../../server/src/protocol';
import { insertDeal } from '../../src/picture/insertDeal';
import { DealFiles } from './dealFiles';
import { dealgraph } from './extension';

describe('a deal that is drawn in a picture', () => {
  let files: DealFiles;
  // A new deal stands behind the one between the two.
  const text = 'company Ada\ncompany Bea\nloan First: Ada -> Bea\n';

  before(() => dealgraph());
  beforeEach(async () => {
    files = new DealFiles();
    await workspace.fs.createDirectory(files.folder);
  });
  afterEach(() => files.dispose());

  /** Asks the server as a picture does. */
  async function ask(uri: Uri): Promise<SnippetInsertion> {
    const { server } = await dealgraph();
    const scope = await server.pictureScope({ uri: uri.toString(), position: { line: 0, character: 9 } });
    assert.ok(scope);
    return server.newDeal({ root: scope.scope.root, kind: 'loan', from: 'Ada', to: 'Bea' });
  }

  it('is written with the line breaks and the indentation of its file', async () => {
    const editor = await files.open('windows.deal', text.replaceAll('\n', '\r\n'));
    editor.options = { insertSpaces: true, tabSize: 3 };
    await insertDeal(() => ask(editor.document.uri), ViewColumn.Active);
    const { document } = window.activeTextEditor!;
    assert.equal(document.eol, EndOfLine.CRLF);
    assert.match(document.getText(), /^loan First: Ada -> Bea\r\n\r\nloan \w+: Ada -> Bea \{\r\n {3}amount/m);
    assert.doesNotMatch(document.getText(), /[^\r]\n/);
  });

  it('is not written where the file is read-only, and it says so', async () => {
    const editor = await files.open('fixed.deal', text);
    await commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    try {
      await assert.rejects(
        insertDeal(() => ask(editor.document.uri), ViewColumn.Active),
        /fixed\.deal is read-only/,
      );
      assert.equal(editor.document.getText(), text);
    } finally {
      await commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    }
  });

  it('has its place asked for again where the file has changed meanwhile', async () => {
    const editor = await files.open('changed.deal', text);
    const stale = await ask(editor.document.uri);
    await editor.edit((edit) => edit.insert(new Position(0, 0), '// Above\n\n'));
    const answers = [() => Promise.resolve(stale), () => ask(editor.document.uri)];
    await insertDeal(() => answers.shift()!(), ViewColumn.Active);
    assert.match(
      editor.document.getText(),
      /^\/\/ Above\n\ncompany Ada\ncompany Bea\nloan First: Ada -> Bea\n\nloan /,
    );
    const before = editor.document.getText();
    await assert.rejects(
      insertDeal(() => Promise.resolve(stale), ViewColumn.Active),
      /has changed meanwhile/,
    );
    assert.equal(editor.document.getText(), before);
  });
});
