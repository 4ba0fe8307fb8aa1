// What is measured at which size, and what the figures have to be.

/**
 * @typedef {'many' | 'one'} Layout  files of 500 deals, or one file
 * @typedef {{timesEmpty: number} | {atMost: number}} Goal  as a multiple of the empty server's median, or in
 *   milliseconds or megabytes
 * @typedef {object} Case
 * @property {keyof typeof import('./measurements/measurements.mjs').measurements} measurement
 * @property {number} deals
 * @property {Layout} layout
 * @property {Record<string, Goal | undefined>} figures  those that are measured, in the order of the page
 * @property {string[]} servers
 */

const everyone = ['dealgraph', 'empty', 'json', 'yaml', 'langium'];
/** Those that do what no schema can: a name that changes in one file is checked in another. */
const namesAcrossFiles = ['dealgraph', 'langium'];
const answering = ['dealgraph', 'json', 'yaml', 'langium'];
/** No other server is brought to a million deals. */
const large = ['dealgraph', 'empty'];

const small = 1_000;
const medium = 10_000;
const big = 100_000;
const million = 1_000_000;

/** @param {number} factor @returns {Goal} */
const timesEmpty = (factor) => ({ timesEmpty: factor });
/** @param {number} limit @returns {Goal} */
const atMost = (limit) => ({ atMost: limit });

/**
 * @param {Case['measurement']} measurement
 * @param {number} deals
 * @param {Layout} layout
 * @param {Case['figures']} figures
 * @param {string[]} [servers]
 * @returns {Case}
 */
const at = (measurement, deals, layout, figures, servers = everyone) => ({
  measurement,
  deals,
  layout,
  figures,
  servers,
});

/** What is answered within a tenth of a second seems to be there at once. */
const moves = { 'day, by ecosystem': atMost(100), 'day, by status': atMost(100) };

/** @type {Case[]} */
export const cases = [
  at('keystroke', small, 'many', { keystroke: timesEmpty(2) }),
  at('keystroke', medium, 'many', { keystroke: timesEmpty(2) }),
  at('keystroke', big, 'many', { keystroke: timesEmpty(2) }),
  at('keystroke', million, 'many', { keystroke: timesEmpty(2) }, large),
  at('keystroke', medium, 'one', { keystroke: timesEmpty(1) }),
  at('keystroke', big, 'one', { keystroke: timesEmpty(0.5) }),
  at('declaration', medium, 'many', { declaration: atMost(5) }, namesAcrossFiles),
  at('declaration', big, 'many', { declaration: atMost(10) }, namesAcrossFiles),
  at('completion', medium, 'many', { completion: timesEmpty(3) }),
  at('completion', big, 'many', { completion: timesEmpty(3) }),
  at('cold-open', small, 'many', { 'cold open': undefined, memory: undefined }),
  at('cold-open', medium, 'many', { 'cold open': atMost(200), memory: undefined }),
  at('cold-open', big, 'many', { 'cold open': atMost(1_000), memory: atMost(300) }),
  at('warm-open', big, 'many', { 'warm open': atMost(500) }, ['dealgraph']),
  at('cold-open', million, 'many', { 'cold open': atMost(12_000), memory: atMost(2_000) }, large),
  at(
    'name',
    medium,
    'many',
    { hover: atMost(3), definition: atMost(3), references: atMost(3), rename: atMost(3) },
    answering,
  ),
  at('day', medium, 'many', moves, ['dealgraph']),
  at('day', big, 'many', moves, ['dealgraph']),
  at('file', small, 'many', { format: atMost(10), outline: atMost(5) }, answering),
];
