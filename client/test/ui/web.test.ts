import assert from 'node:assert/strict';
import { launchWorkbench } from '../harness/launch';
import { openPicture } from '../harness/picture';
import type { Workbench } from '../harness/workbench';

const file = 'anthropic.deal';

describe('samples/ai-race in VS Code for the Web', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await launchWorkbench({ version: 'web', theme: 'Default Light Modern' });
    await workbench.openFile(file);
  });
  after(() => workbench?.dispose());

  it('shows the ecosystems of all files', async () => {
    await workbench.openView('Dealgraph');
    await workbench.treeRow(/^Around Anthropic/).waitFor();
    await workbench.treeRow(/^Around OpenAI/).waitFor();
    await workbench.screenshot('tree-web-light');
  });

  it('sums what is known of a party in its hover card', async () => {
    const hover = await workbench.hoverAt(file, 'Anthropic {');
    assert.match(await hover.first().innerText(), /\$11B promised/);
  });

  it('finds tranches that do not add up, until that is undone', async () => {
    await workbench.placeCursor(file, /\$4B +on 2024-11-22/);
    await workbench.typeOver('$4B'.length, '$3B');
    await workbench.squiggles('error').first().waitFor();
    await workbench.undo();
    await workbench.squiggles('error').first().waitFor({ state: 'hidden' });
  });

  it('offers parties of other files', async () => {
    await workbench.placeCursor(file, 'Google -> Anthropic {');
    await workbench.typeOver('Google'.length, 'DeepM');
    const rows = await workbench.completions();
    await rows
      .filter({ hasText: /^DeepMind/ })
      .first()
      .waitFor();
    await workbench.page.keyboard.press('Enter');
    await rows.first().waitFor({ state: 'hidden' });
    assert.match(await workbench.visibleText(), /commitment": DeepMind -> Anthropic \{/);
    // Following the cursor brings the view back, where another one is opened meanwhile.
    await workbench.page.getByRole('treeitem', { name: /^Google DeepMind/, selected: true }).waitFor();
  });

  it('renames a party in all files', async () => {
    await workbench.openFile('parties.deal');
    await workbench.placeCursor('parties.deal', 'Lightspeed "');
    await workbench.rename('Photon');
    await workbench.page
      .locator('.view-line')
      .filter({ hasText: /fund\sPhoton\s/ })
      .waitFor();
    await workbench.page.locator('.tab[data-resource-name="anthropic.deal"]').click();
    await workbench.page
      .locator('.view-line')
      .filter({ hasText: /Photon\s->/ })
      .waitFor();
  });

  it('reports on an ecosystem, with links to the lines of deals', async () => {
    await workbench.openView('Dealgraph');
    await workbench.chooseFromMenu(/^Around OpenAI/, 'Ecosystem Report…');
    const report = workbench.webPage();
    await report.getByRole('heading', { name: 'Around OpenAI', level: 1 }).waitFor();
    await report.getByRole('link', { name: 'Azure for OpenAI' }).first().click();
    await workbench.page.locator('.tab.active[data-resource-name="openai.deal"]').waitFor();
    const line = 1 + workbench.find('openai.deal', 'AzureOpenAI "').line;
    await workbench.page.getByRole('button', { name: new RegExp(`^Ln ${line}, Col`) }).waitFor();
  });

  it('draws the picture of an ecosystem, from which the source opens', async () => {
    const picture = await openPicture(workbench, 'Around OpenAI');
    await picture.node('party:Stargate').waitFor();
    await picture.shape('party:Stargate').dblclick();
    await workbench.page.locator('.tab.active[data-resource-name="openai.deal"]').waitFor();
    const line = 1 + workbench.find('openai.deal', 'venture Stargate').line;
    await workbench.page.getByRole('button', { name: new RegExp(`^Ln ${line}, Col`) }).waitFor();
    await picture.chooseTab('Timeline');
    await picture.chart
      .getByRole('button', { name: /^Azure for OpenAI/ })
      .first()
      .waitFor();
    await workbench.screenshot('picture-web-light');
  });

  it('sees everything as of another day', async () => {
    await workbench.runCommand('Dealgraph: Set As-Of Date…');
    await workbench.page.locator('.quick-input-widget input[type=text]').fill('2018');
    await workbench.page.getByRole('option', { name: /^2018, As of 31 December 2018/ }).click();
    await workbench.page.getByRole('button', { name: /^As of 31 Dec 2018/ }).waitFor();
    await workbench.page.locator('.part.sidebar').getByText('As of 31 December 2018.').waitFor();
  });
});
