/** A file that an export made. */
export interface ExportedFile {
  /** With slashes where it lies in a folder. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What an export made of a project. */
export interface Exported {
  readonly files: readonly ExportedFile[];
  /** What the format cannot hold, as parts of a sentence that starts with “Left out:”. */
  readonly dropped: readonly string[];
  /** What else is to be known of it, in whole sentences. */
  readonly remarks?: readonly string[];
}
