import assert from 'node:assert/strict';
import { openPicture, type PicturePanel } from '../harness/picture';
import { type Box, boxOf, type Workbench } from '../harness/workbench';
import { sampleWithView } from './sample';

/** What VS Code has beside a picture that is by itself. */
const [besides, above] = [48, 57];
const usual = { width: 1280, height: 800 };

describe('the room of a picture', () => {
  let workbench: Workbench;
  let picture: PicturePanel;
  before(async () => {
    workbench = await sampleWithView('anthropic.deal');
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.discardEditors();
    picture = await openPicture(workbench, 'ai-race');
  });
  after(async () => {
    await workbench.page.setViewportSize(usual);
    await workbench.discardEditors();
    await workbench.openView('Dealgraph');
  });

  /** Gives the page of the picture a size, as whoever drags the edges of its editor group. */
  async function resize(width: number, height: number): Promise<void> {
    await workbench.page.setViewportSize({ width: width + besides, height: height + above });
    await picture.page.locator('body').evaluate(
      (body, wanted) =>
        new Promise<void>((resolve) => {
          const look = () =>
            Math.abs(body.clientWidth - wanted) < 20 ? resolve() : requestAnimationFrame(look);
          look();
        }),
      width,
    );
    await picture.tool('Fit').click();
  }

  const camera = () => picture.page.locator('.board').evaluate((board) => board.style.transform);

  for (const width of [1000, 460]) {
    it(`has the card where what was clicked is in sight, and the graph stays, at ${width} pixels`, async () => {
      await resize(width, 640);
      const before = await camera();
      for (const id of ['Google', 'Oracle', 'Amazon', 'Microsoft', 'Lightspeed'].map(
        (name) => `party:${name}`,
      )) {
        await picture.shape(id).click();
        await picture.details.getByRole('button', { name: 'Rename' }).waitFor();
        assert.ok(!overlap(await boxOf(picture.node(id)), await boxOf(picture.details)), id);
        assert.equal(await camera(), before, id);
        if (id === 'party:Oracle') await workbench.screenshot(`picture-card-${width}`);
        await workbench.page.keyboard.press('Escape');
        await picture.details.waitFor({ state: 'hidden' });
        await picture.page.locator('.graph .selected').waitFor({ state: 'detached' });
      }
    });
  }

  it('has the card go by Escape from its buttons too, and with what it is about', async () => {
    await resize(1000, 640);
    await picture.shape('party:Google').click();
    await picture.details.getByRole('button', { name: 'Rename' }).focus();
    await workbench.page.keyboard.press('Escape');
    await picture.details.waitFor({ state: 'hidden' });
    await picture.page.locator('.graph:focus').waitFor();

    await picture.tie('Amazon to Anthropic, capital, $8B, promised').focus();
    await picture.tie('Amazon to Anthropic, capital, $8B, promised').locator('text').first().click();
    await picture.details.waitFor();
    const first = await picture.page.locator('.days').getAttribute('min');
    await picture.page.locator('.days').fill(first ?? '');
    await picture.details.waitFor({ state: 'hidden' });
    await picture.tool('Back to January 31, 2025').click();
  });

  it('has forms that leave most of the graph in sight', async () => {
    await resize(700, 500);
    for (const name of ['Filter', 'Options']) {
      await picture.tool(name).click();
      const form = await boxOf(picture.page.getByRole('dialog', { name }));
      const button = await boxOf(picture.tool(name));
      const graph = await boxOf(picture.graph);
      assert.ok(form.width * form.height < 0.3 * graph.width * graph.height, name);
      assert.ok(form.y >= graph.y, name);
      assert.ok(Math.abs(form.x + form.width - button.x - button.width) < 8, name);
      await workbench.page.keyboard.press('Escape');
    }
  });

  it('is the same for the graph whatever the day and the filters are', async () => {
    await resize(700, 640);
    const before = await boxOf(picture.graph);
    const same = async (when: string) => assert.deepEqual(await boxOf(picture.graph), before, when);
    await picture.tool('Change Before').click();
    await picture.day.getByText('January 21, 2025').waitFor();
    await same('the day before');
    await picture.tool('Use Everywhere').waitFor();
    const [first, last] = [
      await picture.page.locator('.days').getAttribute('min'),
      await picture.page.locator('.days').getAttribute('max'),
    ];
    for (const day of [first, last]) {
      await picture.page.locator('.days').fill(day ?? '');
      await same(`on day ${day}`);
    }
    await picture.tool('Back to January 31, 2025').click();
    await picture.tool('Filter').click();
    const filters = picture.page.getByRole('dialog', { name: 'Filter' });
    await filters.getByRole('checkbox', { name: 'capital' }).uncheck();
    await picture.notes.getByText('5 ties are hidden by the filters.').waitFor();
    await same('with a filter');
    await filters.getByRole('button', { name: 'Show all' }).click();
    await workbench.page.keyboard.press('Escape');
  });

  it('has all notes over the graph, where they do not fit into their row', async () => {
    await resize(700, 640);
    const before = await boxOf(picture.graph);
    const all = picture.tool('All notes');
    await all.click();
    const notes = await boxOf(picture.notes);
    assert.ok(notes.y + notes.height <= (await boxOf(all)).y + 1);
    assert.deepEqual(await boxOf(picture.graph), before);
    await workbench.screenshot('picture-all-notes');
    await workbench.page.keyboard.press('Escape');
    assert.ok((await boxOf(picture.notes)).height < 30);
  });

  it('grows when the legend is folded, which is kept', async () => {
    await resize(700, 640);
    const before = await boxOf(picture.graph);
    assert.ok((await boxOf(picture.legend)).height < 640 / 4);
    await picture.tool('Legend').click();
    await picture.legend.waitFor({ state: 'hidden' });
    assert.ok((await boxOf(picture.graph)).height > before.height + 30);
    await picture.chooseTab('Table');
    await picture.chooseTab('Graph');
    assert.ok(await picture.legend.isHidden());
    await picture.tool('Legend').click();
    await picture.legend.waitFor();
    assert.deepEqual(await boxOf(picture.graph), before);
  });

  for (const [width, height] of [
    [320, 640],
    [400, 640],
    [500, 640],
    [700, 640],
    [1000, 640],
    [700, 300],
    [400, 300],
  ] as const) {
    it(`has place for all tools and half of it for the graph, at ${width} × ${height} pixels`, async () => {
      await resize(width, height);
      await workbench.screenshot(`picture-room-${width}-${height}`);
      const found = await picture.page.locator('body').evaluate((body) => {
        const parts = [
          ...body.querySelectorAll<HTMLElement>('header button, header select, header input, footer > *'),
        ];
        const boxes = parts
          .filter((part) => part.checkVisibility({ visibilityProperty: true }))
          .map((part) => ({
            name: part.title || part.className || part.tagName,
            box: part.getBoundingClientRect(),
          }));
        const faults: string[] = [];
        const { clientWidth, clientHeight } = body.ownerDocument.documentElement;
        if (body.ownerDocument.documentElement.scrollWidth > clientWidth) faults.push('the page scrolls');
        for (const [index, { name, box }] of boxes.entries()) {
          if (box.left < 0 || box.right > clientWidth || box.bottom > clientHeight)
            faults.push(`${name} is cut off`);
          if (box.width < 20) faults.push(`${name} is ${box.width} wide`);
          for (const other of boxes.slice(index + 1)) {
            const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
            const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
            if (across > 0.5 && down > 0.5) faults.push(`${name} is over ${other.name}`);
          }
        }
        const graph = body.querySelector('.graph')!.getBoundingClientRect();
        if (graph.height < clientHeight / 2 - 1)
          faults.push(`the graph has ${graph.height} of ${clientHeight}`);
        return faults;
      });
      assert.deepEqual(found, []);
      await picture.page.locator('body').press('Escape');
    });
  }

  it('has the search behind a button where it is small', async () => {
    await resize(400, 640);
    const box = picture.page.getByRole('combobox', { name: 'Find a party or deal' });
    assert.ok(await box.isHidden());
    await (await picture.search()).pressSequentially('oracl');
    await picture.node('party:Oracle').locator('.selected').waitFor();
    await box.press('Enter');
    await box.waitFor({ state: 'hidden' });
    await picture.details.getByText('Oracle').first().waitFor();
    await workbench.page.keyboard.press('Escape');
    await picture.details.waitFor({ state: 'hidden' });
  });

  it('is used by the graph', async () => {
    for (const [width, height] of [
      [400, 640],
      [1000, 640],
    ] as const) {
      await resize(width, height);
      const graph = await boxOf(picture.graph);
      const nodes = await picture.page.locator('[data-type="node"]').evaluateAll((all) =>
        all.map((node) => {
          const { left, right, top, bottom } = node.getBoundingClientRect();
          return { left, right, top, bottom };
        }),
      );
      const reach = (from: 'left' | 'top', to: 'right' | 'bottom') =>
        Math.max(...nodes.map((box) => box[to])) - Math.min(...nodes.map((box) => box[from]));
      const share = Math.max(reach('left', 'right') / graph.width, reach('top', 'bottom') / graph.height);
      assert.ok(share > 0.75 && share <= 1, `${width}: ${share}`);
    }
  });
});

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
