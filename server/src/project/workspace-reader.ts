import { configFileName } from './config';
import { FileQueue, forEachOf, type FileAccess, type Reception } from './files';
import { unfollowed, type Progress } from './progress';
import { Slices } from './slices';
import { isBelow, parentsOf } from './uri-path';
import { isConfig, type Workspace } from './workspace';

/** How the names of deal files end. */
export const dealFileEnd = '.deal';

/** Folders in which nobody keeps deals, and in which files come and go by the thousand. */
const uninteresting = /\/(node_modules|\.git|\.hg|\.svn)(\/|$)/;

/** Characters that are taken in before others get a turn: some ten milliseconds' worth. */
const sliceLength = 128 * 1024;

/** What the reader needs to know of the place where it runs. */
export interface ReaderHost {
  /** The access that can read a URI; undefined where none can. */
  filesFor(uri: string): FileAccess | undefined;
  /** One spelling for each URI. */
  normalize(uri: string): string;
  /** Told of a `dealgraph.json` that was read or is gone. */
  configChanged(uri: string): void;
  /** Lets what waits in the queue have its turn. */
  pause(): Promise<void>;
  /** Told of what went wrong with one file or folder; the others are read all the same. */
  failed(what: string, error: unknown): void;
}

/** Some files of a folder, and how they are read. */
interface Batch {
  readonly folder: string;
  readonly files: FileAccess;
  readonly uris: readonly string[];
}

/**
 * Brings what is on disk into the workspace. Reading takes time in which more can happen: a text that was asked for
 * before its file changed or went again is thrown away.
 *
 * The workspace's folders are read in full, or until somebody has enough of it. Which files are missing then is known,
 * so that nobody takes what stands in them for undeclared.
 */
export class WorkspaceReader {
  /** The folders, and files that changed, that are being read. */
  private readonly underWay = new Map<string, number>();
  /** The files of the workspace's folders that were found and not read. */
  private readonly unread = new Set<string>();
  private readonly queue: FileQueue;
  private rest: Promise<void> | undefined;
  private turn = 0;
  private reading = 0;
  /** What has changed since the oldest reading under way began, and its last turn. */
  private readonly changes = new Map<string, number>();

  constructor(
    private readonly workspace: Workspace,
    private readonly host: ReaderHost,
  ) {
    this.queue = new FileQueue(new Slices(() => host.pause(), sliceLength));
  }

  /** Reads all files of folders of the workspace. */
  async readWorkspace(folders: readonly string[], progress: Progress): Promise<void> {
    await this.whileUnderWay(folders, async () => {
      await this.whileReading(async (since) => {
        const found: Batch[] = [];
        for (const folder of folders) {
          await this.attempt(folder, async () => {
            const batch = await this.search(folder, since);
            if (batch) found.push(batch);
          });
        }
        await this.readWanted(found, since, progress);
      });
    });
  }

  /** Workspace folders go and come; those that come are read in full. */
  async changeFolders(
    removed: readonly string[],
    added: readonly string[],
    progress: Progress,
  ): Promise<void> {
    const { workspace } = this;
    const stay = workspace.workspaceFolders.filter((folder) => !removed.includes(folder));
    // Known to be under way first: a project that the new folders make begins with what editors have open.
    await this.whileUnderWay(added, async () => {
      workspace.setFolders([...stay, ...added]);
      await this.readWorkspace(added, progress);
    });
  }

  /** What `readRest` is busy with, if it is. */
  get restUnderWay(): Promise<void> | undefined {
    return this.rest;
  }

  /** Reads what was left unread when somebody had enough of reading the workspace. */
  readRest(progress: Progress): Promise<void> {
    return (this.rest ??= this.readUnread(progress).finally(() => {
      this.rest = undefined;
    }));
  }

  private async readUnread(progress: Progress): Promise<void> {
    const uris = [...this.unread];
    const rest = this.workspace.workspaceFolders.flatMap((folder): Batch[] => {
      const files = this.host.filesFor(folder);
      const own = uris.filter((uri) => isBelow(uri, folder));
      return files && own.length > 0 ? [{ folder, files, uris: own }] : [];
    });
    await this.whileUnderWay(
      rest.map(({ folder }) => folder),
      async () => this.whileReading(async (since) => this.readWanted(rest, since, progress)),
    );
  }

  /** How many files of the workspace are known to be there and not read. */
  get unreadCount(): number {
    return this.unread.size;
  }

  /** Tells whether all files below a folder are read and none is being read, as things stand. */
  completeness(): (folder: string) => boolean {
    const reading = [...this.underWay.keys()];
    const lacks = this.missing();
    return (folder) => {
      if (this.underWay.has(folder)) return false;
      for (const parent of parentsOf(folder)) if (this.underWay.has(parent)) return false;
      return !reading.some((each) => isBelow(each, folder)) && !lacks(folder);
    };
  }

  /** Tells whether files below a folder are known to be there and not read, as things stand. */
  missing(): (folder: string) => boolean {
    let lacking: Set<string> | undefined;
    return (folder) =>
      (lacking ??= new Set([...this.unread].flatMap((uri) => [...parentsOf(uri)]))).has(folder);
  }

