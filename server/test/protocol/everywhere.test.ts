import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Position } from 'vscode-languageserver-types';
import { LanguageClient } from '../../../scripts/test/language-client.mjs';
import { DealDocument } from '../../src/language/document';
import { treePathMethod } from '../../src/protocol';
import { editOf } from '../language/random-text';

const server = join(process.cwd(), 'dist', 'server.js');
const samples = join(process.cwd(), 'samples');

/** Broken variants of the samples, and places in each that are asked about. */
const mutants = 1000;
const placesInMutant = 6;

/** What a client like VS Code can do, as far as it makes the server answer more. */
const capabilities = {
  textDocument: {
    codeAction: {
      dataSupport: true,
      disabledSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
    },
    completion: {
      completionItem: { snippetSupport: true, resolveSupport: { properties: ['documentation'] } },
    },
    definition: { linkSupport: true },
    diagnostic: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: { applyEdit: true, workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
};

const formatting = { tabSize: 2, insertSpaces: true };

/** Every request about a place. */
const atPlaces: Readonly<Record<string, (place: Place) => object>> = {
  'textDocument/hover': same,
  'textDocument/completion': same,
  'textDocument/signatureHelp': same,
  'textDocument/definition': same,
  'textDocument/declaration': same,
  'textDocument/typeDefinition': same,
  'textDocument/implementation': same,
  'textDocument/references': (place) => ({ ...place, context: { includeDeclaration: true } }),
  'textDocument/documentHighlight': same,
  'textDocument/prepareRename': same,
  'textDocument/linkedEditingRange': same,
  'textDocument/prepareCallHierarchy': same,
  'textDocument/prepareTypeHierarchy': same,
  'textDocument/selectionRange': ({ textDocument, position }) => ({ textDocument, positions: [position] }),
  'textDocument/codeAction': ({ textDocument, position }) => ({
    textDocument,
    range: { start: position, end: position },
    context: { diagnostics: [] },
  }),
  'textDocument/onTypeFormatting': (place) => ({ ...place, ch: '\n', options: formatting }),
  [treePathMethod]: (place) => ({ ...place, query: { groupBy: 'ecosystem' } }),
};

/** Every request about a whole document. */
const aboutDocuments: Readonly<Record<string, object>> = {
  'textDocument/documentSymbol': {},
  'textDocument/foldingRange': {},
  'textDocument/documentLink': {},
  'textDocument/codeLens': {},
  'textDocument/diagnostic': {},
  'textDocument/semanticTokens/full': {},
  'textDocument/formatting': { options: formatting },
};

/** Answers whose parts are told in full when they are asked for. */
const resolved: Readonly<Record<string, string>> = {
  'textDocument/codeLens': 'codeLens/resolve',
  'textDocument/documentLink': 'documentLink/resolve',
};

/** A request that only follows from an answer is made at every so manieth place: what it says is long. */
const everyPlace = 5;

/** What an item of a hierarchy leads to. */
const led: Readonly<Record<string, readonly string[]>> = {
  'textDocument/prepareCallHierarchy': ['callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls'],
  'textDocument/prepareTypeHierarchy': ['typeHierarchy/supertypes', 'typeHierarchy/subtypes'],
};

interface Place {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

function same(place: Place): object {
  return place;
}

function partOf(answer: unknown, name: string): unknown {
  return typeof answer === 'object' && answer ? Reflect.get(answer, name) : undefined;
}

describe('every request', function () {
  this.timeout(600_000);
  let folder: string;
  let client: LanguageClient;
  let slowest: { readonly method: string; readonly milliseconds: number; readonly where: string };
  let count: number;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dealgraph-'));
    cpSync(samples, folder, { recursive: true });
    client = new LanguageClient(process.execPath, [server, '--stdio']);
    await client.initialize(pathToFileURL(folder).href, capabilities, { opensReference: true });
  });
  beforeEach(() => {
    slowest = { method: '', milliseconds: 0, where: '' };
    count = 0;
  });
  afterEach(() => {
    const { method, milliseconds, where } = slowest;
    process.stdout.write(
      `      ${count} answers, the slowest ${method} at ${where}: ${milliseconds.toFixed(1)} ms\n`,
    );
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const files = readdirSync(samples, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.deal'))
    .map((file) => ({ file, text: readFileSync(join(samples, file), 'utf8') }));
  const uriOf = (file: string) => pathToFileURL(join(folder, file)).href;

  /** An answer; an error that the server answers with fails the test. */
  async function ask(method: string, params: object, where: string): Promise<unknown> {
    const start = performance.now();
    try {
      return await client.request(method, params);
    } catch (error) {
      throw new Error(`${method} at ${where}: ${String(error)}\n${client.log.join('\n')}`, { cause: error });
    } finally {
      const milliseconds = performance.now() - start;
      count++;
      if (milliseconds > slowest.milliseconds) slowest = { method, milliseconds, where };
    }
  }

  async function askAt(uri: string, position: Position, where: string): Promise<void> {
    for (const [method, paramsOf] of Object.entries(atPlaces)) {
      const answer = await ask(method, paramsOf({ textDocument: { uri }, position }), where);
      const [item]: unknown[] = Array.isArray(answer) ? answer : [];
      for (const next of item === undefined ? [] : (led[method] ?? [])) await ask(next, { item }, where);
      if (method === 'textDocument/prepareRename')
        await rename(answer, { textDocument: { uri }, position }, where);
      if (position.character % everyPlace === 0) await resolve(method, answer, where);
    }
    if (position.character % everyPlace === 0) {
      const typed = { textDocument: { uri }, position, ch: '}', options: formatting };
      await ask('textDocument/onTypeFormatting', typed, where);
    }
  }

  /** Renames what can be, once for each place where the name stands. */
  async function rename(prepared: unknown, place: Place, where: string): Promise<void> {
    const range = partOf(prepared, 'range') ?? prepared;
    if (!isDeepStrictEqual(partOf(range, 'start'), place.position)) return;
    const edit = await ask('textDocument/rename', { ...place, newName: 'A name of its own' }, where);
    assert.ok(edit, `what can be renamed is: ${where}`);
  }

  /** Asks for the rest of a completion, and of an action that is worked out when it is chosen. */
  async function resolve(method: string, answer: unknown, where: string): Promise<void> {
    if (method === 'textDocument/completion') {
      const items = partOf(answer, 'items') ?? answer;
      const [item]: unknown[] = Array.isArray(items) ? items : [];
      if (typeof item === 'object' && item) await ask('completionItem/resolve', item, where);
    } else if (method === 'textDocument/codeAction' && Array.isArray(answer)) {
      const actions: unknown[] = answer;
      const action = actions.find((each) => partOf(each, 'data') !== undefined);
      if (typeof action === 'object' && action) await ask('codeAction/resolve', action, where);
    }
  }

  async function askAbout(uri: string, end: Position, where: string): Promise<void> {
    const range = { start: { line: 0, character: 0 }, end };
    for (const [method, params] of Object.entries(aboutDocuments)) {
      const answer = await ask(method, { textDocument: { uri }, ...params }, where);
      const method2 = resolved[method];
      const parts: unknown[] = Array.isArray(answer) ? answer : [];
      for (const part of method2 === undefined ? [] : parts)
        if (typeof part === 'object' && part) await ask(method2!, part, where);
      const resultId = partOf(answer, 'resultId');
      if (method === 'textDocument/semanticTokens/full' && resultId !== undefined)
        await ask(`${method}/delta`, { textDocument: { uri }, previousResultId: resultId }, where);
    }
    await ask('workspace/symbol', { query: where.slice(0, 3) }, where);
    for (const method of ['inlayHint', 'semanticTokens/range'])
      await ask(`textDocument/${method}`, { textDocument: { uri }, range }, where);
    await ask('textDocument/rangeFormatting', { textDocument: { uri }, range, options: formatting }, where);
  }

  it('is answered at every place of every sample', async () => {
    for (const { file, text } of files) {
      const uri = uriOf(file);
      await client.open(uri, text);
      const document = DealDocument.parse(text);
      await askAbout(uri, document.placeAt(text.length), file);
      for (let offset = 0; offset <= text.length; offset++) {
        const position = document.placeAt(offset);
        await askAt(uri, position, `${file}:${position.line + 1}:${position.character + 1}`);
      }
    }
    assert.deepEqual(client.log, []);
  });

  it('is answered in documents that hold nothing or hardly anything, saved or not', async () => {
    const texts = ['', ' ', '\n', '\r\n\r\n', '\ufeff', '"', '{', '}', '///', '"""', 'company', 'fx:', '->'];
    for (const uri of [uriOf('nothing.deal'), 'untitled:Untitled-1']) {
      await client.open(uri, texts[0]!);
      for (const [version, text] of texts.entries()) {
        await client.change(uri, version + 2, [{ text }]);
        const document = DealDocument.parse(text);
        const where = `${JSON.stringify(text)} in ${uri}`;
        await askAbout(uri, document.placeAt(text.length), where);
        for (let offset = 0; offset <= text.length; offset++)
          await askAt(uri, document.placeAt(offset), where);
      }
    }
    assert.deepEqual(client.log, []);
  });

  it(`is answered in ${mutants} broken variants of the samples`, async () => {
    const edits = fc.sample(
      fc
        .constantFrom(...files)
        .chain(({ file, text }) =>
          fc.tuple(
            fc.constant({ file, text }),
            editOf(text.length),
            fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
          ),
        ),
      { numRuns: mutants, seed: 20250131 },
    );
    let version = 1;
    for (const [{ file, text }, { start, end, inserted }, picks] of edits) {
      const uri = uriOf(file);
      const broken = text.slice(0, start) + inserted + text.slice(end);
      await client.change(uri, ++version, [{ text: broken }]);
      const document = DealDocument.parse(broken);
      const where = `${file} with ${JSON.stringify(inserted)} for ${start}–${end}`;
      await askAbout(uri, document.placeAt(broken.length), where);
      const at = start + inserted.length;
      const near = [start, at, ...picks.map((pick) => pick % (broken.length + 1))].slice(0, placesInMutant);
      for (const offset of near) await askAt(uri, document.placeAt(Math.min(offset, broken.length)), where);
      await client.change(uri, ++version, [{ text }]);
    }
    assert.deepEqual(client.log, []);
  });
});
