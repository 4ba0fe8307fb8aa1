// Projects of any size for the benchmarks: parties, sources and deals that refer to them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Deals in one file of a project that is split over files. */
const dealsPerFile = 500;

/**
 * @typedef {{path: string, uri: string, text: string}} BenchFile
 * @typedef {{folder: string, files: BenchFile[], bytes: number}} Corpus
 */

/**
 * Writes a project without any mistake: one party for ten deals, one source for fifty.
 * @param {string} folder
 * @param {number} deals
 * @param {boolean} oneFile everything in one file, else parties and sources in a file each and 500 deals in each other
 * @returns {Corpus}
 */
export function writeCorpus(folder, deals, oneFile) {
  mkdirSync(folder, { recursive: true });
  const parties = Math.max(2, Math.ceil(deals / 10));
  const sources = Math.max(1, Math.ceil(deals / 50));
  const partyText = Array.from({ length: parties }, (_, index) => party(index)).join('\n');
  const sourceText = Array.from({ length: sources }, (_, index) => source(index)).join('\n');
  /** @type {string[]} */
  const dealTexts = [];
  for (let first = 0; first < deals; first += dealsPerFile) {
    const count = Math.min(dealsPerFile, deals - first);
    const text = Array.from({ length: count }, (_, index) => deal(first + index, parties, sources)).join(
      '\n',
    );
    dealTexts.push(text);
  }
  const texts = oneFile
    ? [['all', [partyText, sourceText, ...dealTexts].join('\n')]]
    : [
        ['parties', partyText],
        ['sources', sourceText],
        ...dealTexts.map((text, index) => [`deals-${String(index).padStart(4, '0')}`, text]),
      ];
  const files = texts.map(([name, text]) => {
    const path = join(folder, `${name}.deal`);
    writeFileSync(path, text);
    return { path, uri: pathToFileURL(path).href, text };
  });
  return { folder, files, bytes: files.reduce((sum, file) => sum + Buffer.byteLength(file.text), 0) };
}

/**
 * No name is the beginning of another one, so that a name that is half typed is always wrong.
 * @param {number} index
 */
function nameOf(index) {
  return `Party${index}x`;
}

/** @param {number} index */
function party(index) {
  return `company ${nameOf(index)} "Party Number ${index}" { founded ${1950 + (index % 60)}; country US }\n`;
}

/** @param {number} index */
function source(index) {
  return `source source-${index} "Headline number ${index}" {\n  publisher "Daily News"\n  published 2024-0${1 + (index % 9)}-15\n}\n`;
}

/**
 * @param {number} index
 * @param {number} parties
 * @param {number} sources
 */
function deal(index, parties, sources) {
  const giver = index % parties;
  const receiver = (index * 7 + 1 + (giver === (index * 7 + 1) % parties ? 1 : 0)) % parties;
  const amount = 2 * (1 + (index % 90));
  return [
    `investment Deal${index}: ${nameOf(giver)} -> ${nameOf(receiver)} {`,
    `  amount  $${amount}M per source-${index % sources}`,
    `  tranche $${amount / 2}M on 2023-0${1 + (index % 9)}-10`,
    `  tranche $${amount / 2}M on 2024-0${1 + (index % 9)}-10`,
    `  status  closed on 2024-0${1 + (index % 9)}-12`,
    '}',
    '',
  ].join('\n');
}
