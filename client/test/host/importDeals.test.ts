import assert from 'node:assert/strict';
import { commands, languages, window, workspace, type Uri } from 'vscode';
import { DealFiles, openFile } from './dealFiles';
import { dealgraph, eventually } from './extension';

const edges = 'source,target,type,amount,date\nAda,Engines of Test,investment,$5M,2024-01-05\n';

describe('the command "Import Deals"', () => {
  let files: DealFiles;

  before(() => dealgraph());

  beforeEach(async () => {
    files = new DealFiles();
    await workspace.fs.createDirectory(files.folder);
  });

  afterEach(() => files.dispose());

  it('writes the rows of a table as deals in which nothing is wrong, and opens them', async () => {
    await imported(await files.write('edges.csv', edges));
    const document = window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), files.uri('edges.deal').toString());
    assert.match(document.getText(), /: Ada -> Engines-of-Test \{\n {2}amount \$5M +per edges/);
    await eventually(() => assert.deepEqual(languages.getDiagnostics(document.uri), []));
  });

  it('updates what it has written before, with what is not saved yet', async () => {
    const table = await files.write('edges.csv', edges);
    await imported(table);
    const editor = await openFile(files.uri('edges.deal'));
    await editor.edit((edit) => edit.insert(editor.document.positionAt(0), '// Ours.\n'));
    await files.write('edges.csv', edges.replace('$5M', '$7M'));
    await eventually(async () => {
      await imported(table);
      assert.match(editor.document.getText(), /^\/\/ Ours\.\n[^]*amount \$7M/);
    });
    assert.equal(editor.document.getText().match(/^investment /gm)?.length, 1);
  });

  it('shows what it would write before anybody says yes', async () => {
    const table = await files.write('edges.csv', edges);
    void imported(table, { isSure: false });
    const shown = await eventually(() => {
      const document = window.activeTextEditor?.document;
      assert.equal(document?.uri.scheme, 'dealgraph-import');
      assert.match(document.getText(), /^\/\/ 1 row: 1 deal, 0 rows reported\./);
      return document;
    });
    assert.match(shown.getText(), /Ada -> Engines-of-Test/);
    await assert.rejects(async () => workspace.fs.stat(files.uri('edges.deal')));
    await commands.executeCommand('notifications.clearAll');
  });

  /** Imports a table into the deal file beside it. */
  async function imported(table: Uri, options: object = { isSure: true }): Promise<void> {
    await commands.executeCommand('dealgraph.importDeals', {
      file: table.toString(),
      target: files.uri('edges.deal').toString(),
      ...options,
    });
  }
});
