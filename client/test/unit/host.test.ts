import assert from 'node:assert/strict';
import type { ToHost, ToPanel } from '../../src/picture/messages';
import { EditorHost } from '../../src/picture/panel/host';

/** A page, as far as its host needs one. */
function pageOf(kept?: unknown) {
  const told: ToHost[] = [];
  let hear: ((event: { data: ToPanel }) => void) | undefined;
  Object.assign(globalThis, {
    acquireVsCodeApi: () => ({
      postMessage: (message: ToHost) => told.push(message),
      getState: () => kept,
      setState: () => undefined,
    }),
    window: { addEventListener: (_: string, listener: typeof hear) => (hear = listener) },
  });
  const host = new EditorHost();
  host.listen(() => undefined);
  return { host, told, say: (data: ToPanel) => hear?.({ data }) };
}

/** The number under which a page has asked its last question. */
function idOf(told: readonly ToHost[]): string {
  const last = told.at(-1);
  assert.equal(last?.type, 'ask');
  return last?.type === 'ask' ? last.id : '';
}

describe('the host of a page', () => {
  after(() => {
    Reflect.deleteProperty(globalThis, 'acquireVsCodeApi');
    Reflect.deleteProperty(globalThis, 'window');
  });

  it('takes the answers to its own questions, and none to those of a page before it', async () => {
    const before = pageOf();
    void before.host.ask('graph');
    const again = pageOf();
    let result: unknown;
    const asked = again.host.ask('graph').then((answer) => (result = answer));
    again.say({ type: 'answer', id: idOf(before.told), result: 'old' });
    await new Promise((resolve) => setTimeout(resolve));
    assert.equal(result, undefined);
    again.say({ type: 'answer', id: idOf(again.told), result: 'own' });
    assert.equal(await asked, 'own');
  });
});
