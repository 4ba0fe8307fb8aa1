// A browser to drive: Chrome or Chromium where one is installed, else the Chromium inside an npm package.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium as playwright } from 'playwright-core';
import { installDependencies, installOnce, unpackPackage } from './install.mjs';
import { chromium, fonts } from './versions.mjs';

const exec = promisify(execFile);

/** Flags for a machine without a screen and without a network, also for root. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @returns {Promise<import('playwright-core').Browser>} without a window
 * @throws {Error} where none is installed and none can be had, saying what to do
 */
export async function launchBrowser() {
  const installed = installedBrowser();
  if (installed) return playwright.launch({ executablePath: installed, args: flags });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `No Chrome or Chromium was found, and npm delivers none for ${process.platform} ${process.arch}. ` +
        'Install one, or name it in CHROME_PATH.',
    );
  }
  const { executablePath, libraries, fontConfiguration } = await deliveredBrowser();
  const env = { ...process.env, FONTCONFIG_FILE: fontConfiguration };
  try {
    return await playwright.launch({ executablePath, args: flags, env });
  } catch (error) {
    // A bare machine: the libraries come with the package. They are not the first choice, because they are
    // older than those of a machine that has them.
    if (!/error while loading shared libraries/.test(String(error))) throw error;
    const searched = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
    return playwright.launch({ executablePath, args: flags, env: { ...env, LD_LIBRARY_PATH: searched } });
  }
}

/** @returns {string | undefined} */
export function installedBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
    return named;
  }
  return installedAt[process.platform]?.find((path) => existsSync(path));
}

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const installedAt = {
  linux: [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    if (folder === undefined) return [];
    return [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
  }),
};

/**
 * Chromium with all that it needs: its libraries, and fonts.
 * @returns {Promise<{executablePath: string, libraries: string, fontConfiguration: string}>}
 */
async function deliveredBrowser() {
  const fontFolder = await fontsFolder();
  const folder = await installOnce(`chromium-${chromium}`, async (target) => {
    const manifest = { private: true, dependencies: { '@sparticuz/chromium': chromium } };
    await writeFile(join(target, 'package.json'), JSON.stringify(manifest));
    await installDependencies(target);
    // The package unpacks itself into the folder for temporary files; where it takes itself to run on that
    // service, its libraries come too.
    const unpack = `import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())`;
    await exec(process.execPath, ['-e', unpack], {
      cwd: target,
      env: { ...process.env, TMPDIR: target, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    });
    if (!existsSync(join(target, 'chromium'))) throw new Error('Chromium did not unpack');
  });
  const fontConfiguration = join(folder, 'fonts.conf');
  await writeFile(
    fontConfiguration,
    fontsConf([join(folder, 'fonts'), fontFolder], join(folder, 'font-cache')),
  );
  return {
    executablePath: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
    fontConfiguration,
  };
}

function fontsFolder() {
  return installOnce(`fonts-${fonts}`, async (target) => {
    const unpacked = join(target, 'package');
    await mkdir(unpacked);
    await unpackPackage(`dejavu-fonts-ttf@${fonts}`, unpacked);
    for (const file of await readdir(join(unpacked, 'ttf'))) {
      if (/^DejaVuSans(Mono)?(-|\.)/.test(file))
        await copyFile(join(unpacked, 'ttf', file), join(target, file));
    }
  });
}

/**
 * The same fonts on every machine, so that screenshots are comparable.
 * @param {string[]} folders
 * @param {string} cache
 */
function fontsConf(folders, cache) {
  const preferred = { 'sans-serif': 'Open Sans', 'system-ui': 'Open Sans', monospace: 'DejaVu Sans Mono' };
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((folder) => `  <dir>${folder}</dir>`),
    `  <cachedir>${cache}</cachedir>`,
    ...Object.entries(preferred).map(
      ([family, font]) =>
        `  <alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`,
    ),
    '</fontconfig>',
    '',
  ].join('\n');
}
