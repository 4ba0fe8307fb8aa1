// The reporter of every layer that runs in mocha: prints the spec, and leaves the counts, with the name and message
// of what failed, for the end of a full run.
//   RESULT_FILE  takes the counts
//   OUTPUT_FILE  takes the spec, where the process has no terminal of its own: VS Code's extension host
import { appendFileSync, writeFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';

const { RESULT_FILE, OUTPUT_FILE } = process.env;

export default class CountingReporter extends Mocha.reporters.Spec {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    if (OUTPUT_FILE) {
      Mocha.reporters.Base.consoleLog = (...args) => appendFileSync(OUTPUT_FILE, `${format(...args)}\n`);
    }
    super(runner, options);
    /** @type {import('./results.mjs').Failure[]} */
    const failures = [];
    runner.on(Mocha.Runner.constants.EVENT_TEST_FAIL, (test, error) => {
      failures.push({ test: test.titlePath().join(' › '), message: String(error?.message ?? error) });
    });
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, pending, duration } = this.stats;
      const failed = this.stats.failures;
      const result = { passed: passes, failed, skipped: pending, seconds: (duration ?? 0) / 1000, failures };
      if (RESULT_FILE) writeFileSync(RESULT_FILE, JSON.stringify(result));
    });
  }
}
