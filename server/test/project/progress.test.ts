import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ShownProgress, type ProgressReporter } from '../../src/project/progress';
import { propertyRuns } from '../language/random-text';

/** What a client was told. */
class Recorder implements ProgressReporter {
  readonly heard: string[] = [];
  readonly token = { isCancellationRequested: false };

  begin(title: string, percentage: number, message: string): void {
    this.heard.push(`begin ${title} ${percentage} ${message}`);
  }
  report(percentage: number, message: string): void {
    this.heard.push(`report ${percentage} ${message}`);
  }
  done(): void {
    this.heard.push('end');
  }
}

const work = {
  title: 'Reading',
  cancellable: true,
  describe: (done: number, expected: number) => `${done} of ${expected}`,
};

describe('progress', () => {
  it('is not shown where the work is over before it takes long', async () => {
    const recorder = new Recorder();
    const progress = new ShownProgress(work);
    progress.expect(20);
    progress.end();
    await progress.show(() => Promise.resolve(recorder));
    assert.deepEqual(recorder.heard, []);
  });

  it('tells how far the work is, and its end', async () => {
    const recorder = new Recorder();
    const progress = new ShownProgress(work);
    progress.expect(4);
    progress.advance();
    await progress.show(() => Promise.resolve(recorder));
    progress.advance();
    progress.end();
    assert.deepEqual(recorder.heard, ['begin Reading 25 1 of 4', 'report 50 2 of 4', 'end']);
  });

  it('knows that the user wants the work to stop', async () => {
    const recorder = new Recorder();
    const progress = new ShownProgress(work);
    await progress.show(() => Promise.resolve(recorder));
    assert.equal(progress.isCancelled, false);
    recorder.token.isCancellationRequested = true;
    assert.equal(progress.isCancelled, true);
  });

  it('begins once, rises, says no more than a hundred things, and ends once, whatever happens when', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('expect' as const), more: fc.integer({ min: 0, max: 2000 }) }),
      fc.record({ do: fc.constant('advance' as const), more: fc.integer({ min: 1, max: 500 }) }),
      fc.constant({ do: 'show' as const }),
      fc.constant({ do: 'answer' as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), fc.boolean(), async (steps, late) => {
        const recorder = new Recorder();
        const progress = new ShownProgress(work);
        let answer: () => void = () => {};
        let shown: Promise<void> | undefined;
        let expected = 0;
        let done = 0;
        for (const one of steps) {
          if (one.do === 'expect') {
            expected += one.more;
            progress.expect(one.more);
          } else if (one.do === 'advance') {
            for (let count = 0; count < one.more && done < expected; count++, done++) progress.advance();
          } else if (one.do === 'show') {
            shown ??= progress.show(() => new Promise((resolve) => (answer = () => resolve(recorder))));
          } else {
            answer();
            await Promise.resolve();
          }
        }
        if (late) answer();
        progress.end();
        answer();
        await shown;
        const { heard } = recorder;
        if (!shown) return assert.deepEqual(heard, []);
        assert.match(heard[0] ?? '', /^begin/);
        assert.equal(heard.at(-1), 'end');
        const reports = heard.slice(1, -1).map((each) => Number(/^report (\d+)/.exec(each)?.[1]));
        assert.ok(reports.length <= 100);
        assert.ok(reports.every((each, index) => each > (reports[index - 1] ?? 0) && each <= 100));
      }),
      { numRuns: propertyRuns },
    );
  });
});
