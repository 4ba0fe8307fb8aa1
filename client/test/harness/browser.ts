import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../scripts/vscode/browser.mjs';

let users = 0;
let shared: Promise<Browser> | undefined;

/** The browser of this run: started for the first workbench, closed after the last. */
export async function acquireBrowser(): Promise<Browser> {
  users += 1;
  shared ??= launchBrowser();
  return shared;
}

/** Gives back what `acquireBrowser` gave. */
export async function releaseBrowser(): Promise<void> {
  users -= 1;
  if (users > 0 || !shared) return;
  const browser = shared;
  shared = undefined;
  await (await browser).close();
}
