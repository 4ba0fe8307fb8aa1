import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/process.mjs';
import { artifacts } from '../../../scripts/test/results.mjs';
import { copyOf } from '../../../scripts/test/sample-copy.mjs';
import {
  codeServer,
  installExtension,
  quietSettings,
  startServer,
  writeUserSettings,
} from '../../../scripts/vscode/code-server.mjs';
import { vscodeVersions } from '../../../scripts/vscode/versions.mjs';
import { startWeb } from '../../../scripts/vscode/web.mjs';
import { acquireBrowser, releaseBrowser } from './browser';
import { Workbench } from './workbench';

/** A theme by the name that the setting `workbench.colorTheme` takes. VS Code 1.100 keeps to its light one. */
export type Theme =
  'Default Dark Modern' | 'Default Light Modern' | 'Default High Contrast' | 'Default High Contrast Light';

export interface LaunchOptions {
  /**
   * The folders to open, from the project's root; VS Code gets copies of them. With none it opens an empty folder, with
   * several a workspace of them (not in `web`).
   */
  folders?: readonly string[];
  /** A release of VS Code; or `web`: VS Code for the Web, where the extension runs in a web worker. */
  version?: keyof typeof vscodeVersions | 'web';
  theme?: Theme;
  /** The packaged extension, installed as a user would; or the project's folder, as under F5 (not in `web`). */
  extension?: 'vsix' | 'development';
  /** `ask`: the folder opens in Restricted Mode (not in `web`). */
  trust?: 'ask' | 'always';
  /** The user's settings, over those that keep the workbench quiet. */
  settings?: Record<string, unknown>;
  /** In CSS pixels. */
  size?: { width: number; height: number };
  /** Pixels of a screenshot for one CSS pixel. */
  scale?: number;
}

/** What has been started, to be undone in the opposite order. */
type Undo = (() => Promise<void>)[];

const open = new Set<Workbench>();

/** The workbenches that have been launched and not been disposed of. */
export function openWorkbenches(): Iterable<Workbench> {
  return open;
}

/**
 * Opens a folder in the workbench of a real VS Code that has nothing but this extension.
 * @returns once the workbench shows; the caller disposes of it
 * @throws where VS Code or a browser cannot be had here, saying why
 */
export async function launchWorkbench(options: LaunchOptions = {}): Promise<Workbench> {
  const { folders = ['samples/ai-race'], version = 'newest', size = { width: 1280, height: 800 } } = options;
  const theme = options.theme ?? 'Default Dark Modern';
  const settings = {
    ...quietSettings,
    'workbench.colorTheme': theme,
    'workbench.reduceMotion': 'on',
    // In a browser VS Code saves by itself: files on disk would follow what a test types.
    'files.autoSave': 'off',
    'files.refactoring.autoSave': false,
    ...options.settings,
  };
  const started: Undo = [];
  const dispose = async (): Promise<void> => {
    for (const undo of started.splice(0).toReversed()) await undo();
  };
  try {
    const copies = await copiesOf(folders, started);
    const folder = copies[0] ?? (await temporaryFolder(started));
    const address =
      version === 'web'
        ? await serveWeb(folder, settings, started)
        : await serve(version, await placeToOpen(folder, copies, started), settings, options, started);

    const browser = await acquireBrowser();
    started.push(releaseBrowser);
    const context = await browser.newContext({
      viewport: size,
      deviceScaleFactor: options.scale ?? 1,
      colorScheme: theme.includes('Light') ? 'light' : 'dark',
      // No fading in: what shows is complete, also in a screenshot.
      reducedMotion: 'reduce',
    });
    started.push(() => context.close());
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(address);
    await page.locator('.monaco-workbench .part.statusbar').waitFor();
    const workbench = new Workbench(page, folder, version === 'web' ? 'explorer' : 'search', async () => {
      open.delete(workbench);
      await dispose();
    });
    open.add(workbench);
    return workbench;
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** What the page's address names. */
type Place = { folder: string } | { workspace: string };

async function copiesOf(folders: readonly string[], started: Undo): Promise<string[]> {
  const copies: string[] = [];
  for (const folder of folders) {
    const copy = await copyOf(folder);
    started.push(copy.dispose);
    copies.push(copy.folder);
  }
  return copies;
}

async function placeToOpen(folder: string, copies: readonly string[], started: Undo): Promise<Place> {
  if (copies.length < 2) return { folder };
  const workspace = join(await temporaryFolder(started), 'deals.code-workspace');
  await writeFile(workspace, JSON.stringify({ folders: copies.map((path) => ({ path })) }));
  return { workspace };
}

/** Starts the server of a release, and gives the address of the place in it. */
async function serve(
  version: keyof typeof vscodeVersions,
  place: Place,
  settings: Record<string, unknown>,
  { extension = 'vsix', trust = 'always' }: LaunchOptions,
  started: Undo,
): Promise<string> {
  const data = await temporaryFolder(started);
  await writeUserSettings(data, settings);
  const program = await codeServer(vscodeVersions[version]);
  if (extension === 'vsix') await installExtension(program, data, packagedExtension());
  const log = join(artifacts, `ui-${vscodeVersions[version].label}.log`);
  const server = await startServer(program, { data, log, trust, automation: true });
  started.push(server.dispose);

  const query = new URLSearchParams(place);
  if (extension === 'development') {
    const payload = [['extensionDevelopmentPath', `vscode-remote://127.0.0.1:${server.port}${root}`]];
    query.set('payload', JSON.stringify(payload));
  }
  return `http://127.0.0.1:${server.port}/?${query.toString()}`;
}

/** Starts VS Code for the Web on the folder, and gives its address. */
async function serveWeb(folder: string, settings: Record<string, unknown>, started: Undo): Promise<string> {
  // Installing the package in a server unpacks it.
  const data = await temporaryFolder(started);
  await installExtension(await codeServer(vscodeVersions.newest), data, packagedExtension());
  const extensions = join(data, 'extensions');
  const name = (await readdir(extensions)).find((entry) => entry.startsWith('dealgraph.'));
  if (!name) throw new Error('The package did not unpack');
  // There is no file of the user's settings to write: the folder's do the same.
  await mkdir(join(folder, '.vscode'));
  await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  const server = await startWeb({ extension: join(extensions, name), folder });
  started.push(server.dispose);
  return server.address;
}

async function temporaryFolder(started: Undo): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dealgraph-data-'));
  started.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function packagedExtension(): string {
  const vsix = process.env.VSIX;
  if (!vsix) throw new Error('VSIX names no packaged extension: run these tests with npm run test:ui');
  return vsix;
}
