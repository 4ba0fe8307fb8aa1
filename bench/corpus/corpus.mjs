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
/** The deal of each file whose receiver is a name that nobody declares: behind those of the hub. */
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
 * Writes a project: one party for ten deals, one source for fifty. Each file with deals has exactly one mistake, a
 * party that nobody declares, so that a server shows that it has read the file.
 * @param {string} folder
 * @param {number} deals
 * @param {import('../cases.mjs').Layout} layout `one`: everything in one file; `many`: parties and sources in a file
 *   each, and 500 deals in each other
 * @param {keyof typeof formats} formatName
 * @returns {Corpus}
 */
export function writeCorpus(folder, deals, layout, formatName) {
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
    files.push({ path, uri: pathToFileURL(path).href, text, planted });
  };
  const dealsOf = (/** @type {number} */ first, /** @type {number} */ count) =>
    Array.from({ length: count }, (_, index) => deal(first + index, index, partyCount, sourceCount));
  if (layout === 'one') {
    add('all', format.write(parties, sources, dealsOf(0, deals)), true);
  } else {
    add('parties', format.write(parties, [], []));
    add('sources', format.write([], sources, []));
    for (let first = 0; first < deals; first += dealsPerFile) {
      const number = String(first / dealsPerFile).padStart(4, '0');
      add(
        `deals-${number}`,
        format.write([], [], dealsOf(first, Math.min(dealsPerFile, deals - first))),
        true,
      );
    }
  }
  if (format.schema) writeFileSync(join(folder, schemaFile), JSON.stringify(format.schema));
  const middle = files[Math.floor((files.length + 2) / 2)] ?? files.at(-1);
  const declaring = files[0];
  const using = files[2] ?? declaring;
  if (!middle || !declaring || !using) throw new Error('the corpus has no file');
  return { folder, format, files, middle, declaring, using, hub };
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
    published: `2024-0${1 + (index % 9)}-15`,
  };
}

/**
 * @param {number} index   among all deals
 * @param {number} place   among the deals of its file
 * @param {number} parties
 * @param {number} sources
 * @returns {Deal}
 */
function deal(index, place, parties, sources) {
  const giver = index % parties;
  const receiver = (index * 7 + 1 + (giver === (index * 7 + 1) % parties ? 1 : 0)) % parties;
  const month = 1 + (index % 9);
  return {
    name: `Deal${index}`,
    giver: index < hubUses ? hub : nameOf(giver),
    receiver: place === plantedDeal ? 'Nobody' : nameOf(receiver),
    amount: 2 * (1 + (index % 90)),
    source: `source-${index % sources}`,
    tranches: [`2023-0${month}-10`, `2024-0${month}-10`],
    closed: `2024-0${month}-12`,
  };
}
