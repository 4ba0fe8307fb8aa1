import type { FileAccess } from '../project/files';

/** What the server needs from the place where it runs; Node and a web worker give it in their own ways. */
export interface Runtime {
  /** Files of folders that the runtime can read itself, by URI; undefined where it cannot. */
  readonly files: FileAccess | undefined;
  /** Whether `files` can read that folder. */
  reads(uri: string): boolean;
  /** Today as a day number (days since 1970-01-01), in the user's own time zone. */
  today(): number;
  /** Lets what waits in the queue have its turn. */
  pause(): Promise<void>;
  /** Waits so many milliseconds. */
  delay(milliseconds: number): Promise<void>;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
}
