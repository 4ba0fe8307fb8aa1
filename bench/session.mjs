// One server as a process, with a project in front of it and an editor's part played here.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { peakMemory, untilIdle } from './machine.mjs';

/** How long a server may take to shut down before it is killed, in milliseconds. */
const farewell = 2_000;

/**
 * @typedef {import('./corpus/corpus.mjs').BenchFile} BenchFile
 * @typedef {import('vscode-languageserver-types').Diagnostic} Diagnostic
 * @typedef {import('vscode-languageserver-types').Range} Range
 * @typedef {{uri: string, version?: number, diagnostics: Diagnostic[]}} Published
 */

/** A server that ended or took too long, which is a result and no defect of the benchmark. */
export class NotFinished extends Error {}

export class Session {
  /** What is waited for in each file. @type {Map<string, (published: Published) => void>} */
  #waiting = new Map();
  /** The version of each open file. @type {Map<string, number>} */
  #versions = new Map();
  /** What the server wrote to stderr last. */
  #errors = '';
  #closing = false;
  /** Whether the time limit is over. */
  #late = false;
  /** The server's answer to initialize. @type {Record<string, unknown>} */
  capabilities = {};

  /**
   * @param {import('./servers/servers.mjs').BenchServer} server
   * @param {import('./corpus/corpus.mjs').Corpus} corpus
   * @param {number} limit milliseconds after which the server is killed
   */
  constructor(server, corpus, limit) {
    this.server = server;
    this.corpus = corpus;
    this.process = spawn(process.execPath, server.args, { stdio: 'pipe' });
    this.process.stderr.on('data', (data) => (this.#errors = `${this.#errors}${data}`.slice(-20_000)));
    this.process.stdin.on('error', () => undefined);
    const reader = new StreamMessageReader(this.process.stdout);
    // A server that ends in the middle of a message would leave a timer that is set again for ever.
    reader.partialMessageTimeout = 0;
    this.connection = createMessageConnection(reader, new StreamMessageWriter(this.process.stdin));
    // A server that has ended is told of by `ended`.
    this.connection.onError(() => undefined);
    this.connection.onNotification('textDocument/publishDiagnostics', (/** @type {Published} */ published) =>
      this.#waiting.get(published.uri)?.(published),
    );
    const settings = server.settings?.(corpus) ?? {};
    this.connection.onRequest(
      'workspace/configuration',
      (/** @type {{items: {section?: string}[]}} */ params) =>
        params.items.map(({ section = '' }) => settings[section] ?? null),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.listen();

    /** Rejects when the server ends by itself or at its time limit. @type {Promise<never>} */
    this.ended = new Promise((_, reject) => {
      this.process.once('exit', (code) => {
        if (!this.#closing) reject(new NotFinished(this.#late ? 'not finished' : this.#causeOfDeath(code)));
      });
    });
    this.timer = setTimeout(() => {
      this.#late = true;
      this.process.kill('SIGKILL');
    }, limit);
  }

  /**
   * Lets the server read the project, as an editor that starts on its folder.
   * @returns {Promise<number>} milliseconds from initialize until it has found the one mistake in every file that has
   *   one; where it finds none by its nature, until it has published for all of them
   */
  async open() {
    const { server, corpus } = this;
    await untilIdle(this.process.pid);
    const start = performance.now();
    const planted = corpus.files.filter((file) => file.planted);
    const found = server.pulls
      ? undefined
      : Promise.all(
          planted.map(({ uri }) => this.#published(uri, (one) => this.#hasOneMistake(one.diagnostics))),
        );
    await this.#initialize();
    if (!server.readsFolders) for (const file of corpus.files) this.#didOpen(file);
    if (server.pulls) {
      for (const diagnostics of await Promise.all(planted.map(({ uri }) => this.#pull(uri)))) {
        if (!this.#hasOneMistake(diagnostics))
          throw new Error(`${server.name} found ${diagnostics.length} mistakes`);
      }
    }
    await found;
    return performance.now() - start;
  }

  /** Waits until the server does nothing. */
  rest() {
    return untilIdle(this.process.pid);
  }

  /** Shows a file in an editor, and waits until the server is through with that. @param {BenchFile} file */
  async show(file) {
    if (!this.#versions.has(file.uri)) {
      const shown = this.#published(file.uri, () => true);
      this.#didOpen(file);
      await shown;
    }
    await this.rest();
  }

  /**
   * Sends a change.
   * @param {BenchFile} file one that is open
   * @param {{range?: Range, text: string}} change
   * @returns {() => Promise<Diagnostic[]>} waits for the mistakes in that version; asks for them where they are pulled
   */
  change(file, change) {
    const version = (this.#versions.get(file.uri) ?? 0) + 1;
    this.#versions.set(file.uri, version);
    // Not every server says which version it publishes for: with one edit under way it can be no other.
    const published =
      !this.server.pulls &&
      this.#published(file.uri, (one) => one.version === undefined || one.version === version);
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: file.uri, version },
      contentChanges: [change],
    });
    return async () =>
      this.#mistakesIn(published ? (await published).diagnostics : await this.#pull(file.uri));
  }

  /**
   * @param {BenchFile} file one that is open
   * @param {{range?: Range, text: string}} change
   * @returns {Promise<{milliseconds: number, mistakes: Diagnostic[]}>} when the mistakes in that version are known
   */
  async edit(file, change) {
    const start = performance.now();
    const mistakes = await this.change(file, change)();
    return { milliseconds: performance.now() - start, mistakes };
  }

  /**
   * Waits until so many mistakes are published for a file.
   * @param {BenchFile} file
   * @param {number} count
   */
  async mistakes(file, count) {
    await this.#published(file.uri, ({ diagnostics }) => this.#mistakesIn(diagnostics).length === count);
  }

  /**
   * @param {string} method
   * @param {object} params
   * @returns {Promise<any>} the answer
   */
  request(method, params) {
    return this.connection.sendRequest(method, params);
  }

  /** The most memory that the server has had, in megabytes. */
  peakMemory() {
    return peakMemory(this.process.pid);
  }

  /** Ends the server, and waits until its process is gone. */
  async close() {
    clearTimeout(this.timer);
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const gone = once(this.process, 'exit');
      this.#closing = true;
      const leave = setTimeout(() => this.process.kill('SIGKILL'), farewell);
      void this.connection
        .sendRequest('shutdown')
        .then(() => this.connection.sendNotification('exit'))
        .catch(() => undefined);
      await gone;
      clearTimeout(leave);
    }
    this.connection.dispose();
  }

  /** @param {number | null} code */
  #causeOfDeath(code) {
    if (this.#errors.includes('heap out of memory')) return 'out of memory';
    console.error(this.#errors);
    return `ended with ${code}`;
  }

  async #initialize() {
    const { server, corpus } = this;
    const uri = pathToFileURL(corpus.folder).href;
    const { capabilities } = await this.request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities: {
        textDocument: {
          publishDiagnostics: { relatedInformation: true, versionSupport: true },
          completion: {
            completionItem: { snippetSupport: true, insertReplaceSupport: true },
            completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'data'] },
          },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          hover: { contentFormat: ['markdown'] },
          ...(server.pulls && { diagnostic: {} }),
        },
        workspace: { configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } },
      },
      initializationOptions: server.initializationOptions,
    });
    this.capabilities = capabilities;
    void this.connection.sendNotification('initialized', {});
    const settings = server.settings?.(corpus);
    if (settings) void this.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  }

  /** @param {BenchFile} file */
  #didOpen({ uri, text }) {
    this.#versions.set(uri, 1);
    const { languageId } = this.corpus.format;
    void this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /**
   * @param {string} uri
   * @param {(published: Published) => boolean} fits
   * @returns {Promise<Published>}
   */
  #published(uri, fits) {
    return new Promise((resolve) => {
      this.#waiting.set(uri, (published) => {
        if (!fits(published)) return;
        this.#waiting.delete(uri);
        resolve(published);
      });
    });
  }

  /** @param {string} uri @returns {Promise<Diagnostic[]>} */
  async #pull(uri) {
    const report = await this.request('textDocument/diagnostic', { textDocument: { uri } });
    return report.items;
  }

  /** @param {Diagnostic[]} diagnostics */
  #mistakesIn(diagnostics) {
    return diagnostics.filter(({ severity }) => this.server.mistakes.includes(severity ?? 1));
  }

  /** @param {Diagnostic[]} diagnostics */
  #hasOneMistake(diagnostics) {
    return this.server.mistakes.length === 0 || this.#mistakesIn(diagnostics).length === 1;
  }
}
