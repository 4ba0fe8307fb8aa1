import type { MochaOptions } from 'mocha';

/**
 * Runs the loaded tests with mocha inside the extension host. What the test bundle's `run` calls.
 * @param load requires the test files, once `describe` and `it` are there
 * @throws where a test failed, or where there is none: that is how the extension host learns of it
 */
export async function runSuite(load: () => void): Promise<void> {
  // Traces that name the tests' own lines.
  process.setSourceMapsEnabled(true);
  // mocha is an ES module, and the bundle a CommonJS one.
  const { default: Mocha } = await import('mocha');
  const options: MochaOptions = {
    ui: 'bdd',
    timeout: 30_000,
    color: false,
    forbidOnly: process.env.CI !== undefined,
    grep: process.env.TEST_GREP,
    reporter: process.env.TEST_REPORTER,
  };
  const mocha = new Mocha(options);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();

  const { total, failures } = await new Promise<{ total: number; failures: number }>((resolve) => {
    const runner = mocha.run((count) => resolve({ total: runner.total, failures: count }));
  });
  if (total === 0) throw new Error('No test ran.');
  if (failures > 0) throw new Error(`${failures} of ${total} tests failed.`);
}
