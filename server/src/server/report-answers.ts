import * as l10n from '@vscode/l10n';
import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import { cursorAt } from '../features/locations';
import { reportChoices } from '../features/report/choices';
import { reportOn } from '../features/report/report';
import type { Declaration } from '../model/declaration';
import { interpret } from '../model/interpret';
import type { Findings } from '../project/findings';
import type { Project } from '../project/project';
import { Slices } from '../project/slices';
import { parentsOf } from '../project/uri-path';
import type { Workspace } from '../project/workspace';
import {
  reportChoicesMethod,
  reportMethod,
  type Report,
  type ReportChoice,
  type ReportParams,
  type ReportSubject,
} from '../protocol';
import type { Defects } from './defects';
import type { Runtime } from './runtime';
import { cancelled, workedOut } from './sliced-work';
import type { Uris } from './uris';

/** Deals that are worked off for a report before others get a turn. */
const dealsInSlice = 250;

/** A report waits for so many milliseconds at most until the checks have looked at everything. */
const patience = 5000;
/** Milliseconds until it looks again whether they have. */
const pause = 50;

/** What reports need to know of the server. */
interface Files {
  readonly workspace: Workspace;
  /** Whether files are being read. */
  readonly isLoading: boolean;
}

interface Knowledge {
  findingsOf(project: Project): Findings | undefined;
  isPartlyRead(project: Project): boolean;
}

/** Something to report on. */
interface Found {
  readonly project: Project;
  readonly ecosystem: Declaration | undefined;
}

/** Answers with reports, worked out in slices. */
export class ReportAnswers {
  private readonly slices: Slices;

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
    private readonly defects: Defects,
    private readonly uris: Uris,
    private readonly files: Files,
    private readonly knowledge: Knowledge,
  ) {
    this.slices = new Slices(() => runtime.pause(), dealsInSlice);
  }

  listen(): void {
    const { connection, defects, files, slices } = this;
    connection.onRequest<ReportChoice[], void>(reportChoicesMethod, (_: unknown, token) =>
      workedOut('the subjects of reports', reportChoices(files.workspace.all), slices, defects, token),
    );
    connection.onRequest<Report, void>(reportMethod, (params: ReportParams, token) =>
      this.report(params, token),
    );
  }

  private async report(
    { subject, folder }: ReportParams,
    token: CancellationToken,
  ): Promise<Report | ResponseError> {
    const start = this.runtime.now();
    for (;;) {
      if (token.isCancellationRequested) return cancelled();
      const found = this.find(subject);
      if (!found) {
        return new ResponseError(
          LSPErrorCodes.RequestFailed,
          l10n.t('There is nothing to report on at that place any more.'),
        );
      }
      if (!this.isSettled(found.project) && this.runtime.now() - start < patience) {
        await this.runtime.delay(pause);
        continue;
      }
      const { project } = found;
      const state = stateOf(project);
      const report = await this.reportOn(found, folder, token);
      // A report that was begun before a change is of no state that ever was.
      if (report instanceof ResponseError || state === stateOf(project)) return report;
    }
  }

  private async reportOn(
    { project, ecosystem }: Found,
    wanted: string | undefined,
    token: CancellationToken,
  ): Promise<Report | ResponseError> {
    const { files, knowledge } = this;
    const folder = wanted === undefined ? folderOf(project) : this.uris.normalize(wanted);
    const steps = reportOn(project, ecosystem, folder, {
      findings: files.isLoading ? undefined : knowledge.findingsOf(project),
      isWhole: !files.isLoading && !knowledge.isPartlyRead(project),
      today: files.workspace.today,
    });
    const written = await workedOut('the report', steps, this.slices, this.defects, token);
    return written instanceof ResponseError ? written : { ...written, folder: folder ?? null };
  }

  private isSettled(project: Project): boolean {
    return !this.files.isLoading && this.knowledge.findingsOf(project)?.isSettled === true;
  }

  private find({ uri, position }: ReportSubject): Found | undefined {
    const { workspace } = this.files;
    const key = this.uris.normalize(uri);
    if (!position) {
      const project = workspace.all.find(({ root }) => root === key);
      return project && { project, ecosystem: undefined };
    }
    const project = workspace.projectOf(key);
    const item = project && cursorAt(project, key, position)?.item;
    const ecosystem = item && interpret(item);
    return project && ecosystem?.kind === 'ecosystem' ? { project, ecosystem } : undefined;
  }
}

/** The folder in which a report can stand beside the files that it speaks of. */
function folderOf(project: Project): string | undefined {
  if (!project.document(project.root)) return project.root;
  return parentsOf(project.root).next().value;
}

function stateOf({ revision, asOf }: Project): string {
  return `${revision} ${asOf}`;
}
