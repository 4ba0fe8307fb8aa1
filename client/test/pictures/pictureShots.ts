import type { FrameLocator } from 'playwright-core';
import { launchWorkbench } from '../harness/launch';
import { boxOf, type Workbench } from '../harness/workbench';
import { plainSettings, take, themes } from './studio';

/** In CSS pixels: text and picture side by side, and a picture by itself. */
const beside = { width: 1500, height: 800 };
const alone = { width: 1000, height: 640 };

/**
 * Writes the pictures of the panel into docs/images, in each theme.
 * @param names of themes; all of them where there is none
 */
export async function takePictureShots(names: readonly string[]): Promise<void> {
  for (const [name, theme] of Object.entries(themes)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const settings = { ...plainSettings, 'editor.codeLens': false };
    const workbench = await launchWorkbench({ theme, settings, size: beside, scale: 1.5 });
    try {
      await workbench.openFile('anthropic.deal');
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
      const frame = await open(workbench, 'The whole project');
      await besideText(workbench, frame, name);
      if (theme.includes('Contrast')) continue;
      await workbench.runCommand('View: Close All Editors');
      await workbench.page.setViewportSize(alone);
      await graphs(workbench, name);
      await charts(workbench, name);
    } catch (error) {
      await workbench.screenshot(`failed-picture-${name}`);
      throw error;
    } finally {
      await workbench.dispose();
    }
  }
}

/** Opens the picture of a subject by what its row in the list says, and waits until everything has found its place. */
async function open(workbench: Workbench, row: string | RegExp): Promise<FrameLocator> {
  await workbench.runCommand('Dealgraph: Show Picture');
  await workbench.page
    .locator('.quick-input-widget .monaco-list-row')
    .filter({ hasText: row })
    .first()
    .click();
  const frame = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await frame.locator('.graph[data-settled]').waitFor();
  return frame;
}

/** The deal of the text in the picture. */
async function besideText(workbench: Workbench, frame: FrameLocator, theme: string): Promise<void> {
  await workbench.page.locator('.view-line').filter({ hasText: 'AmazonAnthropic:' }).first().click();
  await frame.locator('.selected-tie').first().waitFor();
  const { y } = await boxOf(workbench.page.locator('.part.statusbar'));
  await take(workbench, `picture-${theme}`, { x: 0, y: 0, width: beside.width, height: y });
}

/** The arrangements of the graph. */
async function graphs(workbench: Workbench, theme: string): Promise<void> {
  const whole = await open(workbench, 'The whole project');
  await shot(workbench, `pictures/graph-${theme}`);
  await arrange(whole, 'layers');
  await shot(workbench, `pictures/money-${theme}`);
  await workbench.runCommand('View: Close All Editors');
  const around = await open(workbench, 'Around OpenAI');
  await arrange(around, 'hub');
  await shot(workbench, `pictures/hub-${theme}`);
  await workbench.runCommand('View: Close All Editors');
}

async function arrange(frame: FrameLocator, arrangement: string): Promise<void> {
  await frame.locator('.tools select').selectOption(arrangement);
  await frame.locator('.graph[data-settled]').waitFor();
}

/** What else there is to see of Anthropic and of the whole. */
async function charts(workbench: Workbench, theme: string): Promise<void> {
  const anthropic = await open(workbench, 'Around Anthropic');
  await tab(anthropic, 'Timeline', '[data-type="deal"]');
  await shot(workbench, `pictures/timeline-${theme}`);
  await tab(anthropic, 'Valuations', '[data-type="mark"]');
  await shot(workbench, `pictures/valuations-${theme}`);
  await workbench.runCommand('View: Close All Editors');
  const whole = await open(workbench, 'The whole project');
  await tab(whole, 'Money Flow', '[data-type="flow"]');
  await shot(workbench, `pictures/flow-${theme}`);
}

async function tab(frame: FrameLocator, name: string, content: string): Promise<void> {
  await frame.getByRole('tab', { name }).click();
  await frame.locator(content).first().waitFor();
}

/** The panel from its tab to its slider. */
async function shot(workbench: Workbench, name: string): Promise<void> {
  const { x } = await boxOf(workbench.page.locator('.part.editor'));
  const { y } = await boxOf(workbench.page.locator('.part.statusbar'));
  await take(workbench, name, { x, y: 0, width: alone.width - x, height: y });
}
