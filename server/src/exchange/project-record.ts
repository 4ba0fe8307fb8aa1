import type { DeclarationRecord } from './record';

/** Goes up when what reads the old one would misread the new one. */
export const formatVersion = 1;

/** A project as plain data. */
export interface ProjectRecord {
  readonly dealgraph: typeof formatVersion;
  /** What its `dealgraph.json` says, as it says it; absent where it has none. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly files: readonly FileRecord[];
}

/** A deal file. */
export interface FileRecord {
  /** From the project's folder on, with slashes. */
  readonly path: string;
  readonly declarations: readonly DeclarationRecord[];
}

/** What a path looks like: it stays in the project's folder, on every system, and is that of a deal file. */
export const filePathPattern = '^(?![A-Za-z]:)(?!(?:.*/)?\\.{0,2}/)[^\\\\\\u0000-\\u001f]*\\.deal$';
