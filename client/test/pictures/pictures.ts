import type { Locator } from 'playwright-core';
import { launchWorkbench } from '../harness/launch';
import { type Box, boxOf, type Workbench } from '../harness/workbench';
import { plainSettings, take, themes } from './studio';

const file = 'anthropic.deal';

/** In CSS pixels: with all rows of the view in sight, with the view beside the editor, and with the editor alone. */
const tall = { width: 1190, height: 760 };
const wide = { width: 1190, height: 612 };
const narrow = { width: 1000, height: 520 };

/**
 * Writes the pictures of each theme into docs/images.
 * @param names of themes; all of them where there is none
 */
export async function takePictures(names: readonly string[]): Promise<void> {
  for (const [name, theme] of Object.entries(themes)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const workbench = await launchWorkbench({ theme, settings: plainSettings, size: tall, scale: 1.5 });
    try {
      await workbench.openFile(file);
      await tree(workbench, name);
      if (theme.includes('Contrast')) continue;
      await workbench.page.setViewportSize(wide);
      await hoverCard(workbench, name);
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
      await workbench.page.setViewportSize(narrow);
      await diagnostics(workbench, name);
      await completion(workbench, name);
    } catch (error) {
      await workbench.screenshot(`failed-picture-${name}`);
      throw error;
    } finally {
      await workbench.dispose();
    }
  }
}

/** Both ecosystems, with the deals of one party. */
async function tree(workbench: Workbench, theme: string): Promise<void> {
  await workbench.openView('Dealgraph');
  await workbench.widenSidebar(440);
  await workbench
    .treeRow(/^The Stargate Project/)
    .last()
    .waitFor();
  await workbench.focusEditor();
  // The view follows.
  await workbench.placeCursor(file, 'GoogleAnthropic2025 "');
  await workbench.page.getByRole('treeitem', { name: /^Google's second/, selected: true }).waitFor();
  const sidebar = await boxOf(workbench.page.locator('.part.sidebar'));
  const rows = await Promise.all((await workbench.treeRow(/./).all()).map(boxOf));
  const end = Math.max(...rows.map(({ y, height }) => y + height));
  await take(workbench, `tree-${theme}`, { ...sidebar, height: end + 10 - sidebar.y });
}

/** The view, a file, and the card of a party. */
async function hoverCard(workbench: Workbench, theme: string): Promise<void> {
  await workbench.hoverAt(file, 'Anthropic {');
  const { y } = await boxOf(workbench.page.locator('.part.statusbar'));
  await take(workbench, `editor-hover-${theme}`, { x: 0, y: 0, width: wide.width, height: y });
}

/** Tranches that do not add up, underlined and explained. */
async function diagnostics(workbench: Workbench, theme: string): Promise<void> {
  await workbench.problems();
  await workbench.focusEditor();
  await workbench.placeCursor(file, /\$4B +on 2024-11-22/);
  await workbench.typeOver('$4B'.length, '$3B');
  await workbench.squiggles('error').first().waitFor();
  const problem = (await workbench.problems()).filter({ hasText: '$7B' });
  await problem.first().waitFor();
  await workbench.focusEditor();
  await take(workbench, `diagnostics-${theme}`, await editorPart(workbench, problem.last()));
  await workbench.undo();
  await workbench.runCommand('View: Hide Panel');
}

/** Parties that a deal can name, with the card of one. */
async function completion(workbench: Workbench, theme: string): Promise<void> {
  await workbench.placeCursor(file, { line: 1, character: 0 });
  await workbench.type('\n\n');
  await workbench.page.keyboard.press('ArrowUp');
  await workbench.type('supply Chips: An');
  const rows = workbench.page.locator('.suggest-widget.visible .monaco-list-row');
  await rows.first().waitFor();
  while ((await rows.and(workbench.page.locator('.focused')).innerText()).startsWith('Analyst'))
    await workbench.page.keyboard.press('ArrowDown');
  await workbench.showCompletionDetails();
  await take(workbench, `completion-${theme}`, await editorPart(workbench));
}

/** The editor with what is below it, down to `last` where that is given. */
async function editorPart(workbench: Workbench, last?: Locator): Promise<Box> {
  const { x } = await boxOf(workbench.page.locator('.part.editor'));
  const statusBar = await boxOf(workbench.page.locator('.part.statusbar'));
  const end = last && (await boxOf(last));
  return { x, y: 0, width: narrow.width - x, height: end ? end.y + 3.5 * end.height : statusBar.y };
}
