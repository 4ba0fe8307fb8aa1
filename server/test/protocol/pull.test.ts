import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageClient } from '../../../scripts/test/language-client.mjs';
import { ServerInFolder } from './server-in-folder';

const asking = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};

interface Report {
  readonly kind: 'full' | 'unchanged';
  readonly resultId: string;
  readonly uri: string;
  readonly items?: readonly { readonly code: string }[];
}

describe('diagnostics that a client asks for', function () {
  this.timeout(60_000);
  let client: LanguageClient;
  const own = new ServerInFolder();
  const uriOf = (name: string) => own.uriOf(name);

  async function start(
    files: Readonly<Record<string, string>>,
    options?: object,
  ): Promise<{ refreshed: () => Promise<void>; capabilities: Record<string, unknown> }> {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(own.folder, name), text);
    client = own.launch();
    let told: () => void = () => undefined;
    client.connection.onRequest('workspace/diagnostic/refresh', () => (told(), null));
    const refreshed = () => new Promise<void>((resolve) => (told = resolve));
    const first = refreshed();
    const { capabilities } = await client.initialize(own.folderUri, asking, options);
    if (!options) await first;
    return { refreshed, capabilities };
  }

  const ask = (name: string, previousResultId?: string): Promise<Report> =>
    client.request('textDocument/diagnostic', {
      textDocument: { uri: uriOf(name) },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  const codesOf = ({ items }: Report) => items?.map(({ code }) => code);

  it('are answered for a file, and not once more where nothing has changed', async () => {
    const { refreshed, capabilities } = await start({
      'a.deal': 'investment D: A -> B { amount $1B per <https://example.com> }\n',
      'b.deal': 'company B\n',
    });
    assert.deepEqual(capabilities['diagnosticProvider'], {
      identifier: 'dealgraph',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    const first = await ask('a.deal');
    assert.deepEqual([first.kind, codesOf(first)], ['full', ['unknown-name']]);
    assert.deepEqual(await ask('a.deal', first.resultId), { kind: 'unchanged', resultId: first.resultId });
    const next = refreshed();
    await client.open(uriOf('b.deal'), 'company B\ncompany A\n');
    await next;
    const second = await ask('a.deal', first.resultId);
    assert.deepEqual([second.kind, codesOf(second)], ['full', []]);
    assert.equal(client.publishCount, 0, 'nothing is sent besides');
  });

  it('are told in full to a client that had them of another server', async () => {
    const files = { 'a.deal': 'investment D: A -> B { amount $1B }\n' };
    await start(files);
    const { resultId } = await ask('a.deal');
    await client.stop();
    await start(files);
    const { kind } = await ask('a.deal', resultId);
    assert.equal(kind, 'full');
  });

  it('are answered for the workspace, file by file as they are known', async () => {
    await start({
      'a.deal': 'investment D: A -> B { amount $1B }\n',
      'b.deal': 'company B\n',
      'dealgraph.json': '{ "asOf": 3 }',
    });
    const ask = (previousResultIds: object[]): Promise<{ items: Report[] }> =>
      client.request('workspace/diagnostic', { previousResultIds });
    const { items } = await ask([]);
    const summary = (reports: readonly Report[]) =>
      Object.fromEntries(
        reports.map((report) => [report.uri.replace(/.*\//, ''), report.items?.length ?? report.kind]),
      );
    assert.deepEqual(summary(items), { 'a.deal': 2, 'b.deal': 0, 'dealgraph.json': 1 });
    const again = await ask(items.map(({ uri, resultId }) => ({ uri, value: resultId })));
    const unchanged = 'unchanged';
    assert.deepEqual(summary(again.items), {
      'a.deal': unchanged,
      'b.deal': unchanged,
      'dealgraph.json': unchanged,
    });

    const told: Report[] = [];
    client.connection.onNotification(
      '$/progress',
      ({ token, value }: { token: string; value: { items: Report[] } }) => {
        if (token === 'part') told.push(...value.items);
      },
    );
    const rest: { items: Report[] } = await client.request('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'part',
    });
    assert.deepEqual(summary([...told, ...rest.items]), summary(items));
    assert.equal(rest.items.length, 0);
  });

  it('are sent after all to a client that says so', async () => {
    const { capabilities } = await start({ 'a.deal': 'company A {' }, { diagnostics: 'push' });
    assert.equal(capabilities['diagnosticProvider'], undefined);
    const { diagnostics } = await client.publishedWhere(({ uri }) => uri === uriOf('a.deal'));
    assert.equal(diagnostics.length > 0, true);
  });
});
