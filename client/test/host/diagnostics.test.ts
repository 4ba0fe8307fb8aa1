import assert from 'node:assert/strict';
import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  languages,
  type Uri,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { DealFiles, openFile, replaceIn } from './dealFiles';
import { dealgraph, eventually } from './extension';

const good = `company Tamlow
company Ferrick

investment TamlowFerrick: Tamlow -> Ferrick {
  amount  $8B
  tranche $4B on 2023-09-25
  tranche $4B on 2024-11-22
}
`;

describe('diagnostics', () => {
  let files: DealFiles;

  before(() => dealgraph());

  beforeEach(() => {
    files = new DealFiles();
  });

  afterEach(() => files.dispose());

  it('appear with a mistake, at its place, and go with it', async () => {
    const { document } = await files.open('typed.deal', good);
    await replaceIn(document, '-> Ferrick', '-> Ferrik');
    const [problem] = await problems(document.uri);
    assert.equal(document.getText(problem!.range), 'Ferrik');
    assert.match(problem!.message, /Ferrik/);
    await replaceIn(document, '-> Ferrik', '-> Ferrick');
    await none(document.uri);
  });

  it('name both figures where tranches exceed the amount', async () => {
    const { document } = await files.open('sum.deal', good);
    await replaceIn(document, 'tranche $4B on 2024', 'tranche $5B on 2024');
    const found = await problems(document.uri);
    assert.ok(found.some(({ message }) => message.includes('$9B') && message.includes('$8B')));
    await replaceIn(document, 'tranche $5B on 2024', 'tranche $4B on 2024');
    await none(document.uri);
  });

  it('go with a file that is deleted while it is open', async () => {
    const { document } = await files.open('deleted.deal', good.replace('-> Ferrick', '-> Nowhere'));
    await problems(document.uri);
    const edit = new WorkspaceEdit();
    edit.deleteFile(document.uri);
    assert.ok(await workspace.applyEdit(edit));
    await none(document.uri);
  });

  it('appear in another file when what it refers to goes away, without that file being open', async () => {
    await files.write('deals.deal', 'investment UsesMorrow: Morrow -> Morrow2 { amount $1M }\n');
    const parties = await files.write('parties.deal', 'company Morrow\ncompany Morrow2\n');
    const { document } = await openFile(parties);
    await eventually(() =>
      assert.equal(languages.getDiagnostics(files.uri('deals.deal')).filter(isError).length, 0),
    );
    await replaceIn(document, 'company Morrow\n', 'company Sorrow\n');
    const [problem] = await problems(files.uri('deals.deal'));
    assert.match(problem!.message, /Morrow/);
  });

  it('follow a folder that is renamed', async () => {
    const broken = good.replace('-> Ferrick', '-> Nowhere');
    const { document } = await files.open('moved.deal', broken);
    await problems(document.uri);
    const renamed = new DealFiles();
    try {
      const edit = new WorkspaceEdit();
      edit.renameFile(files.folder, renamed.folder);
      assert.ok(await workspace.applyEdit(edit));
      const [problem] = await problems(renamed.uri('moved.deal'));
      assert.match(problem!.message, /Nowhere/);
      await none(document.uri);
    } finally {
      await renamed.dispose();
    }
  });

  it('count characters beyond the first plane as the editor does', async () => {
    const { document } = await files.open('astral.deal', 'company A "🏦🏦" { parent Nowhere }\n');
    const [problem] = await problems(document.uri);
    assert.equal(document.getText(problem!.range), 'Nowhere');
  });
});

describe('rename', () => {
  it('changes every file', async () => {
    await dealgraph();
    const files = new DealFiles();
    try {
      const deals = await files.write('deals.deal', 'investment OldDeal: OldName -> Other { amount $1M }\n');
      const { document } = await files.open('parties.deal', 'company OldName\ncompany Other\n');
      const edit = await eventually(async () => {
        const found = await commands.executeCommand<WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          document.positionAt('company O'.length),
          'NewName',
        );
        assert.equal(found.entries().length, 2);
        return found;
      });
      assert.ok(await workspace.applyEdit(edit));
      assert.match(document.getText(), /^company NewName\n/);
      const other = await openFile(deals);
      assert.match(other.document.getText(), /OldDeal: NewName -> Other/);
    } finally {
      await files.dispose();
    }
  });
});

function isError({ severity }: Diagnostic): boolean {
  return severity === DiagnosticSeverity.Error;
}

function problems(uri: Uri): Promise<Diagnostic[]> {
  return eventually(() => {
    const found = languages.getDiagnostics(uri).filter(isError);
    assert.notEqual(found.length, 0);
    return found;
  });
}

async function none(uri: Uri): Promise<void> {
  await eventually(() => assert.deepEqual(languages.getDiagnostics(uri).filter(isError), []));
}
