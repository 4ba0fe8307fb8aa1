import { l10n, Range, Uri, workspace, WorkspaceEdit } from 'vscode';
import type { Retitled, RetitledFile } from '../../../server/src/protocol';

/**
 * Gives something another title in all its files, or in none.
 *
 * @param title as it was, for the words of what went wrong
 * @throws with words for people where a file is not what the server has seen, or cannot be written
 */
export async function applyRetitled({ documentChanges }: Retitled, title: string): Promise<void> {
  const edit = new WorkspaceEdit();
  const changed: Uri[] = [];
  for (const file of documentChanges) {
    const uri = Uri.parse(file.textDocument.uri);
    if (!(await isAsSeen(uri, file))) changed.push(uri);
    for (const { range, newText } of file.edits) edit.replace(uri, rangeOf(range), newText);
  }
  if (changed.length > 0) {
    const files = changed.map((uri) => workspace.asRelativePath(uri)).join(', ');
    throw new Error(
      l10n.t('“{0}” is not renamed, because a file has changed meanwhile: {1}. Try again.', title, files),
    );
  }
  if (await workspace.applyEdit(edit, { isRefactoring: true })) return;
  throw new Error(l10n.t('“{0}” could not be renamed: a file has changed meanwhile or is read-only.', title));
}

/** Whether a file is of the version, or at least has in the places the texts, for which the edits are. */
async function isAsSeen(uri: Uri, { textDocument: { version }, edits }: RetitledFile): Promise<boolean> {
  const document = await workspace.openTextDocument(uri);
  if (version !== null && document.version !== version) return false;
  return edits.every(({ range, oldText }) => document.getText(rangeOf(range)) === oldText);
}

function rangeOf({ start, end }: RetitledFile['edits'][number]['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
