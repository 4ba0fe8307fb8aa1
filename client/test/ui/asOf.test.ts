import assert from 'node:assert/strict';
import type { Workbench } from '../harness/workbench';
import { sampleWithView } from './sample';

const file = 'anthropic.deal';

describe('the as-of date', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await sampleWithView(file);
  });
  after(() => setDay('2025-01-31'));

  const status = (text: RegExp) =>
    workbench.page.locator('.part.statusbar').getByRole('button', { name: text });

  async function setDay(text: string): Promise<void> {
    await workbench.runCommand('Dealgraph: Set As-Of Date…');
    const input = workbench.page.locator('.quick-input-widget input[type=text]');
    await input.fill(text);
    await option(/^[-\w]+, As of /).waitFor();
    await workbench.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  const option = (name: RegExp) =>
    workbench.page.locator('.quick-input-widget').getByRole('option', { name });

  it('shows in the status bar and in the view what the project says', async () => {
    await status(/^As of 31 Jan 2025\. Statuses, sums/).waitFor();
    await workbench.page.locator('.part.sidebar').getByText('As of 31 January 2025.').waitFor();
  });

  it('moves the tree and the status bar when it is chosen', async () => {
    await workbench.treeRow(/^Around Anthropic, \$11B promised/).waitFor();
    await setDay('2024');
    await workbench.treeRow(/^Around Anthropic, \$10B promised/).waitFor();
    await status(/^As of 31 Dec 2024\./).waitFor();
    await workbench.screenshot('as-of');
  });

  it('offers what the statuses have, and takes no text that is no date', async () => {
    await status(/^As of 31 Dec 2024\./).click();
    for (const name of [
      /^Today, /,
      /^31 January 2025, .*dealgraph\.json/,
      /^January 2025, .*Series E \(talks\)/,
    ])
      await option(name).first().waitFor();
    await workbench.screenshot('as-of-pick');
    const input = workbench.page.locator('.quick-input-widget input[type=text]');
    await input.fill('2024-13');
    await option(/There is no month 13/).waitFor();
    await workbench.page.keyboard.press('Enter');
    assert.ok(await input.isVisible());
    await workbench.screenshot('as-of-no-date');
    await input.fill('2023');
    await option(/^2023, As of 31 December 2023/).waitFor();
    await workbench.page.keyboard.press('Escape');
    await status(/^As of 31 Dec 2024\./).waitFor();
  });

  it('is said by the card of a name', async () => {
    await workbench.focusEditor();
    const card = await workbench.hoverAt(file, 'Anthropic {');
    await card.getByText('as of 31 December 2024').waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('goes back to today', async () => {
    await workbench.runCommand('Dealgraph: Back to Today');
    await status(/^As of today\./).waitFor();
    await workbench.treeRow(/^Around Anthropic, \$11B promised/).waitFor();
  });
});
