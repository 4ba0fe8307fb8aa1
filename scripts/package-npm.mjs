// Packs the command line as out/dealgraph-<version>.tgz for npm, and tries it as somebody who installs it.
//   node scripts/package-npm.mjs
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withoutRelativeTargets } from './package.mjs';
import { npm, root, run } from './process.mjs';

/** What lies in the package besides its manifest and its README, and what that is made of: `esbuild.js --production`. */
const files = {
  'cli.js': 'dist/cli.js',
  'picture.js': 'dist/picture.js',
  'THIRD-PARTY-NOTICES.txt': 'dist/cli-notices.txt',
  LICENSE: 'LICENSE',
};

/**
 * @returns {Promise<string>} the package
 * @throws {Error} where it cannot be made
 */
export async function packageCommandLine() {
  const folder = join(root, 'dist', 'npm');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, path] of Object.entries(files)) copyFileSync(join(root, path), join(folder, name));
  const manifest = npmManifest(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  writeFileSync(join(folder, 'README.md'), npmReadme(readFileSync(join(root, 'docs', 'cli.md'), 'utf8')));
  const out = join(root, 'out');
  mkdirSync(out, { recursive: true });
  const status = await npm(['pack', '--silent', '--pack-destination', out], { cwd: folder });
  if (status !== 0) throw new Error('The command line could not be packaged.');
  const file = join(out, `${manifest.name}-${manifest.version}.tgz`);
  console.log(`${file}: ${(statSync(file).size / 1000).toFixed(0)} kB`);
  return file;
}

/**
 * Installs a package without a network, and runs its command.
 * @param {string} file
 * @throws {Error} where that fails
 */
export async function tryCommandLine(file) {
  const folder = mkdtempSync(join(tmpdir(), 'dealgraph-npm-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const install = ['install', '--offline', '--no-audit', '--no-fund', '--silent', file];
    if ((await npm(install, { cwd: folder })) !== 0) throw new Error(`${file} cannot be installed.`);
    for (const words of [
      ['--version'],
      ['new', 'deals.deal'],
      ['check', 'deals.deal'],
      ['graph', '--output', 'deals.html'],
      ['graph', '--output', 'deals.svg'],
    ]) {
      const status = await npm(['exec', '--offline', '--', 'dealgraph', ...words], { cwd: folder });
      if (status !== 0) throw new Error(`dealgraph ${words.join(' ')} ended with ${status}.`);
    }
    const page = readFileSync(join(folder, 'deals.html'), 'utf8');
    const script = readFileSync(join(root, 'dist', 'picture.js'), 'utf8');
    if (page.length < script.length) throw new Error('The page of the graph has no script.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The manifest of the package: all that it needs is bundled.
 * @param {{name: string, version: string, license: string, keywords: string[]}} manifest that of the project
 */
export function npmManifest({ name, version, license, keywords }) {
  return {
    name,
    version,
    description: 'Deals and alliances as plain text: checks them, adds them up, and draws them.',
    keywords,
    license,
    bin: { [name]: './cli.js' },
    files: [...Object.keys(files), 'README.md'],
    engines: { node: '>=20' },
  };
}

/**
 * What the package says of itself: the beginning of the page of the command line. What stands elsewhere is not beside it.
 * @param {string} page
 */
export function npmReadme(page) {
  const [beginning = ''] = page.split('\n## ');
  const alone = beginning
    .replaceAll(/; see \[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/\[([^\]]*)\]\(#[^)]*\)/g, '$1');
  const readme = withoutRelativeTargets(alone).trim();
  return `${readme.replace('# Command line', '# Dealgraph')}\n\n\`dealgraph help <command>\` says how a command is used.\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const status = await run(process.execPath, [join(root, 'esbuild.js'), '--production']);
  if (status !== 0) throw new Error('The bundles could not be made.');
  await tryCommandLine(await packageCommandLine());
}
