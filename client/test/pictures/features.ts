import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator } from 'playwright-core';
import { launchWorkbench } from '../harness/launch';
import { type Box, boxOf, type Workbench } from '../harness/workbench';
import { plainSettings, take, themes } from './studio';

const anthropic = 'anthropic.deal';
const openai = 'openai.deal';
const parties = 'parties.deal';

const settings = {
  ...plainSettings,
  // Lenses push lines down when they come.
  'editor.codeLens': false,
};

/** In CSS pixels. */
const size = { width: 960, height: 560 };
const margin = 6;

/** What a picture shows. */
interface Shot {
  /** The themes that it is taken in; the dark one where nothing is said, since most do not differ but for the colours. */
  readonly themes?: readonly string[];
  /** The file that is open before. */
  readonly file?: string;
  /** What the settings of the folder say besides. */
  readonly settings?: Record<string, unknown>;
  /** Of the window, where the one below does not do. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Where the mouse has to stay for it to show. */
  readonly mouse?: 'as it is';
  /** Brings it into sight; what it gives is the part of the page. */
  readonly show: (workbench: Workbench) => Promise<Box>;
}

const shots: Record<string, Shot> = {
  // With room for the details at the right of the list.
  'completion-prose': { size: { width: 1190, height: 560 }, show: prose },
  'completion-prose-taken': { show: proseTaken },
  'completion-declare': { show: newName },
  'signature-help': { show: signatureHelp },
  'inlay-hints': { show: inlayHints },
  'code-lens': { file: parties, settings: { 'editor.codeLens': true }, show: codeLens },
  'marks-disputed': { themes: ['dark', 'light'], file: openai, show: disputed },
  'marks-rumored': { themes: ['dark', 'light'], show: rumored },
  'document-highlight': {
    file: openai,
    settings: { 'editor.occurrencesHighlight': 'singleFile' },
    show: highlight,
  },
  definition: { show: (workbench) => peek(workbench, 'Google -> Anthropic', 'Peek Definition') },
  'type-definition': { show: typeDefinition },
  implementations: { show: (workbench) => peek(workbench, 'Anthropic {', 'Peek Implementations') },
  references: { show: (workbench) => peek(workbench, 'Google -> Anthropic', 'Peek References') },
  'call-hierarchy': { show: callHierarchy },
  'type-hierarchy': { show: typeHierarchy },
  'workspace-symbols': { show: workspaceSymbols },
  outline: { show: outline },
  'selection-ranges': { show: selection },
  'linked-editing': { settings: { 'editor.linkedEditing': true }, show: linkedEditing },
  rename: { show: renamePreview },
  'quick-fix': { show: quickFix },
  refactorings: { show: refactorings },
  'problem-hover': { mouse: 'as it is', show: problemHover },
  'rule-page': { show: rulePage },
  'unused-faded': { file: parties, show: unused },
  'document-link': { file: openai, mouse: 'as it is', show: documentLink },
  // What is folded stays so when the file is opened again.
  folding: { file: parties, show: folding },
  report: { file: parties, show: report },
  // The day stays for what comes after it.
  'tree-as-of': { show: treeAsOf },
};

/**
 * Writes the pictures of docs/features.md into docs/images/features.
 * @param names of pictures; all of them where there is none
 * @throws where no picture has such a name, or, once the others are taken, where one could not be taken
 */
export async function takeFeaturePictures(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in shots));
  if (unknown.length > 0)
    throw new Error(
      `No picture is called ${unknown.join(', ')}; there are ${Object.keys(shots).join(', ')}.`,
    );
  const failures: Error[] = [];
  for (const theme of ['dark', 'light'] as const) {
    const wanted = Object.entries(shots).filter(
      ([name, shot]) =>
        (names.length === 0 || names.includes(name)) && (shot.themes ?? ['dark']).includes(theme),
    );
    if (wanted.length === 0) continue;
    const workbench = await launchWorkbench({ theme: themes[theme], settings, size });
    try {
      await workbench.openFile(anthropic);
      // From here on the server answers.
      await workbench.hoverAt(anthropic, 'Anthropic {');
      for (const [name, shot] of wanted) {
        const picture = `${name}-${theme}`;
        await takeOne(workbench, picture, shot).catch(async (error: unknown) => {
          failures.push(new Error(`${picture}: ${String(error)}`));
          await workbench.screenshot(`failed-picture-${picture}`);
        });
      }
    } finally {
      await workbench.dispose();
    }
  }
  if (failures.length > 0) throw new Error(failures.map(({ message }) => message).join('\n\n'));
}

