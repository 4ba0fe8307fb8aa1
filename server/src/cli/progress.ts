import { SingleBar, Presets } from 'cli-progress';
import { formatNumber } from './numbers';
import type { Progress } from '../project/progress';
import type { Sink } from './surroundings';

/** Milliseconds after which a work is long enough to be shown. */
const patience = 500;

/** A progress bar that appears where a work takes long and somebody is there to see it. */
export class ShownBar implements Progress {
  readonly isCancelled = false;
  private readonly start = performance.now();
  private bar: SingleBar | undefined;
  private expected = 0;
  private advanced = 0;

  /**
   * @param title what is done
   * @param what what is counted
   */
  constructor(
    private readonly title: string,
    private readonly what: string,
    private readonly sink: Sink,
    private readonly isWanted: boolean,
  ) {}

  expect(more: number): void {
    this.expected += more;
    this.bar?.setTotal(this.expected);
  }

  advance(): void {
    this.advanced++;
    if (this.bar) this.bar.update(this.advanced);
    else if (this.isWanted && this.sink.isTerminal && performance.now() - this.start > patience) this.show();
  }

  done(): void {
    this.bar?.stop();
  }

  private show(): void {
    this.bar = new SingleBar(
      {
        format: `${this.title} {bar} {value} of {total} ${this.what}`,
        formatValue: (value, _, type) =>
          type === 'value' || type === 'total' ? formatNumber(value) : String(value),
        clearOnComplete: true,
        hideCursor: true,
        stream: process.stderr,
      },
      Presets.shades_grey,
    );
    this.bar.start(this.expected, this.advanced);
  }
}
