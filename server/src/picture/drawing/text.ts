import type { Element } from '../element';

/** Characters that turn the direction of what stands behind them. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Halves of characters, and those that nobody sees or no file may hold. */
const unreadable = /[\p{Surrogate}\u0000-\u001f\u007f-\u009f\ufffe\uffff]/gu;

/** Longer texts than this stand in no drawing. */
const longest = 500;

/** A text on one line, without characters that do something to what stands around it; cut where it is very long. */
export function plain(text: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return readable(shown.replace(/\s+/g, ' ')).trim();
}

/** Scripts that run from right to left. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * A text without characters that no file may hold, or that do something to what stands around it. One that is cut and runs
 * from right to left is set apart, so that its ellipsis stands where reading it ends.
 */
export function readable(text: string): string {
  const shown = text.replace(turning, '').replace(unreadable, '\ufffd');
  return shown.endsWith('…') && rightToLeft.test(shown) ? `\u2068${shown}\u2069` : shown;
}

/** A text at a place, in one line. */
export function textAt(
  x: number,
  y: number,
  text: string,
  className: string,
  attributes: Element['attributes'] = {},
): Element {
  return { tag: 'text', class: className, attributes: { x, y, ...attributes }, text: plain(text) };
}

/** What a pointer that rests on something is told. */
export function tooltip(text: string): Element {
  return { tag: 'title', key: 'title', text: plain(text) };
}

/** How wide a text is in a common font, somewhat on the safe side. Nobody is asked to measure, so it is the same for all. */
export function widthOf(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;
const none = /[\p{M}\u2068\u2069]/u;

function emsOf(character: string): number {
  if (/[iljtfrI.,:;|!'’()[\] ·-]/.test(character)) return 0.33;
  if (/[mwMW@%—]/.test(character)) return 0.9;
  if (/[A-Z$€£¥&→×…]/.test(character)) return 0.69;
  if (/[\u0020-\u024f]/.test(character)) return 0.56;
  if (none.test(character)) return 0;
  return wide.test(character) ? 1.05 : 0.66;
}

/** As much of a text as fits into a width, with an ellipsis where that is not all of it. */
export function fitted(text: string, width: number, size: number): string {
  const all = plain(text);
  if (widthOf(all, size) <= width) return all;
  const room = width - widthOf('…', size);
  let used = 0;
  let shown = '';
  for (const character of all) {
    used += widthOf(character, size);
    if (used > room) break;
    shown += character;
  }
  return shown.trimEnd() === '' ? '' : readable(`${shown.trimEnd()}…`);
}

/** A text in lines that fit into a width, the last of `most` cut where there are more. */
export function wrapped(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  const words = plain(text).split(' ');
  while (words.length > 0) {
    const longer = line === '' ? words[0]! : `${line} ${words[0]!}`;
    if (line !== '' && widthOf(longer, size) > width) {
      if (lines.length === most - 1) break;
      lines.push(fitted(line, width, size));
      line = '';
      continue;
    }
    line = longer;
    words.shift();
  }
  const last = words.length > 0 ? `${line} ${words.join(' ')}` : line;
  return last === '' ? lines : [...lines, fitted(last, width, size)];
}
