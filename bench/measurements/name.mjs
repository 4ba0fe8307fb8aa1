// What can be asked about a name that is used 60 times. Before each question something is typed elsewhere, so that no
// server answers from what it has kept of the answer before.
import { hubUses } from '../corpus/corpus.mjs';
import { enoughOf } from '../pace.mjs';
import { nameInTheMiddle, spotIn, strokes } from '../typing.mjs';

const rounds = 20;

/** @type {import('./measurements.mjs').Measurement} */
export async function name(start) {
  const session = start();
  const { corpus, server } = session;
  const { middle, using, format, hub } = corpus;
  await session.open();
  await session.show(middle);
  await session.show(using);
  const { line, character } = spotIn(using.text, format.giver, new RegExp(hub));
  const at = { textDocument: { uri: using.uri }, position: { line, character: character + 1 } };
  const typing = strokes(nameInTheMiddle(corpus, middle.text));
  /** @type {Record<string, number[] | 'none'>} */
  const figures = {};
  for (const [figure, { method, params, parts, wanted }] of Object.entries(questions)) {
    figures[figure] = 'none';
    if (!session.capabilities[`${figure}Provider`]) continue;
    /** @type {number[]} */
    const times = [];
    for (const enough = enoughOf(rounds); !enough(times.length);) {
      await session.edit(middle, typing.next().value.change);
      const began = performance.now();
      const answer = await session.request(method, { ...at, ...params });
      const milliseconds = performance.now() - began;
      const count = answer === null ? 0 : parts(answer);
      if (count === 0) break;
      times.push(milliseconds);
      if (count !== wanted)
        throw new Error(`${server.name} answers ${figure} with ${count} instead of ${wanted}`);
    }
    if (times.length > 0) figures[figure] = times;
  }
  return figures;
}

/**
 * @typedef {object} Question
 * @property {string} method
 * @property {object} [params]
 * @property {(answer: any) => number} parts how many parts an answer has
 * @property {number} wanted
 */

/** @type {Record<string, Question>} */
const questions = {
  hover: { method: 'textDocument/hover', parts: ({ contents }) => (contents ? 1 : 0), wanted: 1 },
  definition: { method: 'textDocument/definition', parts: (answer) => [answer].flat().length, wanted: 1 },
  references: {
    method: 'textDocument/references',
    params: { context: { includeDeclaration: false } },
    parts: (answer) => answer.length,
    wanted: hubUses,
  },
  rename: {
    method: 'textDocument/rename',
    params: { newName: 'PartyRenamedx' },
    parts: ({ changes, documentChanges }) =>
      changes
        ? Object.values(changes).flat().length
        : documentChanges.flatMap((/** @type {{edits: object[]}} */ { edits }) => edits).length,
    wanted: hubUses + 1,
  },
};
