import { openWorkbenches } from '../harness/launch';

// A hook of all files of this layer: what a failed test left in sight is kept.
afterEach(async function () {
  const test = this.currentTest;
  if (test?.state !== 'failed') return;
  const title = test.fullTitle().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  for (const workbench of openWorkbenches()) await workbench.screenshot(`failed-${title}`);
});