async function takeOne(
  workbench: Workbench,
  picture: string,
  { file = anthropic, settings: own, size: ownSize = size, mouse, show }: Shot,
): Promise<void> {
  await clear(workbench);
  await workbench.page.setViewportSize(ownSize);
  const ownSettings = join(workbench.folder, '.vscode', 'settings.json');
  mkdirSync(dirname(ownSettings), { recursive: true });
  writeFileSync(ownSettings, JSON.stringify(own ?? {}));
  await workbench.openFile(file);
  await workbench.focusEditor();
  await take(workbench, `features/${picture}`, await show(workbench), mouse);
}

/** Nothing but the editors' part, and nothing in it. */
async function clear(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await page.keyboard.press('Escape');
  const preview = page.locator('.part.panel').getByRole('button', { name: 'Discard' });
  if (await preview.isVisible()) await preview.click();
  if (await page.locator('.part.panel').isVisible()) await workbench.runCommand('View: Hide Panel');
  await workbench.discardEditors();
  if (await page.locator('.part.sidebar').isVisible())
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
}

// --- editing

/** A sentence in an empty line, and the deal that it says. */
async function prose(workbench: Workbench): Promise<Box> {
  await typeProse(workbench, 'Amazon invests $4B in Anthropic');
  const details = await workbench.showCompletionDetails();
  return partOf(workbench, [
    line(workbench, /^Amazon\sinvests/),
    workbench.page.locator('.suggest-widget.visible'),
    details,
  ]);
}

/** The same once it is taken. */
async function proseTaken(workbench: Workbench): Promise<Box> {
  // With a date, which would else be that of today.
  await typeProse(workbench, 'Amazon invests $4B in Anthropic in 2023-09');
  await workbench.page.keyboard.press('Enter');
  await workbench.page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  const written = line(workbench, /^investment\sAmazonAnthropic2/);
  await written.waitFor();
  return partOf(workbench, [written, line(workbench, /status.*2023-09$/)]);
}

async function typeProse(workbench: Workbench, sentence: string): Promise<void> {
  await emptyLine(workbench);
  await workbench.type(sentence);
  await (
    await workbench.completions()
  )
    .filter({ hasText: /Amazon → Anthropic/ })
    .first()
    .waitFor();
}

/** A name that nobody has declared, and what would declare it. */
async function newName(workbench: Workbench): Promise<Box> {
  await emptyLine(workbench);
  await workbench.type('investment MistralRound: Lightspeed -> Mistral');
  const rows = await workbench.completions();
  await rows
    .filter({ hasText: /Mistral/ })
    .first()
    .waitFor();
  return partOf(workbench, [
    line(workbench, /^investment\sMistralRound/),
    workbench.page.locator('.suggest-widget.visible'),
  ]);
}

async function emptyLine(workbench: Workbench): Promise<void> {
  await workbench.placeCursor(anthropic, { line: 1, character: 0 });
  await workbench.type('\n\n');
  await workbench.page.keyboard.press('ArrowUp');
}

/** What a line takes, and which part of it is being written. */
async function signatureHelp(workbench: Workbench): Promise<Box> {
  await workbench.placeCursor(anthropic, '2023-09-25');
  await workbench.page.keyboard.press('ControlOrMeta+Shift+Space');
  const help = workbench.page.locator('.parameter-hints-widget.visible');
  await help.waitFor();
  return partOf(workbench, [
    line(workbench, /^investment\sAmazonAnthropic/),
    line(workbench, /status.*2024-11-22/),
    help,
  ]);
}

/** The name of a party as it will be everywhere, before it is. */
async function renamePreview(workbench: Workbench): Promise<Box> {
  await workbench.placeCursor(anthropic, 'AWS -> Anthropic');
  await workbench.page.keyboard.press('F2');
  const input = workbench.page.locator('.rename-box input');
  await input.fill('AmazonWebServices');
  await workbench.page.keyboard.press('ControlOrMeta+Enter');
  const panel = workbench.page.locator('.part.panel');
  await panel.getByText('AmazonWebServices').nth(1).waitFor();
  return boxOf(panel.locator('.content').first());
}

/** The name of a declaration and its mentions, typed over together. */
async function linkedEditing(workbench: Workbench): Promise<Box> {
  await workbench.placeCursor(anthropic, ' "Google\'s first');
  await workbench.page.locator('.linked-editing-decoration').first().waitFor();
  await workbench.type('First');
  const mention = line(workbench, /relates\sGoogleAnthropicFirst/);
  await mention.waitFor();
  return partOf(workbench, [line(workbench, /^investment\sGoogleAnthropicFirst/), mention]);
}

