import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../../scripts/process.mjs';
import type { Theme } from '../harness/launch';
import type { Box, Workbench } from '../harness/workbench';

const folder = join(root, 'docs', 'images');

/** Nothing in sight that differs from machine to machine or from moment to moment, or that is not the subject. */
export const plainSettings = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 13,
  'editor.lightbulb.enabled': 'off',
  'editor.lineHeight': 19,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  // It covers what is below.
  'editor.parameterHints.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.stickyScroll.enabled': false,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.tips.enabled': false,
};

export const themes: Record<string, Theme> = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high-contrast': 'Default High Contrast',
};

/** Where the copy of the sample is on this machine. */
const hidden = '.peekview-title .dirname { display: none !important; }';

/**
 * Writes what shows as `docs/images/<name>.png`, once nothing moves any more.
 * @param mouse where the mouse waits meanwhile; beside the tabs, where it is over nothing, unless something hangs on it
 */
export async function take(
  { page }: Workbench,
  name: string,
  clip: Box,
  mouse: 'away' | 'as it is' = 'away',
): Promise<void> {
  if (mouse === 'away') await page.mouse.move((page.viewportSize()?.width ?? 1000) - 200, 12);
  await page.locator('.monaco-progress-container.active').waitFor({ state: 'hidden' });
  await page
    .locator('.activitybar .action-item:has([aria-label^="Dealgraph"]) .badge:visible')
    .waitFor({ state: 'hidden' });
  await page.locator('.monaco-sash.hover').waitFor({ state: 'hidden' });
  const path = join(folder, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled', caret: 'hide', clip, style: hidden });
}
