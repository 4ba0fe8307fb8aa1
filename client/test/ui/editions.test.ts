import assert from 'node:assert/strict';
import { launchWorkbench, type LaunchOptions } from '../harness/launch';
import { openPicture } from '../harness/picture';
import type { Workbench } from '../harness/workbench';

const file = 'anthropic.deal';

/** Where VS Code differs: what works there is that the extension starts, reads the folder, answers and checks. */
const editions: Record<string, LaunchOptions> = {
  'a folder that is not trusted': { trust: 'ask', theme: 'Default Light Modern' },
  'the oldest VS Code': { version: 'oldest' },
};

for (const [name, options] of Object.entries(editions)) {
  describe(`samples/ai-race in ${name}`, () => {
    let workbench: Workbench;
    before(async () => {
      workbench = await launchWorkbench(options);
      await workbench.openFile(file);
    });
    after(() => workbench?.dispose());

    it('shows the ecosystems and a hover card', async () => {
      if (options.trust === 'ask')
        await workbench.page
          .getByRole('button', { name: /^Restricted Mode/ })
          .first()
          .waitFor();
      await workbench.openView('Dealgraph');
      await workbench.treeRow(/^Around Anthropic/).waitFor();
      const hover = await workbench.hoverAt(file, 'Anthropic {');
      assert.match(await hover.first().innerText(), /\$11B promised/);
      await workbench.screenshot(name.replaceAll(' ', '-'));
    });

    it('draws a picture', async () => {
      const picture = await openPicture(workbench, 'Around OpenAI');
      await picture.node('party:Stargate').waitFor();
      await picture.chooseTab('Money Flow');
      await picture.chart.getByRole('button').first().waitFor();
      await workbench.screenshot(`picture-${name.replaceAll(' ', '-')}`);
      await workbench.runCommand('View: Close Editor');
    });

    it('finds tranches that do not add up', async () => {
      await workbench.placeCursor(file, /\$4B +on 2024-11-22/);
      await workbench.typeOver('$4B'.length, '$3B');
      await workbench.squiggles('error').first().waitFor();
    });
  });
}

describe('a workspace of several folders', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await launchWorkbench({ folders: ['samples/ai-race', 'samples/every-kind'] });
  });
  after(() => workbench?.dispose());

  it('shows each folder with its own ecosystems', async () => {
    await workbench.openView('Dealgraph');
    for (const row of [/^ai-race/, /^Around Anthropic/, /^every-kind/])
      await workbench.treeRow(row).waitFor();
    // Nothing is wrong, but some of it is worth knowing.
    const problems = await workbench.problems();
    for (const analysis of [/A hedge: Google/, /Circular money, Amazon/])
      await problems.filter({ hasText: analysis }).first().waitFor();
    const wrong = problems.filter({ has: workbench.page.locator('.codicon-error, .codicon-warning') });
    assert.deepEqual(await wrong.allInnerTexts(), []);
  });
});

describe('an empty folder', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await launchWorkbench({ folders: [], theme: 'Default Light Modern' });
  });
  after(() => workbench?.dispose());

  it('leads from the empty view to a first file in which nothing is wrong', async () => {
    await workbench.openView('Dealgraph');
    const welcome = workbench.page.locator('.welcome-view-content');
    await welcome.getByText('No deals are declared in this folder yet.').waitFor();
    await workbench.screenshot('welcome-light');
    await welcome.getByRole('button', { name: 'New Deal File' }).click();
    const name = workbench.page.locator('.quick-input-widget input[type=text]');
    await name.waitFor();
    await name.fill('first');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active[data-resource-name="first.deal"]').waitFor();
    // The places to fill in are left as they are.
    await workbench.page.keyboard.press('Escape');
    await workbench.treeRow(/./).first().waitFor();
    assert.match(await workbench.visibleText(), /->/);
    await workbench.problems();
    await workbench.page.getByText('No problems have been detected in the workspace.').waitFor();
    assert.equal(await workbench.squiggles('error').count(), 0);
    await workbench.screenshot('new-deal-file-light');
  });
});
