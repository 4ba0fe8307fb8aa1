import assert from 'node:assert/strict';
import axeCore from 'axe-core';
import { openPicture, type PicturePanel, type PictureTab } from '../harness/picture';
import type { Workbench } from '../harness/workbench';
import { sampleWithView } from './sample';

const themes = [
  ['Dark Modern', 'vs-dark'],
  ['Light Modern', 'vs'],
  ['Dark High Contrast', 'hc-black'],
  ['Light High Contrast', 'hc-light'],
] as const;
const tabs: readonly PictureTab[] = ['Graph', 'Timeline', 'Valuations', 'Money Flow', 'Table'];

describe('the accessibility of a picture', () => {
  let workbench: Workbench;
  let picture: PicturePanel;
  before(async () => {
    workbench = await sampleWithView('anthropic.deal');
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    picture = await openPicture(workbench, 'ai-race');
  });
  after(async () => {
    await workbench.chooseTheme('Dark Modern', 'vs-dark');
    await workbench.discardEditors();
    await workbench.openView('Dealgraph');
  });

  for (const [theme, sign] of themes) {
    it(`has nothing that bars people from it, in ${theme}`, async () => {
      await workbench.chooseTheme(theme, sign);
      await picture.page.locator(`body.vscode-${bodyClass[sign]}`).waitFor();
      const found: string[] = [];
      for (const tab of tabs) {
        await picture.chooseTab(tab);
        if (tab === 'Graph') {
          await picture.shape('party:Google').click();
          await picture.details.waitFor();
          await picture.tool('Options').click();
          await picture.page.getByRole('dialog', { name: 'Options' }).waitFor();
        }
        if (tab !== 'Graph' && tab !== 'Table') await picture.chart.getByRole('button').first().waitFor();
        found.push(...(await violations()).map((text) => `${tab}: ${text}`));
        await workbench.screenshot(`picture-${sign}-${tab}`);
        if (tab === 'Graph') {
          await workbench.page.keyboard.press('Escape');
          await picture.details.getByRole('button', { name: 'Close' }).click();
        }
      }
      assert.deepEqual(found, []);
    });
  }

  async function violations(): Promise<string[]> {
    const body = await picture.page.locator('body').elementHandle();
    const frame = await body?.ownerFrame();
    assert.ok(frame);
    await frame.evaluate(axeCore.source);
    const result = await frame.evaluate(() =>
      // An experiment of axe: labels say what can be seen, but with commas where the picture has lines.
      globalThis.axe.run({ rules: { 'label-content-name-mismatch': { enabled: false } } }),
    );
    return result.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes[0]?.html.slice(0, 200)} (${nodes[0]?.failureSummary}), ${nodes.length} in all`,
    );
  }
});

/** As pages name the kind of a theme. */
const bodyClass = {
  'vs-dark': 'dark',
  vs: 'light',
  'hc-black': 'high-contrast',
  'hc-light': 'high-contrast-light',
};
