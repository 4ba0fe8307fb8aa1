import { DealDocument } from '../language/document';
import { defaultSettings } from '../model/corpus';
import { configFileName, defaultConfig, readConfig, type ConfigProblem, type ProjectConfig } from './config';
import { Project, type ProjectDelta } from './project';
import { isBelow, parentsOf, prefixOf, readablePath } from './uri-path';

/** A document that an editor has open. */
export interface OpenDocument {
  readonly document: DealDocument;
  readonly version: number;
}

/** The day as of which a project is seen. */
export interface DayInForce {
  readonly day: number;
  /** Who says so: the user, the project's `dealgraph.json`, or nobody, which makes it today. */
  readonly because: 'chosen' | 'project' | 'today';
}

/** Told of every change, so that what depends on it can be brought up to date. */
export interface WorkspaceListener {
  projectAdded(project: Project): void;
  projectRemoved(project: Project): void;
  changed(project: Project, delta: ProjectDelta): void;
}

/**
 * The files of all folders, each in the project it belongs to: that of the nearest folder above it with a
 * `dealgraph.json`, else of the workspace folder. A file outside all folders is a project of its own while it is open,
 * and so is one that its project leaves out. What an editor has open counts instead of what is on disk. Nothing here
 * reads a file; texts are handed in. URIs must be normalized by the caller.
 */
export class Workspace {
  today: number;
  /** The day as of which the user wants to see every project, whatever the project says of itself. */
  chosenDay: number | 'today' | undefined;
  private readonly disk = new Map<string, DealDocument>();
  private readonly editors = new Map<string, OpenDocument & { readonly hidden: boolean }>();
  private readonly configs = new Map<
    string,
    { config: ProjectConfig; text: string; problems: ConfigProblem[] }
  >();
  private readonly projects = new Map<string, Project>();
  /** The root of the project that holds a file. */
  private readonly rootOfFile = new Map<string, string>();
  /** How many files on disk lie below each folder, at any depth. */
  private readonly filesBelow = new Map<string, number>();
  private folders: readonly string[] = [];

  constructor(
    today: number,
    private readonly listener: WorkspaceListener,
    /** The codes of all checks, which a `dealgraph.json` can name. */
    private readonly codes: readonly string[],
  ) {
    this.today = today;
  }

  /** All projects by root. */
  get all(): Project[] {
    return [...this.projects.values()].sort((a, b) => (a.root < b.root ? -1 : 1));
  }

  get workspaceFolders(): readonly string[] {
    return this.folders;
  }

  /** The `dealgraph.json` files that count. */
  get configUris(): string[] {
    return [...this.configs.keys()].map((folder) => prefixOf(folder) + configFileName);
  }

  /** What is wrong in a project's `dealgraph.json`. */
  configProblems(uri: string): { text: string; problems: readonly ConfigProblem[] } | undefined {
    return this.configs.get(folderOf(uri));
  }

  /** What a project says about itself. */
  configOf({ root }: Project): ProjectConfig {
    return this.configs.get(root)?.config ?? defaultConfig;
  }

  /** The day as of which the project of a root is seen: the user's choice, else the project's own, else today. */
  dayInForce(root: string): DayInForce {
    const { chosenDay, today } = this;
    if (chosenDay !== undefined) {
      return { day: chosenDay === 'today' ? today : chosenDay, because: 'chosen' };
    }
    const own = this.configs.get(root)?.config.asOf;
    return own === undefined ? { day: today, because: 'today' } : { day: own, because: 'project' };
  }

  projectOf(uri: string): Project | undefined {
    const root = this.rootOfFile.get(uri);
    return root === undefined ? undefined : this.projects.get(root);
  }

  /** What an editor has open under that URI. */
  openDocument(uri: string): OpenDocument | undefined {
    return this.editors.get(uri);
  }

  /** Whether a folder of the workspace holds the URI. */
  holds(uri: string): boolean {
    return this.folders.some((folder) => uri === folder || isBelow(uri, folder));
  }

  /** Whether a text of the file is known as it is, or was, on disk. */
  hasOnDisk(uri: string): boolean {
    return this.disk.has(uri) || (isConfig(uri) && this.configs.has(folderOf(uri)));
  }

  /** Whether a project is a file that the one around it leaves out, so that it lacks the files around it. */
  isLeftOut({ root }: Project): boolean {
    if (!this.editors.has(root)) return false;
    const folder = this.folderFor(root);
    return folder !== undefined && !this.includes(folder, root);
  }

  /** The workspace folders. Files that are in none any more stay only while they are open. */
  setFolders(folders: readonly string[]): void {
    this.folders = folders;
    for (const uri of this.disk.keys()) if (!this.holds(uri)) this.forgetDisk(uri);
    for (const folder of this.configs.keys()) if (!this.holds(folder)) this.configs.delete(folder);
    this.reassign();
  }

  /** Takes in or, with null, takes out a `dealgraph.json`. */
  setConfig(uri: string, text: string | null): void {
    const folder = folderOf(uri);
    // To look where all files belong costs time that grows with the workspace.
    if (this.configs.get(folder)?.text === (text ?? undefined)) return;
    if (text === null) this.configs.delete(folder);
    else if (this.holds(uri)) this.configs.set(folder, { ...readConfig(text, this.codes), text });
    this.reassign();
  }

