import { commands, Disposable, env, FileSystemError, l10n, type TreeView, Uri, workspace } from 'vscode';
import type { Location } from 'vscode-languageserver-types';
import { tellWarning } from '../notifications';
import { openArguments } from './location';
import type { RowNode } from './rowNode';

/** The commands on a row. From a keybinding they come without one and take the selected row. */
export function registerRowCommands(view: TreeView<RowNode>): Disposable {
  const onDeclared =
    (run: (name: Location) => Promise<void>) =>
    async (node: RowNode | undefined = view.selection[0]): Promise<void> => {
      const location = node?.row.location;
      if (location !== undefined) await run(location);
    };

  return Disposable.from(
    commands.registerCommand(
      'dealgraph.ecosystems.revealSource',
      onDeclared(async (name) => commands.executeCommand('vscode.open', ...openArguments(name))),
    ),
    // The name as it is written in deals, which can differ from the label.
    commands.registerCommand('dealgraph.ecosystems.copyName', onDeclared(copyName)),
  );
}

async function copyName(name: Location): Promise<void> {
  try {
    await env.clipboard.writeText(await textAt(name));
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    // The row is older than what became of the file; the view follows in a moment.
    const path = workspace.asRelativePath(Uri.parse(name.uri));
    void tellWarning(
      l10n.t(
        '{0} cannot be read, so the name in it was not copied. It may be gone since the row was shown.',
        path,
      ),
    );
  }
}

/**
 * The text at a place on one line. A file that is not open stays so: VS Code would keep it open for minutes, even when
 * it is deleted meanwhile, and with it all that is declared there.
 */
async function textAt({ uri, range: { start, end } }: Location): Promise<string> {
  const file = Uri.parse(uri);
  const open = workspace.textDocuments.find((document) => document.uri.toString() === file.toString());
  const text =
    open?.getText() ??
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(file));
  return text.split(/\r\n|\r|\n/)[start.line]?.slice(start.character, end.character) ?? '';
}
