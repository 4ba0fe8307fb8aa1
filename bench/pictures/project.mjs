// Projects as pictures meet them: few parties have most of the deals, some are around a hub, many have one deal.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formats } from '../corpus/formats.mjs';

const dealsPerFile = 500;
const hubs = 4;
const partyKinds = ['company', 'company', 'company', 'fund', 'organization', 'person'];
const sectors = ['ai', 'energy', 'semiconductor', 'finance', 'biotechnology'];
/** Kinds of deals, with what stands on the line of their money. */
const dealKinds = /** @type {const} */ ([
  ['investment', 'amount', '->'],
  ['loan', 'amount', '->'],
  ['supply', 'value', '->'],
  ['partnership', undefined, '<->'],
  ['investment', 'amount', '->'],
]);
const statuses = ['closed', 'signed', 'announced', 'talks'];

/**
 * Writes a project into a folder. The first deal of the file in the middle can be edited; a file of its own has the one
 * mistake that tells when everything is read.
 * @param {string} folder
 * @param {number} deals
 * @param {number} parties
 * @returns {import('../corpus/corpus.mjs').Corpus}
 */
export function writeProject(folder, deals, parties) {
  mkdirSync(folder, { recursive: true });
  /** @type {import('../corpus/corpus.mjs').BenchFile[]} */
  const files = [];
  const add = (/** @type {string} */ name, /** @type {string} */ text, planted = false) => {
    const path = join(folder, `${name}.deal`);
    writeFileSync(path, text);
    const file = { path, uri: pathToFileURL(path).href, text, planted };
    files.push(file);
    return file;
  };
  const random = numbers(deals);
  const declaring = add('parties', Array.from({ length: parties }, (_, index) => party(index)).join('\n'));
  add(
    'ecosystems',
    Array.from(
      { length: hubs },
      (_, index) => `ecosystem Around${index} "Around Party ${index}" { hub Party${index}x }\n`,
    ).join('\n'),
  );
  const texts = Array.from({ length: deals }, (_, index) => deal(index, parties, random));
  const dealFiles = Array.from({ length: Math.ceil(deals / dealsPerFile) }, (_, index) =>
    add(`deals-${index}`, texts.slice(index * dealsPerFile, (index + 1) * dealsPerFile).join('\n')),
  );
  add('mistake', 'grant Mistake: Party0x -> Nobody { amount $1M; status talks }\n', true);
  const middle = dealFiles[Math.floor(dealFiles.length / 2)];
  if (!middle) throw new Error('the project has no deals');
  return { folder, format: formats.deal, files, middle, declaring, using: middle, hub: 'Party0x' };
}

/** @param {number} index */
function party(index) {
  const kind = partyKinds[index % partyKinds.length];
  const sector = kind === 'company' ? `; sector ${sectors[index % sectors.length]}` : '';
  return `${kind} Party${index}x "Party Number ${index}" { country US${sector} }\n`;
}

/**
 * @param {number} index
 * @param {number} parties
 * @param {() => number} random
 */
function deal(index, parties, random) {
  const [kind, property, arrow] = dealKinds[Math.floor(random() * dealKinds.length)] ?? dealKinds[0];
  // Every party has a deal; who gives and who takes are those at the top of the list by far most often.
  const giver = index < parties ? index : Math.floor(parties * random() ** 3);
  const other = Math.floor(parties * random() ** 2.5);
  const receiver = other === giver ? (giver + 1) % parties : other;
  const amount = 1 + Math.floor(1000 * random() ** 4);
  const day = `20${18 + (index % 8)}-0${1 + (index % 9)}-1${index % 9}`;
  return [
    `${kind} Deal${index}: Party${giver}x ${arrow} Party${receiver}x {`,
    ...(property === undefined ? [] : [`  ${property} $${amount}M`]),
    `  status ${statuses[index % statuses.length]} on ${day}`,
    '}',
    '',
  ].join('\n');
}

/** Numbers from nought to one, the same ones each time. @param {number} seed */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
