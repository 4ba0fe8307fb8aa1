import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Workspace } from '../project/workspace';

/** Edits with the version of each file that they are for; null where it is not open in an editor. */
export function versionedEdits(workspace: Workspace, { changes = {} }: WorkspaceEdit): TextDocumentEdit[] {
  return Object.entries(changes).map(([uri, edits]: [string, TextEdit[]]) => ({
    textDocument: { uri, version: workspace.openDocument(uri)?.version ?? null },
    edits,
  }));
}
