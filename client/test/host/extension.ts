import assert from 'node:assert/strict';
import { extensions } from 'vscode';
import type { TestAccess } from '../../src/session';

/** The extension, activated, with its server running. */
export async function dealgraph(): Promise<TestAccess> {
  const extension = extensions.getExtension<TestAccess | undefined>('dealgraph.dealgraph');
  assert.ok(extension, 'the extension is installed');
  const access = await extension.activate();
  assert.ok(access, 'the extension runs in test mode');
  await eventually(() => assert.equal(access.server.state, 'running'));
  return access;
}

/**
 * Waits until a check holds, and fails with its last failure when it does not within `seconds`.
 * @returns what the check returns
 */
export async function eventually<Result>(
  check: () => Result | Promise<Result>,
  seconds = 10,
): Promise<Result> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    try {
      return await check();
    } catch (failure) {
      if (performance.now() > deadline) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