/** From a figure to its property, its line and its block. */
async function selection(workbench: Workbench): Promise<Box> {
  await workbench.placeCursor(anthropic, '$1B');
  for (let count = 0; count < 3; count += 1) await workbench.page.keyboard.press('Shift+Alt+ArrowRight');
  return partOf(workbench, [
    line(workbench, /^investment\sGoogleAnthropic2025/),
    line(workbench, /relates\sGoogleAnthropic/),
  ]);
}

// --- in and around the text

/** Sums, step-ups and ages behind their lines. */
async function inlayHints(workbench: Workbench): Promise<Box> {
  await workbench.placeCursor(anthropic, {
    line: workbench.find(anthropic, '// lock-in').line - 1,
    character: 0,
  });
  await line(workbench, /since\sFebruary/).waitFor();
  return partOf(workbench, [line(workbench, /^investment\sAmazonAnthropic/), line(workbench, /talks\son/)]);
}

/** Mentions, money and ecosystems above a party. */
async function codeLens(workbench: Workbench): Promise<Box> {
  await workbench.placeCursor(parties, { line: 0, character: 0 });
  await workbench.page.locator('.codelens-decoration').getByText('raised').first().waitFor();
  return partOf(workbench, [line(workbench, /^\/\/\sWho\stakes/), line(workbench, /^company\sAWS/)]);
}

async function disputed(workbench: Workbench): Promise<Box> {
  await aboveLine(workbench, openai, 'venture Stargate');
  return partOf(workbench, [line(workbench, /^venture/), line(workbench, /status\sannounced/)]);
}

async function rumored(workbench: Workbench): Promise<Box> {
  await aboveLine(workbench, anthropic, 'valuation Anthropic2024');
  return partOf(workbench, [line(workbench, /^round/), line(workbench, /talks\son/)]);
}

/** A party where it pays and where it is paid. */
async function highlight(workbench: Workbench): Promise<Box> {
  await workbench.placeCursor(openai, 'Microsoft -> OpenAI {');
  await workbench.page.locator('.wordHighlightStrong').first().waitFor();
  return partOf(workbench, [line(workbench, /^investment/), line(workbench, /^partnership/)]);
}

async function folding(workbench: Workbench): Promise<Box> {
  await workbench.placeCursor(parties, { line: 0, character: 0 });
  await workbench.runCommand('Fold All Regions');
  await line(workbench, /^person\sMusk/).waitFor({ state: 'hidden' });
  return partOf(workbench, [line(workbench, /^\/\/\sWho\stakes/), line(workbench, /People\swho/)]);
}

/** The link of a source, from where it is cited. */
async function documentLink(workbench: Workbench): Promise<Box> {
  await aboveLine(workbench, openai, 'venture Stargate');
  const budget = line(workbench, /budget\s\$100B\.\.\$500B/);
  await budget
    .locator('span span')
    .filter({ hasText: /stargate-announcement/ })
    .last()
    .hover();
  const hover = workbench.page
    .locator('.monaco-hover:visible')
    .filter({ hasText: /Follow link|Open/ })
    .first();
  await hover.waitFor();
  return partOf(workbench, [line(workbench, /^venture/), budget, hover]);
}

// --- leading elsewhere

/** Opens what a command shows within the editor, below the first occurrence of a text. */
async function peek(workbench: Workbench, text: string, command: string): Promise<Box> {
  await workbench.placeCursor(anthropic, text);
  await workbench.runCommand(command);
  const widget = workbench.page.locator('.peekview-widget');
  await widget.locator('.monaco-list-row').first().waitFor();
  await widget.locator('.monaco-editor .view-line').first().waitFor();
  const { y } = await boxOf(workbench.page.locator('.cursors-layer .cursor').first());
  const box = await boxOf(widget);
  return { ...box, y: y - 1, height: box.y + box.height + 1 - y };
}

/** Who funds a party, and who funds these. */
async function callHierarchy(workbench: Workbench): Promise<Box> {
  await workbench.placeCursor(anthropic, 'Anthropic {');
  await workbench.runCommand('Calls: Show Call Hierarchy');
  return hierarchyRows(workbench, /^Lightspeed Venture Partners/);
}

/** Who owns a party. */
async function typeHierarchy(workbench: Workbench): Promise<Box> {
  await workbench.placeCursor(anthropic, 'AWS -> Anthropic');
  await workbench.runCommand('Types: Show Type Hierarchy');
  await workbench.treeRow(/^Amazon Web Services/).waitFor();
  await workbench.page.locator('.part.sidebar').getByRole('button', { name: 'Show Supertypes' }).click();
  return hierarchyRows(workbench, /^Amazon\b(?! Web)/);
}

