import assert from 'node:assert/strict';
import { Position, type TextEditor, workspace } from 'vscode';
import type { Retitled } from '../../../server/src/protocol';
import { applyRetitled } from '../../src/picture/retitling';
import { DealFiles } from './dealFiles';
import { dealgraph, eventually } from './extension';

describe('another title for a party of a picture', () => {
  let files: DealFiles;
  let editor: TextEditor;
  /** Another one in each test: VS Code keeps files open for a while that are gone. */
  let party: string;
  let count = 0;

  before(() => dealgraph());
  beforeEach(async () => {
    files = new DealFiles();
    party = `Retitled${count++}`;
    await workspace.fs.createDirectory(files.folder);
    await files.write('other.deal', `loan ${party}Loan: ${party} -> ${party}Bea\n`);
    editor = await files.open('parties.deal', `company ${party}\ncompany ${party}Bea\n`);
  });
  afterEach(() => files.dispose());

  async function asked(): Promise<Retitled> {
    const { server } = await dealgraph();
    const uri = editor.document.uri.toString();
    const scope = await server.pictureScope({ uri, position: { line: 0, character: 9 } });
    assert.ok(scope);
    // The server hears of a new file a moment later.
    return eventually(async () => {
      const edit = await server.retitle({ root: scope.scope.root, name: party, title: 'Ada & Co' });
      assert.equal(edit.documentChanges.length, 2);
      return edit;
    });
  }

  const otherText = async () => (await workspace.openTextDocument(files.uri('other.deal'))).getText();

  it('is given in all files, open or not', async () => {
    await applyRetitled(await asked(), party);
    assert.equal(editor.document.getText(), `company "Ada & Co"\ncompany ${party}Bea\n`);
    assert.equal(await otherText(), `loan ${party}Loan: "Ada & Co" -> ${party}Bea\n`);
  });

  it('is given in none where an open file has changed meanwhile, which is told', async () => {
    const edit = await asked();
    await editor.edit((builder) => builder.insert(new Position(0, 0), '\n'));
    await assert.rejects(applyRetitled(edit, party), /changed meanwhile: .*parties\.deal\./);
    assert.equal(editor.document.getText(), `\ncompany ${party}\ncompany ${party}Bea\n`);
    assert.match(await otherText(), new RegExp(party));
  });

  it('is given in none where another file has changed on disk meanwhile', async () => {
    const edit = await asked();
    await files.write('other.deal', `// Above\nloan ${party}Loan: ${party} -> ${party}Bea\n`);
    await assert.rejects(applyRetitled(edit, party), /changed meanwhile: .*other\.deal\./);
    assert.match(editor.document.getText(), new RegExp(`company ${party}`));
  });
});
