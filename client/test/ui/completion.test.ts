import assert from 'node:assert/strict';
import type { Workbench } from '../harness/workbench';
import { sampleWorkbench } from './sample';

const file = 'anthropic.deal';

describe('the completion list', () => {
  let workbench: Workbench;
  beforeEach(async () => {
    workbench = await sampleWorkbench();
    await workbench.discardEditors();
    await workbench.openFile(file);
  });

  async function labels(): Promise<string[]> {
    const rows = await workbench.completions();
    return rows.locator('.label-name').allInnerTexts();
  }

  it('offers kinds of declarations at the start of a line, with a form to fill in', async () => {
    await workbench.placeCursor(file, { line: 1, character: 0 });
    await workbench.type('inv');
    const rows = await workbench.completions();
    await rows
      .filter({ hasText: /^investment/ })
      .first()
      .waitFor();
    await workbench.screenshot('completion');
    await workbench.page.keyboard.press('Enter');
    await rows.first().waitFor({ state: 'hidden' });
    assert.match(await workbench.visibleText(), /^\/\/ Money.*\ninvestment \w+.*->/);
  });

  it('offers properties in a block', async () => {
    await workbench.placeCursor(file, 'status announced');
    await workbench.page.keyboard.press('End');
    await workbench.type('\n');
    const offered = await labels();
    for (const property of ['tranche', 'valuation', 'lead']) assert.ok(offered.includes(property), property);
    assert.ok(!offered.includes('investment'));
  });

  it('finds a party by its display name, and writes its name', async () => {
    await workbench.placeCursor(file, 'Google -> Anthropic {');
    await workbench.typeOver('Google'.length, 'Satya');
    const rows = await workbench.completions();
    await rows
      .filter({ hasText: /^Nadella/ })
      .first()
      .waitFor();
    assert.match(await (await workbench.showCompletionDetails()).innerText(), /Satya Nadella/);
    await workbench.page.keyboard.press('Enter');
    await rows.first().waitFor({ state: 'hidden' });
    assert.match(await workbench.visibleText(), /commitment": Nadella -> Anthropic \{/);
  });
});
