import * as l10n from '@vscode/l10n';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocumentSyncKind,
  WatchKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { DealDocument } from '../language/document';
import { configFileName } from '../project/config';
import type { FileAccess } from '../project/files';
import type { Progress } from '../project/progress';
import { Workspace } from '../project/workspace';
import { dealFileEnd, WorkspaceReader } from '../project/workspace-reader';
import {
  readRestMethod,
  serverStatusMethod,
  type InitializationOptions,
  type ServerStatusParams,
} from '../protocol';
import { checks } from '../checks/registry';
import { Answering } from './answering';
import { AsOfAnswers } from './as-of-answers';
import { clientFiles } from './client-files';
import { Defects } from './defects';
import { DiagnosticsPublisher } from './diagnostics-publisher';
import { DiagnosticsPuller } from './diagnostics-puller';
import { DisplayAnswers } from './display-answers';
import { EditingAnswers } from './editing-answers';
import { ImportAnswers } from './import-answers';
import { longWorkOn, type LongWork } from './long-work';
import { NavigationAnswers } from './navigation-answers';
import { PictureAnswers } from './picture-answers';
import { PictureEditingAnswers } from './picture-editing-answers';
import { ReportAnswers } from './report-answers';
import type { Runtime } from './runtime';
import { SettingsFollower } from './settings';
import { TreeAnswers } from './tree-answers';
import { Uris } from './uris';

const codes = checks.map(({ code }) => code);

/** Starts a language server on a connection. */
export function startServer(connection: Connection, runtime: Runtime): void {
  new Server(connection, runtime).listen();
}

