import assert from 'node:assert/strict';
import type { Workbench } from '../harness/workbench';
import { sampleWithView } from './sample';

const file = 'anthropic.deal';

describe('the Ecosystems view', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await sampleWithView(file);
  });

  it('shows each ecosystem with its hub, and whoever is around it by role', async () => {
    for (const name of [
      /^Around Anthropic/,
      /^Anthropic/,
      /^Around OpenAI/,
      // Others who share this VS Code may have opened rows in which it has a part.
      /^OpenAI, raised \$14B/,
      /^Allies/,
      /^Ventures/,
    ])
      await workbench.treeRow(name).waitFor();
    for (const name of [/^Backers/, /^Suppliers/]) {
      await workbench.treeRow(name).nth(1).waitFor();
      assert.equal(await workbench.treeRow(name).count(), 2);
    }
    assert.match(await workbench.treeRow(/^Around Anthropic/).innerText(), /\$11B.*\$2B in talks/);
    await workbench.screenshot('tree-dark');
  });

  it('keeps what is open and what is closed while the text changes', async () => {
    await workbench.expand(/^Lightspeed/);
    await workbench.treeRow(/^Series E/).waitFor();
    await workbench.collapse(/^Allies/);

    await workbench.focusEditor();
    await workbench.placeCursor(file, '$2B');
    await workbench.typeOver('$2B'.length, '$5B');
    await workbench.treeRow(/^Around Anthropic.*\$14B/).waitFor();
    await workbench.treeRow(/^Series E/).waitFor();
    assert.equal(await workbench.treeRow(/^Allies/).getAttribute('aria-expanded'), 'false');

    await workbench.undo();
    await workbench.treeRow(/^Around Anthropic.*\$11B/).waitFor();
    await workbench.treeRow(/^Series E/).waitFor();
    await workbench.expand(/^Allies/);
    await workbench.collapse(/^Lightspeed/);
  });

  it('opens the declaration of a row that is clicked', async () => {
    await workbench.treeRow(/^OpenAI, raised \$14B/).click();
    await workbench.page.locator('.tab.active[data-resource-name="parties.deal"]').waitFor();
    await workbench.page.getByRole('button', { name: /^Ln 8, Col/ }).waitFor();
    await workbench.openFile(file);
  });

  it('selects the row of what the cursor is on', async () => {
    await workbench.focusEditor();
    await workbench.placeCursor(file, 'AwsAnthropic "');
    await workbench.page
      .locator('.part.sidebar')
      .getByRole('treeitem', { name: /^AWS for Anthropic/, selected: true })
      .waitFor();
    await workbench.placeCursor(file, 'AmazonAnthropic:');
    await workbench.page
      .locator('.part.sidebar')
      .getByRole('treeitem', { name: /^Amazon → Anthropic/, selected: true })
      .waitFor();
  });

  it('stays where it is once it does not follow the cursor', async () => {
    await workbench.runCommand('Dealgraph: Stop Following Cursor in Ecosystems');
    await workbench.page.getByRole('button', { name: 'Follow Cursor in Ecosystems', exact: true }).waitFor();
    await workbench.focusEditor();
    await workbench.placeCursor(file, 'AnthropicSeriesE "');
    // The card shows that the server has answered since.
    await workbench.hoverAt(file, 'AnthropicSeriesE "');
    const selected = workbench.page.locator('.part.sidebar').getByRole('treeitem', { selected: true });
    assert.match(await selected.innerText(), /Amazon → Anthropic/);
    await workbench.runCommand('Dealgraph: Show in Ecosystems');
    await workbench.page
      .locator('.part.sidebar')
      .getByRole('treeitem', { name: /^Series E/, selected: true })
      .waitFor();
    await workbench.runCommand('Dealgraph: Follow Cursor in Ecosystems');
    await workbench.page
      .getByRole('button', { name: 'Stop Following Cursor in Ecosystems', exact: true })
      .waitFor();
  });

  it('shows only what the filter matches, until that is cleared', async () => {
    await workbench.runCommand('Dealgraph: Filter Ecosystems…');
    await workbench.page.locator('.quick-input-widget input[type=text]').fill('starg');
    await workbench.treeRow(/^Around Anthropic/).waitFor({ state: 'hidden' });
    await workbench
      .treeRow(/^The Stargate Project/)
      .first()
      .waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.getByText('Filtered by “starg”.').waitFor();
    await workbench.page.getByRole('button', { name: 'Clear Ecosystems Filter' }).click();
    await workbench.treeRow(/^Around Anthropic/).waitFor();
    await workbench.page.getByText('Filtered by “starg”.').waitFor({ state: 'hidden' });
  });

  for (const [grouping, row] of [
    ['Kind of Party', /^Funds/],
    ['Status', /^Announced/i],
    ['Year', /^2025/],
    ['Ecosystem', /^Around Anthropic/],
  ] as const) {
    it(`can be grouped by ${grouping}`, async () => {
      await workbench.runCommand('Dealgraph: Group Ecosystems By…');
      await workbench.page.getByRole('option', { name: new RegExp(`^${grouping}`) }).click();
      await workbench.treeRow(row).first().waitFor();
    });
  }
});
