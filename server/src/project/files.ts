import type { Slices } from './slices';

/** How the project reaches files; one implementation reads the disk, the other asks the client. URIs throughout. */
export interface FileAccess {
  /** The files below a folder whose name ends as given (`.deal`), or is it (`dealgraph.json`). */
  find(folder: string, nameEnd: string): Promise<string[]>;
  /**
   * A file's text, undecodable bytes as U+FFFD; null where there is no such file.
   * @throws where there may well be one, but it cannot be read
   */
  read(uri: string): Promise<string | null>;
}

/** What becomes of the files that are read. */
export interface Reception {
  /** Takes in a file's text; null where there is no such file. */
  take(uri: string, text: string | null): void;
  /** Told of a file that could not be read or taken in; the others are read all the same. */
  failed(uri: string, error: unknown): void;
  /** Asked before each file; what is being read by then is still handed over. */
  isStopped(): boolean;
}

/** How many files are read at the same time: enough to keep a disk busy, few enough to stay small. */
const concurrency = 32;

/** Reads files, and never more at the same time than is good for the disk, however many ask for some. */
export class FileQueue {
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param slices counts in characters */
  constructor(private readonly slices: Slices) {}

  /**
   * Reads files, several at a time, and hands each over soon after it is there, in no particular order. Taking them is
   * work that is counted in characters; no more are read ahead of it than are read at the same time.
   */
  async readAll(files: FileAccess, uris: readonly string[], reception: Reception): Promise<void> {
    const read = async (uri: string) => {
      // It may have waited for its turn.
      if (reception.isStopped()) return;
      try {
        const text = await files.read(uri);
        await this.slices.do(() => {
          reception.take(uri, text);
          return text?.length ?? 0;
        });
      } catch (error) {
        reception.failed(uri, error);
      }
    };
    const isStopped = () => reception.isStopped();
    await forEachOf(uris, (uri) => this.inTurn(() => read(uri)), isStopped);
  }

  /** Does what keeps the disk busy when it is its turn. It must not wait for a turn itself. */
  async inTurn<T>(run: () => Promise<T>): Promise<T> {
    if (this.underWay < concurrency) this.underWay++;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await run();
    } finally {
      // The turn goes to who has waited longest.
      const next = this.waiting.shift();
      if (next) next();
      else this.underWay--;
    }
  }
}

/** Runs a step for each of a list, or until stopped, for no more of them at a time than are read at the same time. */
export async function forEachOf<T>(
  list: readonly T[],
  step: (one: T) => Promise<void>,
  isStopped: () => boolean,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < list.length && !isStopped()) await step(list[next++]!);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, list.length) }, worker));
}
