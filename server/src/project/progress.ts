/** Told how far a work has got; it may say that nobody waits for the rest. */
export interface Progress {
  /** So much more is to be done. */
  expect(more: number): void;
  /** One of what was expected is done. */
  advance(): void;
  /** The user wants it to stop. */
  readonly isCancelled: boolean;
}

/** The progress of work that nobody follows. */
export const unfollowed: Progress = { expect: () => {}, advance: () => {}, isCancelled: false };

/** Where one work is shown. */
export interface ProgressReporter {
  begin(title: string, percentage: number, message: string, cancellable: boolean): void;
  report(percentage: number, message: string): void;
  done(): void;
  readonly token: { readonly isCancellationRequested: boolean };
}

/** What is shown of a work. */
export interface ShownWork {
  readonly title: string;
  readonly cancellable: boolean;
  /** In words, such as `12 of 200 files`. */
  describe(done: number, expected: number): string;
}

/** Shows a work while it goes on, from when somebody says that it takes long. */
export class ShownProgress implements Progress {
  private expected = 0;
  private done = 0;
  private percentage = 0;
  private reporter: ProgressReporter | undefined;
  private isCancelledByUser = false;
  private hasEnded = false;

  constructor(private readonly work: ShownWork) {}

  expect(more: number): void {
    this.expected += more;
    this.report();
  }

  advance(): void {
    this.done++;
    this.report();
  }

  get isCancelled(): boolean {
    this.isCancelledByUser ||= this.reporter?.token.isCancellationRequested ?? false;
    return this.isCancelledByUser;
  }

  /** Shows it from now on, unless it has ended. */
  async show(create: () => Promise<ProgressReporter>): Promise<void> {
    if (this.hasEnded) return;
    const reporter = await create();
    const { title, cancellable } = this.work;
    this.percentage = this.percentageNow();
    reporter.begin(title, this.percentage, this.message, cancellable);
    // The client has made room for it by now, and waits for its end.
    if (this.hasEnded) reporter.done();
    else this.reporter = reporter;
  }

  /** The work is over, done or not. */
  end(): void {
    this.hasEnded = true;
    this.reporter?.done();
  }

  /** Once for each percent: nobody reads more, and thousands of messages would take longer than the work. */
  private report(): void {
    const percentage = this.percentageNow();
    // What is expected can grow; clients want a figure that never falls.
    if (!this.reporter || percentage <= this.percentage) return;
    this.percentage = percentage;
    this.reporter.report(percentage, this.message);
  }

  private percentageNow(): number {
    return this.expected === 0 ? 0 : Math.floor((100 * this.done) / this.expected);
  }

  private get message(): string {
    return this.work.describe(this.done, this.expected);
  }
}