async function hierarchyRows(workbench: Workbench, last: RegExp): Promise<Box> {
  await workbench.treeRow(last).waitFor();
  // The view takes the keyboard when it is filled, which would close what is opened meanwhile.
  await workbench.page.locator('.part.sidebar .monaco-list:focus').waitFor();
  await workbench.widenSidebar(440);
  return sidebarRows(workbench);
}

/** A word of the language, in its reference. */
async function typeDefinition(workbench: Workbench): Promise<Box> {
  await workbench.placeCursor(anthropic, 'tranche');
  await workbench.runCommand('Go to Type Definition');
  await workbench.page.locator('.tab.active', { hasText: 'reference.md' }).waitFor();
  await coloured(workbench);
  return editorTop(workbench, 300);
}

/** Waits until the headings of a page are told apart, which VS Code does when it has the grammar of Markdown. */
async function coloured(workbench: Workbench): Promise<void> {
  await workbench.page.locator('.editor-group-container.active .view-line .mtkb').first().waitFor();
}

async function workspaceSymbols(workbench: Workbench): Promise<Box> {
  await workbench.page.keyboard.press('ControlOrMeta+KeyT');
  const widget = workbench.page.locator('.quick-input-widget');
  await widget.locator('input[type=text]').fill('#Amazon');
  await widget.getByRole('option', { name: /Amazon Web Services/ }).waitFor();
  return boxOf(widget);
}

async function outline(workbench: Workbench): Promise<Box> {
  await workbench.placeCursor(anthropic, 'AmazonAnthropic: ');
  await workbench.runCommand('Explorer: Focus on Outline View');
  await workbench.widenSidebar(440);
  const files = workbench.page.locator('.part.sidebar .pane-header[aria-expanded=true]', {
    hasText: 'ai-race',
  });
  if (await files.isVisible()) await files.click();
  await workbench
    .treeRow(/^tranche/)
    .first()
    .waitFor();
  return boxOf(workbench.page.locator('.part.sidebar .pane:has(.pane-header[aria-label^="Outline"])'));
}

// --- what is wrong

/** Tranches that do not add up. */
async function wrongTranche(workbench: Workbench): Promise<void> {
  await workbench.placeCursor(anthropic, /\$4B +on 2024-11-22/);
  await workbench.typeOver('$4B'.length, '$3B');
  await workbench.squiggles('error').first().waitFor();
}

async function quickFix(workbench: Workbench): Promise<Box> {
  await wrongTranche(workbench);
  await workbench.placeCursor(anthropic, '$8B');
  await workbench.page.keyboard.press('ControlOrMeta+Period');
  const menu = workbench.page.locator('.action-widget').first();
  await menu.locator('.monaco-list-row.action').first().waitFor();
  return partOf(workbench, [line(workbench, /^investment\sAmazonAnthropic/), menu]);
}

/** What can be rewritten of the amount of a deal. */
async function refactorings(workbench: Workbench): Promise<Box> {
  await workbench.placeCursor(anthropic, '$1B    per');
  await workbench.runCommand('Refactor...');
  const menu = workbench.page.locator('.action-widget').first();
  await menu.locator('.monaco-list-row.action').first().waitFor();
  return partOf(workbench, [line(workbench, /^investment\sGoogleAnthropic2025/), menu]);
}

async function problemHover(workbench: Workbench): Promise<Box> {
  await wrongTranche(workbench);
  await workbench.placeCursor(anthropic, '$8B');
  await workbench.page.keyboard.press('ControlOrMeta+KeyK');
  await workbench.page.keyboard.press('ControlOrMeta+KeyI');
  const hover = workbench.page.locator('[widgetid="editor.contrib.resizableContentHoverWidget"]');
  await hover.getByText('tranches-add-up').first().waitFor();
  return partOf(workbench, [
    line(workbench, /^investment\sAmazonAnthropic/),
    line(workbench, /tranche.*2024-11-22/),
    hover,
  ]);
}

async function rulePage(workbench: Workbench): Promise<Box> {
  await problemHover(workbench);
  await workbench.page
    .locator('[widgetid="editor.contrib.resizableContentHoverWidget"]')
    .getByText('tranches-add-up')
    .first()
    .click();
  await workbench.page.locator('.tab.active', { hasText: 'tranches-add-up' }).waitFor();
  await workbench.webPage().getByText('Found in').waitFor();
  return editorTop(workbench, 340);
}

/** A party that nothing mentions. */
async function unused(workbench: Workbench): Promise<Box> {
  await workbench.placeCursor(parties, 'fund MGX');
  await workbench.type('fund Thrive "Thrive Capital"\n');
  await workbench.page.locator('.squiggly-inline-unnecessary').first().waitFor();
  return partOf(workbench, [line(workbench, /region\sCapital/), line(workbench, /^fund\sMGX/)]);
}

