import * as l10n from '@vscode/l10n';
import {
  LSPErrorCodes,
  ResponseError,
  type ClientCapabilities,
  type ServerCapabilities,
} from 'vscode-languageserver';
import {
  CodeActionTriggerKind,
  Range,
  type CodeActionContext,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { actionsAt, dataOf, resolvedAction, type ActionRequest } from '../features/actions/actions';
import { plainClient, type ActionClient } from '../features/actions/client';
import { actionKinds } from '../features/actions/kinds';
import { completionsAt, resolveCompletion, type CompletionClient } from '../features/completion/completion';
import type { FileMemory } from '../features/file-memory';
import { configEditsFor } from '../features/file-rename';
import { declarationOf } from '../features/declare';
import { fileTemplate } from '../features/file-template';
import { formattingEdits, formattingEditsAsTyped, formattingEditsIn } from '../features/formatting';
import type { Cursor } from '../features/locations';
import { prepareRename, renameAt, RenameRefused } from '../features/rename';
import type { DealDocument } from '../language/document';
import { isKind } from '../language/schema';
import type { Project } from '../project/project';
import { declareCommand, fileTemplateMethod, showCommand, type FileTemplate } from '../protocol';
import type { Answering } from './answering';
import { versionedEdits } from './versioned-edit';

/** Answers the requests whose answers change a text, or say how it could go on. */
export class EditingAnswers {
  private completionClient: CompletionClient = {
    snippets: false,
    declares: false,
    defaults: false,
    replaces: false,
  };
  private actionClient: ActionClient = plainClient;

  constructor(private readonly answering: Answering) {}

  /** Takes in what the client can do, and says what it can ask. */
  capabilities({ textDocument, window, workspace }: ClientCapabilities): ServerCapabilities {
    this.actionClient = actionClientOf({ textDocument, window, workspace });
    const commands = [
      ...(workspace?.applyEdit ? [declareCommand] : []),
      ...(this.actionClient.showsDocuments ? [showCommand] : []),
    ];
    const { completionItem, completionList } = textDocument?.completion ?? {};
    const defaults = completionList?.itemDefaults ?? [];
    this.completionClient = {
      snippets: completionItem?.snippetSupport ?? false,
      declares: workspace?.applyEdit ?? false,
      defaults: defaults.includes('editRange') && defaults.includes('data'),
      replaces: completionItem?.insertReplaceSupport ?? false,
    };
    return {
      completionProvider: {
        resolveProvider: true,
        triggerCharacters: [' ', '$', '.', ',', ':', '>', '<', '~', '"'],
      },
      ...(commands.length > 0 && { executeCommandProvider: { commands } }),
      renameProvider: { prepareProvider: true },
      documentFormattingProvider: true,
      documentRangeFormattingProvider: { rangesSupport: true },
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
      codeActionProvider: { codeActionKinds: [...actionKinds], resolveProvider: true },
    };
  }

  listen(): void {
    this.answerCompletion();
    this.answerRename();
    this.answerCommands();
    this.answerFileRename();
    this.answerFormatting();
    this.answerActions();
    const { answering } = this;
    const { connection } = answering;
    connection.onRequest(fileTemplateMethod, (): FileTemplate => ({
      // Seen from another day, what is of today would be still ahead.
      snippet: fileTemplate(answering.workspace.all[0]?.asOf ?? answering.runtime.today()),
    }));
  }

  private answerFormatting(): void {
    const { answering } = this;
    const { connection } = answering;
    const answer = (
      uri: string,
      edits: (document: DealDocument, known: FileMemory['formatting']) => TextEdit[],
    ) =>
      answering.inDocument(uri, 'formatting', (_, document, __, { formatting }) =>
        edits(document, formatting),
      );
    connection.onDocumentFormatting(({ textDocument }) => answer(textDocument.uri, formattingEdits));
    connection.onDocumentRangeFormatting(({ textDocument, range }) =>
      answer(textDocument.uri, (document, known) => formattingEditsIn(document, [range], known)),
    );
    connection.onDocumentRangesFormatting(({ textDocument, ranges }) =>
      answer(textDocument.uri, (document, known) => formattingEditsIn(document, ranges, known)),
    );
    connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }) =>
      answer(textDocument.uri, (document) => formattingEditsAsTyped(document, position, ch)),
    );
  }

  private answerCompletion(): void {
    const { answering } = this;
    const { connection, defects, uris, workspace } = answering;
    connection.onCompletion(({ textDocument, position }) =>
      answering.at(textDocument.uri, position, 'completion', (cursor) =>
        completionsAt(
          cursor,
          cursor.project.asOf,
          this.completionClient,
          !answering.publisher.isPartlyRead(cursor.project),
        ),
      ),
    );
    connection.onCompletionResolve((item) =>
      defects.isolated('completion', () =>
        resolveCompletion(item, (uri) => workspace.projectOf(uris.normalize(uri)), workspace.today),
      ),
    );
  }

  private answerCommands(): void {
    this.answering.connection.onExecuteCommand(({ command, arguments: given = [] }) => {
      if (command === declareCommand) this.declare(given);
      if (command === showCommand) this.show(given);
      return null;
    });
  }

  /** Declares a name that was taken from a completion list. */
  private declare([uri, kind, name]: readonly unknown[]): void {
    const { connection, defects, publisher, uris, workspace } = this.answering;
    if (typeof uri !== 'string' || typeof kind !== 'string' || typeof name !== 'string' || !isKind(kind))
      return;
    void defects.attempt('declaring a name', async () => {
      const key = uris.normalize(uri);
      const project = workspace.projectOf(key);
      const isKnown = project && !publisher.isPartlyRead(project);
      const found = isKnown && declarationOf(project, key, kind, name);
      if (found) {
        const label = l10n.t('Declare {0} “{1}”', kind, name);
        await connection.workspace.applyEdit({ label, edit: { changes: { [found.uri]: [found.edit] } } });
      }
    });
  }

  /** Shows what an action has written in another file. */
  private show([uri, selection]: readonly unknown[]): void {
    const { connection, defects } = this.answering;
    if (typeof uri !== 'string' || !Range.is(selection)) return;
    void defects.attempt('showing a place', async () => {
      await connection.window.showDocument({ uri, takeFocus: true, selection });
    });
  }

  /** Has globs in a `dealgraph.json` follow what they name. */
  private answerFileRename(): void {
    const { connection, defects, uris, workspace } = this.answering;
    connection.workspace.onWillRenameFiles(({ files }) => {
      const moves = files.map(({ oldUri, newUri }) => ({
        oldUri: uris.normalize(oldUri),
        newUri: uris.normalize(newUri),
      }));
      const edit = defects.isolated('renaming files', (): WorkspaceEdit | null => {
        const changes: Record<string, TextEdit[]> = {};
        for (const uri of workspace.configUris) {
          const text = workspace.configProblems(uri)?.text;
          const folder = uri.slice(0, uri.lastIndexOf('/'));
          const edits = text === undefined ? [] : configEditsFor(text, folder, moves);
          if (edits.length > 0) changes[uri] = edits;
        }
        return Object.keys(changes).length > 0 ? { changes } : null;
      });
      // Nobody is kept from renaming a file.
      return edit instanceof ResponseError ? null : edit;
    });
  }

  private answerRename(): void {
    const { answering } = this;
    const { connection } = answering;
    connection.onPrepareRename(({ textDocument, position }) =>
      answering.at(
        textDocument.uri,
        position,
        'rename',
        (cursor) => prepareRename(this.inWhole(cursor)) ?? null,
      ),
    );
    connection.onRenameRequest(({ textDocument, position, newName }) =>
      answering.at(textDocument.uri, position, 'rename', (cursor) =>
        this.versioned(renameAt(this.inWhole(cursor), newName) ?? null),
      ),
    );
  }

  /** An edit with the versions that it is for, for clients that look at them. */
  private versioned(edit: WorkspaceEdit | null): WorkspaceEdit | null {
    if (!edit || !this.actionClient.documentChanges) return edit;
    return { documentChanges: versionedEdits(this.answering.workspace, edit) };
  }

  /** A cursor in a project whose files are all read: in others a rename would leave the old name behind. */
  private inWhole(cursor: Cursor): Cursor {
    if (!this.answering.publisher.isPartlyRead(cursor.project)) return cursor;
    throw new RenameRefused(
      l10n.t(
        'Some files of this project are not read, and may mention the name. Wait, or read the rest first.',
      ),
    );
  }

  private answerActions(): void {
    const { answering } = this;
    const { connection } = answering;
    connection.onCodeAction(({ textDocument, range, context }) =>
      answering.inDocument(textDocument.uri, 'code actions', (project, document, uri) =>
        actionsAt(this.actionRequest(project, document, uri, range, context)),
      ),
    );
    connection.onCodeActionResolve((action) => {
      const data = dataOf(action);
      if (!data) return action;
      const { uri, range } = data;
      const answer = answering.inDocument(uri, 'code actions', (project, document) =>
        resolvedAction(action, data, this.actionRequest(project, document, uri, range)),
      );
      return (
        answer ?? new ResponseError(LSPErrorCodes.ContentModified, l10n.t('The text has changed since.'))
      );
    });
  }

  private actionRequest(
    project: Project,
    document: DealDocument,
    spelled: string,
    range: Range,
    context?: CodeActionContext,
  ): ActionRequest {
    const { publisher, runtime, uris } = this.answering;
    return {
      project,
      document,
      uri: uris.normalize(spelled),
      spelled,
      range,
      findings: publisher.findingsOf(project),
      client: this.actionClient,
      today: runtime.today(),
      isWhole: !publisher.isPartlyRead(project),
      only: context?.only,
      isAutomatic: context?.triggerKind === CodeActionTriggerKind.Automatic,
    };
  }
}

/** What a client says that it can do with actions. */
function actionClientOf({ textDocument, window, workspace }: ClientCapabilities): ActionClient {
  const { documentChanges = false, snippetEditSupport, resourceOperations } = workspace?.workspaceEdit ?? {};
  const { dataSupport, disabledSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return {
    documentChanges,
    snippetEdits: documentChanges && snippetEditSupport === true,
    createsFiles: documentChanges && (resourceOperations?.includes('create') ?? false),
    resolvesEdits: dataSupport === true && (resolveSupport?.properties.includes('edit') ?? false),
    showsRefused: disabledSupport === true,
    showsDocuments: window?.showDocument?.support === true,
  };
}
