import { DealDocument } from '../language/document';
import { configFileName, defaultConfig, readConfig, type ConfigProblem, type ProjectConfig } from './config';
import { Project, type ProjectDelta } from './project';

/** A file as the workspace knows it. */
export interface KnownFile {
  readonly document: DealDocument;
  /** The editor's version where an editor has it open: then its text counts, not the disk's. */
  readonly version?: number;
}

/** Told of every change, so that what depends on it can be brought up to date. */
export interface WorkspaceListener {
  projectAdded(project: Project): void;
  projectRemoved(project: Project): void;
  changed(project: Project, delta: ProjectDelta): void;
}

/**
 * The files of all folders, each in the project it belongs to: that of the nearest folder above it with a
 * `dealgraph.json`, else of the workspace folder. A file outside all folders, or left out by its project, is a
 * project of its own. Nothing here reads a file; texts are handed in. URIs must be normalized by the caller.
 */
export class Workspace {
  private readonly files = new Map<string, KnownFile>();
  private readonly configs = new Map<
    string,
    { config: ProjectConfig; text: string; problems: ConfigProblem[] }
  >();
  private readonly projects = new Map<string, Project>();
  /** The root of the project that holds a file. */
  private readonly rootOfFile = new Map<string, string>();
  private folders: readonly string[] = [];

  /** @param asOf the day as of which every project is seen */
  constructor(
    private readonly asOf: number,
    private readonly listener: WorkspaceListener,
  ) {}

  /** All projects by root. */
  get all(): Project[] {
    return [...this.projects.values()].sort((a, b) => (a.root < b.root ? -1 : 1));
  }

  get fileUris(): string[] {
    return [...this.files.keys()];
  }

  get workspaceFolders(): readonly string[] {
    return this.folders;
  }

  /** What is wrong in a project's `dealgraph.json`. */
  configProblems(uri: string): { text: string; problems: readonly ConfigProblem[] } | undefined {
    return this.configs.get(folderOf(uri));
  }

  projectOf(uri: string): Project | undefined {
    const root = this.rootOfFile.get(uri);
    return root === undefined ? undefined : this.projects.get(root);
  }

  file(uri: string): KnownFile | undefined {
    return this.files.get(uri);
  }

  /** The workspace folders, without a closing slash. Files that are in none any more stay only while they are open. */
  setFolders(folders: readonly string[]): void {
    this.folders = folders;
    for (const [uri, file] of this.files) {
      if (file.version === undefined && !folders.some((folder) => isBelow(uri, folder))) this.removeFile(uri);
    }
    for (const folder of this.configs.keys()) {
      if (!folders.some((other) => folder === other || isBelow(folder, other))) this.configs.delete(folder);
    }
    this.reassign();
  }

  /** Takes in or, with null, takes out a `dealgraph.json`. */
  setConfig(uri: string, text: string | null): void {
    const folder = folderOf(uri);
    if (text === null) this.configs.delete(folder);
    else this.configs.set(folder, { ...readConfig(text), text });
    this.reassign();
  }

  /** Takes in a file's text as it is on disk. An editor's own text is left alone. */
  setDiskText(uri: string, text: string): void {
    const known = this.files.get(uri);
    if (known?.version !== undefined) return;
    if (known && known.document.text === text) return;
    this.setFile(uri, { document: DealDocument.parse(text) });
  }

  /** Takes in a file's text as it is in an editor. */
  setEditorText(uri: string, document: DealDocument, version: number): void {
    this.setFile(uri, { document, version });
  }

  /** The editor let go of a file: from now on the disk's text counts, null where the file is not on disk. */
  closeEditor(uri: string, diskText: string | null): void {
    const known = this.files.get(uri);
    if (known?.version === undefined) return;
    if (diskText === null || !this.folders.some((folder) => isBelow(uri, folder))) this.removeFile(uri);
    else {
      const same = known.document.text === diskText;
      this.setFile(uri, { document: same ? known.document : DealDocument.parse(diskText) });
    }
  }

  /** Something is gone from the disk: a file, or a folder with all below it. What an editor has open stays. */
  deletedOnDisk(uri: string): void {
    this.delete(uri, (file) => file.version === undefined);
  }

  /** The user deleted or moved something in the editor, which may keep its documents open a while: all of it goes. */
  deletedByUser(uri: string): void {
    this.delete(uri, () => true);
  }

  private delete(uri: string, goes: (file: KnownFile) => boolean): void {
    if (isConfig(uri)) this.setConfig(uri, null);
    for (const [other, file] of this.files) {
      if ((other === uri || isBelow(other, uri)) && goes(file)) this.removeFile(other);
    }
    const configsBelow = [...this.configs.keys()].filter((folder) => folder === uri || isBelow(folder, uri));
    for (const folder of configsBelow) this.configs.delete(folder);
    if (configsBelow.length > 0) this.reassign();
  }

  private setFile(uri: string, file: KnownFile): void {
    this.files.set(uri, file);
    this.put(uri, file, this.rootFor(uri));
  }

  private removeFile(uri: string): void {
    this.files.delete(uri);
    this.takeOut(uri);
  }

  private put(uri: string, { document }: KnownFile, root: string): void {
    const before = this.rootOfFile.get(uri);
    if (before !== undefined && before !== root) this.takeOut(uri);
    let project = this.projects.get(root);
    if (!project) {
      project = new Project(root, this.asOf);
      this.projects.set(root, project);
      this.listener.projectAdded(project);
    }
    this.rootOfFile.set(uri, root);
    this.listener.changed(project, project.setFile(uri, document));
  }

  private takeOut(uri: string): void {
    const root = this.rootOfFile.get(uri);
    const project = root === undefined ? undefined : this.projects.get(root);
    if (root === undefined || !project) return;
    this.rootOfFile.delete(uri);
    this.listener.changed(project, project.removeFile(uri));
    if (project.fileCount === 0) {
      this.projects.delete(root);
      this.listener.projectRemoved(project);
    }
  }

  /** Puts every file into the project that it belongs to by now. */
  private reassign(): void {
    for (const [uri, file] of this.files) {
      const root = this.rootFor(uri);
      if (this.rootOfFile.get(uri) !== root) this.put(uri, file, root);
    }
  }

  private rootFor(uri: string): string {
    let root: string | undefined;
    for (const candidate of [...this.folders, ...this.configs.keys()]) {
      if (isBelow(uri, candidate) && (root === undefined || candidate.length > root.length)) root = candidate;
    }
    if (root === undefined) return uri;
    const { config } = this.configs.get(root) ?? { config: defaultConfig };
    return config.includes(decodeURIComponent(uri.slice(prefixOf(root).length))) ? root : uri;
  }
}

/** Whether a URI is that of a `dealgraph.json`. */
export function isConfig(uri: string): boolean {
  return uri.endsWith(`/${configFileName}`);
}

function folderOf(uri: string): string {
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  // The root of a file system keeps its slash.
  return /^[^:]+:\/\/[^/]*$/.test(folder) ? `${folder}/` : folder;
}

function isBelow(uri: string, folder: string): boolean {
  const prefix = prefixOf(folder);
  return uri.length > prefix.length && uri.startsWith(prefix);
}

/** A folder with its closing slash, which only the root of a file system has already. */
function prefixOf(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}
