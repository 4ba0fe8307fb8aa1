import assert from 'node:assert/strict';
import { commands, type DocumentLink, type TextDocument, Uri, window, workspace } from 'vscode';
import type { TestAccess } from '../../src/session';
import { closeEditors, DealFiles, root } from './dealFiles';
import { dealgraph, eventually } from './extension';
import { rowOf } from './rows';

describe('an ecosystem report', () => {
  let access: TestAccess;
  before(async () => {
    access = await dealgraph();
  });
  beforeEach(closeEditors);
  afterEach(closeEditors);

  /** Makes the report of a row, and gives its document. */
  async function reportOn(label: string): Promise<TextDocument> {
    const node = await eventually(() => rowOf(access.ecosystems.rows, label));
    const before = new Set(workspace.textDocuments);
    await commands.executeCommand('dealgraph.report', node);
    const document = workspace.textDocuments.find(
      (each) => each.languageId === 'markdown' && !before.has(each),
    );
    assert.ok(document, 'a Markdown document has opened');
    return document;
  }

  it('is a Markdown document that can be edited and saved beside the deals', async () => {
    const document = await reportOn('Around Anthropic');
    assert.ok(document.isUntitled);
    assert.equal(document.uri.path, Uri.joinPath(root(), 'Around Anthropic 2025-01-31.md').path);
    assert.match(document.getText(), /^# Around Anthropic\n\n\*\*As of 31 January 2025\.\*\*/);
  });

  it('opens as it will be read', async () => {
    await reportOn('Around OpenAI');
    await eventually(() => {
      const tab = window.tabGroups.activeTabGroup.activeTab;
      assert.match(tab?.label ?? '', /^Preview .*Around OpenAI/);
    });
  });

  it('leads to the lines of deal files', async () => {
    const document = await reportOn('Around Anthropic');
    await window.showTextDocument(document);
    const deals = Uri.joinPath(root(), 'anthropic.deal');
    const wanted = deals.path;
    const text = new TextDecoder().decode(await workspace.fs.readFile(deals));
    const line = 1 + text.split('\n').findIndex((content) => content.startsWith('round AnthropicSeriesE'));
    await eventually(async () => {
      const links = await linksIn(document);
      const series = links.find(({ range }) => document.getText(range).endsWith(`anthropic.deal#L${line}`));
      assert.ok(series?.target, 'Series E has a link');
      assert.ok(decodeURIComponent(series.target.toString()).includes(wanted), series.target.toString());
    });
  });

  it('leads to the deals of a project in a folder of its own', async () => {
    const files = new DealFiles();
    try {
      await files.write('dealgraph.json', '{}');
      await files.write('nested.deal', 'company Nested\necosystem NestedEcosystem { hub Nested }\n');
      const document = await reportOn('NestedEcosystem');
      await window.showTextDocument(document);
      const wanted = files.uri('nested.deal').path;
      await eventually(async () => {
        const links = await linksIn(document);
        const targets = links.map(({ target }) => decodeURIComponent(target?.toString() ?? ''));
        assert.ok(
          targets.some((target) => target.includes(wanted)),
          targets.join(),
        );
      });
    } finally {
      await files.dispose();
    }
  });

  it('takes another name where there is one of that name already', async () => {
    const first = await reportOn('Around Anthropic');
    const second = await reportOn('Around Anthropic');
    assert.notEqual(first.uri.toString(), second.uri.toString());
    assert.match(second.uri.path, /Around Anthropic 2025-01-31 2\.md$/);
  });

  it('is shown as a page to be copied into mails and documents', async () => {
    const node = await eventually(() => rowOf(access.ecosystems.rows, 'Around Anthropic'));
    await commands.executeCommand('dealgraph.report.copyHtml', node);
    await eventually(() => {
      assert.equal(window.tabGroups.activeTabGroup.activeTab?.label, 'Copy: Around Anthropic');
    });
    await commands.executeCommand('dealgraph.report.copyHtml', node);
    const pages = window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ label }) => label.startsWith('Copy: '));
    assert.equal(pages.length, 1, 'one page is used for all');
  });
});

function linksIn(document: TextDocument): Thenable<DocumentLink[]> {
  return commands.executeCommand('vscode.executeLinkProvider', document.uri, 100);
}
