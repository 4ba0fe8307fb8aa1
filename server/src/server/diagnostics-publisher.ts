import * as l10n from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver-types';
import { checksFor } from '../checks/checks-for';
import { checks } from '../checks/registry';
import { configDiagnostics, diagnosticsOf } from '../features/diagnostics';
import type { Declaration } from '../model/declaration';
import { checkPageUri } from '../protocol';
import type { ProjectConfig } from '../project/config';
import { Findings } from '../project/findings';
import type { ShownWork } from '../project/progress';
import type { Project, ProjectDelta } from '../project/project';
import { Slices } from '../project/slices';
import { isConfig, type Workspace } from '../project/workspace';
import type { WorkspaceReader } from '../project/workspace-reader';
import type { Defects } from './defects';
import type { LongWork } from './long-work';
import type { Runtime } from './runtime';
import { isForeign } from './uris';

/** Declarations that are looked at together with others before those who wait get a turn. */
const contextsInSlice = 250;
/** Checks that look at several declarations wait until nothing has changed for so many milliseconds. */
const settlingPause = 100;

/** Items that are checked and findings that are sent before others get a turn. A request takes several turns. */
const checksInSlice = 750;

const none: ReadonlySet<Declaration> = new Set();

const codes = checks.map(({ code }) => code);

/** What it looks at. */
interface Files {
  readonly workspace: Workspace;
  readonly reader: Pick<WorkspaceReader, 'completeness' | 'missing'>;
  /** Whether files are being read. */
  readonly isLoading: boolean;
  /** Resolves when nobody waits for what is seen of all deals: who has asked goes before what nobody has asked for. */
  answered(): Promise<void>;
  /** Called when more is known of projects that have not changed. */
  findingsChanged(): void;
}

/**
 * The findings of every project, and the diagnostics that are sent of them: those of open files at once, those of
 * others in slices between which requests get their turn. A client that asks for diagnostics is sent none.
 */
export class DiagnosticsPublisher {
  private readonly findings = new Map<Project, Findings>();
  /** Projects of which files are not read, so that nobody knows what names stand for. */
  private readonly partlyRead = new Set<Project>();
  /** Projects that are one file which the project around it leaves out. */
  private readonly leftOut = new Set<Project>();
  /** What each project said about itself, and the days, when its findings were begun. */
  private readonly seenAs = new Map<
    Project,
    { readonly config: ProjectConfig; readonly day: number; readonly today: number }
  >();
  /** Files whose diagnostics may differ from what was published. */
  private readonly dirty = new Set<string>();
  /** For a file: the files whose published diagnostics point into it. */
  private readonly pointingAt = new Map<string, Set<string>>();
  private publishing = false;
  private settling = false;
  /** Whether something has changed since settling began to wait. */
  private isDisturbed = false;
  private pageOf: ((code: string) => string) | undefined;
  /** Told instead of the client of files whose diagnostics may be others, where the client asks for them. */
  private outdatedFiles: ((uris: ReadonlySet<string>) => void) | undefined;
  /** Whether others were told of findings that were those of another day. */
  private isDayNews = false;

  constructor(
    private readonly connection: Pick<Connection, 'sendDiagnostics'>,
    private readonly runtime: Runtime,
    private readonly defects: Defects,
    private readonly longWork: LongWork,
    private readonly files: Files,
  ) {}

  /** From now on findings lead to the pages of their checks, which the client can open. */
  leadToPages(): void {
    this.pageOf = checkPageUri;
  }

  /** From now on nothing is sent: `outdated` is told of files whose diagnostics may be others, and `report` has them. */
  leaveToAsking(outdated: (uris: ReadonlySet<string>) => void): void {
    this.outdatedFiles = outdated;
  }

  findingsOf(project: Project): Findings | undefined {
    return this.findings.get(project);
  }

  isPartlyRead(project: Project): boolean {
    return this.partlyRead.has(project);
  }

  projectAdded(project: Project): void {
    const isRead = this.files.reader.completeness();
    this.note(project, !isRead(project.root), this.files.workspace.isLeftOut(project));
  }

  projectRemoved(project: Project): void {
    this.findings.delete(project);
    this.partlyRead.delete(project);
    this.leftOut.delete(project);
    this.seenAs.delete(project);
  }

  projectChanged(project: Project, delta: ProjectDelta): void {
    // What names stand for is not looked at before all files are read.
    const affected = this.partlyRead.has(project) ? none : delta.affected;
    this.findings.get(project)?.invalidate({ ...delta, affected });
    this.dirty.add(delta.uri);
    for (const { item } of affected) {
      const uri = project.uriOf(item);
      if (uri !== undefined) this.dirty.add(uri);
    }
    for (const uri of this.pointingAt.get(delta.uri) ?? []) this.dirty.add(uri);
  }

  /** What was published of a file may no longer be right. */
  outdated(uri: string): void {
    this.dirty.add(uri);
  }

  /**
   * Finds out of which projects files are missing by now, since only of others something can be said of names, and which
   * are seen otherwise or on another day than before.
   */
  takeStock(): void {
    const { reader, workspace } = this.files;
    const isRead = reader.completeness();
    const lacksFiles = reader.missing();
    for (const project of workspace.all) {
      const wasPartlyRead = this.partlyRead.has(project);
      // What is known in full stays so while a few files are read that changed: all would be checked anew, twice.
      const isPartlyRead = wasPartlyRead ? !isRead(project.root) : lacksFiles(project.root);
      const isLeftOut = workspace.isLeftOut(project);
      if (
        isPartlyRead === wasPartlyRead &&
        isLeftOut === this.leftOut.has(project) &&
        workspace.configOf(project) === this.seenAs.get(project)?.config
      ) {
        this.followDay(project);
        continue;
      }
      this.note(project, isPartlyRead, isLeftOut);
      for (const uri of project.uris) this.dirty.add(uri);
    }
  }

