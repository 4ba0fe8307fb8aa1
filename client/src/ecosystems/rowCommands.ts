import {
  commands,
  Disposable,
  env,
  Range,
  type TextDocument,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { RowNode } from './rowNode';

/** The commands on a row. From a keybinding they come without one and take the selected row. */
export function registerRowCommands(view: TreeView<RowNode>): Disposable {
  const onDeclared =
    (run: (document: TextDocument, name: Range) => Promise<void>) =>
    async (node: RowNode | undefined = view.selection[0]): Promise<void> => {
      const location = node?.row.location;
      if (location === undefined) return;
      const { start, end } = location.range;
      const document = await workspace.openTextDocument(Uri.parse(location.uri));
      await run(document, new Range(start.line, start.character, end.line, end.character));
    };

  return Disposable.from(
    commands.registerCommand(
      'dealgraph.ecosystems.revealSource',
      onDeclared(async (document, selection) => {
        await window.showTextDocument(document, { selection });
      }),
    ),
    commands.registerCommand(
      'dealgraph.ecosystems.copyName',
      // The name as it is written in deals, which can differ from the label.
      onDeclared(async (document, name) => env.clipboard.writeText(document.getText(name))),
    ),
  );
}
