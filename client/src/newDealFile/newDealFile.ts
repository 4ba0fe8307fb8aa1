import {
  commands,
  type Disposable,
  FileType,
  l10n,
  SnippetString,
  type TextEditor,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { LanguageServer } from '../languageServer/languageServer';
import { tellFailure, tellWarning } from '../notifications';
import { dealFileName } from './fileName';

/** Arguments for a keybinding or another command; what is missing is asked for. */
interface NewDealFileOptions {
  /** File name, with or without `.deal`. */
  readonly name?: string;
  /** URI of the folder, one of the workspace. */
  readonly folder?: string;
}

/** The command "New Deal File": from nothing to a file with a first deal in it. */
export function registerNewDealFile(server: LanguageServer): Disposable {
  return commands.registerCommand('dealgraph.newDealFile', async (options?: NewDealFileOptions) => {
    const editor = await openNew(options ?? {});
    if (editor !== undefined) await insertTemplate(editor, server);
  });
}

/** Undefined when the user broke off. */
async function openNew(options: NewDealFileOptions): Promise<TextEditor | undefined> {
  if (workspace.workspaceFolders === undefined) return untitled();
  const folder = options.folder === undefined ? await pickFolder() : Uri.parse(options.folder);
  if (folder === undefined) return undefined;
  if (workspace.fs.isWritableFileSystem(folder.scheme) === false) return untitled();
  const name = options.name ?? (await askForName(folder));
  if (name === undefined) return undefined;
  const fileName = dealFileName(name);
  if ('problem' in fileName) {
    tellFailure(fileName.problem);
    return undefined;
  }
  return createFile(Uri.joinPath(folder, fileName.name));
}

async function untitled(): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument({ language: 'deal' }));
}

async function pickFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]?.uri;
  const picked = await window.showWorkspaceFolderPick({
    placeHolder: l10n.t('Folder for the new deal file'),
  });
  return picked?.uri;
}

function askForName(folder: Uri): Thenable<string | undefined> {
  const proposed = 'deals.deal';
  return window.showInputBox({
    title: l10n.t('New Deal File'),
    prompt: l10n.t('Name of the file'),
    value: proposed,
    valueSelection: [0, proposed.lastIndexOf('.')],
    validateInput: async (typed) => {
      const fileName = dealFileName(typed);
      if ('problem' in fileName) return fileName.problem;
      return (await exists(Uri.joinPath(folder, fileName.name))) ? alreadyThere(fileName.name) : undefined;
    },
  });
}

function alreadyThere(name: string): string {
  return l10n.t('{0} already exists in this folder. Choose another name.', name);
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type !== FileType.Unknown;
  } catch {
    return false;
  }
}

/** A new empty file; never the content of one that is there already. Falls back to an untitled document. */
async function createFile(uri: Uri): Promise<TextEditor | undefined> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if (await exists(uri)) {
    tellFailure(alreadyThere(name));
    return undefined;
  }
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false });
  if (await workspace.applyEdit(edit)) {
    await commands.executeCommand('vscode.open', uri, { preview: false });
    return window.activeTextEditor;
  }
  void tellWarning(
    l10n.t('{0} could not be created here. The new deals are in an untitled document instead.', name),
  );
  return untitled();
}

async function insertTemplate(editor: TextEditor, server: LanguageServer): Promise<void> {
  try {
    const { snippet } = await server.fileTemplate();
    // What was typed while the server came up stays as it is.
    if (editor.document.getText() === '') await editor.insertSnippet(new SnippetString(snippet));
  } catch (error) {
    // An empty file is of use too; the view and the status item say that the server is down.
    server.output.warn(String(error));
  }
}