  /** Has what depends on the day found anew where a project is seen as of another one. */
  private followDay(project: Project): void {
    const seen = this.seenAs.get(project);
    if (!seen || (seen.day === project.asOf && seen.today === project.today)) return;
    this.seenAs.set(project, { ...seen, day: project.asOf, today: project.today });
    const outdated = this.findings.get(project)?.dayChanged();
    if (!outdated) this.note(project, this.partlyRead.has(project), this.leftOut.has(project));
    for (const uri of outdated ?? project.uris) this.dirty.add(uri);
    this.isDayNews = true;
  }

  /** Publishes what has changed. */
  publishChanges(): void {
    const { workspace, isLoading } = this.files;
    if (this.outdatedFiles && this.dirty.size > 0) {
      this.outdatedFiles(this.dirty);
      this.dirty.clear();
    }
    for (const uri of this.dirty) if (workspace.openDocument(uri)) this.publish(uri);
    // While files are read, what is published now would be out of date as soon as they are.
    if (this.dirty.size > 0 && !this.publishing && !isLoading) {
      this.publishing = true;
      void this.defects.attempt('publishing diagnostics', () => this.publishRest());
    }
    this.settleSoon();
  }

  /** Has the checks that look at several declarations do so when the typing pauses. */
  private settleSoon(): void {
    this.isDisturbed = true;
    if (this.settling || this.files.isLoading) return;
    if (!this.isDayNews && [...this.findings.values()].every((findings) => findings.isSettled)) return;
    this.settling = true;
    void this.defects.attempt('looking at declarations together', () => this.settle());
  }

  private async settle(): Promise<void> {
    const { runtime } = this;
    try {
      do {
        this.isDisturbed = false;
        await runtime.delay(settlingPause);
      } while (this.isDisturbed || this.publishing);
      const slices = new Slices(() => this.turnOfOthers(), contextsInSlice);
      for (const [project, findings] of this.findings) {
        const isCurrent = () => this.findings.get(project) === findings && !this.files.isLoading;
        while (isCurrent() && (await slices.do((room) => findings.settle(room))));
        for (const uri of findings.takeOutdated()) this.dirty.add(uri);
      }
    } finally {
      this.settling = false;
    }
    const isNews = this.dirty.size > 0 || this.isDayNews;
    this.isDayNews = false;
    if (!isNews) {
      // What has changed while it settled is not settled yet.
      this.settleSoon();
      return;
    }
    this.publishChanges();
    this.files.findingsChanged();
  }

  /**
   * Notes which files of a project are missing, because they are not read or because it is left out of the project
   * around it. What it refers to would be unknown then, and what it declares unused.
   */
  private note(project: Project, isPartlyRead: boolean, isLeftOut: boolean): void {
    const { defects } = this;
    if (isPartlyRead) this.partlyRead.add(project);
    else this.partlyRead.delete(project);
    if (isLeftOut) this.leftOut.add(project);
    else this.leftOut.delete(project);
    const config = this.files.workspace.configOf(project);
    this.seenAs.set(project, { config, day: project.asOf, today: project.today });
    const own = checksFor(config, isPartlyRead || isLeftOut);
    const onDefect = (check: { code: string }, error: unknown) => defects.log(`check ${check.code}`, error);
    this.findings.set(project, new Findings(project, own, onDefect, codes));
  }

  private async publishRest(): Promise<void> {
    const work: ShownWork = {
      title: l10n.t('Checking deals'),
      cancellable: false,
      describe: (done, expected) => l10n.t('{0} of {1} files', done, expected),
    };
    await this.longWork(work, async (progress) => {
      try {
        await this.turnOfOthers();
        const slices = new Slices(() => this.turnOfOthers(), checksInSlice);
        let known = 0;
        while (this.dirty.size > 0 && !this.files.isLoading) {
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

  private async turnOfOthers(): Promise<void> {
    await this.runtime.pause();
    await this.files.answered();
  }

  /** Checks items of a file whose turn it is, and says how many. */
  lookAhead(uri: string, most: number): number {
    const project = this.files.workspace.projectOf(uri);
    return (project && !isForeign(uri) && this.findings.get(project)?.lookAhead(uri, most)) || 0;
  }

  /** Sends what is to be said about a file, and tells how much that is. */
  private publish(uri: string): number {
    this.dirty.delete(uri);
    const { diagnostics, version } = this.report(uri);
    void this.connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics });
    return diagnostics.length;
  }

  /** What is to be said about a file, and of which version of it where it is open in an editor. */
  report(uri: string): { diagnostics: Diagnostic[]; version: number | undefined } {
    const { workspace } = this.files;
    if (isConfig(uri)) {
      const config = workspace.configProblems(uri);
      return {
        diagnostics: config ? configDiagnostics(config.text, config.problems) : [],
        version: undefined,
      };
    }
    const version = workspace.openDocument(uri)?.version;
    const project = workspace.projectOf(uri);
    const findings = project && this.findings.get(project);
    this.forget(uri);
    if (!project || !findings) return { diagnostics: [], version: undefined };
    if (isForeign(uri)) return { diagnostics: [], version };
    const { diagnostics, relatedFiles } = diagnosticsOf(project, findings, uri, this.pageOf);
    for (const other of relatedFiles) {
      let sources = this.pointingAt.get(other);
      if (!sources) this.pointingAt.set(other, (sources = new Set()));
      sources.add(uri);
    }
    return { diagnostics, version };
  }

  private forget(uri: string): void {
    for (const [other, sources] of this.pointingAt) {
      if (sources.delete(uri) && sources.size === 0) this.pointingAt.delete(other);
    }
  }
}
