import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import type { Workbench } from '../harness/workbench';
import { sampleWithView } from './sample';

const file = 'parties.deal';

describe('an ecosystem report', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await sampleWithView(file);
  });
  after(async () => workbench.discardEditors());

  /** What a web page in the active editor shows. */
  const page = (): FrameLocator =>
    workbench.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');

  async function chooseFromMenu(row: RegExp, entry: string): Promise<void> {
    await workbench.treeRow(row).first().click({ button: 'right' });
    await workbench.page.getByRole('menuitem', { name: entry }).click();
  }

  it('opens from the menu of an ecosystem’s row, as it will be read', async () => {
    await chooseFromMenu(/^Around Anthropic/, 'Ecosystem Report…');
    await workbench.page.locator('.tab.active', { hasText: 'Preview' }).waitFor();
    await page().getByRole('heading', { name: 'Around Anthropic', level: 1 }).waitFor();
    await page()
      .getByRole('row', { name: /Google → Anthropic \$1B/ })
      .waitFor();
    await workbench.screenshot('report');
  });

  it('leads from a row of it to the line of the deal', async () => {
    await page().getByRole('link', { name: 'Series E' }).first().click();
    await workbench.page.locator('.tab.active[data-resource-name="anthropic.deal"]').waitFor();
    await workbench.page.getByRole('button', { name: /^Ln 29, Col/ }).waitFor();
  });

  it('copies it with its tables, for mails and documents', async () => {
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await chooseFromMenu(/^Around Anthropic/, 'Copy Ecosystem Report as HTML…');
    await page().getByRole('heading', { name: 'Around Anthropic', level: 1 }).waitFor();
    await page().getByRole('button', { name: 'Copy' }).click();
    await page().getByText('Copied. Paste it').waitFor();
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
