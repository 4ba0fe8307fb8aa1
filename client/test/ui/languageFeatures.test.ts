import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../harness/workbench';
import { sampleWorkbench } from './sample';

const file = 'anthropic.deal';

describe('the features of the language', () => {
  let workbench: Workbench;
  beforeEach(async () => {
    workbench = await sampleWorkbench();
    await workbench.discardEditors();
    await workbench.openFile(file);
  });

  const line = (text: RegExp): Locator =>
    workbench.page.locator('.view-line').filter({ hasText: text }).first();

  it('write a line of prose as a deal', async () => {
    await workbench.placeCursor(file, { line: 1, character: 0 });
    await workbench.type('\nAmazon lends $4B to Anthropic');
    const rows = await workbench.completions();
    await rows.filter({ hasText: 'as loan' }).first().waitFor();
    await workbench.screenshot('prose');
    await workbench.page.keyboard.press('Enter');
    await line(/^loan\sAmazonAnthropic\d?:\sAmazon\s->\sAnthropic\s\{/).waitFor();
    await line(/^\s+amount\s\$4B\sper/).waitFor();
  });

  it('declare a new name in the file that keeps its kind', async () => {
    await workbench.placeCursor(file, { line: 1, character: 0 });
    await workbench.type('\nloan Bridge: Mistral');
    const rows = await workbench.completions();
    await rows.filter({ hasText: 'new company' }).first().waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.openFile('parties.deal');
    await workbench.page
      .locator('.view-line')
      .filter({ hasText: /^company\sMistral$/ })
      .first()
      .waitFor();
  });

  it('tell sums behind lines and above names, where a click leads on', async () => {
    await line(/valuation\s\$60B.*3\.24×\ssince\sFebruary\s2024/).waitFor();
    await line(/amount\s+\$8B.*=\s2\stranches/).waitFor();
    await workbench.openFile('parties.deal');
    const lens = workbench.page.locator('.codelens-decoration a');
    await lens.filter({ hasText: 'raised $11B, $2B in talks · in “Around Anthropic”' }).first().waitFor();
    await lens.filter({ hasText: '7 references' }).first().click();
    const peek = workbench.page.locator('.peekview-widget');
    await peek
      .getByRole('treeitem', { name: /anthropic\.deal/ })
      .first()
      .waitFor();
    await workbench.screenshot('lens-references');
    await workbench.page.keyboard.press('Escape');
    await lens.filter({ hasText: 'raised $11B' }).first().click();
    await workbench.page
      .getByRole('treeitem', { name: /^Anthropic/, selected: true })
      .first()
      .waitFor();
  });

  it('show what a line takes while it is written', async () => {
    await workbench.placeCursor(file, 'status announced');
    await workbench.page.keyboard.press('End');
    await workbench.type('\npaid ');
    const help = workbench.page.locator('.parameter-hints-widget.visible');
    await help.waitFor();
    assert.match(await help.locator('.parameter.active').first().innerText(), /money/);
    await workbench.screenshot('signature');
    await workbench.page.keyboard.press('Escape');
  });

  it('lead along capital and ownership', async () => {
    await workbench.placeCursor(file, 'Anthropic {');
    await workbench.runCommand('Calls: Show Call Hierarchy');
    await workbench.treeRow(/^Google.*\$3B promised, \$1B executed/).waitFor();
    await workbench.screenshot('call-hierarchy');
    // It takes the keyboard as soon as it is drawn.
    await workbench.page.locator('.part.sidebar .monaco-list:focus-within').first().waitFor();
    await workbench.placeCursor(file, 'Amazon -> Anthropic');
    await workbench.focusEditor();
    await workbench.runCommand('Types: Show Type Hierarchy');
    await workbench.treeRow(/^Amazon Web Services/).waitFor();
    await workbench.screenshot('type-hierarchy');
  });

  it('show what a rename would change before it does', async () => {
    await line(/=\s2\stranches/).waitFor();
    await workbench.placeCursor(file, 'Google -> Anthropic');
    await workbench.page.keyboard.press('F2');
    const input = workbench.page.locator('.rename-box input');
    await input.waitFor();
    await input.fill('Alphabet');
    await workbench.page.keyboard.press('ControlOrMeta+Enter');
    const preview = workbench.page.locator('.part.panel');
    for (const name of ['anthropic.deal', 'parties.deal'])
      await preview.getByText(name, { exact: true }).first().waitFor();
    await workbench.screenshot('rename-preview');
    // What is previewed is nobody's file yet, and has no problems.
    const counts = workbench.page.locator('[id="status.problems"]');
    await counts.filter({ hasText: /^\s*0\s*0\s*\d+\s*$/ }).waitFor();
    await preview.getByRole('button', { name: 'Discard' }).click();
    await line(/Google\s->\sAnthropic/).waitFor();
  });

  it('explain a finding on the page of its check', async () => {
    await workbench.placeCursor(file, /\$4B +on 2024-11-22/);
    await workbench.typeOver('$4B'.length, '$3B');
    await workbench.squiggles('error').first().waitFor();
    const problem = (await workbench.problems()).filter({ hasText: 'tranches-add-up' });
    await problem.first().waitFor();
    await problem.first().locator('a.monaco-link').click();
    await workbench.page.getByRole('tab', { name: /^tranches-add-up\.md/, selected: true }).waitFor();
    await workbench.screenshot('check-page');
    await workbench.runCommand('View: Close Editor');
    await workbench.runCommand('View: Hide Panel');
  });
});
