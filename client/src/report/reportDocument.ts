import { commands, FileType, Position, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { Report } from '../../../server/src/protocol';

/**
 * Opens a report as a new Markdown document that is not saved yet, and shows it as it will be read. It stands in the
 * workspace's folder, so that its links lead to the deal files before and after it is saved there.
 */
export async function openReport({ folder, name, markdown }: Report): Promise<void> {
  const document =
    folder === null
      ? await workspace.openTextDocument({ language: 'markdown', content: markdown })
      : await workspace.openTextDocument(await freeName(Uri.parse(folder), name));
  if (folder !== null) {
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), markdown);
    await workspace.applyEdit(edit);
  }
  await window.showTextDocument(document, { preview: false });
  await commands.executeCommand('markdown.showPreview', document.uri);
}

/** A document of that name that is neither on disk nor open yet. */
async function freeName(folder: Uri, name: string): Promise<Uri> {
  for (let count = 1; ; count++) {
    const file = Uri.joinPath(folder, count === 1 ? `${name}.md` : `${name} ${count}.md`);
    const document = file.with({ scheme: 'untitled' });
    const isOpen = workspace.textDocuments.some(({ uri }) => uri.toString() === document.toString());
    if (!isOpen && !(await exists(file))) return document;
  }
}

async function exists(file: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(file)).type !== FileType.Unknown;
  } catch {
    return false;
  }
}
