// What can be asked about a whole file of 500 deals: its tidy form and its outline, each after a change.
import { dealsPerFile } from '../corpus/corpus.mjs';
import { enoughOf } from '../pace.mjs';
import { nameInTheMiddle, strokes } from '../typing.mjs';

const rounds = 20;

/** @type {import('./measurements.mjs').Measurement} */
export async function file(start) {
  const session = start();
  const { corpus, server } = session;
  const { middle, format } = corpus;
  await session.open();
  await session.show(middle);
  const text = format.untidy(middle.text);
  await session.edit(middle, { text });
  const typing = strokes(nameInTheMiddle(corpus, text), 1);
  /**
   * @param {string} method
   * @param {(answer: any) => number} count
   * @param {number} atLeast
   */
  const ask = async (method, count, atLeast) => {
    /** @type {number[]} */
    const times = [];
    for (const enough = enoughOf(rounds); !enough(times.length);) {
      await session.edit(middle, typing.next().value.change);
      await session.edit(middle, typing.next().value.change);
      const began = performance.now();
      const answer = await session.request(method, {
        textDocument: { uri: middle.uri },
        options: { tabSize: 2, insertSpaces: true },
      });
      times.push(performance.now() - began);
      if (count(answer) < atLeast) throw new Error(`${server.name} answers ${method} with too little`);
    }
    return times;
  };
  return {
    format: session.capabilities['documentFormattingProvider']
      ? await ask('textDocument/formatting', (edits) => edits.length, 1)
      : 'none',
    outline: await ask('textDocument/documentSymbol', countSymbols, dealsPerFile),
  };
}

/**
 * @param {import('vscode-languageserver-types').DocumentSymbol[]} symbols
 * @returns {number} with all that stand below them
 */
function countSymbols(symbols) {
  return symbols.reduce((sum, { children = [] }) => sum + 1 + countSymbols(children), 0);
}
