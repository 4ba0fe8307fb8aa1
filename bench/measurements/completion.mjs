// From a single-character change to what could be typed behind it, without a pause in between.
import { enoughOf } from '../pace.mjs';
import { nameInTheMiddle, spotIn, strokes } from '../typing.mjs';

const changes = 40;

/** @type {import('./measurements.mjs').Measurement} */
export async function completion(start) {
  const session = start();
  const { corpus, server } = session;
  const { middle, format } = corpus;
  await session.open();
  await session.show(middle);
  const spot =
    format.choice === undefined
      ? nameInTheMiddle(corpus, middle.text)
      : spotIn(middle.text, format.choice, /\w+/, Math.floor(middle.text.length / 2));
  const enough = enoughOf(changes);
  /** @type {number[]} */
  const times = [];
  for (const { change, word } of strokes(spot, 2)) {
    const began = performance.now();
    const mistakes = session.change(middle, change);
    const answer = await session.request('textDocument/completion', {
      textDocument: { uri: middle.uri },
      position: { line: spot.line, character: spot.character + word.length },
    });
    times.push(performance.now() - began);
    const items = Array.isArray(answer) ? answer : answer.items;
    if (server.mistakes.length > 0 && items.length === 0) throw new Error(`${server.name} completes nothing`);
    await mistakes();
    if (enough(times.length)) break;
  }
  return { completion: times };
}
