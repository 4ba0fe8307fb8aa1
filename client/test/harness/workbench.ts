import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { artifacts } from '../../../scripts/test/results.mjs';

/** Zero-based, in UTF-16 code units, as in the Language Server Protocol. */
export interface Position {
  line: number;
  character: number;
}

/** In CSS pixels, from the page's upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The workbench as a user sees and drives it. Every function waits for what it asks for; none sleeps. */
export class Workbench {
  /**
   * @param folder the copy of the sample that is open, on this machine's disk
   * @param files how a file is found: quick open finds none on the file system of VS Code for the Web
   */
  constructor(
    readonly page: Page,
    readonly folder: string,
    private readonly files: 'search' | 'explorer',
    private readonly close: () => Promise<void>,
  ) {}

  /** Closes the page and its VS Code, and removes the copy of the folder. */
  dispose(): Promise<void> {
    return this.close();
  }

  /** Opens a file of the folder as an editor that stays. */
  async openFile(name: string): Promise<void> {
    if (this.files === 'search') {
      await this.quickInput(name);
      await this.page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
      await this.page.keyboard.press('Enter');
    } else await this.openFromExplorer(name);
    const base = name.slice(name.lastIndexOf('/') + 1);
    await this.page.locator(`.tab.active[data-resource-name="${base}"]`).waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
  }

  /**
   * Runs a command by its title in the palette, with its category: `View: Close Editor`.
   * @throws where no command of that title can be run now
   */
  async runCommand(title: string): Promise<void> {
    // Not Enter: what is used often can stand above what was asked for.
    const option = this.page
      .locator('.quick-input-widget')
      .getByRole('option', { name: new RegExp(`^${title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(,|$)`) });
    const choose = async (timeout: number): Promise<void> => {
      await this.quickInput(`>${title}`);
      await option.first().click({ timeout });
    };
    // A view that has just been shown takes the focus, which closes the list.
    await choose(5000).catch(() => choose(15_000));
    await option.first().waitFor({ state: 'hidden' });
  }

