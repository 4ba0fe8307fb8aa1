// A language client without an editor: starts a server as a process and speaks the protocol over stdio.
import { spawn } from 'node:child_process';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

/**
 * @typedef {import('vscode-languageserver-types').Diagnostic} Diagnostic
 * @typedef {{uri: string, version?: number, diagnostics: Diagnostic[]}} Published
 */

/** One running server and what it has said. */
export class LanguageClient {
  /** What was published last for each file. @type {Map<string, Published>} */
  published = new Map();
  /** How often anything was published. */
  publishCount = 0;
  /** What the server logged. @type {string[]} */
  log = [];
  /** What the server showed the user. @type {{type: number, message: string}[]} */
  shown = [];
  /** @type {Set<(published: Published) => void>} */
  #listeners = new Set();

  /**
   * @param {string} command
   * @param {string[]} args
   */
  constructor(command, args) {
    this.process = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.process.stderr.on('data', (data) => this.log.push(String(data)));
    const reader = new StreamMessageReader(this.process.stdout);
    // A server that ends in the middle of a message would leave a timer that is set again for ever.
    reader.partialMessageTimeout = 0;
    this.connection = createMessageConnection(reader, new StreamMessageWriter(this.process.stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (/** @type {Published} */ params) => {
      this.published.set(params.uri, params);
      this.publishCount++;
      for (const listener of this.#listeners) listener(params);
    });
    this.connection.onNotification('window/logMessage', (/** @type {{message: string}} */ { message }) => {
      this.log.push(message);
    });
    this.connection.onNotification(
      'window/showMessage',
      (/** @type {{type: number, message: string}} */ message) => {
        this.shown.push(message);
      },
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.listen();
  }

  /**
   * Initializes the server on a folder.
   * @param {string | null} folder its URI; null for none
   * @param {object} [capabilities] of the client
   * @param {object} [initializationOptions]
   * @returns {Promise<any>} the server's answer
   */
  async initialize(folder, capabilities = {}, initializationOptions) {
    const result = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: folder === null ? null : [{ uri: folder, name: 'folder' }],
      capabilities,
      initializationOptions,
    });
    await this.notify('initialized', {});
    return result;
  }

  /**
   * @param {string} method
   * @param {object} params
   * @returns {Promise<any>} the answer
   */
  request(method, params) {
    return this.connection.sendRequest(method, params);
  }

  /**
   * @param {string} method
   * @param {object} params
   */
  notify(method, params) {
    return this.connection.sendNotification(method, params);
  }

  /**
   * @param {string} uri
   * @param {string} text
   * @param {number} [version]
   */
  open(uri, text, version = 1) {
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'deal', version, text } });
  }

  /**
   * @param {string} uri
   * @param {number} version
   * @param {object[]} contentChanges
   */
  change(uri, version, contentChanges) {
    return this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /**
   * Waits until something is published that fits, or has been already.
   * @param {(published: Published) => boolean} fits
   * @param {number} [patience] in milliseconds
   * @returns {Promise<Published>}
   * @throws {Error} when nothing fits in that time
   */
  async publishedWhere(fits, patience = 30_000) {
    for (const published of this.published.values()) if (fits(published)) return published;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(listener);
        reject(new Error(`nothing that fits was published in ${patience} ms; log: ${this.log.join('\n')}`));
      }, patience);
      /** @param {Published} published */
      const listener = (published) => {
        if (!fits(published)) return;
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve(published);
      };
      this.#listeners.add(listener);
    });
  }

  /** Shuts the server down as the protocol wants, and ends its process. */
  async stop() {
    try {
      await this.request('shutdown', {});
      await this.notify('exit', {});
    } finally {
      this.connection.dispose();
      this.process.kill();
    }
  }
}
