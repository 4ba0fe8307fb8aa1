import { configFileName } from './config';
import { readAll, type FileAccess } from './files';
import { isBelow } from './uri-path';
import { isConfig, type Workspace } from './workspace';

/** How the names of deal files end. */
export const dealFileEnd = '.deal';

/** Folders in which nobody keeps deals, and in which files come and go by the thousand. */
const uninteresting = /\/(node_modules|\.git|\.hg|\.svn)(\/|$)/;

/** What the reader needs to know of the place where it runs. */
export interface ReaderHost {
  /** The access that can read a URI; undefined where none can. */
  filesFor(uri: string): FileAccess | undefined;
  /** One spelling for each URI. */
  normalize(uri: string): string;
  /** Told of a `dealgraph.json` that was read or is gone. */
  configChanged(uri: string): void;
  /** Told of what went wrong with one file or folder; the others are read all the same. */
  failed(what: string, error: unknown): void;
}

/**
 * Brings what is on disk into the workspace. Reading takes time in which more can happen: a text that was asked for
 * before its file changed or went again is thrown away.
 */
export class WorkspaceReader {
  private turn = 0;
  private reading = 0;
  /** What has changed since the oldest reading under way began. */
  private changes: { readonly uri: string; readonly turn: number }[] = [];

  constructor(
    private readonly workspace: Workspace,
    private readonly host: ReaderHost,
  ) {}

  /** Reads all files below a folder. */
  async readFolder(folder: string): Promise<void> {
    const files = this.host.filesFor(folder);
    if (!files) return;
    await this.whileReading(folder, async (since) => {
      // Which project a file belongs to is known first, so that none is put into one only to be taken out again.
      for (const nameEnd of [configFileName, dealFileEnd]) {
        const uris = await files.find(folder, nameEnd);
        const wanted = nameEnd === configFileName ? uris.filter(isConfig) : uris;
        await readAll(files, wanted, (uri, text) => {
          const key = this.host.normalize(uri);
          if (!this.hasChanged(key, since)) this.take(key, text);
        });
      }
    });
  }

  /** Looks again at what was created or changed on disk: a deal file, a `dealgraph.json`, or a folder with all below it. */
  async changed(uri: string): Promise<void> {
    if (uninteresting.test(uri)) return;
    if (!uri.endsWith(dealFileEnd) && !isConfig(uri)) return this.readFolder(uri);
    this.note(uri);
    const files = this.host.filesFor(uri);
    if (!files) return;
    await this.whileReading(uri, async (since) => {
      const text = await files.read(uri);
      if (!this.hasChanged(uri, since)) this.take(uri, text);
    });
  }

  /** Something is gone from the disk. */
  deleted(uri: string): void {
    this.note(uri);
    this.workspace.deletedOnDisk(uri);
    if (isConfig(uri)) this.host.configChanged(uri);
  }

  /** The user deleted or moved something in the editor. */
  deletedByUser(uri: string): void {
    this.note(uri);
    this.workspace.deletedByUser(uri);
    if (isConfig(uri)) this.host.configChanged(uri);
  }

  private take(uri: string, text: string | null): void {
    const content = text === null ? null : withoutMark(text);
    if (isConfig(uri)) {
      this.workspace.setConfig(uri, content);
      this.host.configChanged(uri);
    } else if (content === null) this.workspace.deletedOnDisk(uri);
    else this.workspace.setDiskText(uri, content);
  }

  private async whileReading(what: string, read: (since: number) => Promise<void>): Promise<void> {
    this.reading++;
    try {
      await read(this.turn);
    } catch (error) {
      this.host.failed(what, error);
    } finally {
      this.reading--;
      if (this.reading === 0) this.changes = [];
    }
  }

  private note(uri: string): void {
    this.turn++;
    if (this.reading > 0) this.changes.push({ uri, turn: this.turn });
  }

  private hasChanged(uri: string, since: number): boolean {
    return this.changes.some(
      (change) => change.turn > since && (change.uri === uri || isBelow(uri, change.uri)),
    );
  }
}

/** A file's text without the byte order mark, which editors do not count as text either. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
