// What our server may cost as a multiple of what the empty server costs in the same run, so that a change that makes
// it slow is seen on any machine. The goals themselves stand in cases.mjs; these leave room for noise.

/**
 * @typedef {object} Budget
 * @property {keyof typeof import('./measurements/measurements.mjs').measurements} measurement
 * @property {number} deals
 * @property {import('./cases.mjs').Layout} layout
 * @property {Record<string, number>} timesEmpty  by figure
 */

/** @type {Budget[]} */
export const budgets = [
  { measurement: 'keystroke', deals: 10_000, layout: 'many', timesEmpty: { keystroke: 2.5 } },
  { measurement: 'keystroke', deals: 10_000, layout: 'one', timesEmpty: { keystroke: 1.5 } },
  { measurement: 'completion', deals: 10_000, layout: 'many', timesEmpty: { completion: 3.5 } },
  { measurement: 'cold-open', deals: 10_000, layout: 'many', timesEmpty: { 'cold open': 7, memory: 2.5 } },
];
