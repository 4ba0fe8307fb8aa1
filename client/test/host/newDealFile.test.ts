import assert from 'node:assert/strict';
import { commands, languages, window, workspace } from 'vscode';
import { dealFileName } from '../../src/newDealFile/fileName';
import { dealgraph, eventually } from './extension';
import { DealFiles, root } from './dealFiles';

describe('the command "New Deal File"', () => {
  let files: DealFiles;

  before(() => dealgraph());

  beforeEach(async () => {
    files = new DealFiles();
    await workspace.fs.createDirectory(files.folder);
  });

  afterEach(() => files.dispose());

  it('makes a file with a first deal in which nothing is wrong', async () => {
    await commands.executeCommand('dealgraph.newDealFile', {
      name: 'first',
      folder: files.folder.toString(),
    });
    const document = window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), files.uri('first.deal').toString());
    assert.equal(document.languageId, 'deal');
    assert.match(document.getText(), /->/);
    await eventually(() => assert.deepEqual(languages.getDiagnostics(document.uri), []));
  });

  it('leaves a file of that name as it is', async () => {
    await files.write('taken.deal', 'company Taken\n');
    const asked = commands.executeCommand('dealgraph.newDealFile', {
      name: 'taken.deal',
      folder: files.folder.toString(),
    });
    await asked;
    const text = new TextDecoder().decode(await workspace.fs.readFile(files.uri('taken.deal')));
    assert.equal(text, 'company Taken\n');
  });

  it('makes nothing outside of the folder', async () => {
    await commands.executeCommand('dealgraph.newDealFile', {
      name: '../escaped',
      folder: files.folder.toString(),
    });
    const names = (await workspace.fs.readDirectory(root())).map(([name]) => name);
    assert.ok(!names.includes('escaped.deal'));
  });

  for (const [typed, name] of [
    ['deals', 'deals.deal'],
    [' deals.deal ', 'deals.deal'],
    ['Deals.DEAL', 'Deals.deal'],
    ['2025.Q1', '2025.Q1.deal'],
    ['Größe 大', 'Größe 大.deal'],
  ] as const) {
    it(`takes "${typed}" as ${name}`, () => assert.deepEqual(dealFileName(typed), { name }));
  }

  for (const typed of [
    '',
    '  ',
    '.deal',
    '../up',
    'a/b',
    'a\\b',
    'C:x',
    'a\u0000',
    '.hidden',
    'ends.',
    'what?',
  ]) {
    it(`refuses ${JSON.stringify(typed)}`, () => assert.ok('problem' in dealFileName(typed)));
  }
});
