import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { type Box, boxOf, type Workbench } from './workbench';

export type PictureTab = 'Graph' | 'Timeline' | 'Valuations' | 'Money Flow' | 'Table';

/** A picture in its panel, as a user sees and drives it. */
export class PicturePanel {
  /** The page in the panel. */
  readonly page: FrameLocator;

  /** @param index which of the panels that are open, in the order in which they were opened */
  constructor(
    private readonly workbench: Workbench,
    index = 0,
  ) {
    this.page = workbench.page
      .frameLocator('iframe.webview.ready')
      .nth(index)
      .frameLocator('iframe#active-frame');
  }

  /** The graph, once everything in it has found its place. */
  get graph(): Locator {
    return this.page.locator('.graph[data-settled]');
  }

  get chart(): Locator {
    return this.page.locator('svg.chart');
  }

  get details(): Locator {
    return this.page.locator('aside');
  }

  /** The words that the footer has for the day that is shown. */
  get day(): Locator {
    return this.page.locator('footer output');
  }

  /** What stands below the graph: the legend, and what is not in sight. */
  get notes(): Locator {
    return this.page.locator('.corner .notes');
  }

  /** The row below the graph with all that its signs mean. */
  get legend(): Locator {
    return this.page.getByRole('region', { name: 'Legend' });
  }

  node(id: string): Locator {
    return this.page.locator(`[data-type="node"][data-id=${JSON.stringify(id)}]`);
  }

  /** The outline of a node: between it and its label there is nothing to click. */
  shape(id: string): Locator {
    return this.node(id).locator('> :first-child');
  }

  /** A line of the graph by what a screen reader says of it. */
  tie(label: string | RegExp): Locator {
    return this.page.locator('[data-type="tie"]').and(this.page.getByRole('button', { name: label }));
  }

  tool(title: string): Locator {
    return this.page.getByRole('button', { name: title, exact: true });
  }

  /** The box in which parties are looked for, which in a small panel its button opens. */
  async search(): Promise<Locator> {
    const box = this.page.getByRole('combobox', { name: 'Find a party or deal' });
    const button = this.tool('Find a party or deal');
    if ((await button.isVisible()) && !(await box.isVisible())) await button.click();
    await box.waitFor();
    return box;
  }

  async chooseTab(name: PictureTab): Promise<void> {
    const tab = this.page.getByRole('tab', { name, exact: true });
    // A tooltip of the workbench may hang over it.
    const { x, y, width, height } = await boxOf(tab);
    await this.workbench.page.mouse.move(x + width / 2, y + height + 120);
    await tab.click();
    await this.page.getByRole('tab', { name, exact: true, selected: true }).waitFor();
  }

  async arrange(name: 'By closeness' | 'Along the money' | 'Around the hubs'): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Arrangement' }).selectOption(name);
    await this.graph.waitFor();
  }

  /** Where each node stands in the drawing, by its id. */
  async places(): Promise<Record<string, NodePlace>> {
    await this.graph.waitFor();
    const nodes = await this.page.locator('[data-type="node"]').evaluateAll((all) =>
      all.map((node) => {
        const shape = node.firstElementChild;
        if (!(shape instanceof SVGGraphicsElement)) throw new Error('a node without a shape');
        const { x, y, width, height } = shape.getBBox();
        return [node.getAttribute('data-id'), { x: x + width / 2, y: y + height / 2 }];
      }),
    );
    return Object.fromEntries(nodes);
  }

  /** The middle of a node, in pixels of the workbench. */
  async middleOf(id: string): Promise<{ x: number; y: number }> {
    const { x, y, width, height }: Box = await boxOf(this.shape(id));
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** Draws the line of a new deal from one node to another. */
  async drawDeal(from: string, to: string): Promise<void> {
    const { keyboard, mouse } = this.workbench.page;
    const [start, end] = [await this.middleOf(from), await this.middleOf(to)];
    await mouse.move(start.x, start.y);
    await keyboard.down('Alt');
    await mouse.down();
    await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
    await mouse.move(end.x, end.y, { steps: 4 });
    await mouse.up();
    await keyboard.up('Alt');
  }
}

/**
 * Opens the picture of an ecosystem, a party or a project by its name in the list of all.
 * @param index which of the panels that are open it will be
 */
export async function openPicture(workbench: Workbench, name: string, index = 0): Promise<PicturePanel> {
  await workbench.runCommand('Dealgraph: Show Picture');
  await workbench.page.locator('.quick-input-widget input[type=text]').fill(name);
  await workbench.page.locator('.quick-input-widget').getByRole('option', { name }).first().click();
  const picture = new PicturePanel(workbench, index);
  await picture.graph.waitFor();
  return picture;
}

/** The middle of a node, in units of the drawing. */
export interface NodePlace {
  readonly x: number;
  readonly y: number;
}

/** Checks that the same nodes stand where they did. A node that grows seems to move by what is lost in rounding. */
export function checkSamePlaces(
  places: Readonly<Record<string, NodePlace>>,
  before: Readonly<Record<string, NodePlace>>,
  tolerance = 0.2,
): void {
  assert.deepEqual(Object.keys(places).sort(), Object.keys(before).sort());
  for (const [id, { x, y }] of Object.entries(places)) {
    const by = Math.hypot(x - before[id]!.x, y - before[id]!.y);
    assert.ok(by <= tolerance, `${id} moved by ${by}`);
  }
}
