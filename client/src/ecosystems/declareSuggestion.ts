import {
  commands,
  type Disposable,
  l10n,
  Range,
  type TreeView,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { TextInsertion } from '../../../server/src/protocol';
import type { LanguageServer } from '../languageServer/languageServer';
import { tellWarning } from '../notifications';
import type { RowNode } from './rowNode';
import type { RowProvider } from './rowProvider';

/** The command that writes down an ecosystem which the view suggests, and selects its name. */
export function registerDeclareSuggestion(
  server: LanguageServer,
  view: TreeView<RowNode>,
  rows: RowProvider,
): Disposable {
  return commands.registerCommand(
    'dealgraph.ecosystems.declareSuggestion',
    async (node: RowNode | undefined = view.selection[0]) => {
      if (node?.row.kind !== 'suggestion') return;
      const insertion = await server.treeSuggestion({ query: rows.query, row: node.row.id });
      if (insertion === null || !(await insert(insertion))) {
        void tellWarning(l10n.t('The ecosystem could not be written down here.'));
      }
    },
  );
}

/** @returns whether the text is in the file, which is left for the user to save */
async function insert({ uri, position, text, name }: TextInsertion): Promise<boolean> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  // The file may have changed since the server looked at it.
  const at = document.validatePosition(document.positionAt(document.getText().length));
  if (at.line !== position.line || at.character !== position.character) return false;
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, at, text);
  if (!(await workspace.applyEdit(edit))) return false;
  const start = document.offsetAt(at);
  await window.showTextDocument(document, {
    selection: new Range(document.positionAt(start + name.start), document.positionAt(start + name.end)),
  });
  return true;
}
