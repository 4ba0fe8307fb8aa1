import {
  DocumentDiagnosticReportKind,
  ResponseError,
  type CancellationToken,
  type ClientCapabilities,
  type DocumentDiagnosticReport,
  type ServerCapabilities,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { Slices } from '../project/slices';
import type { InitializationOptions } from '../protocol';
import type { Answering } from './answering';
import { cancelled } from './sliced-work';

/** Items that are checked and findings that are answered before others get a turn. */
const checksInSlice = 750;

/** The client is asked to ask again when nothing has changed for so many milliseconds. */
const refreshPause = 100;

/** Answers clients that ask for diagnostics, instead of having them sent. */
export class DiagnosticsPuller {
  /** How often what is to be said of a file may have changed. */
  private readonly changes = new Map<string, number>();
  /** Tells the numbers of this server from those that a client has of one before it. */
  private readonly own = Math.random().toString(36).slice(2);
  private canRefresh = false;
  private isRefreshing = false;
  private isOutdated = false;

  constructor(private readonly answering: Answering) {}

  /** Says what the client can ask, and has nothing sent to it then; a client that wants them sent says so. */
  capabilities(
    { textDocument, workspace }: ClientCapabilities,
    { diagnostics }: InitializationOptions,
  ): ServerCapabilities {
    if (!textDocument?.diagnostic || diagnostics === 'push') return {};
    this.canRefresh = workspace?.diagnostics?.refreshSupport ?? false;
    this.answering.publisher.leaveToAsking((uris) => this.outdated(uris));
    return {
      diagnosticProvider: {
        identifier: 'dealgraph',
        interFileDependencies: true,
        workspaceDiagnostics: true,
      },
    };
  }

  listen(): void {
    const { connection, defects, uris } = this.answering;
    connection.languages.diagnostics.on(({ textDocument, previousResultId }) => {
      const uri = uris.normalize(textDocument.uri);
      const report = defects.isolated('diagnostics', () => this.report(uri, previousResultId));
      if (report instanceof ResponseError) throw report;
      return report;
    });
    connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token, _, reporter) =>
      this.workspaceReport(
        new Map(previousResultIds.map(({ uri, value }) => [uris.normalize(uri), value])),
        token,
        reporter && ((items) => reporter.report({ items })),
      ),
    );
  }

  private report(uri: string, before: string | undefined): DocumentDiagnosticReport {
    const resultId = this.resultOf(uri);
    if (before === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const { diagnostics } = this.answering.publisher.report(uri);
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics };
  }

  /** Reports of all files, in slices between which others get their turn; each slice is told as soon as it is done. */
  private async workspaceReport(
    before: ReadonlyMap<string, string>,
    token: CancellationToken,
    tell: ((items: WorkspaceDocumentDiagnosticReport[]) => void) | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const { publisher, runtime, workspace } = this.answering;
    const slices = new Slices(() => runtime.pause(), checksInSlice);
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const files = new Set([
      ...workspace.configUris,
      ...workspace.all.flatMap((project) => project.uris),
      // Of files that are gone nothing is to be said any more.
      ...before.keys(),
    ]);
    for (const uri of files) {
      for (let isLeft = true; isLeft;) {
        if (token.isCancellationRequested) throw cancelled();
        isLeft = await slices.do((room) => publisher.lookAhead(uri, room));
      }
      await slices.do(() => {
        const version = workspace.openDocument(uri)?.version ?? null;
        const report = this.report(uri, before.get(uri));
        items.push({ ...report, uri, version });
        return 1 + ('items' in report ? report.items.length : 0);
      });
      if (tell) tell(items.splice(0));
    }
    return { items };
  }

  private resultOf(uri: string): string {
    return `${this.own}-${this.changes.get(uri) ?? 0}`;
  }

  private outdated(uris: ReadonlySet<string>): void {
    for (const uri of uris) this.changes.set(uri, (this.changes.get(uri) ?? 0) + 1);
    if (!this.canRefresh) return;
    this.isOutdated = true;
    if (this.isRefreshing) return;
    this.isRefreshing = true;
    const { connection, defects, runtime } = this.answering;
    void defects.attempt('having diagnostics asked for again', async () => {
      while (this.isOutdated) {
        this.isOutdated = false;
        await runtime.delay(refreshPause);
      }
      this.isRefreshing = false;
      await connection.languages.diagnostics.refresh();
    });
  }
}
