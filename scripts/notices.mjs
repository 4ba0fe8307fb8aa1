// The licences of the libraries that are in the bundles, as they ask for in every copy.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './process.mjs';

/**
 * @param {Iterable<string>} inputs the files that bundles were made of, from the project's root
 * @returns {string} the name, version and licence of each package among them, by name
 */
export function noticesFor(inputs) {
  const folders = new Set([...inputs].flatMap((input) => packageFolder(input) ?? []));
  const notices = [...folders].toSorted().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const text = licenceIn(folder) ?? `Licence: ${license}`;
    return `${name} ${version}\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
  });
  return ['Dealgraph contains the following libraries, under these licences.\n', ...new Set(notices)].join(
    `\n${'-'.repeat(80)}\n\n`,
  );
}

/**
 * @param {string} input
 * @returns {string | undefined} the folder of the package that a file is of; nothing for the project's own
 */
function packageFolder(input) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input.replaceAll('\\', '/'))?.[0];
}

/**
 * @param {string} folder
 * @returns {string | undefined} what stands in its file of a licence
 */
function licenceIn(folder) {
  const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e(\.|$)/i.test(name));
  return file && readFileSync(join(root, folder, file), 'utf8');
}
