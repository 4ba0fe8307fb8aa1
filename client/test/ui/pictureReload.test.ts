import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchWorkbench } from '../harness/launch';
import { checkSamePlaces, openPicture, PicturePanel } from '../harness/picture';
import type { Workbench } from '../harness/workbench';

const file = 'anthropic.deal';

/** Names that would be elements, scripts or attributes anywhere but in text. */
const hostile = [
  '<img src=x onerror=alert(1)>',
  '"><script>document.title=1</script>',
  "' onmouseover='alert(1)",
  '</script><h1>out</h1>',
  '[link](javascript:alert(1)) **bold** `code`',
  'שלום \u202e evil',
];

describe('pictures in a window of their own', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await launchWorkbench();
    await workbench.openFile(file);
  });
  after(() => workbench?.dispose());

  it('come back as they were when the window is reloaded', async () => {
    const { page } = workbench;
    const picture = await openPicture(workbench, 'Around OpenAI');
    await picture.arrange('Around the hubs');
    const stargate = await picture.middleOf('party:Stargate');
    await page.mouse.move(stargate.x, stargate.y);
    await page.mouse.down();
    await page.mouse.move(stargate.x + 40, stargate.y + 30, { steps: 4 });
    await page.mouse.up();
    const places = await picture.places();
    await picture.chooseTab('Table');
    await picture.page.getByRole('cell', { name: 'The Stargate Project' }).first().waitFor();
    // What a page keeps is kept a moment later, of which nothing tells.
    await page.waitForTimeout(1000);

    await page.evaluate(() => document.body.setAttribute('data-before', 'true'));
    await workbench.runCommand('Developer: Reload Window');
    await page.locator('body[data-before]').waitFor({ state: 'detached' });
    await page.locator('.monaco-workbench .part.statusbar').waitFor();

    const again = new PicturePanel(workbench);
    await again.page.getByRole('tab', { name: 'Table', selected: true }).waitFor();
    await again.page.getByRole('cell', { name: 'The Stargate Project' }).first().waitFor();
    await again.chooseTab('Graph');
    await again.graph.waitFor();
    assert.equal(await again.page.getByRole('combobox', { name: 'Arrangement' }).inputValue(), 'hub');
    // They are kept as whole numbers.
    checkSamePlaces(await again.places(), places, 0.9);
    await workbench.screenshot('picture-reloaded');
  });

  it('are there side by side, each of its own', async () => {
    await workbench.openFile(file);
    await openPicture(workbench, 'Around Anthropic', 0);
    await workbench.page.locator('.tab.active', { hasText: 'Picture: Around Anthropic' }).waitFor();
    await workbench.runCommand('View: Move Editor into Group Below');
    const frames = workbench.page.locator('iframe.webview.ready');
    await frames.nth(1).waitFor();
    const both = [new PicturePanel(workbench, 0), new PicturePanel(workbench, 1)];
    for (const picture of both) await picture.graph.waitFor();
    const labels = await Promise.all(both.map(({ graph }) => graph.getAttribute('aria-label')));
    assert.deepEqual(labels.map((label) => /Graph of ([^.]*)/.exec(label ?? '')?.[1]).sort(compare), [
      'Around Anthropic',
      'Around OpenAI',
    ]);
    // A change of the text reaches both.
    await workbench.page.locator(`.tab[data-resource-name="${file}"]`).click();
    await workbench.placeCursor(file, { line: 1, character: 0 });
    await workbench.type('\n');
    await workbench.type('investment Both: OpenAI -> Anthropic { amount $3B; status announced');
    for (const picture of both) await picture.tie(/^OpenAI to Anthropic, capital, \$3B/).waitFor();
    await workbench.screenshot('picture-two');
    await workbench.runCommand('File: Revert File');
    for (const picture of both)
      await picture.tie(/^OpenAI to Anthropic, capital, \$3B/).waitFor({ state: 'detached' });
    await workbench.discardEditors();
  });

  it('show names as text, whatever stands in them', async () => {
    const quoted = (text: string) => JSON.stringify(text);
    writeFileSync(
      join(workbench.folder, 'hostile.deal'),
      [
        'company Hub "The hub"',
        ...hostile.flatMap((name, index) => [
          `company H${index} ${quoted(name)} { sector ${quoted(name)}; note ${quoted(name)} }`,
          `investment D${index} ${quoted(name)}: H${index} -> Hub { amount $${index + 1}B; status closed on 202${index}-01 }`,
        ]),
        `ecosystem Bad ${quoted(`Around ${hostile[0]!}`)} { hub Hub }`,
        '',
      ].join('\n'),
    );
    await workbench.page.getByRole('treeitem', { name: /^hostile\.deal/ }).dblclick();
    await workbench.page.locator('.tab.active[data-resource-name="hostile.deal"]').waitFor();
    const dialogs: string[] = [];
    workbench.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await workbench.runCommand('Dealgraph: Show Picture');
    await workbench.page.locator('.quick-input-widget input[type=text]').fill('Around <img');
    await workbench.page
      .locator('.quick-input-widget')
      .getByRole('option', { name: 'Around <img' })
      .first()
      .click();
    const picture = new PicturePanel(workbench);
    await picture.graph.waitFor();
    const drawn = (
      await picture.page
        .locator('[data-type="node"]')
        .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label') ?? ''))
    ).join('\n');
    for (const name of hostile) assert.ok(drawn.includes(name), name);
    await picture.shape('party:H0').click();
    await picture.details.getByText('<img src=x onerror=alert(1)>').first().waitFor();
    await workbench.screenshot('picture-hostile');
    await picture.details.getByRole('button', { name: 'Close' }).click();
    await picture.shape('party:H4').click();
    await picture.details.getByText('[link](javascript:alert(1))').first().waitFor();
    const strange = () =>
      picture.page.locator('body').evaluate((body) => {
        const { document } = body.ownerDocument.defaultView!;
        const events = [...document.querySelectorAll('*')].filter((element) =>
          [...element.attributes].some(({ name }) => name.startsWith('on')),
        );
        return {
          elements: [
            ...document.querySelectorAll(
              'body img, body h1:not(.seen-by-readers), body iframe, a[href^="javascript"]',
            ),
          ].length,
          scripts: [...document.querySelectorAll('body script:not([nonce])')].length,
          events: events.filter((element) => element !== body).length,
          title: document.title,
        };
      });
    for (const tab of ['Graph', 'Timeline', 'Valuations', 'Money Flow', 'Table'] as const) {
      await picture.chooseTab(tab);
      const { title, ...counts } = await strange();
      assert.deepEqual(counts, { elements: 0, scripts: 0, events: 0 }, tab);
      assert.notEqual(title, '1');
    }
    await picture.page.getByRole('cell', { name: hostile[0]! }).first().waitFor();
    await picture.tool('Filter').click();
    await picture.page.getByRole('dialog').getByText(hostile[0]!).waitFor();
    assert.deepEqual(dialogs, []);
  });

  it('make no link of a name in a notification', async () => {
    const name = '[Click](command:workbench.action.closeWindow)';
    await workbench.discardEditors();
    const declared = JSON.stringify(name);
    writeFileSync(
      join(workbench.folder, 'links.deal'),
      `company Solo\ncompany ${declared}\ninvestment Click: ${declared} -> Solo { amount $1B; status closed on 2024-01 }\n`,
    );
    await workbench.page.getByRole('treeitem', { name: /^links\.deal/ }).dblclick();
    await workbench.page.locator('.tab.active[data-resource-name="links.deal"]').waitFor();
    const picture = await openPicture(workbench, 'Solo');
    await picture.node('party:Solo').click();
    await picture.details.waitFor();
    await picture.page.locator('.graph').press('F2');
    await workbench.page.getByText('Rename Solo').waitFor();
    await workbench.page.locator('.quick-input-widget input[type=text]').fill(name);
    await workbench.page.keyboard.press('Enter');
    const notification = workbench.page.getByText('is taken (company)').first();
    await notification.waitFor();
    // Of a link its label alone would be there.
    assert.match(await notification.innerText(), /\[Click\]\u200b\(command:workbench\.action\.closeWindow\)/);
    assert.equal(await notification.locator('a').count(), 0);
  });
});

function compare(a = '', b = ''): number {
  return a < b ? -1 : 1;
}
