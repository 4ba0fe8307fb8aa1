// What is measured, on any server that speaks the protocol over stdio.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { LanguageClient } from '../scripts/test/language-client.mjs';

/** Single-character changes in one run. */
const keystrokes = 200;
const patience = 300_000;

/**
 * @typedef {{name: string, command: string, args: string[], readsFolders: boolean}} BenchServer
 *   `readsFolders`: it publishes for all files of a folder by itself; others are sent every file
 * @typedef {{median: number, p95: number}} Times in milliseconds
 */

/**
 * Time from starting to initialize until diagnostics are there for every file, and the peak of resident memory.
 * @param {BenchServer} server
 * @param {import('./corpus.mjs').Corpus} corpus
 * @returns {Promise<{milliseconds: number, megabytes: number}>}
 */
export async function coldOpen(server, corpus) {
  const client = new LanguageClient(server.command, server.args);
  // Node itself is up when the first answer is there; starting it is not what we measure.
  await client.initialize(null).catch(() => undefined);
  await client.stop();

  const measured = new LanguageClient(server.command, server.args);
  const start = performance.now();
  await openAll(measured, server, corpus);
  const milliseconds = performance.now() - start;
  const megabytes = peakMemory(measured.process.pid);
  await measured.stop();
  return { milliseconds, megabytes };
}

/**
 * Deletes and retypes the name of a party in a deal in the middle of a file, a character at a time, and takes the time
 * from each change until its diagnostics are there.
 * @param {BenchServer} server
 * @param {import('./corpus.mjs').Corpus} corpus
 * @param {boolean} findsErrors whether the server is one that must find what is wrong in between
 * @returns {Promise<Times>}
 */
export async function keystroke(server, corpus, findsErrors) {
  const client = new LanguageClient(server.command, server.args);
  await openAll(client, server, corpus);
  const file = corpus.files[Math.floor((corpus.files.length + 2) / 2)] ?? corpus.files.at(-1);
  if (!file) throw new Error('the corpus has no file');
  if (server.readsFolders) {
    await client.open(file.uri, file.text);
    await client.publishedWhere(({ uri, version }) => uri === file.uri && version === 1, patience);
  }
  const spot = middleOf(file.text);
  /** @type {number[]} */
  const times = [];
  let version = 1;
  const type = async (/** @type {object} */ change) => {
    version++;
    const wanted = version;
    const start = performance.now();
    const published = client.publishedWhere(
      (one) => one.uri === file.uri && one.version === wanted,
      patience,
    );
    await client.change(file.uri, version, [change]);
    const { diagnostics } = await published;
    times.push(performance.now() - start);
    return diagnostics;
  };
  const { name, line, character } = spot;
  while (times.length < keystrokes) {
    for (let length = name.length; length > 0 && times.length < keystrokes; length--) {
      const start = { line, character: character + length - 1 };
      const found = await type({ range: { start, end: { line, character: character + length } }, text: '' });
      if (findsErrors) expectOneError(found, `after deleting to “${name.slice(0, length - 1)}”`);
    }
    for (let length = 0; length < name.length && times.length < keystrokes; length++) {
      const start = { line, character: character + length };
      const found = await type({ range: { start, end: start }, text: name[length] });
      // Nobody measures a server that does nothing: the name is wrong until it is whole again.
      if (findsErrors && length === name.length - 1 && found.length > 0) {
        throw new Error(`${server.name} finds ${found.length} mistakes in a text without any`);
      }
    }
  }
  await client.stop();
  return summary(times);
}

/**
 * @param {LanguageClient} client
 * @param {BenchServer} server
 * @param {import('./corpus.mjs').Corpus} corpus
 */
async function openAll(client, server, corpus) {
  const seen = new Set();
  const all = client.publishedWhere(({ uri }) => {
    seen.add(uri);
    return seen.size >= corpus.files.length;
  }, patience);
  await client.initialize(pathToFileURL(corpus.folder).href);
  if (!server.readsFolders) for (const file of corpus.files) await client.open(file.uri, file.text);
  await all;
}

/** @param {import('vscode-languageserver-types').Diagnostic[]} diagnostics @param {string} when */
function expectOneError(diagnostics, when) {
  const errors = diagnostics.filter(({ severity }) => severity === 1);
  if (errors.length !== 1) throw new Error(`expected one error ${when}, found ${errors.length}`);
}

/**
 * The receiver of the deal in the middle of the text.
 * @param {string} text
 */
function middleOf(text) {
  const at = text.indexOf('-> Party', Math.floor(text.length / 2)) + 3;
  const name = /^\w+/.exec(text.slice(at, at + 40))?.[0] ?? '';
  const before = text.slice(0, at);
  const line = before.split('\n').length - 1;
  return { name, line, character: at - (before.lastIndexOf('\n') + 1) };
}

/**
 * @param {number[]} times
 * @returns {Times}
 */
function summary(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? NaN,
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
  };
}

/**
 * @param {number | undefined} pid
 * @returns {number} in megabytes; NaN where the system does not tell
 */
function peakMemory(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  } catch {
    return NaN;
  }
}
