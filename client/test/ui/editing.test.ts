import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from '../harness/workbench';
import { sampleWorkbench } from './sample';

const file = 'anthropic.deal';

describe('editing', () => {
  let workbench: Workbench;
  beforeEach(async () => {
    workbench = await sampleWorkbench();
    await workbench.discardEditors();
    await workbench.openFile(file);
  });

  it('goes to the declaration in another file', async () => {
    await workbench.placeCursor(file, 'Google -> Anthropic');
    await workbench.page.keyboard.press('F12');
    await workbench.page.locator('.tab.active[data-resource-name="parties.deal"]').waitFor();
    await workbench.page.getByRole('button', { name: /^Ln 16, Col 9/ }).waitFor();
  });

  it('renames a party in all files', async () => {
    await workbench.placeCursor(file, 'Google -> Anthropic');
    await workbench.rename('Alphabet');
    await workbench.page.getByText('Alphabet -> Anthropic').first().waitFor();
    assert.doesNotMatch(await workbench.visibleText(), /Google ->/);
    await workbench.openFile('parties.deal');
    await workbench.page
      .locator('.view-line')
      .filter({ hasText: /company\sAlphabet\s\{/ })
      .waitFor();
    assert.match(await workbench.visibleText(), /company DeepMind/);
  });

  it('aligns a file and changes nothing else', async () => {
    const before = await workbench.visibleText();
    await workbench.placeCursor(file, 'amount');
    await workbench.type('    ');
    assert.notEqual(await workbench.visibleText(), before);
    await workbench.runCommand('Format Document');
    await workbench.page
      .locator('.view-line')
      .filter({ hasText: /^\s\samount\s\$2B\sper/ })
      .waitFor();
    assert.equal(await workbench.visibleText(), before);
  });

  it('lists what a file declares', async () => {
    await workbench.page.keyboard.press('ControlOrMeta+Shift+KeyO');
    const input = workbench.page.locator('.quick-input-widget input[type=text]');
    for (const name of ['GoogleAnthropic2025', 'AnthropicSeriesE', 'AnthropicEcosystem']) {
      await input.fill(`@${name}`);
      await workbench.page.getByRole('option', { name: new RegExp(`^${name}`) }).waitFor();
    }
    await workbench.page.keyboard.press('Enter');
    const lines = readFileSync(join(process.cwd(), 'samples', 'ai-race', 'anthropic.deal'), 'utf8').split(
      '\n',
    );
    const line = 1 + lines.findIndex((text) => text.startsWith('ecosystem AnthropicEcosystem'));
    await workbench.page.getByRole('button', { name: new RegExp(`^Ln ${line}, `) }).waitFor();
  });
});
