// Where the benchmark types, and what.

/**
 * A word of the text.
 * @typedef {{word: string, line: number, character: number}} Spot
 * @typedef {{range: import('vscode-languageserver-types').Range, text: string}} Change
 * @typedef {{change: Change, word: string}} Stroke a change of a single character, and what it leaves of the word
 */

/**
 * @param {string} text
 * @param {string} before what stands before the word
 * @param {RegExp} word   what it looks like, from its first character on
 * @param {number} [from] where to begin, as an offset
 * @returns {Spot}
 */
export function spotIn(text, before, word, from = 0) {
  const sticky = new RegExp(word, 'y');
  for (let at = text.indexOf(before, from); at >= 0; at = text.indexOf(before, at + 1)) {
    const start = at + before.length;
    sticky.lastIndex = start;
    const found = sticky.exec(text)?.[0];
    if (found === undefined) continue;
    const lineStart = text.lastIndexOf('\n', start) + 1;
    return { word: found, line: text.slice(0, start).split('\n').length - 1, character: start - lineStart };
  }
  throw new Error(`nowhere in the text stands “${before}” with ${word} behind it`);
}

/**
 * The name of a party inside a deal in the middle of a text.
 * @param {import('./corpus/corpus.mjs').Corpus} corpus
 * @param {string} text
 */
export function nameInTheMiddle({ format }, text) {
  return spotIn(text, format.receiver, /Party\d+x/, Math.floor(text.length / 2));
}

/**
 * Deletes the word from its end and types it again, over and over.
 * @param {Spot} spot
 * @param {number} [depth] how many characters are deleted before they are typed again; all of them
 * @returns {Generator<Stroke, never>}
 */
export function* strokes({ word, line, character }, depth = word.length) {
  for (;;) {
    for (let length = word.length - 1; length >= word.length - depth; length--) {
      const start = { line, character: character + length };
      const end = { line, character: start.character + 1 };
      yield { change: { range: { start, end }, text: '' }, word: word.slice(0, length) };
    }
    for (let length = word.length - depth; length < word.length; length++) {
      const start = { line, character: character + length };
      yield {
        change: { range: { start, end: start }, text: word[length] ?? '' },
        word: word.slice(0, length + 1),
      };
    }
  }
}
