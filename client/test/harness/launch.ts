import { mkdtemp, rm } from 'node:fs/promises';
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
import { acquireBrowser, releaseBrowser } from './browser';
import { Workbench } from './workbench';

/** A theme by the name that the setting `workbench.colorTheme` takes. */
export type Theme =
  | 'Default Dark Modern'
  | 'Default Light Modern'
  | 'Default High Contrast'
  | 'Default High Contrast Light';

export interface LaunchOptions {
  /** The folder to open, from the project's root; VS Code gets a copy of it. */
  folder?: string;
  version?: keyof typeof vscodeVersions;
  theme?: Theme;
  /** The packaged extension, installed as a user would; or the project's folder, as under F5. */
  extension?: 'vsix' | 'development';
  /** `ask`: the folder opens in Restricted Mode. */
  trust?: 'ask' | 'always';
  /** The user's settings, over those that keep the workbench quiet. */
  settings?: Record<string, unknown>;
  /** In CSS pixels. */
  size?: { width: number; height: number };
}

/**
 * Opens a folder in the workbench of a real VS Code that has nothing but this extension.
 * @returns once the workbench shows; the caller disposes of it
 * @throws where VS Code or a browser cannot be had here, saying why
 */
export async function launchWorkbench({
  folder = 'samples/ai-race',
  version = 'newest',
  theme = 'Default Dark Modern',
  extension = 'vsix',
  trust = 'always',
  settings = {},
  size = { width: 1280, height: 800 },
}: LaunchOptions = {}): Promise<Workbench> {
  // What has been started, to be undone in the opposite order.
  const started: (() => Promise<void>)[] = [];
  const dispose = async (): Promise<void> => {
    for (const undo of started.splice(0).toReversed()) await undo();
  };
  try {
    const copy = await copyOf(folder);
    started.push(copy.dispose);
    const data = await mkdtemp(join(tmpdir(), 'dealgraph-data-'));
    started.push(() => rm(data, { recursive: true, force: true }));
    await writeUserSettings(data, { ...quietSettings, 'workbench.colorTheme': theme, ...settings });

    const program = await codeServer(vscodeVersions[version]);
    if (extension === 'vsix') await installExtension(program, data, packagedExtension());
    const log = join(artifacts, `ui-${vscodeVersions[version].label}.log`);
    const server = await startServer(program, { data, log, trust, automation: true });
    started.push(server.dispose);

    const browser = await acquireBrowser();
    started.push(releaseBrowser);
    const context = await browser.newContext({
      viewport: size,
      colorScheme: theme.includes('Light') ? 'light' : 'dark',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    started.push(() => context.close());
    const page = await context.newPage();
    await page.goto(address(server.port, copy.folder, extension));
    await page.locator('.monaco-workbench .part.statusbar').waitFor();
    return new Workbench(page, copy.folder, dispose);
  } catch (error) {
    await dispose();
    throw error;
  }
}

function address(port: number, folder: string, extension: 'vsix' | 'development'): string {
  const query = new URLSearchParams({ folder });
  if (extension === 'development') {
    const payload = [['extensionDevelopmentPath', `vscode-remote://127.0.0.1:${port}${root}`]];
    query.set('payload', JSON.stringify(payload));
  }
  return `http://127.0.0.1:${port}/?${query}`;
}

function packagedExtension(): string {
  const vsix = process.env.VSIX;
  if (!vsix) throw new Error('VSIX names no packaged extension: run these tests with npm run test:ui');
  return vsix;
}
