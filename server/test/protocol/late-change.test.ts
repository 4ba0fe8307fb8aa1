import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LanguageClient } from '../../../scripts/test/language-client.mjs';

const server = join(process.cwd(), 'dist', 'server.js');
const parties = 'company A\ncompany B\ncompany C\n';
const deals = 'partnership AB: A <-> B\npartnership BC: B <-> C\n';

describe('a change that comes after its document was closed', () => {
  let folder: string;
  let client: LanguageClient;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dealgraph-'));
    writeFileSync(join(folder, 'parties.deal'), parties);
    client = new LanguageClient(process.execPath, [server, '--stdio']);
    await client.initialize(pathToFileURL(folder).href);
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  // VS Code sends them in this order when a file is reverted and closed at once.
  it('changes nothing: what is on disk counts', async () => {
    const uri = pathToFileURL(join(folder, 'parties.deal')).href;
    const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
    await client.open(uri, parties.replace('company B', 'company X'));
    await client.notify('textDocument/didClose', { textDocument: { uri } });
    await client.change(uri, 2, [{ range, text: 'company B\n' }]);

    const other = pathToFileURL(join(folder, 'deals.deal')).href;
    await client.open(other, deals);
    // Fails when a name stays unknown.
    await client.publishedWhere(
      ({ uri: published, diagnostics }) =>
        published === other && !diagnostics.some(({ code }) => code === 'unknown-name'),
      5_000,
    );
  });
});
