import * as l10n from '@vscode/l10n';
import {
  CodeActionKind,
  type ClientCapabilities,
  type Connection,
  type Position,
  type ResponseError,
} from 'vscode-languageserver';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import { codeActionsAt, type ActionClient } from '../features/code-actions';
import { completionsAt, resolveCompletion, type CompletionClient } from '../features/completion';
import { definitionLocationsAt, definitionsAt } from '../features/definition';
import { FileMemory } from '../features/file-memory';
import { fileTemplate } from '../features/file-template';
import { foldingRangesOf } from '../features/folding';
import { formattingEdits } from '../features/formatting';
import { hoverAt } from '../features/hover';
import { cursorAt, type Cursor } from '../features/locations';
import { outlineOf } from '../features/outline';
import { referencesAt } from '../features/references';
import { prepareRename, renameAt, RenameRefused } from '../features/rename';
import { semanticTokensIn, semanticTokensOf, semanticTokensSince } from '../features/semantic-tokens';
import type { DealDocument } from '../language/document';
import type { Project } from '../project/project';
import type { Workspace } from '../project/workspace';
import { fileTemplateMethod, type FileTemplate } from '../protocol';
import type { Defects } from './defects';
import type { DiagnosticsPublisher } from './diagnostics-publisher';
import type { Runtime } from './runtime';
import type { Uris } from './uris';

/** In longer files nothing is remembered of what was worked out: that would take more room than the project itself. */
const mostRemembered = 10_000;

