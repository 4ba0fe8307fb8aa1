import type { Slices } from './slices';

/** How the project reaches files; one implementation reads the disk, the other asks the client. URIs throughout. */
export interface FileAccess {
  /** The files below a folder whose name ends as given (`.deal`), or is it (`dealgraph.json`). */
  find(folder: string, nameEnd: string): Promise<string[]>;
  /** A file's text, undecodable bytes as U+FFFD; null where it cannot be read. */
  read(uri: string): Promise<string | null>;
}

/** How many files are read at the same time: enough to keep a disk busy, few enough to stay small. */
const concurrency = 32;

/**
 * Reads files, several at a time, and hands each over soon after it is there, in no particular order. Taking them is
 * work that is counted in characters; no more are read ahead of it than are read at the same time.
 * @param isStopped asked before each file; what is being read by then is still handed over
 */
export async function readAll(
  files: FileAccess,
  uris: readonly string[],
  slices: Slices,
  take: (uri: string, text: string | null) => void,
  isStopped: () => boolean,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < uris.length && !isStopped()) {
      const uri = uris[next++]!;
      const text = await files.read(uri);
      await slices.do(() => {
        take(uri, text);
        return text?.length ?? 0;
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, uris.length) }, worker));
}