/** Follows files and editors, and has everybody told of what changes. */
class Server {
  readonly workspace: Workspace;
  readonly reader: WorkspaceReader;
  private readonly uris = new Uris();
  private readonly defects: Defects;
  private readonly longWork: LongWork;
  private readonly publisher: DiagnosticsPublisher;
  private readonly trees: TreeAnswers;
  private readonly settings: SettingsFollower;
  private readonly answering: Answering;
  private readonly puller: DiagnosticsPuller;
  private readonly navigation: NavigationAnswers;
  private readonly display: DisplayAnswers;
  private readonly editing: EditingAnswers;
  private readonly asOf: AsOfAnswers;
  private loading = 0;
  /** The status that was sent last. */
  private told: ServerStatusParams | undefined;
  private filesOfClient: FileAccess | undefined;
  private canWatch = false;
  private followsFolders = false;

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
  ) {
    const defects = new Defects(connection);
    this.defects = defects;
    this.longWork = longWorkOn(connection, runtime, defects);
    this.publisher = new DiagnosticsPublisher(connection, runtime, defects, this.longWork, this);
    // While files are read, problems change all the time.
    this.trees = new TreeAnswers(
      connection,
      runtime,
      defects,
      this.uris,
      this,
      (project) => (this.isLoading ? undefined : this.publisher.findingsOf(project)),
      (project) => !this.publisher.isPartlyRead(project),
    );
    this.workspace = new Workspace(
      runtime.today(),
      {
        projectAdded: (project) => {
          this.publisher.projectAdded(project);
          this.asOf.doubt();
        },
        projectRemoved: (project) => {
          this.publisher.projectRemoved(project);
          this.asOf.doubt();
        },
        changed: (project, delta) => {
          this.publisher.projectChanged(project, delta);
          this.trees.view.changed(project, delta);
        },
      },
      codes,
    );
    this.reader = new WorkspaceReader(this.workspace, {
      filesFor: (uri) => this.filesFor(uri),
      normalize: (uri) => this.uris.normalize(uri),
      configChanged: (uri) => {
        this.publisher.outdated(uri);
        this.asOf.doubt();
      },
      pause: () => runtime.pause(),
      failed: (what, error) => defects.log(`reading ${what}`, error),
    });
    this.asOf = new AsOfAnswers(connection, runtime, defects, this);
    this.settings = new SettingsFollower(connection, defects, () => this.display.refresh());
    this.answering = new Answering(connection, runtime, defects, this.uris, this.workspace, this.publisher);
    this.puller = new DiagnosticsPuller(this.answering);
    this.navigation = new NavigationAnswers(this.answering);
    this.display = new DisplayAnswers(this.answering, this.settings);
    this.editing = new EditingAnswers(this.answering);
  }

  listen(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    this.listenToDocuments();
    this.listenToFiles();
    this.puller.listen();
    this.navigation.listen();
    this.display.listen();
    this.editing.listen();
    this.trees.listen();
    this.asOf.listen();
    new ReportAnswers(connection, this.runtime, this.defects, this.uris, this, this.publisher).listen();
    new ImportAnswers(this.answering).listen();
    new PictureAnswers(connection, this.answering, this).listen();
    new PictureEditingAnswers(this.answering).listen();
    connection.onRequest(readRestMethod, async () => {
      await this.defects.attempt(
        'reading the rest',
        // Who asks twice waits for the same.
        () => this.reader.restUnderWay ?? this.reads((progress) => this.reader.readRest(progress)),
      );
    });
    connection.listen();
  }

  /** Whether files are being read. */
  get isLoading(): boolean {
    return this.loading > 0;
  }

  answered(): Promise<void> {
    return this.trees.answered();
  }

  // --- start

  private initialize(params: InitializeParams): InitializeResult {
    const options: InitializationOptions = params.initializationOptions ?? {};
    if (options.l10n) l10n.config({ contents: { ...options.l10n } });
    this.asOf.choose(options.asOf ?? null);
    if (options.opensReference) this.publisher.leadToPages();
    if (options.filesFromClient) this.filesOfClient = clientFiles(this.connection);
    const { capabilities } = params;
    const { workspace } = capabilities;
    this.settings.initialize(capabilities, options);
    this.followsFolders = workspace?.workspaceFolders ?? false;
    this.canWatch = workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
    const folders =
      params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    this.workspace.setFolders(folders.map((uri) => this.uris.normalize(uri)));
    return {
      serverInfo: { name: 'Dealgraph' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...this.puller.capabilities(capabilities, options),
        ...this.navigation.capabilities(capabilities, options),
        ...this.display.capabilities(capabilities, options),
        ...this.editing.capabilities(capabilities),
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: {
            willRename: {
              filters: [
                { pattern: { glob: `**/*${dealFileEnd}`, matches: 'file' } },
                { pattern: { glob: '**/*', matches: 'folder' } },
              ],
            },
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
    this.settings.initialized();
    if (this.followsFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        void this.defects.attempt('changing folders', () => this.changeFolders(added, removed));
      });
    }
    void this.defects.attempt('reading the workspace', () => this.load(this.workspace.workspaceFolders));
  }

  private async changeFolders(
    added: readonly WorkspaceFolder[],
    removed: readonly WorkspaceFolder[],
  ): Promise<void> {
    const uris = (folders: readonly WorkspaceFolder[]) => folders.map(({ uri }) => this.uris.normalize(uri));
    for (const uri of this.workspace.configUris) this.publisher.outdated(uri);
    await this.reads((progress) => this.reader.changeFolders(uris(removed), uris(added), progress));
  }

  /** Reads all files of folders; what is open in an editor is left as it is there. */
  private load(folders: readonly string[]): Promise<void> {
    return this.reads((progress) => this.reader.readWorkspace(folders, progress));
  }

  private async reads(read: (progress: Progress) => Promise<void>): Promise<void> {
    this.loading++;
    this.tellStatus();
    try {
      await this.longWork(
        {
          title: l10n.t('Reading deal files'),
          cancellable: true,
          describe: (done, expected) => l10n.t('{0} of {1} files', done, expected),
        },
        read,
      );
    } finally {
      this.loading--;
      this.publisher.takeStock();
      this.changed();
      this.tellStatus();
    }
  }

  // --- documents

  private listenToDocuments(): void {
    const { connection, workspace } = this;
    connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
      workspace.setEditorText(this.uris.normalize(uri), DealDocument.parse(text), version);
      this.changed();
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      const key = this.uris.normalize(uri);
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
      const uri = this.uris.normalize(textDocument.uri);
      this.closeEditor(uri);
      this.uris.forget(textDocument.uri);
      this.changed();
      // Clients that do not watch files have said nothing of what happened on disk meanwhile.
      if (!this.canWatch && workspace.holds(uri)) this.followDisk(() => this.reader.changed([uri]));
    });
  }

  /** Gives back what is remembered for an open file alone, and with the last one of a project what is for typing in it. */
  private closeEditor(uri: string): void {
    const { workspace } = this;
    const project = workspace.projectOf(uri);
    workspace.closeEditor(uri);
    this.answering.closed(uri);
    if (project?.uris.every((other) => !workspace.openDocument(other))) project.directory.forget();
  }

  private listenToFiles(): void {
    const { connection, reader } = this;
    connection.onDidChangeWatchedFiles(({ changes }) => {
      this.followDisk(async () => {
        const changed: string[] = [];
        for (const { uri, type } of changes) {
          const key = this.uris.normalize(uri);
          if (type === FileChangeType.Deleted) reader.deleted(key);
          else changed.push(key);
        }
        await reader.changed(changed);
      });
    });
    connection.workspace.onDidRenameFiles(({ files }) => {
      this.followDisk(async () => {
        for (const { oldUri } of files) reader.deletedByUser(this.uris.normalize(oldUri));
        await reader.changed(files.map(({ newUri }) => this.uris.normalize(newUri)));
      });
    });
    connection.workspace.onDidDeleteFiles(({ files }) => {
      this.followDisk(async () => {
        for (const { uri } of files) reader.deletedByUser(this.uris.normalize(uri));
      });
    });
  }

  private followDisk(follow: () => Promise<void>): void {
    void this.defects.attempt('following the disk', async () => {
      await follow();
      this.publisher.takeStock();
      this.changed();
      // Told of files that are read and gone only where that says something new of what is missing.
      const { state, unread } = this.status();
      if (state !== this.told?.state || unread !== this.told.unread) this.tellStatus();
    });
  }

  private filesFor(uri: string): FileAccess | undefined {
    return this.runtime.files && this.runtime.reads(uri) ? this.runtime.files : this.filesOfClient;
  }

  // --- notices

  /** More is known of projects that have not changed. */
  findingsChanged(): void {
    if (!this.isLoading) this.trees.changed();
  }

  /** Lets everybody know of what has changed. */
  private changed(): void {
    const today = this.runtime.today();
    if (this.workspace.today !== today) {
      this.workspace.today = today;
      this.publisher.takeStock();
      this.asOf.doubt();
    }
    this.publisher.publishChanges();
    // While files are read, projects come with every one of them.
    if (this.isLoading) return;
    this.trees.changed();
    this.display.changed();
    this.asOf.tell();
  }

  /** The user wants to see everything as of another day, and waits for it. */
  dayChosen(): void {
    this.publisher.takeStock();
    this.publisher.publishChanges();
    if (!this.isLoading) this.trees.tell();
    this.display.refresh();
  }

  private tellStatus(): void {
    this.told = this.status();
    void this.connection.sendNotification(serverStatusMethod, this.told);
  }

  private status(): ServerStatusParams {
    const projects = this.workspace.all;
    const unread = this.reader.unreadCount;
    return {
      state: this.isLoading ? 'reading' : unread > 0 ? 'partlyRead' : 'ready',
      files: projects.reduce((sum, project) => sum + project.fileCount, 0),
      declarations: projects.reduce((sum, project) => sum + project.declarationCount, 0),
      unread,
    };
  }
}
