import assert from 'node:assert/strict';
import {
  commands,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { dealgraph, eventually } from './extension';
import { allRows } from './rows';

/** The folder that VS Code has opened. */
export function root(): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return folder.uri;
}

/**
 * A folder of a test's own in the workspace, gone in the end with all that was made in it. No two have the same name:
 * VS Code keeps the text of a file for a while after its editor is closed.
 */
export class DealFiles {
  private static count = 0;
  readonly folder = Uri.joinPath(root(), `folder-of-test-${DealFiles.count++}`);

  uri(name: string): Uri {
    return Uri.joinPath(this.folder, name);
  }

  async write(name: string, text: string): Promise<Uri> {
    const uri = this.uri(name);
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  }

  /** Writes a file and opens it. */
  async open(name: string, text: string): Promise<TextEditor> {
    return openFile(await this.write(name, text));
  }

  /** Resolves when the server knows nothing of the folder any more, so that the next test can use the same names. */
  private async forgotten(): Promise<void> {
    const { ecosystems } = await dealgraph();
    const inFolder = `${this.folder.toString()}/`;
    await eventually(async () => {
      const places = (await allRows(ecosystems.rows)).map(({ row }) => row.location?.uri ?? '');
      assert.deepEqual(
        places.filter((uri) => uri.startsWith(inFolder)),
        [],
      );
    });
  }

  async dispose(): Promise<void> {
    await closeEditors();
    try {
      await workspace.fs.delete(this.folder, { recursive: true });
    } catch {
      // The test has made no file, or has renamed the folder.
    }
    await this.forgotten();
  }
}

/**
 * Opens a file as a user does. What an extension opens by itself VS Code keeps open for minutes, even when the file
 * and its editor are gone.
 */
export async function openFile(uri: Uri): Promise<TextEditor> {
  await commands.executeCommand('vscode.open', uri, { preview: false });
  const editor = window.activeTextEditor;
  assert.equal(editor?.document.uri.toString(), uri.toString());
  return editor;
}

/** Closes all editors without a question about what is not saved. */
export async function closeEditors(): Promise<void> {
  while (window.activeTextEditor !== undefined) {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}

/** Replaces the first occurrence of a text in a document. */
export async function replaceIn(document: TextDocument, before: string, after: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, before), after);
  assert.ok(await workspace.applyEdit(edit));
}

/** The range of the first occurrence of a text. */
export function rangeOf(document: TextDocument, text: string): Range {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `the document holds ${text}`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}
