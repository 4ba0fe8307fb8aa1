// Packs the extension as out/dealgraph-<version>.vsix, and holds its size.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { binary, root, run } from './process.mjs';

/** What a user downloads, at most, in bytes. */
const limit = 1_000_000;

/**
 * @returns {Promise<string>} the package
 * @throws {Error} where it cannot be made, or is larger than it may be
 */
export async function packageExtension() {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  mkdirSync(join(root, 'out'), { recursive: true });
  const file = join(root, 'out', `${name}-${version}.vsix`);
  const readme = join('out', 'README.md');
  writeFileSync(join(root, readme), withoutRelativeTargets(readFileSync(join(root, 'README.md'), 'utf8')));
  const args = [
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--readme-path',
    readme,
    '--out',
    file,
  ];
  const status = await run(process.execPath, [binary('@vscode/vsce', 'vsce'), ...args]);
  if (status !== 0) throw new Error('The extension could not be packaged.');
  const { size } = statSync(file);
  console.log(`${file}: ${(size / 1000).toFixed(0)} kB of at most ${limit / 1000} kB`);
  if (size > limit) throw new Error('The package is too large: see .vscodeignore and the bundles in dist.');
  return file;
}

/**
 * The README as an installed extension can show it: there nothing stands beside it, so pictures of the project's
 * folder go, and links into it become plain text.
 * @param {string} markdown
 */
export function withoutRelativeTargets(markdown) {
  return markdown
    .replaceAll(/!\[[^\]]*\]\((?!https:)[^)]*\)\n*/g, '')
    .replaceAll(/<img [^>]*src="(?!https:)[^>]*>\n*/g, '')
    .replaceAll(/\[([^\]]*)\]\((?!https?:|#|mailto:)[^)]*\)/g, '$1');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await packageExtension();
}
