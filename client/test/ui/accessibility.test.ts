import assert from 'node:assert/strict';
import axeCore from 'axe-core';
import type { Workbench } from '../harness/workbench';
import { sampleWithView } from './sample';

declare global {
  // In the page, once its source has been evaluated there.
  var axe: typeof axeCore;
}

const file = 'anthropic.deal';

/** What VS Code draws around our rows and texts in its own way, and in the colours of the user's theme. */
const ofVSCode = [
  // A tab holds the button that closes it.
  '.tabs-container',
  // Paler than the text.
  '.line-numbers',
  '.label-description',
  // Hints behind lines, and what stands above names.
  '.codelens-decoration',
  '.view-line [class*="dyn-rule"]',
];

/** Between name and description of a row VS Code has a gap but no space, so axe reads them as one word. */
const readWrongly = { 'label-content-name-mismatch': { enabled: false } };

const themes = [
  ['Dark Modern', 'vs-dark'],
  ['Light Modern', 'vs'],
  ['Dark High Contrast', 'hc-black'],
  ['Light High Contrast', 'hc-light'],
] as const;

describe('accessibility', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await sampleWithView(file);
    await workbench.placeCursor(file, /\$4B +on 2024-11-22/);
    await workbench.typeOver('$4B'.length, '$3B');
    await workbench.treeRow(/^Amazon,.*1 error/).waitFor();
    // Out of the words that VS Code highlights because the cursor is on them.
    await workbench.placeCursor(file, { line: 1, character: 0 });
  });
  after(() => workbench.chooseTheme('Dark Modern', 'vs-dark'));

  it('tells a screen reader what a row is, its sums and its problems', async () => {
    await workbench.treeRow(/^Around Anthropic, \$11B promised.*, ecosystem, 1 error$/).waitFor();
    const rows = await workbench.treeRow(/./).all();
    assert.ok(rows.length > 10);
    for (const row of rows) {
      const texts = await row.locator('.label-name, .label-description').allInnerTexts();
      const seen = texts.filter((text) => text !== '').join(', ');
      const name = (await row.getAttribute('aria-label')) ?? '';
      assert.ok(name.startsWith(seen), `"${name}" starts with "${seen}"`);
    }
  });

  for (const [theme, sign] of themes) {
    it(`has nothing that bars people from the view or the editor, in ${theme}`, async () => {
      await workbench.chooseTheme(theme, sign);
      await workbench.focusEditor();
      await workbench.screenshot(`theme-${sign}`);
      assert.deepEqual(await seriousViolations(['.part.sidebar', '.part.editor']), []);
    });
  }

  async function seriousViolations(regions: string[]): Promise<string[]> {
    await workbench.page.evaluate(axeCore.source);
    const { violations } = await workbench.page.evaluate(
      ([include, exclude, rules]) => globalThis.axe.run({ include, exclude }, { rules }),
      [regions, ofVSCode, readWrongly] as const,
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes[0]?.html.slice(0, 300)} (${nodes[0]?.failureSummary}), ${nodes.length} in all`,
      );
  }
});
