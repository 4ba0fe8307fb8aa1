import {
  l10n,
  Position,
  SnippetString,
  TextEditorRevealType,
  Uri,
  type ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { SnippetInsertion } from '../../../server/src/protocol';
import { fitsAround, indentedWith } from './textAround';

/**
 * Writes a new deal into its file, in an editor with places for what is not known yet.
 *
 * @param ask where it goes; asked once more where the file is another one by then
 * @throws with words for people where it cannot be written
 */
export async function insertDeal(
  ask: () => Promise<SnippetInsertion>,
  viewColumn: ViewColumn,
): Promise<void> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const { uri, position, snippet, around } = await ask();
    const editor = await window.showTextDocument(Uri.parse(uri), { viewColumn });
    const { document } = editor;
    const at = new Position(position.line, position.character);
    if (!document.validatePosition(at).isEqual(at)) continue;
    if (!fitsAround(document.getText(), document.offsetAt(at), around)) continue;
    const { version } = document;
    const isDone = await editor.insertSnippet(
      new SnippetString(indentedWith(indentOf(editor.options), snippet)),
      at,
      {
        undoStopBefore: true,
        undoStopAfter: true,
        keepWhitespace: true,
      },
    );
    // An editor that only reads takes a snippet as well, and leaves it at that.
    if (!isDone || document.version === version) {
      const file = workspace.asRelativePath(document.uri);
      throw new Error(l10n.t('The deal could not be written: {0} is read-only.', file));
    }
    editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
    return;
  }
  throw new Error(l10n.t('The deal could not be written: its file has changed meanwhile. Draw it again.'));
}

function indentOf({
  insertSpaces,
  tabSize,
}: {
  readonly insertSpaces?: unknown;
  readonly tabSize?: unknown;
}): string {
  return insertSpaces === true ? ' '.repeat(typeof tabSize === 'number' ? tabSize : 4) : '\t';
}
