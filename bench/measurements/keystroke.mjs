// From a single-character change to its diagnostics.
import { enoughOf } from '../pace.mjs';
import { nameInTheMiddle, strokes } from '../typing.mjs';

const changes = 200;

/**
 * Deletes and retypes the name of a party inside a deal in the middle of a file.
 * @type {import('./measurements.mjs').Measurement}
 */
export async function keystroke(start) {
  const session = start();
  const { corpus, server } = session;
  const { middle } = corpus;
  await session.open();
  await session.show(middle);
  const spot = nameInTheMiddle(corpus, middle.text);
  const enough = enoughOf(changes);
  /** @type {number[]} */
  const times = [];
  for (const { change, word } of strokes(spot)) {
    const { milliseconds, mistakes } = await session.edit(middle, change);
    times.push(milliseconds);
    if (server.mistakes.length > 0) expectMistakes(server.name, spot, word, mistakes);
    if (enough(times.length)) break;
  }
  return { keystroke: times };
}

/**
 * Nobody measures a server that does nothing: besides the planted mistake, the name is wrong until it is whole.
 * @param {string} server
 * @param {import('../typing.mjs').Spot} spot
 * @param {string} word what the name is now
 * @param {import('vscode-languageserver-types').Diagnostic[]} mistakes
 */
function expectMistakes(server, spot, word, mistakes) {
  const here = mistakes.filter(({ range }) => range.start.line === spot.line).length;
  const elsewhere = mistakes.length - here;
  // Where no name is left, what follows may be misread too.
  if (word === '' ? mistakes.length > 1 : elsewhere === 1 && here === (word === spot.word ? 0 : 1)) return;
  throw new Error(`${server} finds ${here} mistakes at “${word}” and ${elsewhere} elsewhere`);
}
