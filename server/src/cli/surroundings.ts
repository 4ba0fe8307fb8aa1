/** A stream that a command writes to. */
export interface Sink {
  write(text: string): void;
  /** Whether a person sees it: a terminal, no pipe and no file. */
  readonly isTerminal: boolean;
  /** Whether colours can be shown and are wanted. */
  readonly hasColours: boolean;
  /** How many characters fit into a line; undefined where there is no edge. */
  readonly columns: number | undefined;
}

/** Where a command runs: everything that it knows of the world but the disk. */
export interface Surroundings {
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** The day number of today. */
  readonly today: number;
  /** What the command is about. */
  readonly out: Sink;
  /** What it says besides: progress, what went wrong, how it went. */
  readonly err: Sink;
  /** Whether somebody can be asked. */
  readonly isInteractive: boolean;
  /** All of the standard input. */
  readInput(): Promise<string>;
  /** The script of the page of pictures, which lies beside the program. */
  readPageScript(): string;
  /** Ends when somebody stops the command, such as with Ctrl+C. */
  untilStopped(): Promise<void>;
}

/** How a command ended, as its exit code. */
export const exitCodes = {
  fine: 0,
  /** It did what was wanted, and found what the caller has to look at. */
  found: 1,
  /** It was called in a way that it cannot follow: a wrong option, a path that is not there, a file that cannot be read. */
  misused: 2,
  /** A defect of Dealgraph. */
  defect: 3,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What the caller has to put right. The message says how. */
export class Misuse extends Error {}
