import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  DocumentLink,
  Location,
  Position,
  SelectionRange,
  TextDocumentIdentifier,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import type { LanguageClient } from '../../../scripts/test/language-client.mjs';
import { ServerInFolder } from './server-in-folder';
import {
  referenceMethod,
  checkPageUri,
  languageReferenceUri,
  type InitializationOptions,
  type Reference,
} from '../../src/protocol';

interface TextDocumentPosition {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}

const parties =
  'company Google { parent Alphabet }\ncompany Alphabet\nsource ft { url <https://ft.example> }\n';
const deals = 'investment D: Google -> Anthropic {\n  amount $1B per ft\n}\ncompany Anthropic\n';

describe('navigation over stdio', function () {
  this.timeout(60_000);
  let client: LanguageClient;
  let capabilities: Readonly<Record<string, unknown>>;
  const own = new ServerInFolder();
  const uriOf = (name: string) => own.uriOf(name);

  async function start(client_: object = {}, options: InitializationOptions = {}): Promise<void> {
    writeFileSync(join(own.folder, 'parties.deal'), parties);
    writeFileSync(join(own.folder, 'deals.deal'), deals);
    client = own.launch();
    ({ capabilities } = await client.initialize(own.folderUri, client_, options));
    await client.publishedWhere(({ uri }) => uri === uriOf('deals.deal'));
    await client.publishedWhere(({ uri }) => uri === uriOf('parties.deal'));
  }

  /** A place in `deals.deal`: before the first occurrence of a text. */
  function at(text: string): TextDocumentPosition {
    const offset = deals.indexOf(text);
    const lines = deals.slice(0, offset).split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)!.length };
    return { textDocument: { uri: uriOf('deals.deal') }, position };
  }
  const textDocument = () => ({ textDocument: { uri: uriOf('deals.deal') } });
  const isAnnounced = (name: string) => assert.ok(capabilities[`${name}Provider`], name);
  const ask = <Answer>(method: string, params: object): Promise<Answer> => client.request(method, params);
  const places = (locations: readonly Location[]) =>
    locations.map(({ uri, range }) => `${uri.slice(uri.lastIndexOf('/') + 1)}:${range.start.line + 1}`);

  it('leads to declarations, highlights and what stands behind a name', async () => {
    await start();
    isAnnounced('declaration');
    const declaration = await ask<Location[]>('textDocument/declaration', at('Google'));
    assert.deepEqual(places(declaration), ['parties.deal:1']);
    isAnnounced('documentHighlight');
    const marked = await ask<DocumentHighlight[]>('textDocument/documentHighlight', at('Anthropic'));
    assert.deepEqual(
      marked.map(({ kind, range }) => [kind, range.start.line]),
      [
        [2, 0],
        [3, 3],
      ],
    );
    isAnnounced('implementation');
    const behind = await ask<Location[]>('textDocument/implementation', at('Google'));
    assert.deepEqual(places(behind), ['deals.deal:1']);
  });

  it('leads to the reference of the language where the client can open it', async () => {
    await start();
    assert.equal(capabilities.typeDefinitionProvider, undefined);
    await client.stop();
    await start({}, { opensReference: true });
    isAnnounced('typeDefinition');
    const [location] = await ask<Location[]>('textDocument/typeDefinition', at('amount'));
    assert.equal(location?.uri, languageReferenceUri);
    const { text } = await ask<Reference>(referenceMethod, { uri: languageReferenceUri });
    assert.equal(text?.split('\n')[location.range.start.line], '### amount');
  });

  it('leads from a finding to the page of its check where the client can open it', async () => {
    await start({}, { opensReference: true });
    const uri = 'file:///elsewhere.deal';
    await client.open(uri, 'company A\ncompany A\n');
    const { diagnostics } = await client.publishedWhere(
      (published) => published.uri === uri && published.diagnostics.length > 0,
    );
    const href = diagnostics[0]?.codeDescription?.href;
    assert.equal(href, checkPageUri('duplicate-name'));
    const page = await ask<Reference>(referenceMethod, { uri: href });
    assert.match(page.text ?? '', /^# duplicate-name/);
    assert.deepEqual(await ask(referenceMethod, { uri: checkPageUri('no-check') }), { text: null });
  });

  it('finds symbols, whose ranges it tells later to clients that can ask for them', async () => {
    await start();
    isAnnounced('workspaceSymbol');
    const [complete] = await ask<WorkspaceSymbol[]>('workspace/symbol', { query: 'anth' });
    assert.ok(complete && 'range' in complete.location);
    await client.stop();
    const symbol = { resolveSupport: { properties: ['location.range'] } };
    await start({ workspace: { symbol } });
    assert.deepEqual(capabilities.workspaceSymbolProvider, { resolveProvider: true });
    const [lazy] = await ask<WorkspaceSymbol[]>('workspace/symbol', { query: 'anth' });
    assert.equal(lazy?.name, 'Anthropic');
    assert.ok(!('range' in lazy.location));
    const resolved = await ask<WorkspaceSymbol>('workspaceSymbol/resolve', lazy);
    assert.deepEqual(resolved.location, complete.location);
  });

  it('links sources to the web', async () => {
    await start();
    isAnnounced('documentLink');
    const [link] = await ask<DocumentLink[]>('textDocument/documentLink', textDocument());
    assert.ok(link && link.target === undefined);
    const { target } = await ask<DocumentLink>('documentLink/resolve', link);
    assert.equal(target, 'https://ft.example');
  });

  it('grows selections and links the places of a name', async () => {
    await start();
    isAnnounced('selectionRange');
    const { position } = at('$1B');
    const [selection] = await ask<SelectionRange[]>('textDocument/selectionRange', {
      ...textDocument(),
      positions: [position],
    });
    assert.equal(selection?.range.end.character, 12);
    assert.equal(selection.parent?.range.start.character, 2);
    isAnnounced('linkedEditingRange');
    const linked = (text: string) =>
      ask<{ ranges: unknown[] } | null>('textDocument/linkedEditingRange', at(text));
    assert.equal((await linked('Anthropic\n'))?.ranges.length, 2);
    assert.equal(await linked('Google'), null);
  });

  it('tells who owns whom, and who funds whom', async () => {
    await start();
    isAnnounced('typeHierarchy');
    const [google] = await ask<CallHierarchyItem[]>('textDocument/prepareTypeHierarchy', at('Google'));
    const owners = await ask<CallHierarchyItem[]>('typeHierarchy/supertypes', { item: google });
    assert.deepEqual(
      owners.map(({ name }) => name),
      ['Alphabet'],
    );
    const units = await ask<CallHierarchyItem[]>('typeHierarchy/subtypes', { item: owners[0] });
    assert.deepEqual(units, [], 'Google is on the way');
    isAnnounced('callHierarchy');
    const [funded] = await ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', at('Anthropic'));
    const [incoming] = await ask<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item: funded,
    });
    assert.deepEqual([incoming?.from.name, incoming?.from.detail], ['Google', '$1B promised']);
    const [outgoing] = await ask<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item: incoming?.from,
    });
    assert.equal(outgoing?.to.name, 'Anthropic');
    assert.equal(outgoing.fromRanges.length, 1);
    const stranger = { ...funded, data: undefined };
    assert.equal(await client.request('callHierarchy/incomingCalls', { item: stranger }), null);
  });
});
