import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { commands, ConfigurationTarget, Selection, type TextDocument, workspace } from 'vscode';
import { DealFiles } from './dealFiles';
import { dealgraph, eventually } from './extension';

describe('completion', () => {
  let files: DealFiles;
  const settings = () => workspace.getConfiguration('editor', { languageId: 'deal' });
  const choose = (mode: 'insert' | 'replace' | undefined) =>
    settings().update('suggest.insertMode', mode, ConfigurationTarget.Workspace, true);

  before(() => dealgraph());
  beforeEach(() => {
    files = new DealFiles();
  });
  afterEach(async () => {
    await choose(undefined);
    await files.dispose();
  });

  /** Opens a file with the cursor where `|` stands, asks for what can stand there, and takes what is offered first. */
  async function take(marked: string): Promise<string> {
    const editor = await files.open('words.deal', marked.replace('|', ''));
    const { document } = editor;
    const cursor = document.positionAt(marked.indexOf('|'));
    editor.selection = new Selection(cursor, cursor);
    await commands.executeCommand('editor.action.triggerSuggest');
    return taken(document);
  }

  /** Takes what is offered first, once it is there. */
  async function taken(document: TextDocument): Promise<string> {
    const { version } = document;
    await eventually(async () => {
      await commands.executeCommand('acceptSelectedSuggestion');
      assert.notEqual(document.version, version);
    });
    return document.getText();
  }

  const parties = 'company Zeta-Systems\ncompany "Zyx Works Inc"\n';
  for (const [what, marked, replaced, inserted] of [
    [
      'a name',
      'loan L: Zeta-S|omething -> B {',
      'loan L: Zeta-Systems -> B {',
      'loan L: Zeta-Systemsomething -> B {',
    ],
    [
      'a name in quotes',
      'loan L: "Zyx Wo|rld" -> B {',
      'loan L: "Zyx Works Inc" -> B {',
      'loan L: "Zyx Works Inc" -> B {',
    ],
    ['a kind', 'invest|men X: A -> B {', 'investment X: A -> B {', 'investmentmen X: A -> B {'],
    [
      'a property',
      'round R: A -> B {\n  valuat|e $1B\n}',
      'round R: A -> B {\n  valuation $1B\n}',
      'round R: A -> B {\n  valuatione $1B\n}',
    ],
    [
      'a status',
      'round R: A -> B {\n  status rumo|rs\n}',
      'round R: A -> B {\n  status rumored\n}',
      'round R: A -> B {\n  status rumoredrs\n}',
    ],
    [
      'a figure',
      'round R: A -> B {\n  amount $4|B\n}',
      'round R: A -> B {\n  amount $4K\n}',
      'round R: A -> B {\n  amount $4KB\n}',
    ],
  ] as const) {
    it(`replaces ${what} that the cursor is in`, async () => {
      assert.equal(await take(parties + marked), parties + replaced);
    });

    it(`inserts into ${what} where the user wants that`, async () => {
      await choose('insert');
      assert.equal(await take(parties + marked), parties + inserted);
    });
  }

  describe('of a line of prose comes by itself', function () {
    this.retries(3);

    for (const [date, expected] of [
      ['in May ', 'YYYY-05'],
      ['in May 2024', '2024-05'],
      ['in 2024', '2024'],
      ['on 2024-11-22', '2024-11-22'],
      ['on 3 June 2024', '2024-06-03'],
    ] as const) {
      it(`after "${date}"`, async () => {
        const { document } = await files.open('prose.deal', '');
        for (const text of `Giver invests $4B in Taker ${date}`) {
          await commands.executeCommand('type', { text });
          await setTimeout(betweenKeys);
        }
        // Nothing tells when the list has followed the last key.
        await setTimeout(pause);
        const line = (await taken(document)).split('\n').find((one) => one.includes(' on '));
        assert.equal(line, `  status announced on ${expected}`);
      });
    }
  });
});

/** In milliseconds. */
const betweenKeys = 60;
const pause = 1000;