// --- the Ecosystems view and what comes from it

async function treeAsOf(workbench: Workbench): Promise<Box> {
  await workbench.openView('Dealgraph');
  await workbench.widenSidebar(420);
  await workbench.treeRow(/^Around Anthropic, \$11B promised/).waitFor();
  await workbench.runCommand('Dealgraph: Set As-Of Date…');
  const input = workbench.page.locator('.quick-input-widget input[type=text]');
  await input.fill('2024');
  await workbench.page
    .locator('.quick-input-widget')
    .getByRole('option', { name: /^[-\w]+, As of / })
    .waitFor();
  await workbench.page.keyboard.press('Enter');
  await workbench.treeRow(/^Around Anthropic, \$10B promised/).waitFor();
  return sidebarRows(workbench);
}

async function report(workbench: Workbench): Promise<Box> {
  await workbench.runCommand('Dealgraph: Ecosystem Report…');
  await workbench.page
    .locator('.quick-input-widget')
    .getByRole('option')
    .filter({ hasText: 'Around Anthropic' })
    .click();
  await workbench.page.locator('.tab.active', { hasText: 'Preview' }).waitFor();
  await workbench.webPage().getByRole('heading', { name: 'Around Anthropic', level: 1 }).waitFor();
  return editorTop(workbench, 500);
}

// --- parts of the page

/** A line of the active editor by its text, in which spaces are no-break ones. */
function line(workbench: Workbench, text: RegExp): Locator {
  return workbench.page
    .locator('.editor-group-container.active .editor-instance > .monaco-editor > .overflow-guard .view-line')
    .filter({ hasText: text })
    .first();
}

/** Puts the cursor into the empty line above the first occurrence of a text, where it marks nothing. */
function aboveLine(workbench: Workbench, file: string, text: string): Promise<void> {
  return workbench.placeCursor(file, { line: workbench.find(file, text).line - 1, character: 0 });
}

/** The part of the editor that holds all of these and the lines between them, once nothing moves them any more. */
async function partOf(workbench: Workbench, elements: readonly Locator[]): Promise<Box> {
  const { page } = workbench;
  const editor = await boxOf(page.locator('.part.editor'));
  const within = async (): Promise<Box> => {
    const boxes = await Promise.all(elements.map(boxOf));
    const y = Math.min(...boxes.map((box) => box.y)) - 1;
    const height = Math.max(...boxes.map((box) => box.y + box.height)) + 1 - y;
    const others = elements.filter((element) => !String(element).includes('.view-line'));
    const rights = [
      ...(await Promise.all(others.map(boxOf))).map((box) => box.x + box.width),
      // A line is as wide as the editor: what is written in it is not.
      ...(await page.locator('.editor-group-container.active .editor-instance .view-line > span').evaluateAll(
        (texts, [top, bottom]) =>
          texts
            .map((text) => text.getBoundingClientRect())
            .filter((box) => box.bottom > top! && box.top < bottom!)
            .map(({ right }) => right),
        [y, y + height],
      )),
    ];
    const right = Math.min(Math.max(...rights) + 2 * margin, editor.x + editor.width - 24);
    return { x: editor.x, y, width: right - editor.x, height };
  };
  // Lenses, hints and details come when the server has them, and push away what is there.
  const state = async (): Promise<string> =>
    JSON.stringify([
      await within(),
      await page.locator('.codelens-decoration').allInnerTexts(),
      await page.locator('.view-lines').first().innerText(),
    ]);
  let last = '';
  for (let same = 0; same < 4;) {
    await page.waitForTimeout(150);
    // What is being drawn anew is not in sight for a moment.
    const now = await state().catch(() => last + '…');
    same = now === last ? same + 1 : 0;
    last = now;
  }
  return within();
}

/** The side bar, down to the last row of its tree. */
async function sidebarRows(workbench: Workbench): Promise<Box> {
  const sidebar = await boxOf(workbench.page.locator('.part.sidebar'));
  const rows = await Promise.all((await workbench.treeRow(/./).filter({ visible: true }).all()).map(boxOf));
  const ends = rows.map(({ y, height }) => y + height).filter((end) => end <= sidebar.y + sidebar.height);
  return { ...sidebar, height: Math.max(...ends) + margin - sidebar.y };
}

/** The upper part of the editor, with its tabs. */
async function editorTop(workbench: Workbench, height: number): Promise<Box> {
  return { ...(await boxOf(workbench.page.locator('.part.editor'))), height };
}
