import type { DeclarationRecord } from './record';

/** Goes up when what reads the old one would misread the new one. */
export const formatVersion = 1;

/** A project as plain data. */
export interface ProjectRecord {
  readonly dealgraph: typeof formatVersion;
  readonly files: readonly FileRecord[];
}

/** A deal file. */
export interface FileRecord {
  /** From the project's folder on, with slashes. */
  readonly path: string;
  readonly declarations: readonly DeclarationRecord[];
}
