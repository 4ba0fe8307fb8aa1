import assert from 'node:assert/strict';
import { Position, type TextEditor, workspace } from 'vscode';
import type { Retitled } from '../../../server/src/protocol';
import { applyRetitled } from '../../src/picture/retitling';
import { DealFiles } from './dealFiles';
import { dealgraph, eventually } from './extension';

describe('another title for a party of a picture', () => {
  let files: DealFiles;
  let editor: TextEditor;

  before(() => dealgraph());
  beforeEach(async () => {
    files = new DealFiles();
    await workspace.fs.createDirectory(files.folder);
    await files.write('other.deal', 'loan RetitledLoan: RetitledAda -> RetitledBea\n');
    editor = await files.open('parties.deal', 'company RetitledAda\ncompany RetitledBea\n');
  });
  afterEach(() => files.dispose());

  async function asked(): Promise<Retitled> {
    const { server } = await dealgraph();
    const uri = editor.document.uri.toString();
    const scope = await server.pictureScope({ uri, position: { line: 0, character: 9 } });
    assert.ok(scope);
    // The server hears of a new file a moment later.
    return eventually(async () => {
      const edit = await server.retitle({ root: scope.scope.root, name: 'RetitledAda', title: 'Ada & Co' });
      assert.equal(edit.documentChanges.length, 2);
      return edit;
    });
  }

  const otherText = async () => (await workspace.openTextDocument(files.uri('other.deal'))).getText();

  it('is given in all files, open or not', async () => {
    await applyRetitled(await asked(), 'RetitledAda');
    assert.equal(editor.document.getText(), 'company "Ada & Co"\ncompany RetitledBea\n');
    assert.equal(await otherText(), 'loan RetitledLoan: "Ada & Co" -> RetitledBea\n');
  });

  it('is given in none where an open file has changed meanwhile, which is told', async () => {
    const edit = await asked();
    await editor.edit((builder) => builder.insert(new Position(0, 0), '\n'));
    await assert.rejects(applyRetitled(edit, 'RetitledAda'), /changed meanwhile: .*parties\.deal\./);
    assert.equal(editor.document.getText(), '\ncompany RetitledAda\ncompany RetitledBea\n');
    assert.match(await otherText(), /RetitledAda/);
  });

  it('is given in none where another file has changed on disk meanwhile', async () => {
    const edit = await asked();
    await files.write('other.deal', '// Above\nloan RetitledLoan: RetitledAda -> RetitledBea\n');
    await assert.rejects(applyRetitled(edit, 'RetitledAda'), /changed meanwhile: .*other\.deal\./);
    assert.match(editor.document.getText(), /company RetitledAda/);
  });
});
