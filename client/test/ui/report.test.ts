import assert from 'node:assert/strict';
import type { Workbench } from '../harness/workbench';
import { sampleWithView } from './sample';

const file = 'parties.deal';

describe('an ecosystem report', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await sampleWithView(file);
  });
  after(async () => workbench.discardEditors());

  it('opens from the menu of an ecosystem’s row, as it will be read', async () => {
    await workbench.chooseFromMenu(/^Around Anthropic/, 'Ecosystem Report…');
    await workbench.page.locator('.tab.active', { hasText: 'Preview' }).waitFor();
    await workbench.webPage().getByRole('heading', { name: 'Around Anthropic', level: 1 }).waitFor();
    await workbench
      .webPage()
      .getByRole('row', { name: /Google → Anthropic \$1B/ })
      .waitFor();
    await workbench.screenshot('report');
  });

  it('leads from a row of it to the line of the deal', async () => {
    await workbench.webPage().getByRole('link', { name: 'Series E' }).first().click();
    await workbench.page.locator('.tab.active[data-resource-name="anthropic.deal"]').waitFor();
    const line = 1 + workbench.find('anthropic.deal', 'AnthropicSeriesE "').line;
    await workbench.page.getByRole('button', { name: new RegExp(`^Ln ${line}, Col`) }).waitFor();
    await workbench.treeRow(/^Series E/).waitFor();
    assert.equal(
      await workbench.treeRow(/^Series E/).count(),
      1,
      'the file is no other one when it is opened there',
    );
  });

  it('copies it with its tables, for mails and documents', async () => {
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.chooseFromMenu(/^Around Anthropic/, 'Copy Ecosystem Report as HTML…');
    await workbench.webPage().getByRole('heading', { name: 'Around Anthropic', level: 1 }).waitFor();
    await workbench.webPage().getByRole('button', { name: 'Copy' }).click();
    await workbench.webPage().getByText('Copied. Paste it').waitFor();
    await workbench.screenshot('report-copy');
    await workbench.page.bringToFront();
    const html = await workbench.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType('text/html'))?.text();
    });
    assert.match(html ?? '', /<h1[^>]*>Around Anthropic<\/h1>/);
    assert.match(html ?? '', /<td style="border:1px solid/);
  });
});