/** Answers the requests of the protocol about a place or a document. */
export class LanguageAnswers {
  /** What is remembered of files that are open. */
  private readonly memories = new Map<string, FileMemory>();
  private linkSupport = false;
  private canNest = false;
  private completionClient: CompletionClient = { snippets: false, defaults: false };
  private actionClient: ActionClient = { snippetEdits: false };

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
    private readonly defects: Defects,
    private readonly uris: Uris,
    private readonly workspace: Workspace,
    private readonly publisher: DiagnosticsPublisher,
  ) {}

  /** Takes in what the client can show. */
  adaptTo({ textDocument, workspace }: ClientCapabilities): void {
    const { documentChanges, snippetEditSupport } = workspace?.workspaceEdit ?? {};
    this.actionClient = { snippetEdits: documentChanges === true && snippetEditSupport === true };
    this.linkSupport = textDocument?.definition?.linkSupport ?? false;
    this.canNest = textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false;
    const { completionItem, completionList } = textDocument?.completion ?? {};
    const defaults = completionList?.itemDefaults ?? [];
    this.completionClient = {
      snippets: completionItem?.snippetSupport ?? false,
      defaults: defaults.includes('editRange') && defaults.includes('data'),
    };
  }

  listen(): void {
    this.answerAtPlaces();
    this.answerOnDocuments();
    this.answerSemanticTokens();
    this.connection.onRequest(fileTemplateMethod, (): FileTemplate => ({
      snippet: fileTemplate(this.runtime.today()),
    }));
  }

  /** Gives back what is remembered for an open file. */
  closed(uri: string): void {
    this.memories.delete(uri);
  }

  private answerAtPlaces(): void {
    const { connection } = this;
    connection.onHover(({ textDocument, position }) =>
      this.at(textDocument.uri, position, 'hover', (cursor) =>
        hoverAt(cursor, !this.publisher.isPartlyRead(cursor.project), this.workspace.today),
      ),
    );
    connection.onCompletion(({ textDocument, position }) =>
      this.at(textDocument.uri, position, 'completion', (cursor) =>
        completionsAt(cursor, this.runtime.today(), this.completionClient),
      ),
    );
    connection.onCompletionResolve((item) =>
      this.defects.isolated('completion', () =>
        resolveCompletion(
          item,
          (uri) => this.workspace.projectOf(this.uris.normalize(uri)),
          this.workspace.today,
        ),
      ),
    );
    connection.onDefinition(({ textDocument, position }) =>
      this.at(textDocument.uri, position, 'definition', (cursor) =>
        this.linkSupport ? definitionsAt(cursor) : definitionLocationsAt(cursor),
      ),
    );
    connection.onReferences(({ textDocument, position, context }) =>
      this.at(textDocument.uri, position, 'references', (cursor) =>
        referencesAt(cursor, context.includeDeclaration),
      ),
    );
    connection.onPrepareRename(({ textDocument, position }) =>
      this.at(textDocument.uri, position, 'rename', (cursor) => prepareRename(this.inWhole(cursor)) ?? null),
    );
    connection.onRenameRequest(({ textDocument, position, newName }) =>
      this.at(
        textDocument.uri,
        position,
        'rename',
        (cursor) => renameAt(this.inWhole(cursor), newName) ?? null,
      ),
    );
  }

  private answerOnDocuments(): void {
    const { connection } = this;
    connection.onDocumentSymbol(({ textDocument }) =>
      this.inDocument(textDocument.uri, 'outline', (_, document, uri, { symbols }) =>
        outlineOf(document, uri, this.canNest, symbols),
      ),
    );
    connection.onFoldingRanges(({ textDocument }) =>
      this.inDocument(textDocument.uri, 'folding', (_, document, __, { folds }) =>
        foldingRangesOf(document, folds),
      ),
    );
    connection.onDocumentFormatting(({ textDocument }) =>
      this.inDocument(textDocument.uri, 'formatting', (_, document, __, { formatting }) =>
        formattingEdits(document, formatting),
      ),
    );
    connection.onCodeAction(({ textDocument, range, context }) =>
      this.inDocument(textDocument.uri, 'code actions', (project, document, uri) =>
        this.codeActions(project, document, uri, range, context.only),
      ),
    );
  }

  private answerSemanticTokens(): void {
    const { semanticTokens } = this.connection.languages;
    const answer = <T>(
      uri: string,
      tokens: (document: DealDocument, known: FileMemory['tokens']) => T,
    ): T | ResponseError | { data: [] } =>
      this.inDocument(uri, 'semantic tokens', (_, document, __, memory) =>
        tokens(document, memory.tokens),
      ) ?? {
        data: [],
      };
    semanticTokens.on(({ textDocument }) => answer(textDocument.uri, semanticTokensOf));
    semanticTokens.onDelta(({ textDocument, previousResultId }) =>
      answer(textDocument.uri, (document, known) => semanticTokensSince(document, previousResultId, known)),
    );
    semanticTokens.onRange(({ textDocument, range }) =>
      answer(textDocument.uri, (document, known) => semanticTokensIn(document, range, known)),
    );
  }

  /** A cursor in a project whose files are all read: in others a rename would leave the old name behind. */
  private inWhole(cursor: Cursor): Cursor {
    if (!this.publisher.isPartlyRead(cursor.project)) return cursor;
    throw new RenameRefused(
      l10n.t(
        'Some files of this project are not read, and may mention the name. Wait, or read the rest first.',
      ),
    );
  }

  private codeActions(
    project: Project,
    document: DealDocument,
    uri: string,
    range: Range,
    only: string[] | undefined,
  ): CodeAction[] {
    const findings = this.publisher.findingsOf(project);
    const wanted = only === undefined || only.some((kind) => CodeActionKind.QuickFix.startsWith(kind));
    return findings && wanted
      ? codeActionsAt(project, findings, document, uri, range, this.actionClient)
      : [];
  }

  private at<T>(
    uri: string,
    position: Position,
    what: string,
    answer: (cursor: Cursor) => T,
  ): T | ResponseError | null {
    return this.defects.isolated(what, () => {
      const key = this.uris.normalize(uri);
      const project = this.workspace.projectOf(key);
      const cursor = project && cursorAt(project, key, position);
      return cursor ? answer(cursor) : null;
    });
  }

  private inDocument<T>(
    uri: string,
    what: string,
    answer: (project: Project, document: DealDocument, uri: string, memory: FileMemory) => T,
  ): T | ResponseError | null {
    return this.defects.isolated(what, () => {
      const key = this.uris.normalize(uri);
      const project = this.workspace.projectOf(key);
      const document = project?.document(key);
      return project && document ? answer(project, document, uri, this.memoryOf(key, document)) : null;
    });
  }

  /** What is remembered of a file that is open. */
  private memoryOf(uri: string, document: DealDocument): FileMemory {
    let memory = this.memories.get(uri);
    if (!memory) {
      memory = new FileMemory();
      if (this.workspace.openDocument(uri) && document.itemCount <= mostRemembered)
        this.memories.set(uri, memory);
    }
    return memory;
  }
}
