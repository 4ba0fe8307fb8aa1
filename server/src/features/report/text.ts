/** What turns the direction of the text behind it, wherever it was pasted from. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Halves of characters, and those that nobody sees. */
const unreadable = /[\p{Surrogate}\u0000-\u001f\u007f-\u009f]/gu;

const rightToLeft =
  '[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefe\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}]';

/** Letters that are read from right to left, with what stands between them. */
const runs = new RegExp(`${rightToLeft}(?:[^\\p{L}]*${rightToLeft})*`, 'gu');

/** Longer texts than this are no reading for a report. */
const longest = 1000;

/** A text on one line, without characters that do something to what stands around it; cut where it is very long. */
export function tamed(text: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return shown.replace(turning, '').replace(/\s+/g, ' ').replace(unreadable, '\ufffd').trim();
}

/** The same with a blank where there were some around it: it may stand between two others. */
export function tamedInLine(text: string, write: (text: string) => string): string {
  const words = tamed(text);
  if (words === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${write(words)}${/\s$/.test(text) ? ' ' : ''}`;
}

/**
 * The parts of a text, alternately those that are read from left to right and those that are read from right to left:
 * these have to be kept apart, as what stands beside them would change places. Either may be empty.
 */
export function byDirection(text: string): string[] {
  const parts: string[] = [];
  let end = 0;
  for (const { 0: run, index } of text.matchAll(runs)) {
    parts.push(text.slice(end, index), run);
    end = index + run.length;
  }
  return [...parts, text.slice(end)];
}

/** An address with nothing in it but what every reader takes for a part of it; undefined where no browser opens it. */
export function webAddress(url: string): string | undefined {
  if (!/^https?:\/\/[^\s<>()"'\\]+$/i.test(url)) return undefined;
  return url
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^\x21-\x7e]|[|`]/gu, (character) => encodeURIComponent(character));
}
