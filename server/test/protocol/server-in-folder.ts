import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LanguageClient } from '../../../scripts/test/language-client.mjs';

const server = join(process.cwd(), 'dist', 'server.js');

/** The built server over stdio on a folder of its own for each test of the suite that it is made in. */
export class ServerInFolder {
  /** On disk; empty at the start of a test. */
  folder = '';
  private running: LanguageClient | undefined;

  constructor() {
    beforeEach(() => {
      this.folder = mkdtempSync(join(tmpdir(), 'dealgraph-'));
    });
    afterEach(async () => {
      await this.running?.stop();
      this.running = undefined;
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  /** The client of the server that was launched last. */
  get client(): LanguageClient {
    if (!this.running) throw new Error('no server was launched');
    return this.running;
  }

  get folderUri(): string {
    return pathToFileURL(this.folder).href;
  }

  uriOf(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  /** Starts a server, which is not initialized yet. */
  launch(): LanguageClient {
    return (this.running = new LanguageClient(process.execPath, [server, '--stdio']));
  }
}
