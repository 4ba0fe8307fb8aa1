import assert from 'node:assert/strict';
import { launchWorkbench } from '../harness/launch';
import type { Workbench } from '../harness/workbench';

const file = 'anthropic.deal';

describe('samples/ai-race in the workbench', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await launchWorkbench();
    await workbench.openFile(file);
  });
  after(() => workbench?.dispose());

  it('shows each ecosystem as a row, with its groups and parties below', async () => {
    await workbench.openView('Dealgraph');
    await workbench.treeRow(/^Around Anthropic/).waitFor();
    await workbench.expand(/^Around Anthropic/);
    await workbench.expand(/^Backers/);
    await workbench.treeRow(/^Google/).waitFor();
    await workbench.screenshot('tree-dark');
  });

  it('sums what is known of a party in its hover card', async () => {
    const hover = await workbench.hoverAt(file, 'Anthropic {');
    const text = await hover.first().innerText();
    await workbench.screenshot('hover');
    assert.match(text, /\$11B/);
    assert.match(text, /\$2B/);
    assert.match(text, /3\.24×/);
  });

  it('names both figures where tranches do not add up, until that is undone', async () => {
    await workbench.placeCursor(file, '$4B on 2024-11-22');
    await workbench.typeOver('$4B'.length, '$3B');
    await workbench.squiggles('error').first().waitFor();
    const problems = await workbench.problems();
    const problem = problems.filter({ hasText: /\$7B.*\$8B/ });
    await problem.first().waitFor();
    await workbench.screenshot('problems');

    await workbench.focusEditor();
    await workbench.undo();
    await problem.first().waitFor({ state: 'hidden' });
    await workbench.squiggles('error').first().waitFor({ state: 'hidden' });
  });

  it('offers the kinds of declarations at the start of a line', async () => {
    await workbench.placeCursor(file, { line: 1, character: 0 });
    await workbench.type('inv');
    const rows = await workbench.completions();
    await rows.filter({ hasText: 'investment' }).first().waitFor();
    await workbench.screenshot('completion');
  });
});
