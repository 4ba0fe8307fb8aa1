import assert from 'node:assert/strict';
import { join } from 'node:path';
import { LanguageClient } from '../../../scripts/test/language-client.mjs';
import {
  findFilesMethod,
  readFileMethod,
  readRestMethod,
  serverStatusMethod,
  type FindFilesParams,
  type ReadFileParams,
  type ServerStatusParams,
} from '../../src/protocol';

const server = join(process.cwd(), 'dist', 'server.js');
const folder = 'memory:/deals';

interface ProgressNews {
  readonly token: string | number;
  readonly value: {
    kind: string;
    title?: string;
    message?: string;
    percentage?: number;
    cancellable?: boolean;
  };
}

/** A client that reads the files for its server, each when it is let go. */
class SlowClient {
  readonly client = new LanguageClient(process.execPath, [server, '--stdio']);
  readonly progress: ProgressNews[] = [];
  readonly statuses: ServerStatusParams[] = [];
  readonly created: (string | number)[] = [];
  private readonly waiting: (() => void)[] = [];
  private released = 0;
  private readonly heard = new Set<() => void>();

  constructor(private readonly files: Readonly<Record<string, string>>) {
    const { connection } = this.client;
    connection.onRequest(findFilesMethod, ({ glob }: FindFilesParams) =>
      Object.keys(files)
        .filter((name) => name.endsWith(glob.replace(/^\*\*\/\*?/, '')))
        .map((name) => `${folder}/${name}`),
    );
    connection.onRequest(readFileMethod, async ({ uri }: ReadFileParams) => {
      await this.turn();
      return this.files[uri.slice(folder.length + 1)] ?? null;
    });
    connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string | number }) => {
      this.created.push(token);
      return null;
    });
    connection.onNotification('$/progress', (news: ProgressNews) =>
      this.hear(() => this.progress.push(news)),
    );
    connection.onNotification(serverStatusMethod, (news: ServerStatusParams) =>
      this.hear(() => this.statuses.push(news)),
    );
  }

  /** Lets so many more files go. */
  release(count: number): void {
    this.released += count;
    while (this.released > 0 && this.waiting.length > 0) {
      this.released--;
      this.waiting.shift()?.();
    }
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.heard.add(resolve));
  }

  private hear(note: () => void): void {
    note();
    const told = [...this.heard];
    this.heard.clear();
    for (const resolve of told) resolve();
  }

  private turn(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.release(0);
    });
  }
}

/** A party in one file, and a file that mentions it and nobody else knows about, after many others. */
const files: Record<string, string> = { 'unit.deal': 'company Unit { parent Google }\ncompany {\n' };
for (let index = 0; index < 60; index++) files[`f${index}.deal`] = `company C${index} { parent Unit }\n`;
files['google.deal'] = 'company Google { parent Nobody }\n';
const count = Object.keys(files).length;

