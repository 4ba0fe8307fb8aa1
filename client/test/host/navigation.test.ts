import assert from 'node:assert/strict';
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  commands,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type Location,
  type LocationLink,
  type Position,
  type Range,
  type SelectionRange,
  type SymbolInformation,
  type TextDocument,
  type TypeHierarchyItem,
  Uri,
  workspace,
} from 'vscode';
import { DealFiles, rangeOf } from './dealFiles';
import { dealgraph, eventually } from './extension';

const parties = [
  'company Umbrella "Umbrella Holding" { parent Overall }',
  'company Overall',
  'source daily { url <https://daily.example/a> }',
  '',
].join('\n');
const deals = [
  'investment FirstMoney: Umbrella -> Startup {',
  '  amount $3B per daily',
  '  status closed on 2024-05',
  '}',
  'company Startup { website <https://startup.example> }',
  '',
].join('\n');

describe('navigation', () => {
  let files: DealFiles;
  let document: TextDocument;

  before(async () => {
    await dealgraph();
    files = new DealFiles();
    await files.write('dealgraph.json', '{ "asOf": "2025-01-31" }');
    await files.write('parties.deal', parties);
    ({ document } = await files.open('deals.deal', deals));
    // The server has read the other file as well.
    await eventually(async () => {
      const found = await run<(Location | LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        at('Umbrella'),
      );
      assert.equal(found.length, 1);
    });
  });
  after(() => files.dispose());

  const at = (text: string): Position => rangeOf(document, text).start;
  const run = <Result>(command: string, ...rest: unknown[]): Thenable<Result> =>
    commands.executeCommand<Result>(command, document.uri, ...rest);
  const textOf = (range: Range) => document.getText(range);

  it('marks a name in its document: who pays, and who is paid', async () => {
    const marked = (text: string) => run<DocumentHighlight[]>('vscode.executeDocumentHighlights', at(text));
    const [payer] = await marked('Umbrella');
    assert.deepEqual([payer && textOf(payer.range), payer?.kind], ['Umbrella', DocumentHighlightKind.Write]);
    assert.deepEqual(
      (await marked('Startup')).map(({ kind }) => kind),
      [DocumentHighlightKind.Read, DocumentHighlightKind.Write],
    );
  });

  it('leads to declarations, and to what stands behind a name', async () => {
    const declared = await run<(Location | LocationLink)[]>(
      'vscode.executeDeclarationProvider',
      at('Umbrella'),
    );
    assert.deepEqual(declared.map(uriIn), [files.uri('parties.deal').toString()]);
    const behind = await run<(Location | LocationLink)[]>(
      'vscode.executeImplementationProvider',
      at('Startup'),
    );
    assert.deepEqual(behind.map(uriIn), [document.uri.toString()]);
  });

  it('leads from a word of the language to its reference, which opens', async () => {
    const [found] = await run<(Location | LocationLink)[]>(
      'vscode.executeTypeDefinitionProvider',
      at('amount'),
    );
    assert.ok(found);
    const reference = await workspace.openTextDocument(Uri.parse(uriIn(found)));
    assert.equal(reference.languageId, 'markdown');
    const range = 'range' in found ? found.range : found.targetRange;
    assert.equal(reference.lineAt(range.start.line).text, '### amount');
  });

  it('finds symbols of the workspace by name and display name', async () => {
    for (const query of ['FirstMoney', 'Umbrella Holding']) {
      const [symbol] = await commands.executeCommand<SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      assert.ok(symbol?.name.includes(query), query);
    }
  });

  it('links addresses and sources to the web', async () => {
    const links = await run<DocumentLink[]>('vscode.executeLinkProvider', 100);
    const targets = links.map(({ range, target }) => `${textOf(range)} -> ${target?.toString()}`);
    assert.ok(targets.includes('daily -> https://daily.example/a'), targets.join('\n'));
    assert.ok(
      targets.some((each) => each.startsWith('https://startup.example -> ')),
      targets.join('\n'),
    );
  });

  it('grows a selection by what the text means', async () => {
    const [selection] = await run<SelectionRange[]>('vscode.executeSelectionRangeProvider', [at('$3B')]);
    const grown: string[] = [];
    for (let step = selection; step; step = step.parent!) grown.push(textOf(step.range));
    const line = 'amount $3B per daily';
    assert.ok(grown.indexOf('$3B') >= 0 && grown.indexOf('$3B') < grown.indexOf(line), grown.join('\n'));
    assert.equal(grown.at(-1), deals);
  });

  it('tells who owns a party', async () => {
    const [item] = await run<TypeHierarchyItem[]>('vscode.prepareTypeHierarchy', at('Umbrella'));
    assert.equal(item?.name, 'Umbrella Holding');
    const owners = await commands.executeCommand<TypeHierarchyItem[]>('vscode.provideSupertypes', item);
    assert.deepEqual(
      owners.map(({ name }) => name),
      ['Overall'],
    );
  });

  it('tells who funds a party, with what, and where', async () => {
    const [item] = await run<CallHierarchyItem[]>('vscode.prepareCallHierarchy', at('Startup'));
    const [incoming] = await commands.executeCommand<CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      item,
    );
    assert.ok(incoming);
    assert.equal(incoming.from.name, 'Umbrella Holding');
    assert.equal(incoming.from.detail, '$3B promised, $3B executed');
    assert.deepEqual(incoming.fromRanges.map(textOf), ['Umbrella']);
    const [outgoing] = await commands.executeCommand<CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      incoming.from,
    );
    assert.equal(outgoing?.to.name, 'Startup');
  });
});

function uriIn(found: Location | LocationLink): string {
  return ('uri' in found ? found.uri : found.targetUri).toString();
}