  /** Looks again at what was created or changed on disk: deal files, `dealgraph.json`s, and folders with all below them. */
  async changed(uris: readonly string[]): Promise<void> {
    const byAccess = new Map<FileAccess, string[]>();
    const folders: string[] = [];
    for (const uri of new Set(uris)) {
      if (uninteresting.test(uri)) continue;
      if (!uri.endsWith(dealFileEnd) && !isConfig(uri)) {
        folders.push(uri);
        continue;
      }
      this.note(uri);
      const files = this.host.filesFor(uri);
      if (!files) continue;
      const own = byAccess.get(files);
      if (own) own.push(uri);
      else byAccess.set(files, [uri]);
    }
    const all = [...[...byAccess.values()].flat(), ...folders];
    await this.whileUnderWay(all, () =>
      this.whileReading(async (since) => {
        await Promise.all([
          ...[...byAccess].map(([files, own]) => this.queue.readAll(files, own, this.reception(since))),
          forEachOf(
            folders,
            (folder) => this.readFolder(folder, since),
            () => false,
          ),
        ]);
      }),
    );
  }

  /** Something is gone from the disk. */
  deleted(uri: string): void {
    this.note(uri);
    this.forgetUnread((each) => each === uri || isBelow(each, uri));
    this.workspace.deletedOnDisk(uri);
    if (isConfig(uri)) this.host.configChanged(uri);
  }

  /** The user deleted or moved something in the editor. */
  deletedByUser(uri: string): void {
    this.note(uri);
    this.forgetUnread((each) => each === uri || isBelow(each, uri));
    this.workspace.deletedByUser(uri);
    if (isConfig(uri)) this.host.configChanged(uri);
  }

  private async readFolder(folder: string, since: number): Promise<void> {
    await this.attempt(folder, async () => {
      const found = await this.search(folder, since);
      if (found) await this.readBatch(found, since, unfollowed);
    });
  }

  /**
   * Finds the deal files of a folder. Which project a file belongs to is known first, so that none is put into one only
   * to be taken out again.
   */
  private async search(folder: string, since: number): Promise<Batch | undefined> {
    const files = this.host.filesFor(folder);
    if (!files) return undefined;
    const find = (nameEnd: string) => this.queue.inTurn(() => files.find(folder, nameEnd));
    const configs = (await find(configFileName)).filter(isConfig);
    await this.readBatch({ folder, files, uris: configs }, since, unfollowed);
    return { folder, files, uris: await find(dealFileEnd) };
  }

  /** Reads files of the workspace, and knows what is missing where reading them is stopped or fails. */
  private async readWanted(batches: readonly Batch[], since: number, progress: Progress): Promise<void> {
    for (const { uris } of batches) {
      for (const uri of uris) this.unread.add(this.host.normalize(uri));
      progress.expect(uris.length);
    }
    for (const batch of batches) {
      await this.attempt(batch.folder, () => this.readBatch(batch, since, progress));
    }
    this.forgetUnread((uri) => !this.workspace.holds(uri));
  }

  private async readBatch({ folder, files, uris }: Batch, since: number, progress: Progress): Promise<void> {
    const reception = this.reception(since);
    await this.queue.readAll(files, uris, {
      take: (uri, text) => {
        // What was found and is gone by now is told of by itself.
        if (text === null) this.unread.delete(this.host.normalize(uri));
        else reception.take(uri, text);
        progress.advance();
      },
      failed: (uri, error) => {
        reception.failed(uri, error);
        progress.advance();
      },
      isStopped: () => progress.isCancelled || !this.workspace.holds(folder),
    });
  }

  /** Takes in what was asked for at a turn, unless it has changed since. */
  private reception(since: number): Reception {
    return {
      take: (uri, text) => {
        const key = this.host.normalize(uri);
        this.unread.delete(key);
        if (!this.hasChanged(key, since)) this.take(key, text);
      },
      failed: (uri, error) => {
        this.host.failed(uri, error);
        const key = this.host.normalize(uri);
        const { workspace } = this;
        // A text that was read before is the best guess; without one, what stands in the file is missing.
        if (workspace.hasOnDisk(key)) this.unread.delete(key);
        else if (workspace.holds(key) && !this.hasChanged(key, since)) this.unread.add(key);
      },
      isStopped: () => false,
    };
  }

  private take(uri: string, text: string | null): void {
    const content = text === null ? null : withoutMark(text);
    if (isConfig(uri)) {
      this.workspace.setConfig(uri, content);
      this.host.configChanged(uri);
    } else if (content === null) this.workspace.deletedOnDisk(uri);
    else this.workspace.setDiskText(uri, content);
  }

  private forgetUnread(isGone: (uri: string) => boolean): void {
    for (const uri of this.unread) if (isGone(uri)) this.unread.delete(uri);
  }

  private async whileUnderWay(folders: readonly string[], read: () => Promise<void>): Promise<void> {
    const { underWay } = this;
    for (const folder of folders) underWay.set(folder, (underWay.get(folder) ?? 0) + 1);
    try {
      await read();
    } finally {
      for (const folder of folders) {
        const left = (underWay.get(folder) ?? 1) - 1;
        if (left > 0) underWay.set(folder, left);
        else underWay.delete(folder);
      }
    }
  }

  private async whileReading(read: (since: number) => Promise<void>): Promise<void> {
    this.reading++;
    try {
      await read(this.turn);
    } finally {
      this.reading--;
      if (this.reading === 0) this.changes.clear();
    }
  }

  private async attempt(what: string, read: () => Promise<void>): Promise<void> {
    try {
      await read();
    } catch (error) {
      this.host.failed(what, error);
    }
  }

  private note(uri: string): void {
    this.turn++;
    if (this.reading > 0) this.changes.set(uri, this.turn);
  }

  private hasChanged(uri: string, since: number): boolean {
    const changedAt = (each: string) => (this.changes.get(each) ?? 0) > since;
    if (changedAt(uri)) return true;
    for (const folder of parentsOf(uri)) if (changedAt(folder)) return true;
    return false;
  }
}

/** A file's text without the byte order mark, which editors do not count as text either. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