describe('reading that takes long', function () {
  this.timeout(60_000);
  let slow: SlowClient;
  afterEach(() => slow.client.stop());

  const codesOf = (name: string) =>
    slow.client.published.get(`${folder}/${name}`)?.diagnostics.map(({ code }) => code);

  it('shows how far it is, stops when the user says so, says nothing of names then, and goes on later', async () => {
    slow = new SlowClient(files);
    await slow.client.initialize(
      folder,
      {
        window: { workDoneProgress: true },
        workspace: { applyEdit: true },
        textDocument: { completion: { completionItem: { snippetSupport: true } } },
      },
      { filesFromClient: true },
    );
    await slow.until(() => slow.progress.length > 0);
    const [begin] = slow.progress;
    assert.ok(begin);
    assert.deepEqual(begin.value, {
      kind: 'begin',
      title: 'Reading deal files',
      message: `0 of ${count} files`,
      percentage: 0,
      cancellable: true,
    });
    assert.deepEqual(slow.created, [begin.token]);

    slow.release(10);
    await slow.until(() => slow.progress.at(-1)?.value.message === `10 of ${count} files`);
    assert.equal(slow.progress.at(-1)?.value.percentage, Math.floor((100 * 10) / count));
    await slow.client.notify('window/workDoneProgress/cancel', { token: begin.token });
    // What was asked for by then is still taken.
    slow.release(32);
    await slow.until(() => slow.statuses.at(-1)?.state === 'partlyRead');
    assert.equal(slow.progress.at(-1)?.value.kind, 'end');
    const { files: read, unread } = slow.statuses.at(-1)!;
    assert.equal(read + unread, count);
    assert.ok(unread > 0);
    await slow.client.publishedWhere(
      ({ uri, diagnostics }) => uri.endsWith('unit.deal') && diagnostics.length > 0,
    );
    assert.deepEqual(codesOf('unit.deal'), ['syntax', 'syntax']);
    const rename = () =>
      slow.client.request('textDocument/rename', {
        textDocument: { uri: `${folder}/unit.deal` },
        position: { line: 0, character: 9 },
        newName: 'Other',
      });
    await assert.rejects(rename, /not read/);
    const hover = await slow.client.request('textDocument/hover', {
      textDocument: { uri: `${folder}/unit.deal` },
      position: { line: 0, character: 24 },
    });
    assert.match(JSON.stringify(hover), /Google.*none of the files that are read so far/);
    // Google may be declared in a file that is not read: nobody offers to declare it again.
    const declaring = async (name: string, character: number) => {
      const list = await slow.client.request('textDocument/completion', {
        textDocument: { uri: `${folder}/${name}` },
        position: { line: 0, character },
      });
      return JSON.stringify(list).includes('dealgraph.declare');
    };
    assert.ok(!(await declaring('unit.deal', 28)));
    const prose = `${folder}/prose.deal`;
    const line = 'Google buys Unit';
    await slow.client.open(prose, line);
    const asDeal = async () => {
      const list = await slow.client.request('textDocument/completion', {
        textDocument: { uri: prose },
        position: { line: 0, character: line.length },
      });
      return JSON.stringify(list).includes('Google → Unit');
    };
    assert.ok(!(await asDeal()));

    const rest = slow.client.request(readRestMethod, {});
    slow.release(count);
    await rest;
    await slow.until(() => slow.statuses.at(-1)?.state === 'ready');
    assert.equal(slow.statuses.at(-1)?.files, count + 1, 'with the one that is in an editor alone');
    await slow.client.publishedWhere(
      ({ uri, diagnostics }) => uri.endsWith('google.deal') && diagnostics.length > 0,
    );
    assert.deepEqual(codesOf('google.deal'), ['unknown-name']);
    assert.deepEqual(codesOf('unit.deal'), ['syntax', 'syntax']);
    assert.ok(await rename());
    assert.ok(await declaring('google.deal', 30));
    assert.ok(await asDeal());
  });

  /** Has the user stop the reading early, with some files read, `unit.deal` among them. */
  async function stopReading(): Promise<void> {
    slow = new SlowClient(files);
    await slow.client.initialize(folder, { window: { workDoneProgress: true } }, { filesFromClient: true });
    await slow.until(() => slow.progress.length > 0);
    await slow.client.notify('window/workDoneProgress/cancel', { token: slow.created[0] });
    slow.release(count);
    await slow.until(() => slow.statuses.at(-1)?.state === 'partlyRead');
  }

  it('tells that all is read when the last missing file is, whoever asked for it', async () => {
    await stopReading();
    const changes = Object.keys(files).map((name) => ({ uri: `${folder}/${name}`, type: 2 }));
    await slow.client.notify('workspace/didChangeWatchedFiles', { changes });
    slow.release(count);
    await slow.until(() => slow.statuses.at(-1)?.state === 'ready');
    assert.deepEqual([slow.statuses.at(-1)?.unread, slow.statuses.at(-1)?.files], [0, count]);
    await slow.client.publishedWhere(
      ({ uri, diagnostics }) =>
        uri.endsWith('google.deal') && diagnostics.some(({ code }) => code === 'unknown-name'),
    );
  });

  it('knows names again, and tells so, when the user deletes the missing files', async () => {
    await stopReading();
    const others = Object.keys(files).filter((name) => name !== 'unit.deal');
    await slow.client.notify('workspace/didDeleteFiles', {
      files: others.map((name) => ({ uri: `${folder}/${name}` })),
    });
    await slow.until(() => slow.statuses.at(-1)?.state === 'ready');
    assert.deepEqual([slow.statuses.at(-1)?.unread, slow.statuses.at(-1)?.files], [0, 1]);
    await slow.client.publishedWhere(
      ({ uri, diagnostics }) =>
        uri.endsWith('unit.deal') && diagnostics.some(({ code }) => code === 'unknown-name'),
    );
  });

  /** What is published of `unit.deal` for a version, without what is no matter of reading. */
  const namesOf = async (name: string, version: number): Promise<unknown[]> => {
    const { diagnostics } = await slow.client.publishedWhere(
      (published) => published.uri === `${folder}/${name}` && published.version === version,
    );
    return diagnostics.map(({ code }) => code).filter((code) => code !== 'syntax');
  };

  it('says nothing of names in an open document while the folder that it is in is added', async () => {
    slow = new SlowClient(files);
    await slow.client.initialize(null, { workspace: { workspaceFolders: true } }, { filesFromClient: true });
    const uri = `${folder}/unit.deal`;
    await slow.client.open(uri, files['unit.deal']!);
    assert.deepEqual(await namesOf('unit.deal', 1), ['unknown-name']);
    await slow.client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: folder, name: 'deals' }], removed: [] },
    });
    const start = { line: 0, character: 0 };
    await slow.client.change(uri, 2, [{ range: { start, end: start }, text: '\n' }]);
    assert.deepEqual(await namesOf('unit.deal', 2), []);
    slow.release(count);
    await slow.until(() => slow.statuses.at(-1)?.files === count);
    await slow.client.change(uri, 3, [
      { range: { start, end: start }, text: 'company X { parent Nobody }\n' },
    ]);
    assert.deepEqual(await namesOf('unit.deal', 3), ['unknown-name']);
  });

  it('checks the names of an open document that was left out until its folder is removed, and the other way', async () => {
    slow = new SlowClient({
      'dealgraph.json': '{ "exclude": ["draft.deal"] }',
      'draft.deal': 'company A { parent Nobody }\n',
    });
    slow.release(count);
    await slow.client.initialize(
      folder,
      { workspace: { workspaceFolders: true } },
      { filesFromClient: true },
    );
    await slow.until(() => slow.statuses.at(-1)?.state === 'ready');
    await slow.client.open(`${folder}/draft.deal`, 'company A { parent Nobody }\n');
    assert.deepEqual(await namesOf('draft.deal', 1), []);
    const deals = [{ uri: folder, name: 'deals' }];
    const changeFolders = (event: object) =>
      slow.client.notify('workspace/didChangeWorkspaceFolders', { event });
    const namesAre = (known: boolean) =>
      slow.client.publishedWhere(
        ({ uri, diagnostics }) => uri.endsWith('draft.deal') && (diagnostics.length === 0) === known,
      );
    await changeFolders({ added: [], removed: deals });
    await namesAre(false);
    await changeFolders({ added: deals, removed: [] });
    await namesAre(true);
  });

  it('says nothing of names in an open document before all files are read', async () => {
    slow = new SlowClient(files);
    await slow.client.initialize(folder, {}, { filesFromClient: true });
    const uri = `${folder}/unit.deal`;
    await slow.client.open(
      uri,
      'company Unit { parent Google }\ncompany Unit2 { parent Gogle }\ncompany {\n',
    );
    const early = await slow.client.publishedWhere((published) => published.uri === uri);
    assert.deepEqual(
      early.diagnostics.map(({ code }) => code),
      ['syntax', 'syntax'],
    );
    slow.release(count);
    await slow.client.publishedWhere(
      (published) =>
        published.uri === uri && published.diagnostics.some(({ code }) => code === 'unknown-name'),
    );
    assert.deepEqual(slow.created, []);
    assert.deepEqual(slow.progress, []);
  });
});
