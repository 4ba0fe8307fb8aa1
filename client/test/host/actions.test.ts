import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  ConfigurationTarget,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { DealFiles, rangeOf, replaceIn } from './dealFiles';
import { dealgraph, eventually } from './extension';

describe('actions', () => {
  let files: DealFiles;

  before(() => dealgraph());
  beforeEach(() => {
    files = new DealFiles();
  });
  afterEach(() => files.dispose());

  describe('on saving', () => {
    const settings = () => workspace.getConfiguration('editor');
    const onSave = (value: object | undefined) =>
      settings().update('codeActionsOnSave', value, ConfigurationTarget.Workspace);

    afterEach(() => onSave(undefined));

    for (const kind of ['source.fixAll', 'source.fixAll.dealgraph']) {
      it(`fix what is certain where the user wants ${kind}`, async () => {
        await onSave({ [kind]: 'explicit' });
        const { document } = await files.open('save.deal', 'round R: A -> B {\n  amount $1B\n}\n');
        await replaceIn(document, '$1B', '$2B..$1B');
        // The server may only be coming up.
        await eventually(() =>
          assert.ok(
            languages.getDiagnostics(document.uri).some(({ message }) => message.includes('$1B..$2B')),
          ),
        );
        await commands.executeCommand('workbench.action.files.save');
        assert.match(document.getText(), /amount \$1B\.\.\$2B/);
      });
    }

    it('put a file in order where the user wants that', async () => {
      await onSave({ 'source.organize.dealgraph': 'explicit' });
      const { document } = await files.open('save.deal', 'company Zeta\n');
      await replaceIn(document, '\n', '\ncompany Alpha\n');
      await commands.executeCommand('workbench.action.files.save');
      assert.equal(document.getText(), 'company Alpha\ncompany Zeta\n');
    });
  });

  it('split a deal into tranches, in one step that can be undone', async () => {
    const text = 'round R: A -> B {\n  amount $1B\n}\n';
    const { document } = await files.open('split.deal', text);
    await run(document, 'amount', 'refactor.rewrite', /^Split into two tranches of \$500M$/);
    assert.match(document.getText(), /amount {2}\$1B\n {2}tranche \$500M/);
    await commands.executeCommand('undo');
    await eventually(() => assert.equal(document.getText(), text));
  });

  it('move a source to a new file', async () => {
    // A project of its own, which keeps no sources yet.
    await files.write('dealgraph.json', '{}');
    const { document } = await files.open('move.deal', 'source moved "H"\n\nround R: A -> B\n');
    const [action] = await eventually(async () => {
      const found = await actionsOn(document, 'moved', 'refactor.extract');
      const touched = found[0]?.edit?.entries().map(([uri]) => uri.toString());
      assert.ok(touched?.includes(files.uri('sources.deal').toString()), String(touched));
      return found;
    });
    assert.equal(action?.title, 'Move “moved” to sources.deal');
    assert.ok(action?.edit && (await workspace.applyEdit(action.edit)));
    assert.equal(document.getText(), 'round R: A -> B\n');
    const sources = await workspace.openTextDocument(files.uri('sources.deal'));
    assert.equal(sources.getText(), 'source moved "H"\n');
    await workspace.saveAll();
  });

  it('write a rate to the file that keeps them, and select what is to be filled in', async () => {
    await files.write('dealgraph.json', '{ "baseCurrency": "USD" }');
    await files.write('rates.deal', 'fx CHFUSD: CHF -> USD { rate 1.1 on 2023 }\n');
    const { document } = await files.open(
      'rounds.deal',
      'company A\nfund F\nround R: F -> A { amount €1M on 2023-12-11 }\n',
    );
    const action = await eventually(async () => {
      const found = await actionsOn(document, 'amount', 'quickfix');
      const rate = found.find(({ title }) => title.startsWith('Declare the rate'));
      assert.ok(rate?.edit && rate.command);
      return rate;
    });
    assert.ok(action.edit && (await workspace.applyEdit(action.edit)));
    const { command, arguments: given = [] } = action.command!;
    await commands.executeCommand(command, ...given);
    await eventually(() => {
      const editor = window.activeTextEditor;
      assert.equal(editor?.document.uri.toString(), files.uri('rates.deal').toString());
      assert.equal(editor.document.getText(editor.selection), 'RATE');
      assert.match(editor.document.lineAt(1).text, /^fx EURUSD: EUR -> USD \{ rate RATE on 2023-12-11 \}$/);
    });
    await workspace.saveAll();
  });
});

/** The actions of a kind on the first occurrence of a text, with their edits. */
async function actionsOn(document: TextDocument, text: string, kind: string): Promise<CodeAction[]> {
  return eventually(async () => {
    const found = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, text),
      kind,
      100,
    );
    assert.ok(found.length > 0, 'something is offered');
    return found;
  });
}

async function run(document: TextDocument, text: string, kind: string, title: RegExp): Promise<void> {
  const action = (await actionsOn(document, text, kind)).find((candidate) => title.test(candidate.title));
  assert.ok(action?.edit, String(title));
  assert.ok(await workspace.applyEdit(action.edit));
}
