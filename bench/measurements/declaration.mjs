// From a change of the name that a party is declared with to the diagnostics of another file, which uses the name.
import { hubUses } from '../corpus/corpus.mjs';
import { enoughOf } from '../pace.mjs';
import { spotIn, strokes } from '../typing.mjs';

const changes = 40;

/** @type {import('./measurements.mjs').Measurement} */
export async function declaration(start) {
  const session = start();
  const { declaring, using, hub } = session.corpus;
  await session.open();
  await session.show(declaring);
  await session.show(using);
  const spot = spotIn(declaring.text, '', new RegExp(hub));
  const enough = enoughOf(changes);
  /** @type {number[]} */
  const times = [];
  for (const { change, word } of strokes(spot, 1)) {
    const began = performance.now();
    const followed = session
      .mistakes(using, word === hub ? 0 : hubUses)
      .then(() => performance.now() - began);
    await session.edit(declaring, change);
    times.push(await followed);
    if (enough(times.length)) break;
  }
  return { declaration: times };
}
