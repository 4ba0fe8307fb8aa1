// The servers that are measured, each described in a file of its own.
import { dealgraph } from './dealgraph.mjs';
import { empty } from './empty.mjs';
import { json } from './json.mjs';
import { langium } from './langium.mjs';
import { yaml } from './yaml.mjs';

/**
 * @typedef {object} BenchServer
 * @property {string} name
 * @property {string} title
 * @property {keyof typeof import('../corpus/formats.mjs').formats} format
 * @property {string[]} args          for Node
 * @property {() => string} version
 * @property {boolean} peer           whether it is another project's, and has to be installed
 * @property {boolean} readsFolders   finds what is wrong in all files of a folder by itself; others are sent every file
 * @property {boolean} pulls          is asked for diagnostics instead of publishing them
 * @property {number[]} mistakes      the severities that stand for a mistake in the text; none: it finds nothing
 * @property {object} [initializationOptions]
 * @property {(corpus: import('../corpus/corpus.mjs').Corpus) => Record<string, unknown>} [settings] by section
 * @property {string} [delay]         what it waits for as shipped, which is off here
 */

/** @type {BenchServer[]} */
export const servers = [dealgraph, empty, json, yaml, langium];
