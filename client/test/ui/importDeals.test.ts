import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchWorkbench } from '../harness/launch';
import type { Workbench } from '../harness/workbench';

const edges = 'source,target,type,amount,date\nAda,Engines of Test,investment,$5M,2024-01-05\n';

describe('importing deals', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await launchWorkbench({ folders: [] });
    writeFileSync(join(workbench.folder, 'edges.csv'), edges);
    writeFileSync(join(workbench.folder, 'parties.deal'), 'company More0\n');
  });
  after(() => workbench.dispose());

  const option = (name: RegExp) =>
    workbench.page.locator('.quick-input-widget').getByRole('option', { name }).first();

  /** Chooses the table in the dialog for files. */
  async function chooseTable(): Promise<void> {
    await workbench.runCommand('Dealgraph: Import Deals…');
    await workbench.page.locator('.quick-input-title', { hasText: 'Import Deals' }).waitFor();
    await option(/^edges\.csv/).click();
    await option(/^As it says itself/).waitFor();
  }

  /** Takes the file that is proposed for what is imported. */
  async function takeTarget(): Promise<void> {
    await workbench.page
      .locator('.quick-input-title', { hasText: 'Deal file for what is imported' })
      .waitFor();
    await option(/^edges\.deal/).click();
  }

  it('asks what the columns are, and shows what would be written before it is', async () => {
    const { page, folder } = workbench;
    await chooseTable();
    await workbench.screenshot('import-columns');
    await option(/^As it says itself.*list of edges/).click();
    await takeTarget();
    await page.locator('.tab.active', { hasText: 'Import.deal' }).waitFor();
    await page.locator('.view-line', { hasText: '// 1 row: 1 deal, 0 rows reported.' }).waitFor();
    await workbench.runCommand('Notifications: Show Notifications');
    const question = page.locator('.notification-list-item', { hasText: /Write edges.*deal\?/ });
    await question.waitFor();
    await workbench.screenshot('import-preview');
    assert.ok(!existsSync(join(folder, 'edges.deal')));

    await question.getByRole('button', { name: 'Import', exact: true }).click();
    await page.locator('.tab.active[data-resource-name="edges.deal"]').waitFor();
    assert.match(readFileSync(join(folder, 'edges.deal'), 'utf8'), /: Ada -> Engines-of-Test \{/);
  });

  it('goes on where the button in the title of the preview is pressed, and ends where it is closed', async () => {
    const { page, folder } = workbench;
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => `More${index},Engines of Test,investment,$1M,2024\n`);
    for (const [count, press] of [
      [1, () => workbench.runCommand('View: Close Editor')],
      [2, () => page.getByRole('button', { name: 'Import These Deals' }).click()],
    ] as const) {
      writeFileSync(join(folder, 'edges.csv'), edges + rows(count).join(''));
      await chooseTable();
      await option(/^As it says itself/).click();
      await takeTarget();
      await page.locator('.tab.active', { hasText: 'Import.deal' }).waitFor();
      // Who is declared in the project is no mistake here.
      await page.waitForTimeout(1500);
      assert.equal(await page.locator('.squiggly-error').count(), 0);
      await press();
      await page.locator('.tab', { hasText: 'Import.deal' }).waitFor({ state: 'detached' });
      if (count === 1) assert.doesNotMatch(readFileSync(join(folder, 'edges.deal'), 'utf8'), /More0/);
    }
    await page.locator('.tab.active[data-resource-name="edges.deal"]').waitFor();
    const written = () => readFileSync(join(folder, 'edges.deal'), 'utf8');
    for (let wait = 0; wait < 50 && !written().includes('More1'); wait += 1) await page.waitForTimeout(100);
    assert.match(written(), /More0[^]*More1/);
  });

  it('says that nothing is new where it is done again', async () => {
    await chooseTable();
    await option(/^As it says itself/).click();
    await takeTarget();
    await workbench.runCommand('Notifications: Show Notifications');
    await workbench.page
      .getByText('The file says nothing that the project does not say already.')
      .first()
      .waitFor();
  });

  it('writes a mapping file for a table that nobody knows, to be put right', async () => {
    await chooseTable();
    await option(/^Write a mapping file/).click();
    await workbench.page.locator('.view-line', { hasText: '"source": {' }).waitFor();
    await workbench.screenshot('import-mapping');
    await workbench.discardEditors();
  });
});
