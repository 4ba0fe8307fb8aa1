import assert from 'node:assert/strict';
import type { Workbench } from '../harness/workbench';
import { sampleWithView } from './sample';

const file = 'anthropic.deal';

describe('problems', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await sampleWithView(file);
  });
  after(() => workbench.runCommand('View: Hide Panel'));

  it('name both figures where tranches do not add up, in every place, until that is undone', async () => {
    const row = workbench.treeRow(/^Amazon,/);
    await row.waitFor();
    assert.equal(await workbench.badge(row), '');

    await workbench.placeCursor(file, /\$4B +on 2024-11-22/);
    await workbench.typeOver('$4B'.length, '$3B');
    await workbench.squiggles('error').first().waitFor();
    const problem = (await workbench.problems()).filter({ hasText: /\$7B.*\$8B/ });
    await problem.first().waitFor();
    await workbench.treeRow(/^Amazon,.*1 error/).waitFor();
    assert.equal(await workbench.badge(row), '1');
    await workbench.screenshot('problems');

    await workbench.focusEditor();
    await workbench.undo();
    await problem.first().waitFor({ state: 'hidden' });
    await workbench.squiggles('error').first().waitFor({ state: 'hidden' });
    await workbench.treeRow(/^Amazon,.*1 error/).waitFor({ state: 'hidden' });
    assert.equal(await workbench.badge(row), '');
  });

  it('can be ignored where somebody says why', async () => {
    await workbench.placeCursor(file, 'AwsAnthropic "AWS');
    await workbench.squiggles('info').first().waitFor();
    const problem = (await workbench.problems()).filter({ hasText: 'Lock-in' });
    await problem.first().waitFor();
    await workbench.focusEditor();
    await workbench.quickFix(/Ignore “lock-in” here/);
    assert.match(await workbench.visibleText(), /dealgraph-ignore lock-in: …/);
    await problem.first().waitFor();
    // What is to be written is selected.
    await workbench.page.keyboard.type('they are paid for it');
    await problem.first().waitFor({ state: 'hidden' });
    assert.match(await workbench.visibleText(), /dealgraph-ignore lock-in: they are paid for it/);
  });

  it('offer the name that was meant', async () => {
    await workbench.placeCursor(file, 'Google -> Anthropic {');
    await workbench.typeOver('Google'.length, 'Gogle');
    // The list of completions would take the keys; it may come late.
    await (await workbench.completions()).filter({ hasText: 'Google' }).first().waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.squiggles('error').first().waitFor();
    await workbench.quickFix(/Google/);
    await workbench.squiggles('error').first().waitFor({ state: 'hidden' });
    assert.match(await workbench.visibleText(), /commitment": Google -> Anthropic \{/);
  });
});