  /** Takes in a file's text as it is on disk. Files outside the workspace's folders count only while they are open. */
  setDiskText(uri: string, text: string): void {
    if (!this.holds(uri)) return;
    const known = this.disk.get(uri) ?? this.editors.get(uri)?.document;
    const same = known?.text === text;
    if (same && this.disk.has(uri)) return;
    if (!this.disk.has(uri)) this.count(uri, 1);
    this.disk.set(uri, same && known ? known : DealDocument.parse(text));
    this.sync(uri);
  }

  /** Takes in a file's text as it is in an editor. */
  setEditorText(uri: string, document: DealDocument, version: number): void {
    this.editors.set(uri, { document, version, hidden: false });
    this.sync(uri);
  }

  /** The editor let go of a file: from now on the disk's text counts. */
  closeEditor(uri: string): void {
    this.editors.delete(uri);
    this.sync(uri);
  }

  /** Something is gone from the disk: a file, or a folder with all below it. What an editor has open stays. */
  deletedOnDisk(uri: string): void {
    if (isConfig(uri)) this.setConfig(uri, null);
    if (this.disk.has(uri)) this.forgetDisk(uri);
    if (!this.filesBelow.has(uri) && !this.hasConfigBelow(uri)) return;
    for (const other of this.disk.keys()) if (isBelow(other, uri)) this.forgetDisk(other);
    for (const folder of this.configs.keys()) {
      if (folder === uri || isBelow(folder, uri)) this.configs.delete(folder);
    }
    this.reassign();
  }

  /**
   * The user deleted or moved something in the editor, which may keep its documents open a while: all of it goes. A
   * document that is edited again comes back.
   */
  deletedByUser(uri: string): void {
    for (const [other, open] of this.editors) {
      if (other === uri || isBelow(other, uri)) this.editors.set(other, { ...open, hidden: true });
    }
    this.deletedOnDisk(uri);
    for (const other of this.editors.keys()) if (other === uri || isBelow(other, uri)) this.sync(other);
  }

  private forgetDisk(uri: string): void {
    this.disk.delete(uri);
    this.count(uri, -1);
    this.sync(uri);
  }

  private count(uri: string, change: number): void {
    for (const folder of parentsOf(uri)) {
      const files = (this.filesBelow.get(folder) ?? 0) + change;
      if (files > 0) this.filesBelow.set(folder, files);
      else this.filesBelow.delete(folder);
    }
  }

  private hasConfigBelow(uri: string): boolean {
    for (const folder of this.configs.keys()) if (folder === uri || isBelow(folder, uri)) return true;
    return false;
  }

  /** Brings a file's project up to date with what counts of the file now. */
  private sync(uri: string): void {
    const open = this.editors.get(uri);
    const document = open && !open.hidden ? open.document : this.disk.get(uri);
    const root = document && this.rootFor(uri);
    const before = this.rootOfFile.get(uri);
    if (before !== undefined && before !== root) this.takeOut(uri, before);
    if (document && root !== undefined) this.put(uri, document, root);
  }

  private put(uri: string, document: DealDocument, root: string): void {
    let project = this.projects.get(root);
    if (!project) {
      project = new Project(
        root,
        () => this.dayInForce(root).day,
        () => this.configs.get(root)?.config.settings ?? defaultSettings,
        () => this.today,
      );
      this.projects.set(root, project);
      this.listener.projectAdded(project);
    }
    this.rootOfFile.set(uri, root);
    if (project.document(uri) !== document) this.listener.changed(project, project.setFile(uri, document));
  }

  private takeOut(uri: string, root: string): void {
    this.rootOfFile.delete(uri);
    const project = this.projects.get(root);
    if (!project) return;
    this.listener.changed(project, project.removeFile(uri));
    if (project.fileCount > 0) return;
    this.projects.delete(root);
    this.listener.projectRemoved(project);
  }

  /** Puts every file into the project that it belongs to by now. */
  private reassign(): void {
    for (const uri of new Set([...this.disk.keys(), ...this.editors.keys()])) this.sync(uri);
  }

  /** The root of the project that a file is in; undefined for a file that is in none. */
  private rootFor(uri: string): string | undefined {
    const folder = this.folderFor(uri);
    if (folder !== undefined && this.includes(folder, uri)) return folder;
    return this.editors.get(uri)?.hidden === false ? uri : undefined;
  }

  /** The nearest folder above a file that is a project's. */
  private folderFor(uri: string): string | undefined {
    let nearest: string | undefined;
    for (const folder of [...this.folders, ...this.configs.keys()]) {
      if (isBelow(uri, folder) && (nearest === undefined || folder.length > nearest.length)) nearest = folder;
    }
    return nearest;
  }

  private includes(folder: string, uri: string): boolean {
    const { config } = this.configs.get(folder) ?? { config: defaultConfig };
    return config.includes(readablePath(uri.slice(prefixOf(folder).length)));
  }
}

/** Whether a URI is that of a `dealgraph.json`. */
export function isConfig(uri: string): boolean {
  return uri.endsWith(`/${configFileName}`);
}

function folderOf(uri: string): string {
  return parentsOf(uri).next().value ?? uri;
}
