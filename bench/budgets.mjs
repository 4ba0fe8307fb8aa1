// What our server may cost as a multiple of what the empty server costs in the same run, so that a change that makes
// it slow is seen on any machine. The goals themselves stand in cases.mjs; these are about twice what a machine at rest
// shows, since a host that is shared can double a ratio. They go down as the server gets faster.

/**
 * @typedef {object} Budget
 * @property {keyof typeof import('./measurements/measurements.mjs').measurements} measurement
 * @property {number} deals
 * @property {import('./cases.mjs').Layout} layout
 * @property {Record<string, number>} timesEmpty  by figure
 */

/** @type {Budget[]} */
export const budgets = [
  { measurement: 'keystroke', deals: 10_000, layout: 'many', timesEmpty: { keystroke: 4 } },
  { measurement: 'keystroke', deals: 10_000, layout: 'one', timesEmpty: { keystroke: 1 } },
  { measurement: 'completion', deals: 10_000, layout: 'many', timesEmpty: { completion: 6 } },
  { measurement: 'cold-open', deals: 10_000, layout: 'many', timesEmpty: { 'cold open': 25, memory: 2 } },
];
