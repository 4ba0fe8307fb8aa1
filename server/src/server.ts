import * as l10n from '@vscode/l10n';
import {
  CodeActionKind,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  FileChangeType,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  WatchKind,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import type { Range } from 'vscode-languageserver-types';
import { URI } from 'vscode-uri';
import { Findings } from './project/findings';
import { checks } from './checks/registry';
import { codeActionsAt } from './features/code-actions';
import { completionsAt, resolveCompletion, type CompletionClient } from './features/completion';
import { configDiagnostics, diagnosticsOf } from './features/diagnostics';
import { definitionLocationsAt, definitionsAt } from './features/definition';
import { FileMemory } from './features/file-memory';
import { foldingRangesOf } from './features/folding';
import { formattingEdits } from './features/formatting';
import { hoverAt } from './features/hover';
import { cursorAt, type Cursor } from './features/locations';
import { outlineOf } from './features/outline';
import { referencesAt } from './features/references';
import { prepareRename, renameAt, RenameRefused } from './features/rename';
import {
  semanticTokensIn,
  semanticTokensLegend,
  semanticTokensOf,
  semanticTokensSince,
} from './features/semantic-tokens';
import { fileTemplate } from './features/file-template';
import { TreeView } from './features/tree/view';
import { DealDocument } from './language/document';
import type { Declaration } from './model/declaration';
import { configFileName } from './project/config';
import type { FileAccess } from './project/files';
import { Slices } from './project/slices';
import { ShownProgress, type Progress, type ShownWork } from './project/progress';
import type { Project } from './project/project';
import { isConfig, Workspace } from './project/workspace';
import { dealFileEnd, WorkspaceReader } from './project/workspace-reader';
import {
  fileTemplateMethod,
  findFilesMethod,
  readFileMethod,
  readRestMethod,
  serverStatusMethod,
  treeChangedMethod,
  treeChildrenMethod,
  treePathMethod,
  treeTooltipMethod,
  type FileTemplate,
  type FindFilesParams,
  type InitializationOptions,
  type ReadFileParams,
  type ServerStatusParams,
  type TreeChangedParams,
  type TreeChildrenParams,
  type TreePathParams,
  type TreeQuery,
  type TreeTooltipParams,
} from './protocol';

/** What the server needs from the place where it runs; Node and a web worker give it in their own ways. */
export interface Runtime {
  /** Files of folders that the runtime can read itself, by URI; undefined where it cannot. */
  readonly files: FileAccess | undefined;
  /** Whether `files` can read that folder. */
  reads(uri: string): boolean;
  /** Today as a day number (days since 1970-01-01), in the user's own time zone. */
  today(): number;
  /** Lets what waits in the queue have its turn. */
  pause(): Promise<void>;
  /** Waits so many milliseconds. */
  delay(milliseconds: number): Promise<void>;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
}

/** Items that are checked and findings that are sent before others get a turn. A request takes several turns. */
const checksInSlice = 750;

/** Deals that are worked off for an answer about the tree before others get a turn. */
const dealsInSlice = 250;

/** Milliseconds after which people wonder what is going on. */
const longWork = 500;

const none: ReadonlySet<Declaration> = new Set();

/** In longer files nothing is remembered of what was worked out: that would take more room than the project itself. */
const mostRemembered = 10_000;

/** The tree waits for so many times as long as answering about it took, between these bounds in milliseconds. */
const treePause = 3;
const shortestTreePause = 15;
const longestTreePause = 1000;

/** Starts a language server on a connection. */
export function startServer(connection: Connection, runtime: Runtime): void {
  new Server(connection, runtime).listen();
}

class Server {
  private readonly workspace: Workspace;
  private readonly reader: WorkspaceReader;
  private readonly findings = new Map<Project, Findings>();
  /** Projects of which files are not read, so that nobody knows what names stand for. */
  private readonly partlyRead = new Set<Project>();
  private readonly trees = new TreeView(
    () => this.workspace.all,
    // While files are read, problems change all the time.
    (project) => (this.loading > 0 ? undefined : this.findings.get(project)),
  );
  /** Files whose diagnostics may differ from what was published. */
  private readonly dirty = new Set<string>();
  /** For a file: the files whose published diagnostics point into it. */
  private readonly pointingAt = new Map<string, Set<string>>();
  private publishing = false;
  private readonly treeSlices: Slices;
  /** Milliseconds that went into answers about the tree since it changed last. */
  private treeCost = 0;
  private treeWaiting = false;
  private treeOutdated = false;
  private loading = 0;
  private clientFiles: FileAccess | undefined;
  private linkSupport = false;
  private canWatch = false;
  private followsFolders = false;
  private canNest = false;
  private completionClient: CompletionClient = { snippets: false, defaults: false };
  private readonly normalized = new Map<string, string>();
  /** What is remembered of files that are open. */
  private readonly memories = new Map<string, FileMemory>();

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
  ) {
    this.workspace = new Workspace(runtime.today(), {
      projectAdded: (project) => {
        const isRead = this.reader.completeness();
        if (!isRead(project.root)) this.partlyRead.add(project);
        this.findings.set(project, this.findingsFor(project));
      },
      projectRemoved: (project) => {
        this.findings.delete(project);
        this.partlyRead.delete(project);
      },
      changed: (project, delta) => {
        // What names stand for is not looked at before all files are read.
        const affected = this.partlyRead.has(project) ? none : delta.affected;
        this.findings.get(project)?.invalidate({ ...delta, affected });
        this.trees.changed(project, delta);
        this.dirty.add(delta.uri);
        for (const { item } of affected) {
          const uri = project.uriOf(item);
          if (uri !== undefined) this.dirty.add(uri);
        }
        for (const uri of this.pointingAt.get(delta.uri) ?? []) this.dirty.add(uri);
      },
    });
    this.treeSlices = new Slices(() => runtime.pause(), dealsInSlice);
    this.reader = new WorkspaceReader(this.workspace, {
      filesFor: (uri) => this.filesFor(uri),
      normalize: (uri) => this.normalize(uri),
      configChanged: (uri) => this.dirty.add(uri),
      pause: () => runtime.pause(),
      failed: (what, error) => this.log(`reading ${what}`, error),
    });
  }

  listen(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    this.listenToDocuments();
    this.listenToFiles();
    this.answerRequests();
    this.answerOwnRequests();
    connection.listen();
  }

  // --- start

  private initialize(params: InitializeParams): InitializeResult {
    const options: InitializationOptions = params.initializationOptions ?? {};
    if (options.l10n) l10n.config({ contents: { ...options.l10n } });
    if (options.filesFromClient) this.clientFiles = this.filesOfClient();
    const { workspace, textDocument } = params.capabilities;
    this.linkSupport = textDocument?.definition?.linkSupport ?? false;
    this.canNest = textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false;
    const { completionItem, completionList } = textDocument?.completion ?? {};
    const defaults = completionList?.itemDefaults ?? [];
    this.completionClient = {
      snippets: completionItem?.snippetSupport ?? false,
      defaults: defaults.includes('editRange') && defaults.includes('data'),
    };
    this.followsFolders = workspace?.workspaceFolders ?? false;
    this.canWatch = workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
    const folders =
      params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    this.workspace.setFolders(folders.map((uri) => this.normalize(uri)));
    return {
      serverInfo: { name: 'Dealgraph' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        completionProvider: {
          resolveProvider: true,
          triggerCharacters: [' ', '$', '.', ',', ':', '>', '<', '~', '"'],
        },
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        documentFormattingProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: {
            didRename: { filters: [{ pattern: { glob: '**/*' } }] },
            didDelete: { filters: [{ pattern: { glob: '**/*' } }] },
          },
        },
      },
    };
  }

  private initialized(): void {
    const { connection } = this;
    if (this.canWatch) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: `**/*${dealFileEnd}` },
          { globPattern: `**/${configFileName}` },
          // A folder that is deleted, renamed or moved in is told of by itself, not by the files in it.
          { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
        ],
      });
    }
    if (this.followsFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        void this.attempt('changing folders', () => this.changeFolders(added, removed));
      });
    }
    void this.attempt('reading the workspace', () => this.load(this.workspace.workspaceFolders));
  }

  private async changeFolders(
    added: readonly WorkspaceFolder[],
    removed: readonly WorkspaceFolder[],
  ): Promise<void> {
    const { workspace } = this;
    const gone = new Set(removed.map(({ uri }) => this.normalize(uri)));
    const come = added.map(({ uri }) => this.normalize(uri));
    const configs = workspace.configUris;
    workspace.setFolders([...workspace.workspaceFolders.filter((folder) => !gone.has(folder)), ...come]);
    for (const uri of configs) this.dirty.add(uri);
    await this.load(come);
  }

  /** Reads all files of folders; what is open in an editor is left as it is there. */
  private load(folders: readonly string[]): Promise<void> {
    return this.reads((progress) => this.reader.readWorkspace(folders, progress));
  }

  private async reads(read: (progress: Progress) => Promise<void>): Promise<void> {
    this.loading++;
    this.tellStatus();
    await this.followed(
      {
        title: l10n.t('Reading deal files'),
        cancellable: true,
        describe: (done, expected) => l10n.t('{0} of {1} files', done, expected),
      },
      read,
    );
    this.loading--;
    this.takeStock();
    this.changed();
    this.tellStatus();
  }

  /** Finds out which projects are read in full by now: only there something can be said of names. */
  private takeStock(): void {
    if (this.partlyRead.size === 0 && this.reader.unreadCount === 0) return;
    const isRead = this.reader.completeness();
    for (const project of this.workspace.all) {
      if (isRead(project.root) === !this.partlyRead.has(project)) continue;
      if (!this.partlyRead.delete(project)) this.partlyRead.add(project);
      this.findings.set(project, this.findingsFor(project));
      for (const uri of project.uris) this.dirty.add(uri);
    }
  }

  /**
   * What is to be said of a project. Where files of it are missing, because it leaves them out or they are not read,
   * what it refers to would be unknown, and what it declares unused.
   */
  private findingsFor(project: Project): Findings {
    const lacksFiles = this.partlyRead.has(project) || this.workspace.leavesOut(project.root);
    const own = lacksFiles ? checks.filter(({ scope }) => scope === 'item') : checks;
    return new Findings(project, own, (check, error) => this.log(`check ${check.code}`, error));
  }

  /** Does work whose progress is shown where it takes long. */
  private async followed(work: ShownWork, run: (progress: Progress) => Promise<void>): Promise<void> {
    const progress = new ShownProgress(work);
    void this.attempt('showing progress', async () => {
      await this.runtime.delay(longWork);
      await progress.show(() => this.connection.window.createWorkDoneProgress());
    });
    try {
      await run(progress);
    } finally {
      progress.end();
    }
  }

  // --- documents

  private listenToDocuments(): void {
    const { connection, workspace } = this;
    connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
      workspace.setEditorText(this.normalize(uri), DealDocument.parse(text), version);
      this.changed();
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      const key = this.normalize(uri);
      let document = workspace.openDocument(key)?.document;
      // A change that comes after the document was closed has no text that it could change.
      if (!document) return;
      for (const change of contentChanges) {
        document =
          'range' in change
            ? document.replace(
                document.offsetAt(change.range.start),
                document.offsetAt(change.range.end),
                change.text,
              )
            : DealDocument.parse(change.text);
      }
      workspace.setEditorText(key, document, version);
      this.changed();
    });
    connection.onDidCloseTextDocument(({ textDocument }) => {
      const uri = this.normalize(textDocument.uri);
      this.closeEditor(uri);
      this.normalized.delete(textDocument.uri);
      this.changed();
      // Clients that do not watch files have said nothing of what happened on disk meanwhile.
      if (!this.canWatch && workspace.holds(uri)) this.followDisk(() => this.reader.changed(uri));
    });
  }

  /** Gives back what is remembered for an open file alone, and with the last one of a project what is for typing in it. */
  private closeEditor(uri: string): void {
    const { workspace } = this;
    const project = workspace.projectOf(uri);
    workspace.closeEditor(uri);
    this.memories.delete(uri);
    if (project?.uris.every((other) => !workspace.openDocument(other))) project.directory.forget();
  }

  private listenToFiles(): void {
    const { connection, reader } = this;
    connection.onDidChangeWatchedFiles(({ changes }) => {
      this.followDisk(async () => {
        const reads: Promise<void>[] = [];
        for (const { uri, type } of changes) {
          const key = this.normalize(uri);
          if (type === FileChangeType.Deleted) reader.deleted(key);
          else reads.push(reader.changed(key));
        }
        await Promise.all(reads);
      });
    });
    connection.workspace.onDidRenameFiles(({ files }) => {
      this.followDisk(async () => {
        for (const { oldUri } of files) reader.deletedByUser(this.normalize(oldUri));
        await Promise.all(files.map(({ newUri }) => reader.changed(this.normalize(newUri))));
      });
    });
    connection.workspace.onDidDeleteFiles(({ files }) => {
      for (const { uri } of files) reader.deletedByUser(this.normalize(uri));
      this.changed();
    });
  }

  private followDisk(follow: () => Promise<void>): void {
    void this.attempt('following the disk', async () => {
      await follow();
      this.takeStock();
      this.changed();
      if (this.reader.unreadCount > 0) this.tellStatus();
    });
  }

  private filesFor(uri: string): FileAccess | undefined {
    return this.runtime.files && this.runtime.reads(uri) ? this.runtime.files : this.clientFiles;
  }

  private filesOfClient(): FileAccess {
    const { connection } = this;
    return {
      find: (folder, nameEnd) => {
        const params: FindFilesParams = {
          folder,
          glob: nameEnd === dealFileEnd ? `**/*${nameEnd}` : `**/${nameEnd}`,
        };
        return connection.sendRequest<string[]>(findFilesMethod, params);
      },
      read: (uri) => {
        const params: ReadFileParams = { uri };
        return connection.sendRequest<string | null>(readFileMethod, params);
      },
    };
  }

  // --- diagnostics

  /** Publishes what has changed: open files at once, the others in slices between which requests get their turn. */
  private changed(): void {
    this.workspace.asOf = this.runtime.today();
    for (const uri of this.dirty) {
      if (this.workspace.openDocument(uri)) this.publish(uri);
    }
    // While files are read, what is published now would be out of date as soon as they are.
    if (this.dirty.size > 0 && !this.publishing && this.loading === 0) {
      this.publishing = true;
      void this.attempt('publishing diagnostics', () => this.publishRest());
    }
    if (this.loading === 0) this.tellTree();
  }

  private async publishRest(): Promise<void> {
    const work: ShownWork = {
      title: l10n.t('Checking deals'),
      cancellable: false,
      describe: (done, expected) => l10n.t('{0} of {1} files', done, expected),
    };
    await this.followed(work, async (progress) => {
      try {
        await this.runtime.pause();
        const slices = new Slices(() => this.runtime.pause(), checksInSlice);
        let known = 0;
        while (this.dirty.size > 0 && this.loading === 0) {
          await slices.do((room) => {
            const [uri] = this.dirty;
            if (uri === undefined) return 0;
            progress.expect(Math.max(0, this.dirty.size - known));
            const looked = this.lookAhead(uri, room);
            const isLookedAt = looked < room;
            const sent = isLookedAt ? 1 + this.publish(uri) : 0;
            if (isLookedAt) progress.advance();
            known = this.dirty.size;
            return looked + sent;
          });
        }
      } finally {
        // At once: what becomes dirty from now on starts the next round.
        this.publishing = false;
      }
    });
  }

  /** Checks items of a file whose turn it is, and says how many. */
  private lookAhead(uri: string, most: number): number {
    const project = this.workspace.projectOf(uri);
    return (project && !isForeign(uri) && this.findings.get(project)?.lookAhead(uri, most)) || 0;
  }

  /** Sends what is to be said about a file, and tells how much that is. */
  private publish(uri: string): number {
    this.dirty.delete(uri);
    const project = this.workspace.projectOf(uri);
    const findings = project && this.findings.get(project);
    if (isConfig(uri)) {
      const config = this.workspace.configProblems(uri);
      const diagnostics = config ? configDiagnostics(config.text, config.problems) : [];
      void this.connection.sendDiagnostics({ uri, diagnostics });
      return diagnostics.length;
    }
    if (!project || !findings) {
      this.forget(uri);
      void this.connection.sendDiagnostics({ uri, diagnostics: [] });
      return 0;
    }
    const { diagnostics, relatedFiles } = isForeign(uri)
      ? { diagnostics: [], relatedFiles: new Set<string>() }
      : diagnosticsOf(project, findings, uri);
    this.forget(uri);
    for (const other of relatedFiles) {
      let sources = this.pointingAt.get(other);
      if (!sources) this.pointingAt.set(other, (sources = new Set()));
      sources.add(uri);
    }
    const version = this.workspace.openDocument(uri)?.version;
    void this.connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics });
    return diagnostics.length;
  }

  private forget(uri: string): void {
    for (const [other, sources] of this.pointingAt) {
      if (sources.delete(uri) && sources.size === 0) this.pointingAt.delete(other);
    }
  }

  // --- requests of the protocol

  private answerRequests(): void {
    const { connection } = this;
    connection.onHover(({ textDocument, position }) =>
      this.at(textDocument.uri, position, 'hover', (cursor) => hoverAt(cursor)),
    );
    connection.onCompletion(({ textDocument, position }) =>
      this.at(textDocument.uri, position, 'completion', (cursor) =>
        completionsAt(cursor, this.runtime.today(), this.completionClient),
      ),
    );
    connection.onCompletionResolve((item) =>
      this.isolated('completion', () =>
        resolveCompletion(item, (uri) => this.workspace.projectOf(this.normalize(uri))),
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
    this.answerSemanticTokens();
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
    if (!this.partlyRead.has(cursor.project)) return cursor;
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
  ) {
    const findings = this.findings.get(project);
    const wanted = only === undefined || only.some((kind) => CodeActionKind.QuickFix.startsWith(kind));
    return findings && wanted ? codeActionsAt(project, findings, document, uri, range) : [];
  }

  private answerOwnRequests(): void {
    const { connection, trees } = this;
    connection.onRequest(treeChildrenMethod, ({ query, parent }: TreeChildrenParams, token) =>
      this.aboutTree(query, token, parent !== undefined, () => trees.children(query, parent)),
    );
    connection.onRequest(treeTooltipMethod, ({ query, row }: TreeTooltipParams, token) =>
      this.aboutTree(query, token, true, () => trees.tooltip(query, row)),
    );
    connection.onRequest(treePathMethod, ({ query, textDocument, position }: TreePathParams, token) =>
      this.aboutTree(query, token, true, () => {
        const project = this.workspace.projectOf(this.normalize(textDocument.uri));
        const cursor = project && cursorAt(project, this.normalize(textDocument.uri), position);
        return cursor ? trees.path(query, cursor) : [];
      }),
    );
    connection.onRequest(readRestMethod, async () => {
      await this.attempt('reading the rest', () => this.reads((progress) => this.reader.readRest(progress)));
    });
    connection.onRequest(fileTemplateMethod, (): FileTemplate => ({
      snippet: fileTemplate(this.runtime.today()),
    }));
  }

  /** Answers about the tree. What that needs to know of all deals is worked out in slices, until nobody waits for it. */
  private async aboutTree<T>(
    query: TreeQuery,
    token: CancellationToken,
    inOrder: boolean,
    answer: () => T,
  ): Promise<T | ResponseError> {
    const timed = <R>(run: () => R): R => {
      const start = this.runtime.now();
      const result = run();
      this.treeCost += this.runtime.now() - start;
      return result;
    };
    for (let isLeft = true; isLeft;) {
      if (token.isCancellationRequested) {
        return new ResponseError(
          LSPErrorCodes.RequestCancelled,
          l10n.t('Nobody waits for the answer any more.'),
        );
      }
      isLeft = await this.treeSlices.do((room) => {
        const done = timed(() => this.isolated('tree', () => this.trees.prepare(query, room, inOrder)));
        // Where it failed, the answer fails in the same way.
        return done instanceof ResponseError ? 0 : done;
      });
    }
    return timed(() => this.isolated('tree', answer));
  }

  private at<T>(
    uri: string,
    position: Position,
    what: string,
    answer: (cursor: Cursor) => T,
  ): T | ResponseError | null {
    return this.isolated(what, () => {
      const key = this.normalize(uri);
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
    return this.isolated(what, () => {
      const key = this.normalize(uri);
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

  // --- notices to the client

  /**
   * Tells that the tree has changed. Where the client's questions about it take a while, it is told when the typing
   * pauses for several times as long, so that they never stand between a keystroke and its diagnostics.
   */
  private tellTree(): void {
    if (this.treeWaiting) {
      this.treeOutdated = true;
      return;
    }
    const patience = Math.min(treePause * this.treeCost, longestTreePause);
    if (patience < shortestTreePause) {
      this.sendTreeChanged();
      return;
    }
    this.treeWaiting = true;
    void this.attempt('telling of the tree', async () => {
      do {
        this.treeOutdated = false;
        await this.runtime.delay(patience);
      } while (this.treeOutdated);
      this.treeWaiting = false;
      this.sendTreeChanged();
    });
  }

  private sendTreeChanged(): void {
    this.treeCost = 0;
    const empty = this.workspace.all.every((project) => project.declarationCount === 0);
    const params: TreeChangedParams = { empty };
    void this.connection.sendNotification(treeChangedMethod, params);
  }

  private tellStatus(): void {
    const projects = this.workspace.all;
    const unread = this.reader.unreadCount;
    const params: ServerStatusParams = {
      state: this.loading > 0 ? 'reading' : unread > 0 ? 'partlyRead' : 'ready',
      files: projects.reduce((sum, project) => sum + project.fileCount, 0),
      declarations: projects.reduce((sum, project) => sum + project.declarationCount, 0),
      unread,
    };
    void this.connection.sendNotification(serverStatusMethod, params);
  }

  // --- defects

  /** Runs one request by itself: a defect answers it with an error and leaves all others working. */
  private isolated<T>(what: string, run: () => T): T | ResponseError {
    try {
      return run();
    } catch (error) {
      if (error instanceof RenameRefused) return new ResponseError(ErrorCodes.InvalidRequest, error.message);
      this.log(what, error);
      return new ResponseError(
        ErrorCodes.InternalError,
        l10n.t('Dealgraph: {0} failed. The log says why.', what),
      );
    }
  }

  private async attempt(what: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.log(what, error);
    }
  }

  private log(what: string, error: unknown): void {
    this.connection.console.error(
      `${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }

  /** One spelling for each URI: clients escape the same path in different ways. */
  private normalize(uri: string): string {
    let known = this.normalized.get(uri);
    if (known === undefined) {
      const parsed = URI.parse(uri);
      // The root of a file system is nothing but a slash.
      known = parsed.path.length > 1 ? parsed.toString().replace(/\/$/, '') : parsed.toString();
      this.normalized.set(uri, known);
    }
    return known;
  }
}

/**
 * Whether a document is no file of the user's but another program's view of one, such as the old side of a comparison.
 */
function isForeign(uri: string): boolean {
  return /^(git|gitfs|gitlens|review|pr|vscode-local-history|vscode-scm|conflictResolution|chat-editing[\w-]*):/i.test(
    uri,
  );
}