  /** Brings a view into sight by the title of its container in the activity bar. */
  async openView(container: string): Promise<void> {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name: container });
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    await this.page.locator('.part.sidebar').waitFor();
  }

  /**
   * Chooses a theme as a user does.
   * @param label its name in the list
   * @param sign the class that the workbench has in themes of its kind
   */
  async chooseTheme(label: string, sign: 'vs' | 'vs-dark' | 'hc-black' | 'hc-light'): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.page.locator('.quick-input-widget input[type=text]').fill(label);
    await this.page.locator('.quick-input-widget .monaco-list-row.focused').getByText(label).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator(`.monaco-workbench.${sign}`).waitFor();
  }

  /** Drags the edge of the sidebar until it is so many CSS pixels wide. */
  async widenSidebar(width: number): Promise<void> {
    const sidebar = this.page.locator('.part.sidebar');
    const box = await boxOf(sidebar);
    const edge = { x: box.x + box.width, y: box.y + box.height / 2 };
    await this.page.mouse.move(edge.x, edge.y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + width, edge.y, { steps: 5 });
    await this.page.mouse.up();
  }

  /** The row of a tree by what it says. */
  treeRow(name: string | RegExp): Locator {
    return this.page.locator('.part.sidebar').getByRole('treeitem', { name });
  }

  /** Presses a button that a row shows to whoever points at it. */
  async pressOnRow(name: string | RegExp, button: string): Promise<void> {
    const row = this.treeRow(name).first();
    const action = row.getByRole('button', { name: button });
    await row.waitFor();
    // While rows are being read, the pointer can come to rest on what takes the place of the one that was meant.
    for (let attempt = 0; attempt < 20 && !(await action.isVisible()); attempt += 1) {
      await row.hover();
      await action.waitFor({ timeout: 500 }).catch(() => undefined);
    }
    await action.click();
  }

  /** Opens the row of a tree, so that what is below it shows. */
  async expand(name: string | RegExp): Promise<void> {
    const row = this.treeRow(name).first();
    await row.waitFor();
    // While rows are being read, what is drawn where one row was can be another by the time of the click.
    await this.page.locator('.part.sidebar .monaco-progress-container.active').waitFor({ state: 'hidden' });
    if ((await row.getAttribute('aria-expanded')) === 'false')
      await row.locator('.monaco-tl-twistie').click();
    await this.page
      .locator('.part.sidebar')
      .getByRole('treeitem', { name, expanded: true })
      .first()
      .waitFor();
  }

  /** Closes the row of a tree. */
  async collapse(name: string | RegExp): Promise<void> {
    const rows = this.page.locator('.part.sidebar');
    await rows.getByRole('treeitem', { name, expanded: true }).first().locator('.monaco-tl-twistie').click();
    await rows.getByRole('treeitem', { name, expanded: false }).first().waitFor();
  }

  /** Chooses from the menu of a tree's row. */
  async chooseFromMenu(row: string | RegExp, entry: string): Promise<void> {
    await this.treeRow(row).first().click({ button: 'right' });
    const item = this.page.getByRole('menuitem', { name: entry });
    await item.waitFor();
    // A menu that has only just opened takes no click, so that nothing is chosen by the one that opened it.
    for (let attempt = 0; attempt < 20 && (await item.isVisible()); attempt += 1) {
      await item.click({ timeout: 500 }).catch(() => undefined);
      await item.waitFor({ state: 'hidden', timeout: 500 }).catch(() => undefined);
    }
  }

  /** What the page in the active editor shows, such as a preview. */
  webPage(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  }

  /** The number that a row of a tree shows at its end; nothing where it has none. */
  async badge(row: Locator): Promise<string> {
    const content = await row
      .locator('.monaco-icon-label')
      .first()
      .evaluate((label) => getComputedStyle(label, '::after').content);
    return /^"(.*)"$/.exec(content)?.[1] ?? '';
  }

  /** The rows of the Problems panel, which comes into sight. */
  async problems(): Promise<Locator> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.runCommand('Problems: Focus on Problems View');
    await panel.waitFor();
    return panel.locator('.monaco-list-row');
  }

  /** Underlines in the active editor. */
  squiggles(severity: 'error' | 'warning' | 'info'): Locator {
    return this.page.locator(`.editor-group-container.active .squiggly-${severity}`);
  }

  /** Puts the cursor at a position, or before the first occurrence of a text in the file on disk. */
  async placeCursor(file: string, at: string | RegExp | Position): Promise<void> {
    const { line, character } = typeof at === 'string' || at instanceof RegExp ? this.find(file, at) : at;
    await this.quickInput(`:${line + 1}:${character + 1}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.page
      .getByRole('button', { name: new RegExp(`Ln ${line + 1}, Col ${character + 1}\\b`) })
      .waitFor();
  }

  /** The hover at the first occurrence of a text in the file on disk, which is the active editor. */
  async hoverAt(file: string, text: string | RegExp): Promise<Locator> {
    await this.placeCursor(file, text);
    const hover = this.page.locator(
      '[widgetid="editor.contrib.resizableContentHoverWidget"] .monaco-hover-content',
    );
    const ask = async (timeout: number): Promise<void> => {
      await this.page.keyboard.press('ControlOrMeta+KeyK');
      await this.page.keyboard.press('ControlOrMeta+KeyI');
      await hover.first().waitFor({ timeout });
    };
    // Nobody answers while the extension comes up, and VS Code does not ask twice by itself.
    await ask(5000).catch(() => ask(15_000));
    return hover;
  }

  /** The rows of the completion list at the cursor, which is asked for where it has not come by itself. */
  async completions(): Promise<Locator> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows
      .first()
      .waitFor({ timeout: 1000 })
      .catch(() => this.page.keyboard.press('ControlOrMeta+Space'));
    await rows.first().waitFor();
    return rows;
  }

  /** Takes the quick fix of that title at the cursor. */
  async quickFix(title: string | RegExp): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Period');
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await rows.filter({ hasText: title }).first().waitFor();
    while ((await rows.and(this.page.locator('.focused')).filter({ hasText: title }).count()) === 0)
      await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
    await rows.first().waitFor({ state: 'hidden' });
  }

  /** Gives what is at the cursor another name. */
  async rename(name: string): Promise<void> {
    await this.page.keyboard.press('F2');
    const input = this.page.locator('.rename-box input');
    await input.waitFor();
    await input.fill(name);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Closes all editors; files that were changed and not saved come back to what is on disk. */
  async discardEditors(): Promise<void> {
    const tabs = this.page.locator('.editor-group-container .tab');
    for (let open = await tabs.count(); open > 0; open -= 1) {
      await this.runCommand('View: Revert and Close Editor');
      await tabs.nth(open - 1).waitFor({ state: 'detached' });
    }
  }

  /** The details beside the completion list, of the row that is selected in it. */
  async showCompletionDetails(): Promise<Locator> {
    const details = this.page.locator('.suggest-details-container .suggest-details');
    // The key does nothing before the server has told more about the row, which nothing in sight tells.
    for (let attempt = 0; attempt < 20 && !(await details.isVisible()); attempt += 1) {
      await this.page.keyboard.press('ControlOrMeta+Space');
      await details.waitFor({ timeout: 500 }).catch(() => undefined);
    }
    await details.waitFor();
    return details;
  }

  /** Types at the cursor, key by key. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Replaces as many characters after the cursor as said. */
  async typeOver(length: number, text: string): Promise<void> {
    for (let count = 0; count < length; count += 1) await this.page.keyboard.press('Shift+ArrowRight');
    await this.type(text);
  }

  /** Undoes the last change in the active editor. */
  async undo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+KeyZ');
  }

  /** Puts the keyboard back into the active editor. */
  async focusEditor(): Promise<void> {
    await this.runCommand('View: Focus Active Editor Group');
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** The text of the lines in sight in the active editor. */
  async visibleText(): Promise<string> {
    const lines = this.page.locator('.editor-group-container.active .view-lines').first();
    // The editor draws spaces as no-break spaces.
    return (await lines.innerText()).replaceAll('\u00a0', ' ');
  }

  /** Saves what shows as `out/artifacts/<name>.png`, for people to look at. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(artifacts, `${name}.png`), animations: 'disabled' });
  }

  private async openFromExplorer(name: string): Promise<void> {
    await this.openView('Explorer');
    const rows = this.page.locator('.explorer-folders-view').getByRole('treeitem');
    for (const part of name.split('/')) {
      const row = rows.filter({ has: this.page.getByText(part, { exact: true }) });
      if ((await row.getAttribute('aria-expanded')) !== 'true') await row.dblclick();
    }
  }

  private async quickInput(text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type=text]');
    const open = async (timeout: number): Promise<void> => {
      // A quick input may have been left open.
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('F1');
      await input.fill(text, { timeout });
    };
    // A view that has just been shown takes the focus, which closes it.
    await open(3000).catch(() => open(15_000));
  }

  /** Where the first occurrence of a text in a file on disk is. */
  find(file: string, text: string | RegExp): Position {
    const content = readFileSync(join(this.folder, file), 'utf8');
    const offset = typeof text === 'string' ? content.indexOf(text) : content.search(text);
    if (offset < 0) throw new Error(`${file} does not contain ${String(text)}`);
    const before = content.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  }
}

/** Where an element is, in CSS pixels. */
export async function boxOf(element: Locator): Promise<Box> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('The element is not in sight');
  return box;
}
