import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openPicture, type PicturePanel } from '../harness/picture';
import type { Workbench } from '../harness/workbench';
import { sampleWithView } from './sample';

const file = 'anthropic.deal';
const title = 'Around Anthropic';
const parties = ['Anthropic', 'Amazon', 'Google', 'Amazon Web Services'];

describe('an exported picture', () => {
  let workbench: Workbench;
  let picture: PicturePanel;
  before(async () => {
    workbench = await sampleWithView(file);
    picture = await openPicture(workbench, title);
  });
  after(() => workbench.discardEditors());

  async function choose(form: string): Promise<void> {
    await picture.tool('Export…').click();
    await workbench.page.locator('.quick-input-widget').getByRole('option', { name: form }).first().click();
  }

  /** Saves the picture in a form, and gives where it is. */
  async function save(form: string, extension: string): Promise<string> {
    await choose(form);
    const input = workbench.page.locator('.quick-input-widget input[type=text]');
    const path = join(workbench.folder, `${title}.${extension}`);
    await workbench.page.locator('.quick-input-title').getByText('Export Picture').waitFor();
    await workbench.page.waitForFunction(
      ([end]) => document.querySelector<HTMLInputElement>('.quick-input-widget input')?.value.endsWith(end!),
      [`.${extension}`],
    );
    assert.equal(await input.inputValue(), path);
    await workbench.page.keyboard.press('Enter');
    const note = workbench.page.getByText(`The picture is saved as ${title}.${extension}.`);
    await note.first().waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
    return path;
  }

  it('is a PNG image, large enough for print', async () => {
    const png = readFileSync(await save('PNG image, on white', 'png'));
    assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    assert.ok(width > 500 && height > 500, `${width} × ${height}`);
    assert.equal(png.subarray(-8, -4).toString('latin1'), 'IEND');
  });

  for (const form of ['SVG drawing, on white', 'SVG drawing as shown']) {
    it(`is a drawing that every program reads: ${form}`, async () => {
      const svg = readFileSync(await save(form, 'svg'), 'utf8');
      const found = await workbench.page.evaluate((text) => {
        const document = new DOMParser().parseFromString(text, 'image/svg+xml');
        const isSound = document.querySelector('parsererror') === null;
        return {
          isSound,
          texts: [...document.querySelectorAll('text')].map((element) =>
            // Long names stand on several lines.
            (element.children.length > 0 ? [...element.children] : [element])
              .map(({ textContent }) => textContent.trim())
              .join(' '),
          ),
        };
      }, svg);
      assert.ok(found.isSound);
      for (const party of parties)
        assert.ok(
          found.texts.some((text) => text.includes(party)),
          party,
        );
      assert.ok(svg.includes('January 31, 2025'));
      assert.doesNotMatch(svg, /class=|var\(|--vscode|color-mix/);
    });
  }

  it('is a page that works by itself', async () => {
    const path = await save('Interactive page', 'html');
    const text = readFileSync(path, 'utf8');
    assert.doesNotMatch(text, /file:/);
    assert.ok(!text.includes(workbench.folder));
    const context = await workbench.page.context().browser()!.newContext();
    try {
      const page = await context.newPage();
      const [requests, problems]: [string[], string[]] = [[], []];
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) problems.push(message.text());
      });
      page.on('pageerror', ({ message }) => problems.push(message));
      await page.goto(pathToFileURL(path).href);
      await page.locator('.graph[data-settled]').waitFor();
      for (const party of parties) await page.getByRole('button', { name: `${party}, company` }).waitFor();
      await page.getByRole('button', { name: /^Amazon, company/ }).click();
      await page.locator('aside').getByText('Amazon').first().waitFor();
      assert.equal(await page.locator('aside').getByRole('button', { name: 'Open Source' }).count(), 0);
      // In colours of its own, as no editor gives it any.
      const paper = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
      assert.equal(paper, 'rgb(255, 255, 255)');
      const fill = await page
        .locator('[data-id="party:Google"] .node')
        .evaluate((node) => getComputedStyle(node).fill);
      assert.doesNotMatch(fill, /^rgb\(0, 0, 0\)$/);
      await page.screenshot({ path: join('out', 'artifacts', 'picture-page.png') });
      for (const tab of ['Timeline', 'Valuations', 'Money Flow'] as const) {
        await page.getByRole('tab', { name: tab }).click();
        await page.locator('svg.chart').getByRole('button').first().waitFor();
      }
      // It knows the charts of one day, which it says on others.
      const asOf = page.locator('.notes').getByText('As of January 31, 2025');
      assert.equal(await asOf.count(), 0);
      await page.getByRole('button', { name: 'Change Before' }).click();
      await asOf.waitFor();
      await page.getByRole('button', { name: 'Back to January 31, 2025' }).click();
      await asOf.waitFor({ state: 'detached' });
      await page.getByRole('tab', { name: 'Table' }).click();
      await page.getByRole('cell', { name: 'Lightspeed Venture Partners' }).first().waitFor();
      await page.getByRole('button', { name: 'Change Before' }).click();
      await page.getByRole('button', { name: 'Back to January 31, 2025' }).click();
      await page.locator('footer output').getByText('January 31, 2025').waitFor();
      assert.deepEqual(problems, []);
      assert.deepEqual(
        requests.filter((url) => !/^(blob|data):/.test(url)),
        [pathToFileURL(path).href],
      );
    } finally {
      await context.close();
    }
  });

  for (const [form, beginning] of [
    ['Mermaid text', /^\W*(%%|---|flowchart|graph)/],
    ['DOT text', /^\W*(digraph|graph|\/\/)/],
  ] as const) {
    it(`is ${form} in an editor`, async () => {
      await choose(form);
      await workbench.page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
      const text = await workbench.visibleText();
      assert.match(text, beginning);
      assert.match(text, /Amazon/);
      // It stands where texts do, not over the picture.
      assert.ok(await picture.graph.isVisible());
      await workbench.runCommand('View: Revert and Close Editor');
      await picture.graph.waitFor();
    });
  }

  it('is an image in the clipboard', async () => {
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await choose('Copy as image');
    await picture.page.getByText('Copied as an image.').waitFor();
    const size = await workbench.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType('image/png'))?.size ?? 0;
    });
    assert.ok(size > 10_000, String(size));
  });
});
