// One run of one measurement on one server.
import { measurements } from './measurements/measurements.mjs';
import { watchOthers } from './machine.mjs';
import { NotFinished, Session } from './session.mjs';

/** A server that takes longer for one measurement has not finished. */
const limit = 300_000;

/**
 * @typedef {object} Run
 * @property {import('./measurements/measurements.mjs').Samples} samples by figure
 * @property {string} [outcome] why there are none
 * @property {number} others   cores that other processes used meanwhile
 * @property {number} stolen   cores that the host of a virtual machine kept to itself
 */

/**
 * @param {keyof typeof measurements} measurement
 * @param {import('./servers/servers.mjs').BenchServer} server
 * @param {import('./corpus/corpus.mjs').Corpus} corpus
 * @returns {Promise<Run>}
 */
export async function measure(measurement, server, corpus) {
  const load = watchOthers();
  /** @type {Session[]} */
  const sessions = [];
  /** @type {(reason: unknown) => void} */
  let end;
  const ended = new Promise((_, reject) => (end = reject));
  const start = () => {
    const session = new Session(server, corpus, limit);
    sessions.push(session);
    session.ended.catch(end);
    return session;
  };
  /** @type {Pick<Run, 'samples' | 'outcome'>} */
  let result;
  try {
    result = { samples: await Promise.race([measurements[measurement].run(start), ended]) };
  } catch (error) {
    if (error instanceof NotFinished) {
      result = { samples: {}, outcome: error.message };
    } else {
      // The others go on; the run as a whole has failed.
      console.error(error);
      process.exitCode = 1;
      result = { samples: {}, outcome: 'wrong answer' };
    }
  } finally {
    for (const session of sessions) await session.close();
  }
  return { ...result, ...load() };
}
