// Every format that the benchmark's projects are written in.
import { deal } from './deal.mjs';
import { json } from './json.mjs';
import { yaml } from './yaml.mjs';

/**
 * @typedef {object} Format
 * @property {string} extension  with its dot
 * @property {string} languageId
 * @property {(parties: import('./corpus.mjs').Party[], sources: import('./corpus.mjs').Source[],
 *   deals: import('./corpus.mjs').Deal[]) => string} write a tidy text
 * @property {string} giver      what stands before the name of a deal's giver
 * @property {string} receiver   what stands before the name of a deal's receiver
 * @property {string} [choice]   what stands before a word that the schema lists, where names cannot be completed
 * @property {(text: string) => string} untidy the same, as one who never formats would have written it
 * @property {object} [schema]   a JSON schema
 */

/** @satisfies {Record<string, Format>} */
const all = { deal, json, yaml };
/** @type {Record<keyof typeof all, Format>} */
export const formats = all;
