import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-types';
import { LanguageClient } from '../../../scripts/test/language-client.mjs';
import { treeChildrenMethod, type TreeRow } from '../../src/protocol';

const server = join(process.cwd(), 'dist', 'server.js');
const uri = 'untitled:translated.deal';
const text = `company A
company B
ecosystem E { hub B }
investment AB: A -> B {
  amount  $8B
  tranche $4B
  tranche $3B
}
`;

/** A language that nobody speaks: the English with a mark, so that every text that came through a bundle shows it. */
function marked(bundle: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(bundle).map((key) => [key, `⟦${bundle[key]}⟧`]));
}

function messageOf(diagnostic: Diagnostic | undefined): string {
  const { message } = diagnostic ?? { message: '' };
  return typeof message === 'string' ? message : message.value;
}

describe('the language of the server', () => {
  let client: LanguageClient;
  before(async () => {
    const bundle = JSON.parse(readFileSync(join(process.cwd(), 'l10n', 'bundle.l10n.json'), 'utf8'));
    client = new LanguageClient(process.execPath, [server, '--stdio']);
    await client.initialize(null, {}, { l10n: marked(bundle) });
    await client.open(uri, text);
  });
  after(() => client.stop());

  it('is that of the bundle in every message, with the figures in their places', async () => {
    const { diagnostics } = await client.publishedWhere(
      (published) => published.uri === uri && published.diagnostics.length > 0,
    );
    const tranches = diagnostics.find(({ code }) => code === 'tranches-add-up');
    assert.match(messageOf(tranches), /^⟦.*\$7B.*\$8B.*⟧$/);
    for (const diagnostic of diagnostics) assert.match(messageOf(diagnostic), /^⟦.*⟧$/s);
  });

  it('is that of the bundle in cards', async () => {
    const { contents } = await client.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 1, character: 8 },
    });
    assert.match(contents.value, /⟦\*\*B\*\*/);
  });

  it('is that of the bundle in the rows of the view', async () => {
    const top: TreeRow[] = await client.request(treeChildrenMethod, { query: { groupBy: 'ecosystem' } });
    const below: TreeRow[] = await client.request(treeChildrenMethod, {
      query: { groupBy: 'ecosystem' },
      parent: top[0]?.id,
    });
    assert.ok(below.some(({ label }) => /^⟦Backers⟧$/.test(label)));
  });
});
