import { checksFor } from '../checks/checks-for';
import { checks } from '../checks/registry';
import { disk } from '../disk';
import { Findings } from '../project/findings';
import type { Project } from '../project/project';
import { dealFileEnd, WorkspaceReader } from '../project/workspace-reader';
import { isConfig, Workspace } from '../project/workspace';
import type { ProjectConfig } from '../project/config';
import { pathOf, shownPath, type Scope } from './paths';
import { ShownBar } from './progress';
import { Misuse, type Surroundings } from './surroundings';

/** The codes of all checks, which a `dealgraph.json` can name. */
const codes = checks.map(({ code }) => code);
/** Declarations that are looked at together between two looks at the clock. */
const stepsAtOnce = 200;

/** How projects are opened. */
export interface Opening {
  /** The day as of which they are seen; absent for what each project says of itself, else today. */
  readonly asOf?: number;
  /** Whether progress is shown where somebody could see it. */
  readonly showsProgress: boolean;
  /** Whether there need not be any deal file. */
  readonly mayBeEmpty?: true;
}

/** Projects that were read from the disk, and what the checks say of them. */
export class Opened {
  readonly workspace: Workspace;
  /** What went wrong in Dealgraph itself, in words. */
  readonly defects: string[] = [];
  private readonly reader: WorkspaceReader;
  private readonly findings = new Map<Project, { readonly config: ProjectConfig; readonly own: Findings }>();
  private readonly unreadable: string[] = [];

  private constructor(
    private readonly scope: Scope,
    private readonly surroundings: Surroundings,
    private readonly opening: Opening,
  ) {
    const { findings } = this;
    this.workspace = new Workspace(
      surroundings.today,
      {
        projectAdded: () => {},
        projectRemoved: (project) => findings.delete(project),
        changed: (project, delta) => findings.get(project)?.own.invalidate(delta),
      },
      codes,
    );
    this.workspace.chosenDay = opening.asOf;
    this.reader = new WorkspaceReader(this.workspace, {
      filesFor: () => disk,
      normalize: (uri) => uri,
      configChanged: () => {},
      pause: () => new Promise((resolve) => setImmediate(resolve)),
      failed: (what, error) =>
        this.unreadable.push(
          `${shownPath(what, surroundings)}: ${error instanceof Error ? error.message : String(error)}`,
        ),
    });
  }

  /**
   * Reads the projects of a scope.
   * @throws {Misuse} where a file cannot be read, or there is no deal file
   */
  static async open(scope: Scope, surroundings: Surroundings, opening: Opening): Promise<Opened> {
    const opened = new Opened(scope, surroundings, opening);
    await opened.read();
    return opened;
  }

  private async read(): Promise<void> {
    const { reader, scope, surroundings, opening, unreadable, workspace } = this;
    if (scope.input !== undefined) {
      workspace.setFolders(scope.folders);
      workspace.setDiskText(scope.input, await surroundings.readInput());
      return;
    }
    const bar = new ShownBar('Reading', 'files', surroundings.err, opening.showsProgress);
    await reader.changeFolders([], scope.folders, bar);
    bar.done();
    if (unreadable.length > 0) throw new Misuse(unreadable.join('\n'));
    if (this.uris.length === 0 && !opening.mayBeEmpty) {
      const where = scope.folders.map((folder) => pathOf(folder)).join(', ');
      throw new Misuse(`There is no ${dealFileEnd} file in ${where}.`);
    }
  }

  /** The deal files that were asked for, by URI. */
  get uris(): string[] {
    return this.projects.flatMap(({ uris }) => uris).filter((uri) => this.scope.includes(uri));
  }

  /** All projects that were read, by root. */
  get projects(): readonly Project[] {
    return this.workspace.all;
  }

  /** The `dealgraph.json` files that were asked for or lie around what was. */
  get configUris(): readonly string[] {
    return this.workspace.configUris.toSorted();
  }

  /**
   * The one project that was asked for.
   * @throws {Misuse} where there are several
   */
  get onlyProject(): Project {
    const asked = this.projects.filter(({ uris }) => uris.some((uri) => this.scope.includes(uri)));
    const [first, ...others] = asked;
    if (first && others.length === 0) return first;
    const roots = asked.map(({ root }) => shownPath(root, this.surroundings));
    throw new Misuse(`These are several projects: ${roots.join(', ')}. Name one of them.`);
  }

  /** What the checks say of a project, once all of them have looked at it. */
  findingsOf(project: Project): Findings {
    const config = this.workspace.configOf(project);
    let known = this.findings.get(project);
    if (known?.config !== config) {
      const onDefect = (check: { code: string }, error: unknown) => {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        this.defects.push(`check ${check.code}: ${text}`);
      };
      const own = new Findings(
        project,
        checksFor(config, this.workspace.isLeftOut(project)),
        onDefect,
        codes,
      );
      known = { config, own };
      this.findings.set(project, known);
    }
    const { own } = known;
    const bar = new ShownBar('Checking', 'files', this.surroundings.err, this.opening.showsProgress);
    bar.expect(project.fileCount);
    for (const uri of project.uris) {
      own.inFile(uri);
      bar.advance();
    }
    while (!own.isSettled) own.settle(stepsAtOnce);
    // What waited for the others.
    own.settle(1);
    bar.done();
    return own;
  }

  /**
   * Looks again at what has changed on disk.
   * @throws {Misuse} where a file cannot be read
   */
  async changed(paths: readonly { readonly uri: string; readonly isGone: boolean }[]): Promise<void> {
    for (const { uri, isGone } of paths) if (isGone) this.reader.deleted(uri);
    await this.reader.changed(paths.flatMap(({ uri, isGone }) => (isGone ? [] : [uri])));
    const unreadable = this.unreadable.splice(0);
    if (unreadable.length > 0) throw new Misuse(unreadable.join('\n'));
  }

  /** Whether a change of a path can matter. */
  static concerns(path: string): boolean {
    const uri = path.replaceAll('\\', '/');
    return uri.endsWith(dealFileEnd) || isConfig(uri);
  }
}
