// Projects of any size, the same in every format: parties, sources, and deals that refer to them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formats } from './formats.mjs';

/** Deals in one file of a project that is split over files. */
export const dealsPerFile = 500;
/** Deals, all in one file, that give to the party that is used more than any other. */
export const hubUses = 60;
const hub = 'PartyHubx';
/** The deal of a file that a mistake is planted in, behind those of the hub. */
const plantedDeal = 100;

/**
 * @typedef {{name: string, title: string, founded: number}} Party
 * @typedef {{name: string, title: string, published: string}} Source
 * @typedef {object} Deal
 * @property {string} name
 * @property {string} giver
 * @property {string} receiver
 * @property {number} amount in millions, paid in two equal tranches
 * @property {string} source
 * @property {[string, string]} tranches their days
 * @property {string} closed its day
 */

/**
 * @typedef {{path: string, uri: string, text: string, planted: boolean}} BenchFile
 *   `planted`: one mistake stands in it
 * @typedef {object} Corpus
 * @property {string} folder
 * @property {import('./formats.mjs').Format} format
 * @property {BenchFile[]} files
 * @property {BenchFile} middle   the file to type in
 * @property {BenchFile} declaring the file that declares the hub
 * @property {BenchFile} using    the file whose deals give to the hub; the first with deals
 * @property {string} hub         its name
 */

/**
 * Writes a project: one party for ten deals, one source for fifty. A mistake in it is a party that nobody declares.
 * @param {string} folder
 * @param {number} deals
 * @param {import('../cases.mjs').Layout} layout `one`: everything in one file; `many`: parties and sources in a file
 *   each, and 500 deals in each other
 * @param {keyof typeof formats} formatName
 * @param {'one' | 'everywhere'} mistakes one in the middle file, or one in each file with deals
 * @returns {Corpus}
 */
export function writeCorpus(folder, deals, layout, formatName, mistakes) {
  mkdirSync(folder, { recursive: true });
  const format = formats[formatName];
  const partyCount = Math.max(2, Math.ceil(deals / 10));
  const sourceCount = Math.max(1, Math.ceil(deals / 50));
  const parties = [
    { name: hub, title: 'The Hub', founded: 1990 },
    ...Array.from({ length: partyCount }, (_, index) => party(index)),
  ];
  const sources = Array.from({ length: sourceCount }, (_, index) => source(index));
  /** @type {BenchFile[]} */
  const files = [];
  const add = (/** @type {string} */ name, /** @type {string} */ text, planted = false) => {
    const path = join(folder, `${name}${format.extension}`);
    writeFileSync(path, text);
    const file = { path, uri: pathToFileURL(path).href, text, planted };
    files.push(file);
    return file;
  };
  /** @type {(first: number, count: number, planted: boolean) => Deal[]} */
  const dealsOf = (first, count, planted) =>
    Array.from({ length: count }, (_, index) => {
      const correct = deal(first + index, partyCount, sourceCount);
      return planted && index === plantedDeal ? { ...correct, receiver: 'Nobody' } : correct;
    });
  const finish = (/** @type {Pick<Corpus, 'middle' | 'declaring' | 'using'>} */ roles) => {
    if (format.schema) writeFileSync(join(folder, schemaFile), JSON.stringify(format.schema));
    return { folder, format, files, hub, ...roles };
  };
  if (layout === 'one') {
    const all = add('all', format.write(parties, sources, dealsOf(0, deals, true)), true);
    return finish({ middle: all, declaring: all, using: all });
  }
  const declaring = add('parties', format.write(parties, [], []));
  add('sources', format.write([], sources, []));
  const count = Math.ceil(deals / dealsPerFile);
  const dealFiles = Array.from({ length: count }, (_, index) => {
    const planted = mistakes === 'everywhere' || index === Math.floor(count / 2);
    const first = index * dealsPerFile;
    const own = dealsOf(first, Math.min(dealsPerFile, deals - first), planted);
    return add(`deals-${String(index).padStart(4, '0')}`, format.write([], [], own), planted);
  });
  const [using] = dealFiles;
  const middle = dealFiles[Math.floor(count / 2)];
  if (!using || !middle) throw new Error('the corpus has no deals');
  return finish({ middle, declaring, using });
}

/** Where the schema of a format that has one stands, in the folder of the corpus. */
export const schemaFile = 'deals.schema';

/**
 * No name is the beginning of another one, so that a name that is half typed is always wrong.
 * @param {number} index
 */
function nameOf(index) {
  return `Party${index}x`;
}

/**
 * @param {number} index
 * @returns {Party}
 */
function party(index) {
  return { name: nameOf(index), title: `Party Number ${index}`, founded: 1950 + (index % 60) };
}

/**
 * @param {number} index
 * @returns {Source}
 */
function source(index) {
  return {
    name: `source-${index}`,
    title: `Headline number ${index}`,
    // Later than any deal is closed.
    published: `2024-1${index % 3}-15`,
  };
}

/**
 * @param {number} index
 * @param {number} parties
 * @param {number} sources
 * @returns {Deal}
 */
function deal(index, parties, sources) {
  const giver = index % parties;
  const receiver = (index * 7 + 1 + (giver === (index * 7 + 1) % parties ? 1 : 0)) % parties;
  const month = 1 + (index % 9);
  return {
    name: `Deal${index}`,
    giver: index < hubUses ? hub : nameOf(giver),
    receiver: nameOf(receiver),
    // No two deals between the same parties are over the same amount: that would be found.
    amount: 2 * (1 + (index % 1009)),
    source: `source-${index % sources}`,
    tranches: [`2023-0${month}-10`, `2024-0${month}-10`],
    closed: `2024-0${month}-12`,
  };
}
